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
    # What was given may hold a password: it is not repeated.
    raise BadInputError(
        "the store's URL is neither sqlite:///PATH nor neo4j://USER:PASSWORD@HOST:PORT/DATABASE"
    )
