"""The Neo4j store: a server; the one to choose for Cypher, Neo4j Browser, and several machines."""

from graph.stores.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
