"""Opening the store that a URL names."""

from pathlib import Path

from graph.errors import BadInputError
from graph.stores.base import Store


def open_store(url: str) -> Store:
    """The store of `sqlite:///PATH` or `neo4j://USER:PASSWORD@HOST:PORT/DATABASE`.

    Raises BadInputError for any other URL, StoreUnavailableError where the store does not answer.
    """
    scheme, separator, rest = url.partition("://")
    if scheme == "sqlite" and separator and rest.startswith("/") and len(rest) > 1:
        from graph.stores.sqlite import SqliteStore

        return SqliteStore(Path(rest[1:]))
    if scheme.startswith(("neo4j", "bolt")) and separator:
        # The driver takes a third of a second to import: only who uses it pays.
        from graph.stores.neo4j import Neo4jStore

        return Neo4jStore(url)
    raise BadInputError(
        "the store is sqlite:///PATH or neo4j://USER:PASSWORD@HOST:PORT/DATABASE, "
        f"not a URL that begins with '{scheme}'"
    )
