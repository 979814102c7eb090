"""A write transaction of the SQLite store."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import orjson

from graph.claims import ClaimPlace, Reading
from graph.dates import last_day
from graph.documents import Document
from graph.entities import Entity, Naming, NamingRole
from graph.fact_records import evidence_from, evidence_record, fact_record
from graph.facts import Fact, FactEvidence
from graph.keys import Key, KeyTie, TieBasis, key_id, scope_of
from graph.reading_records import reading_record
from graph.records import document_record, dump, entity_record
from graph.searching import search_text
from graph.stores.log import LogEntry
from graph.stores.sqlite import graph_reads, ledger_reads
from graph.stores.sqlite.lists import LISTED, listed
from graph.stores.writing import Between, ClaimRow, Transaction


class SqliteTransaction(Transaction):
    """One writer's work on a connection with an open transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, parameters).fetchall()

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._connection.executemany(sql, rows)

    def readings(self, documents: Collection[str]) -> dict[str, list[Reading]]:
        return ledger_reads.readings(self._connection, documents)

    def put_readings(self, readings: Sequence[Reading]) -> None:
        documents = {
            r.document.id: document_record(r.document) | {"known_by": _known_by(r.document)}
            for r in readings
        }
        self._many(
            "INSERT OR REPLACE INTO documents "
            "(id, text, sha256, kind, title, publisher, published, url, language, known_by) VALUES "
            "(:id, :text, :sha256, :kind, :title, :publisher, :published, :url, :language,"
            " :known_by)",
            documents.values(),  # type: ignore[arg-type]  # named parameters are mappings
        )
        self._many(
            "INSERT OR REPLACE INTO readings (document, source, record) VALUES (?, ?, ?)",
            ((r.document.id, r.source, dump(reading_record(r))) for r in readings),
        )

    def drop_readings(self, readings: Collection[tuple[str, str]]) -> None:
        self._many("DELETE FROM readings WHERE document = ? AND source = ?", readings)
        self._many(
            "DELETE FROM documents WHERE id = ? "
            "AND NOT EXISTS (SELECT 1 FROM readings WHERE document = documents.id)",
            {(document,) for document, _ in readings},
        )

    def append_log(self, entries: Sequence[LogEntry]) -> None:
        self._many(
            "INSERT INTO log (at, action, document, source, actor, origin) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            ((e.at, e.action.value, e.document, e.source, e.actor, e.origin) for e in entries),
        )

    def put_claims(self, claims: Sequence[ClaimRow]) -> None:
        self._many(
            "INSERT INTO claims "
            "(document, source, number, type, subject, object, apart, evidence) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    *(c.document, c.source, c.number, c.type, c.subject, c.object, c.apart),
                    dump([evidence_record(e) for e in c.evidence]),
                )
                for c in claims
            ),
        )

    def drop_claims(self, readings: Collection[tuple[str, str]]) -> None:
        self._many("DELETE FROM claims WHERE document = ? AND source = ?", readings)

    def put_mentions(self, mentions: Collection[tuple[str, str, Key]]) -> None:
        self._many(
            "INSERT OR IGNORE INTO mentions (document, source, key) VALUES (?, ?, ?)", mentions
        )

    def drop_mentions(self, readings: Collection[tuple[str, str]]) -> None:
        self._many("DELETE FROM mentions WHERE document = ? AND source = ?", readings)

    def count_keys(self, changes: Mapping[Key, int]) -> None:
        self._many(
            "INSERT INTO keys (key, id, scope, uses) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            ((key, key_id(key), scope_of(key), n) for key, n in changes.items()),
        )
        self._many(
            "DELETE FROM keys WHERE key = ? AND uses <= 0", ((k,) for k, n in changes.items())
        )

    def count_ties(self, changes: Mapping[KeyTie, int]) -> None:
        self._many(
            "INSERT INTO ties (a, b, basis, uses) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            ((t.a, t.b, t.basis.value, n) for t, n in changes.items()),
        )
        self._many(
            "DELETE FROM ties WHERE a = ? AND b = ? AND basis = ? AND uses <= 0",
            ((t.a, t.b, t.basis.value) for t in changes),
        )

    def count_namings(self, changes: Mapping[Naming, int]) -> None:
        self._many(
            "INSERT INTO namings (key, role, value, uses) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            ((m.key, m.role.value, m.value, n) for m, n in changes.items()),
        )
        self._many(
            "DELETE FROM namings WHERE key = ? AND role = ? AND value = ? AND uses <= 0",
            ((m.key, m.role.value, m.value) for m in changes),
        )

    def count_refusals(self, changes: Mapping[ClaimPlace, int]) -> None:
        self._many(
            "INSERT INTO refusals (document, type, subject, object, apart, uses) "
            "VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            ((p.document, p.type, p.subject, p.object, p.apart, n) for p, n in changes.items()),
        )
        self._connection.execute("DELETE FROM refusals WHERE uses <= 0")

    def assigned(self, keys: Collection[Key]) -> dict[Key, str | None]:
        return graph_reads.assigned(self._connection, keys)

    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        return graph_reads.keys_of(self._connection, entities)

    def keys_within(self, scopes: Collection[Key]) -> list[Key]:
        rows = self._rows(
            f"SELECT key FROM keys WHERE scope IN {LISTED} ORDER BY key", listed(scopes)
        )
        return [key for (key,) in rows]

    def ties(self, keys: Collection[Key]) -> list[KeyTie]:
        rows = self._rows(
            f"SELECT a, b, basis FROM ties WHERE a IN {LISTED} "
            f"UNION SELECT a, b, basis FROM ties WHERE b IN {LISTED}",
            listed(keys),
            listed(keys),
        )
        return [KeyTie(a, b, TieBasis(basis)) for a, b, basis in rows]

    def namings(self, keys: Collection[Key]) -> list[tuple[Naming, int]]:
        rows = self._rows(
            f"SELECT key, role, value, uses FROM namings WHERE key IN {LISTED}", listed(keys)
        )
        return [(Naming(key, NamingRole(role), value), n) for key, role, value, n in rows]

    def claims_at(self, keys: Collection[Key]) -> list[tuple[str, Key, Key]]:
        rows = self._rows(
            f"SELECT type, subject, object FROM claims WHERE subject IN {LISTED} "
            f"UNION SELECT type, subject, object FROM claims WHERE object IN {LISTED}",
            listed(keys),
            listed(keys),
        )
        return [(type_, subject, object_) for type_, subject, object_ in rows]

    def claims_between(self, pairs: Sequence[Between]) -> list[list[FactEvidence]]:
        return [self._claims_between(pair) for pair in pairs]

    def _claims_between(self, pair: Between) -> list[FactEvidence]:
        directions = [(pair.subjects, pair.objects)]
        if pair.symmetric:
            directions.append((pair.objects, pair.subjects))
        return [
            evidence_from(record)
            for subjects, objects in directions
            for (evidence,) in self._rows(
                f"SELECT evidence FROM claims c WHERE subject IN {LISTED} "
                f"AND object IN {LISTED} AND type = ? AND NOT EXISTS ("
                " SELECT 1 FROM refusals r WHERE r.document = c.document AND r.type = c.type"
                " AND r.subject = c.subject AND r.object = c.object AND r.apart = c.apart)",
                listed(subjects),
                listed(objects),
                pair.type,
            )
            for record in orjson.loads(evidence)
        ]

    def assign(self, entities: Mapping[Key, str]) -> None:
        self._many(
            "UPDATE keys SET entity = ? WHERE key = ?",
            ((entity, key) for key, entity in entities.items()),
        )

    def put_entities(self, entities: Sequence[Entity]) -> None:
        self.drop_entities([entity.id for entity in entities])
        for entity in entities:
            number = self._connection.execute(
                "INSERT INTO entities (id, label, name, record) VALUES (?, ?, ?, ?)",
                (entity.id, entity.label.value, entity.name, dump(entity_record(entity))),
            ).lastrowid
            self._connection.execute(
                "INSERT INTO entity_terms (rowid, terms) VALUES (?, ?)",
                (number, search_text(entity)),
            )

    def drop_entities(self, entities: Collection[str]) -> None:
        numbers = self._rows(f"SELECT number FROM entities WHERE id IN {LISTED}", listed(entities))
        self._many("DELETE FROM entity_terms WHERE rowid = ?", numbers)
        self._many("DELETE FROM entities WHERE number = ?", numbers)

    def put_facts(self, facts: Sequence[Fact]) -> None:
        self._many(
            "INSERT OR REPLACE INTO facts (id, type, subject, object, record) "
            "VALUES (?, ?, ?, ?, ?)",
            ((f.id, f.type, f.subject, f.object, dump(fact_record(f))) for f in facts),
        )

    def drop_facts(self, between: Collection[tuple[str, str, str]]) -> None:
        self._many("DELETE FROM facts WHERE type = ? AND subject = ? AND object = ?", between)

    def drop_facts_at(self, entities: Collection[str]) -> None:
        for end in ("subject", "object"):
            self._connection.execute(
                f"DELETE FROM facts WHERE {end} IN {LISTED}",
                (listed(entities),),
            )


def _known_by(document: Document) -> str | None:
    return last_day(document.published) if document.published else None
