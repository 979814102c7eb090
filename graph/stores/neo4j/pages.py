"""Pages: the rows of a query that goes on after a key, one page or all of them in turn."""

from collections.abc import Iterator
from typing import Any, TypeVar

from graph.cursor import decode_cursor, encode_cursor
from graph.stores.base import Page
from graph.stores.neo4j.connection import Connection

Item = TypeVar("Item")

_STREAMED = 500
"""How many rows of a stream are held at once."""


def page(items: list[Item], keys: list[list[Any]], limit: int | None) -> Page[Item]:
    """A page of what was read, one more than the limit where there is more."""
    if limit is None or len(items) <= limit:
        return Page(items)
    return Page(items[:limit], encode_cursor(keys[limit - 1]) if limit > 0 else None)


def last_key(after: str | None) -> str:
    """The key that the page of this cursor begins after; the empty one before the first page."""
    return decode_cursor(after, str)[0] if after is not None else ""


def streamed(
    connection: Connection, statement: str, *, from_: str = "", **parameters: Any
) -> Iterator[list[Any]]:
    """The rows of a paged query, page after page; the first column is the key."""
    after = from_
    while rows := connection.read(statement, after=after, limit=_STREAMED, **parameters):
        yield from rows
        if len(rows) < _STREAMED:
            return
        after = rows[-1][0]
