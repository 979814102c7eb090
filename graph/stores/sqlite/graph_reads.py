"""Reading the graph from a SQLite connection: keys, entities, facts, and the claims below them."""

import sqlite3
from collections.abc import Collection

import orjson

from graph.claims import ClaimPlace
from graph.cursor import decode_cursor, encode_cursor
from graph.entities import Entity
from graph.fact_records import fact_from
from graph.facts import Fact, apart_of
from graph.keys import Key
from graph.ontology import Label, ontology
from graph.records import entity_from
from graph.searching import query_terms, search_order
from graph.stores.base import Direction, Page
from graph.stores.sqlite.lists import LISTED, listed


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
