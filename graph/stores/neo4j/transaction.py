"""A write transaction of the Neo4j store: the ledger, the index and the graph in one."""

from graph.stores.neo4j.drawing import Drawing
from graph.stores.neo4j.index import Index
from graph.stores.neo4j.readings import Readings


class Neo4jTransaction(Readings, Index, Drawing):
    """One writer's work; `finish` is its last step."""
