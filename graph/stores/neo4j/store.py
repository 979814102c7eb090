"""The Neo4j store: a server; the one to choose for Cypher, Neo4j Browser, and several machines."""

import heapq
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from operator import itemgetter

from graph.claims import ClaimPlace, Reading
from graph.cursor import decode_cursor
from graph.documents import Document, DocumentKind, document_id
from graph.entities import Entity
from graph.facts import Fact, apart_of
from graph.keys import Key
from graph.ontology import Label, ontology
from graph.stores.base import Direction, Page, Store
from graph.stores.log import Action, LogEntry
from graph.stores.neo4j import reading_cypher as cypher
from graph.stores.neo4j.address import parse_address
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.index import betweens, digests
from graph.stores.neo4j.index_cypher import KEYS_OF
from graph.stores.neo4j.pages import last_key, page, streamed
from graph.stores.neo4j.rows import digest, document_of, entity_of, fact_of
from graph.stores.neo4j.schema import prepare
from graph.stores.neo4j.searching import search
from graph.stores.neo4j.transaction import Neo4jTransaction
from graph.stores.neo4j.work import STORED_READINGS, readings_in
from graph.stores.writing import Between, Transaction

_EVERYTHING = 2**62


class Neo4jStore(Store):
    """A Neo4j database, laid out to be read in Neo4j Browser; see docs/neo4j.md.

    The one to choose for Cypher and for loading from several machines.
    """

    def __init__(self, url: str) -> None:
        """Open the database of a URL like neo4j://USER:PASSWORD@HOST:PORT/DATABASE.

        Raises BadInputError for any other URL, and StoreUnavailableError.
        """
        self._address = parse_address(url)
        self._connection = Connection(self._address)
        try:
            prepare(self._connection)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self._connection.writing() as transaction:
            work = Neo4jTransaction(transaction, self._address)
            yield work
            work.finish()

    def ping(self) -> None:
        self._connection.ping()

    def close(self) -> None:
        self._connection.close()

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        rows = self._connection.read(cypher.DOCUMENTS, ids=sorted(set(ids)))
        found = [document_of(properties) for (properties,) in rows]
        return {document.id: document for document in found}

    def document_page(
        self,
        *,
        kinds: Collection[DocumentKind] | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Document]:
        rows = self._connection.read(
            cypher.DOCUMENT_PAGE,
            after=last_key(after),
            kinds=None if kinds is None else [kind.value for kind in kinds],
            limit=limit + 1,
        )
        return page([document_of(row[1]) for row in rows], [row[:1] for row in rows], limit)

    def document_ids(self, *, url: str | None = None, origin: str | None = None) -> list[str]:
        read = self._connection.read
        if url is None and origin is None:
            return [id_ for (id_,) in read(cypher.DOCUMENT_IDS)]
        found = []
        if url is not None:
            rows = read(cypher.DOCUMENTS_OF_URL, id=document_id(text="", url=url), url=url)
            found.append({id_ for (id_,) in rows})
        if origin is not None:
            rows = read(cypher.DOCUMENTS_FROM, hash=digest(origin))
            found.append({id_ for (id_,) in rows})
        return sorted(set.intersection(*found))

    def readings(self, document: str) -> list[Reading]:
        return readings_in(self._connection.read(STORED_READINGS, rows=[document]))

    def log(self, *, after: str | None = None, limit: int = 100) -> Page[LogEntry]:
        number = decode_cursor(after, int)[0] if after is not None else 0
        rows = self._connection.read(cypher.LOG, after=number, limit=limit + 1)
        entries = [
            LogEntry(at, Action(action), document, source, actor, origin)
            for _, at, action, document, source, actor, origin in rows
        ]
        return page(entries, [row[:1] for row in rows], limit)

    def entity(self, entity_id: str) -> Entity | None:
        rows = self._connection.read(cypher.ENTITY, id=entity_id)
        return entity_of(rows[0][0]) if rows else None

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        rows = self._connection.read(cypher.ENTITIES, ids=sorted(set(ids)))
        found = [entity_of(record) for (record,) in rows]
        return {entity.id: entity for entity in found}

    def search(
        self,
        query: str,
        *,
        label: Label | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Entity]:
        return search(self._connection, query, label, after, limit)

    def assigned(self, keys: Collection[Key]) -> dict[Key, str]:
        rows = self._connection.read(cypher.ASSIGNED, hashes=digests(keys))
        return dict(rows)

    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = {}
        for entity, key in sorted(self._connection.read(KEYS_OF, rows=sorted(set(entities)))):
            found.setdefault(entity, []).append(key)
        return found

    def known_from(self, ids: Collection[str]) -> dict[str, str]:
        return dict(self._connection.read(cypher.KNOWN_FROM, ids=sorted(set(ids))))

    def places(self, fact: Fact) -> list[ClaimPlace]:
        keys = self.keys_of([fact.subject, fact.object])
        pair = Between(
            fact.type,
            tuple(keys[fact.subject]),
            tuple(keys[fact.object]),
            ontology().relations[fact.type].symmetric,
        )
        documents = sorted({e.source.document for e in fact.evidence})
        rows = self._connection.read(
            cypher.PLACES,
            betweens=sorted(betweens(pair)),
            documents=documents,
            aparts=sorted({apart_of(fact.type, e.qualifiers) for e in fact.evidence}),
        )
        return [ClaimPlace(*row) for row in rows]

    def mentions(
        self, entity_id: str, *, after: str | None = None, limit: int = 20
    ) -> Page[Document]:
        rows = self._connection.read(
            cypher.MENTIONS, entity=entity_id, after=last_key(after), limit=limit + 1
        )
        return page([document_of(row[1]) for row in rows], [row[:1] for row in rows], limit)

    def fact(self, fact_id: str) -> Fact | None:
        rows = self._connection.read(cypher.fact(), id=fact_id)
        return fact_of(rows[0][0]) if rows else None

    def facts(
        self,
        frontier: Collection[str],
        *,
        types: Collection[str] | None = None,
        direction: Direction = Direction.BOTH,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[Fact]:
        last = last_key(after)
        if types is not None and ontology().relations.keys().isdisjoint(types):
            return Page([])
        rows = self._connection.read(
            cypher.edges(types, direction),
            frontier=sorted(set(frontier)),
            after=last,
            limit=_EVERYTHING if limit is None else limit + 1,
        )
        return page([fact_of(row[1]) for row in rows], [row[:1] for row in rows], limit)

    def all_documents(self) -> Iterator[Document]:
        return (
            document_of(properties)
            for _, properties in streamed(self._connection, cypher.ALL_DOCUMENTS)
        )

    def all_readings(self) -> Iterator[Reading]:
        for _, properties, records in streamed(self._connection, cypher.ALL_READINGS):
            yield from readings_in([[properties, records]])

    def all_entities(self, *, after: str = "") -> Iterator[Entity]:
        rows = streamed(self._connection, cypher.ENTITIES_LISTED, from_=after, label=None)
        return (entity_of(record) for _, record in rows)

    def all_facts(self, *, after: str = "") -> Iterator[Fact]:
        relations = sorted(ontology().relations)
        types = [
            streamed(self._connection, cypher.facts_of_type(t), from_=after) for t in relations
        ]
        return (fact_of(record) for _, record in heapq.merge(*types, key=itemgetter(0)))

    def totals(self) -> dict[str, int]:
        totals = {"documents": 0, "entities": 0, "facts": 0}
        for what, count in self._connection.read(cypher.totals()):
            totals[what] += count
        return totals
