"""Searching: the entities of a Neo4j database by name, in the order of `graph.searching`."""

from graph.cursor import decode_cursor
from graph.entities import Entity
from graph.names import fold
from graph.ontology import Label
from graph.searching import query_forms, query_terms
from graph.stores.base import Page
from graph.stores.neo4j import reading_cypher as cypher
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.pages import last_key, page
from graph.stores.neo4j.rows import entity_of


def search(
    connection: Connection, query: str, label: Label | None, after: str | None, limit: int
) -> Page[Entity]:
    """A page of what the query finds; all by id where nothing is asked for."""
    kept = label.value if label is not None else None
    if not query.strip():
        rows = connection.read(
            cypher.ENTITIES_LISTED, after=last_key(after), label=kept, limit=limit + 1
        )
        return page([entity_of(row[-1]) for row in rows], [row[:-1] for row in rows], limit)
    rank, length, last = decode_cursor(after, int, int, str) if after is not None else [-1, 0, ""]
    terms = query_terms(query)
    if not terms:
        return Page([])
    rows = connection.read(
        cypher.ENTITIES_FOUND,
        terms=" ".join(f'+"{term}"' for term in terms),
        forms=query_forms(query),
        folded=fold(query),
        label=kept,
        rank=rank,
        length=length,
        after=last,
        limit=limit + 1,
    )
    return page([entity_of(row[-1]) for row in rows], [row[:-1] for row in rows], limit)
