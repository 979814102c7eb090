"""Reading the ledger and the graph from a SQLite connection."""

import sqlite3
from collections.abc import Collection
from typing import Any

import orjson

from graph.claims import ClaimPlace, Reading
from graph.cursor import decode_cursor, encode_cursor
from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.fact_records import fact_from
from graph.facts import Fact, apart_of
from graph.keys import Key
from graph.ontology import Label, ontology
from graph.reading_records import reading_from
from graph.records import document_from, entity_from
from graph.searching import query_terms, search_order
from graph.stores.base import Direction, Page
from graph.stores.log import Action, LogEntry

DOCUMENT = "id, text, sha256, kind, title, publisher, published, url, language"
_COLUMNS = DOCUMENT.split(", ")
# `[…]` in JSON as rows: the way a list of any length is one parameter.
LISTED = "(SELECT value FROM json_each(?))"


def listed(values: Collection[str]) -> str:
    """The parameter that `LISTED` reads."""
    return orjson.dumps(list(values)).decode()


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


def assigned(connection: sqlite3.Connection, keys: Collection[Key]) -> dict[Key, str | None]:
    """The entity of each of these keys that exists."""
    return dict(
        connection.execute(
            f"SELECT key, entity FROM keys WHERE key IN {LISTED}",
            (listed(keys),),
        ).fetchall()
    )


def keys_of(connection: sqlite3.Connection, entity_ids: Collection[str]) -> dict[str, list[Key]]:
    """The keys of each of these entities, in order."""
    found: dict[str, list[Key]] = {}
    for owner, key in connection.execute(
        f"SELECT entity, key FROM keys WHERE entity IN {LISTED} ORDER BY key",
        (listed(entity_ids),),
    ):
        found.setdefault(owner, []).append(key)
    return found


def known_from(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, str]:
    """The day by which each of these entities was first named, where a dated document does."""
    rows = connection.execute(
        "SELECT k.entity, min(d.known_by) FROM keys k JOIN mentions m ON m.key = k.key "
        f"JOIN documents d ON d.id = m.document WHERE k.entity IN {LISTED} "
        "AND d.known_by IS NOT NULL GROUP BY k.entity",
        (listed(ids),),
    )
    return dict(rows.fetchall())


def places(connection: sqlite3.Connection, fact: Fact) -> list[ClaimPlace]:
    """The claims that the fact rests on."""
    keys = keys_of(connection, [fact.subject, fact.object])
    rows = connection.execute(
        "SELECT DISTINCT document, type, subject, object, apart FROM claims WHERE type = :type"
        " AND ("
        " subject IN (SELECT value FROM json_each(:subjects))"
        "  AND object IN (SELECT value FROM json_each(:objects))"
        " OR :symmetric AND subject IN (SELECT value FROM json_each(:objects))"
        "  AND object IN (SELECT value FROM json_each(:subjects))"
        ") AND document IN (SELECT value FROM json_each(:documents))"
        " AND apart IN (SELECT value FROM json_each(:aparts)) ORDER BY 1, 2, 3, 4, 5",
        {
            "type": fact.type,
            "subjects": listed(keys[fact.subject]),
            "objects": listed(keys[fact.object]),
            "symmetric": ontology().relations[fact.type].symmetric,
            "documents": listed(sorted({e.source.document for e in fact.evidence})),
            "aparts": listed(sorted({apart_of(fact.type, e.qualifiers) for e in fact.evidence})),
        },
    )
    return [ClaimPlace(*row) for row in rows]


def entity(connection: sqlite3.Connection, entity_id: str) -> Entity | None:
    """The entity of this id, or the one that the key of this id is filed under."""
    row = connection.execute(
        "SELECT record FROM entities "
        "WHERE id = :id OR id = (SELECT entity FROM keys WHERE id = :id) "
        "ORDER BY id <> :id LIMIT 1",
        {"id": entity_id},
    ).fetchone()
    return entity_from(orjson.loads(row[0])) if row else None


def entities(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Entity]:
    """Those of these entities that exist."""
    rows = connection.execute(
        f"SELECT id, record FROM entities WHERE id IN {LISTED}",
        (listed(ids),),
    )
    return {identifier: entity_from(orjson.loads(record)) for identifier, record in rows}


def search(
    connection: sqlite3.Connection, query: str, label: Label | None, after: str | None, limit: int
) -> Page[Entity]:
    """Entities by name, in the order of `graph.searching`; all by id where nothing is asked for."""
    from_ = (
        tuple(decode_cursor(after, int, int, str)) if after is not None and query.strip() else None
    )
    if not query.strip():
        return _all_entities_page(connection, label, after, limit)
    terms = query_terms(query)
    if not terms:
        return Page([])
    rows = connection.execute(
        "SELECT record FROM entities WHERE (:label IS NULL OR label = :label) AND number IN ("
        " SELECT rowid FROM entity_terms WHERE entity_terms MATCH :terms)",
        {"label": label, "terms": " ".join(f'"{term}"' for term in terms)},
    )
    ranked = sorted(
        (search_order(item, query), item)
        for item in (entity_from(orjson.loads(record)) for (record,) in rows)
        if from_ is None or search_order(item, query) > from_
    )
    page = ranked[:limit]
    return Page(
        [item for _, item in page],
        encode_cursor(page[-1][0]) if len(ranked) > limit else None,
    )


def _all_entities_page(
    connection: sqlite3.Connection, label: Label | None, after: str | None, limit: int
) -> Page[Entity]:
    start = decode_cursor(after, str)[0] if after is not None else ""
    rows = connection.execute(
        "SELECT record FROM entities WHERE (:label IS NULL OR label = :label) AND id > :start "
        "ORDER BY id LIMIT :limit",
        {"label": label, "start": start, "limit": limit + 1},
    ).fetchall()
    items = [entity_from(orjson.loads(record)) for (record,) in rows[:limit]]
    return Page(items, encode_cursor([items[-1].id]) if len(rows) > limit else None)


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


def fact(connection: sqlite3.Connection, fact_id: str) -> Fact | None:
    """The fact of this id."""
    row = connection.execute("SELECT record FROM facts WHERE id = ?", (fact_id,)).fetchone()
    return fact_from(orjson.loads(row[0])) if row else None


def facts(
    connection: sqlite3.Connection,
    frontier: Collection[str],
    types: Collection[str] | None,
    direction: Direction,
    after: str | None,
    limit: int | None,
) -> Page[Fact]:
    """The edges of the frontier, by fact id."""
    ends = {"out": ["subject"], "in": ["object"], "both": ["subject", "object"]}[direction]
    edges = " UNION ".join(
        f"SELECT id FROM facts WHERE {end} IN (SELECT value FROM json_each(:frontier)) "
        "AND (:types IS NULL OR type IN (SELECT value FROM json_each(:types)))"
        for end in ends
    )
    rows = connection.execute(
        f"SELECT record FROM facts WHERE id IN ({edges}) AND id > :start ORDER BY id LIMIT :limit",
        {
            "frontier": listed(frontier),
            "types": None if types is None else listed(types),
            "start": decode_cursor(after, str)[0] if after is not None else "",
            "limit": -1 if limit is None else limit + 1,
        },
    ).fetchall()
    kept = rows if limit is None else rows[:limit]
    items = [fact_from(orjson.loads(record)) for (record,) in kept]
    return Page(items, encode_cursor([items[-1].id]) if len(rows) > len(kept) else None)
