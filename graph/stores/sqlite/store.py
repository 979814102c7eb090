"""A store in one SQLite file."""

import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson

from graph.claims import ClaimPlace, Reading
from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.errors import StoreUnavailableError
from graph.fact_records import fact_from
from graph.facts import Fact
from graph.keys import Key
from graph.ontology import Label
from graph.reading_records import reading_from
from graph.records import entity_from
from graph.stores.base import Direction, Page, Store
from graph.stores.log import LogEntry
from graph.stores.sqlite import graph_reads, ledger_reads
from graph.stores.sqlite.connections import connect, explained
from graph.stores.sqlite.transaction import SqliteTransaction
from graph.stores.writing import Transaction

_SCHEMA = 1
"""The version of schema.sql: a store of another one is not touched."""


class SqliteStore(Store):
    """A store in one file; made where there is none. Readers never wait for the writer.

    Raises StoreUnavailableError where the file cannot be opened or is no SQLite database.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = threading.local()
        self._connections: list[sqlite3.Connection] = []
        if not path.parent.is_dir():
            raise StoreUnavailableError(f"the SQLite store {path}: its folder does not exist")
        with self._connected() as connection:
            _prepare(connection, path)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield SqliteTransaction(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def ping(self) -> None:
        with self._reading() as connection:
            connection.execute("SELECT 1 FROM documents LIMIT 1").fetchall()

    def close(self) -> None:
        for connection in self._connections:
            connection.close()
        self._connections.clear()
        self._reader = threading.local()

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own, closed behind the block."""
        with explained(self._path):
            connection = connect(self._path)
            try:
                yield connection
            finally:
                connection.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """The connection that the current thread reads with."""
        with explained(self._path):
            connection: sqlite3.Connection | None = getattr(self._reader, "connection", None)
            if connection is None:
                connection = self._reader.connection = connect(self._path)
                self._connections.append(connection)
            yield connection

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        with self._reading() as connection:
            return ledger_reads.documents(connection, ids)

    def document_page(
        self,
        *,
        kinds: Collection[DocumentKind] | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Document]:
        with self._reading() as connection:
            return ledger_reads.document_page(connection, kinds, after, limit)

    def document_ids(self, *, url: str | None = None, origin: str | None = None) -> list[str]:
        with self._reading() as connection:
            return ledger_reads.document_ids(connection, url=url, origin=origin)

    def readings(self, document: str) -> list[Reading]:
        with self._reading() as connection:
            return ledger_reads.readings(connection, [document]).get(document, [])

    def log(self, *, after: str | None = None, limit: int = 100) -> Page[LogEntry]:
        with self._reading() as connection:
            return ledger_reads.log_page(connection, after, limit)

    def entity(self, entity_id: str) -> Entity | None:
        with self._reading() as connection:
            return graph_reads.entity(connection, entity_id)

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        with self._reading() as connection:
            return graph_reads.entities(connection, ids)

    def search(
        self, query: str, *, label: Label | None = None, after: str | None = None, limit: int = 20
    ) -> Page[Entity]:
        with self._reading() as connection:
            return graph_reads.search(connection, query, label, after, limit)

    def assigned(self, keys: Collection[Key]) -> dict[Key, str]:
        with self._reading() as connection:
            found = graph_reads.assigned(connection, keys)
        return {key: entity for key, entity in found.items() if entity is not None}

    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        with self._reading() as connection:
            return graph_reads.keys_of(connection, entities)

    def known_from(self, ids: Collection[str]) -> dict[str, str]:
        with self._reading() as connection:
            return graph_reads.known_from(connection, ids)

    def places(self, fact: Fact) -> list[ClaimPlace]:
        with self._reading() as connection:
            return graph_reads.places(connection, fact)

    def mentions(
        self, entity_id: str, *, after: str | None = None, limit: int = 20
    ) -> Page[Document]:
        with self._reading() as connection:
            return ledger_reads.mentions(connection, entity_id, after, limit)

    def fact(self, fact_id: str) -> Fact | None:
        with self._reading() as connection:
            return graph_reads.fact(connection, fact_id)

    def facts(
        self,
        frontier: Collection[str],
        *,
        types: Collection[str] | None = None,
        direction: Direction = Direction.BOTH,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[Fact]:
        with self._reading() as connection:
            return graph_reads.facts(connection, frontier, types, direction, after, limit)

    def _stream(self, sql: str, *parameters: str) -> Iterator[tuple[Any, ...]]:
        with self._connected() as connection:
            yield from connection.execute(sql, parameters)

    def all_documents(self) -> Iterator[Document]:
        columns = ledger_reads.DOCUMENT
        for row in self._stream(f"SELECT {columns} FROM documents ORDER BY id"):
            yield ledger_reads.document_of(row)

    def all_readings(self) -> Iterator[Reading]:
        for row in self._stream(
            f"SELECT r.source, r.record, {ledger_reads.DOCUMENT} FROM readings r "
            "JOIN documents d ON d.id = r.document ORDER BY r.document, r.source"
        ):
            source, record, *document = row
            yield reading_from(
                orjson.loads(record), ledger_reads.document_of(tuple(document)), source
            )

    def all_entities(self, *, after: str = "") -> Iterator[Entity]:
        sql = "SELECT record FROM entities WHERE id > ? ORDER BY id"
        for (record,) in self._stream(sql, after):
            yield entity_from(orjson.loads(record))

    def all_facts(self, *, after: str = "") -> Iterator[Fact]:
        sql = "SELECT record FROM facts WHERE id > ? ORDER BY id"
        for (record,) in self._stream(sql, after):
            yield fact_from(orjson.loads(record))

    def totals(self) -> dict[str, int]:
        with self._reading() as connection:
            return {
                table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("documents", "entities", "facts")
            }


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of a new store; raises StoreUnavailableError for one of another version."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and version != _SCHEMA:
        raise StoreUnavailableError(
            f"the SQLite store {path} is of version {version} and this program reads version "
            f"{_SCHEMA}: load its documents into a new store"
        )
    if not tables:
        schema = files("graph").joinpath("stores/sqlite/schema.sql").read_text("utf-8")
        connection.executescript(
            f"BEGIN IMMEDIATE; {schema}; PRAGMA user_version = {_SCHEMA}; COMMIT"
        )
