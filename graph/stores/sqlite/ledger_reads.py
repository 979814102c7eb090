"""Reading the ledger from a SQLite connection: documents, what was read in them, and the log."""

import sqlite3
from collections.abc import Collection
from typing import Any

import orjson

from graph.claims import Reading
from graph.cursor import decode_cursor, encode_cursor
from graph.documents import Document, DocumentKind
from graph.reading_records import reading_from
from graph.records import document_from
from graph.stores.base import Page
from graph.stores.log import Action, LogEntry
from graph.stores.sqlite.lists import LISTED, listed

DOCUMENT = "id, text, sha256, kind, title, publisher, published, url, language"
_COLUMNS = DOCUMENT.split(", ")


def document_of(row: tuple[Any, ...]) -> Document:
    """The document in a row of the `DOCUMENT` columns."""
    return document_from(dict(zip(_COLUMNS, row, strict=True)))


def documents(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Document]:
    """Those of these documents that are stored."""
    rows = connection.execute(
        f"SELECT {DOCUMENT} FROM documents WHERE id IN {LISTED}",
        (listed(ids),),
    )
    return {row[0]: document_of(row) for row in rows}


def document_page(
    connection: sqlite3.Connection,
    kinds: Collection[DocumentKind] | None,
    after: str | None,
    limit: int,
) -> Page[Document]:
    """Documents, of these kinds where they are named, by id."""
    start = decode_cursor(after, str)[0] if after is not None else ""
    rows = connection.execute(
        f"SELECT {DOCUMENT} FROM documents WHERE id > :start AND (:kinds IS NULL OR kind IN ("
        " SELECT value FROM json_each(:kinds))) ORDER BY id LIMIT :limit",
        {
            "start": start,
            "kinds": None if kinds is None else listed(kinds),
            "limit": limit + 1,
        },
    ).fetchall()
    items = [document_of(row) for row in rows[:limit]]
    return Page(items, encode_cursor([items[-1].id]) if len(rows) > limit else None)


def readings(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, list[Reading]]:
    """Every reading of each document, by source."""
    found = documents(connection, ids)
    rows = connection.execute(
        f"SELECT document, source, record FROM readings WHERE document IN {LISTED} "
        "ORDER BY document, source",
        (listed(ids),),
    )
    read: dict[str, list[Reading]] = {}
    for document, source, record in rows:
        reading = reading_from(orjson.loads(record), found[document], source)
        read.setdefault(document, []).append(reading)
    return read


def mentions(
    connection: sqlite3.Connection, entity_id: str, after: str | None, limit: int
) -> Page[Document]:
    """The documents that name the entity, by id."""
    start = decode_cursor(after, str)[0] if after is not None else ""
    rows = connection.execute(
        f"SELECT {DOCUMENT} FROM documents WHERE id IN ("
        " SELECT DISTINCT document FROM mentions m JOIN keys k ON k.key = m.key"
        " WHERE k.entity = ? AND m.document > ? ORDER BY document LIMIT ?) ORDER BY id",
        (entity_id, start, limit + 1),
    ).fetchall()
    items = [document_of(row) for row in rows[:limit]]
    return Page(items, encode_cursor([items[-1].id]) if len(rows) > limit else None)


def document_ids(
    connection: sqlite3.Connection, *, url: str | None, origin: str | None
) -> list[str]:
    """The stored documents of a URL or those last loaded from a path."""
    rows = connection.execute(
        "SELECT id FROM documents "
        "WHERE (:url IS NULL OR url = :url) AND (:origin IS NULL OR id IN ("
        " SELECT document FROM log l WHERE origin = :origin AND NOT EXISTS ("
        "  SELECT 1 FROM log later WHERE later.document = l.document AND later.source = l.source"
        "  AND later.number > l.number))) ORDER BY id",
        {"url": url, "origin": origin},
    )
    return [identifier for (identifier,) in rows]


def log_page(connection: sqlite3.Connection, after: str | None, limit: int) -> Page[LogEntry]:
    """The audit log, the oldest first."""
    start = decode_cursor(after, int)[0] if after is not None else 0
    rows = connection.execute(
        "SELECT number, at, action, document, source, actor, origin FROM log "
        "WHERE number > ? ORDER BY number LIMIT ?",
        (start, limit + 1),
    ).fetchall()
    entries = [LogEntry(r[1], Action(r[2]), *r[3:]) for r in rows[:limit]]
    return Page(entries, encode_cursor([rows[limit - 1][0]]) if len(rows) > limit else None)
