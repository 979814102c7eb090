"""The contract that every store keeps; no caller asks which store it has.

Writing is a transaction of small steps that `graph.ledger` puts together.
Reading is by id, by name, along the edges of a frontier of ids, and whole in order.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from graph.claims import ClaimPlace, Reading
from graph.documents import Document, DocumentKind
from graph.entities import Entity, Naming
from graph.facts import Fact, FactEvidence
from graph.keys import Key, KeyTie
from graph.ontology import Label

Item = TypeVar("Item")


class Action(StrEnum):
    """What the ledger did with a document."""

    LOADED = "loaded"
    REPLACED = "replaced"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the ledger's audit log: `at` is ISO 8601 in UTC; never part of the graph."""

    at: str
    action: Action
    document: str
    source: str
    actor: str
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the graph is made of it: between keys, with its evidence complete."""

    document: str
    source: str
    number: int
    type: str
    subject: Key
    object: Key
    evidence: tuple[FactEvidence, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """All claims of one type from one entity to another, both given by their keys.

    Where `symmetric`, also those in the other direction.
    """

    type: str
    subjects: tuple[Key, ...]
    objects: tuple[Key, ...]
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Items in order and the keyset cursor of the next page, or None at the end."""

    items: list[Item]
    next: str | None = None


class Direction(StrEnum):
    """Which way edges lead from the frontier."""

    OUT = "out"
    IN = "in"
    BOTH = "both"


class Transaction(ABC):
    """One writer's work: all of it is stored, or none.

    While it is open no other transaction of the store writes.
    """

    # The ledger: what was read.

    @abstractmethod
    def readings(self, documents: Collection[str]) -> dict[str, list[Reading]]:
        """Every reading of each document, by source; documents that are not stored are left out."""

    @abstractmethod
    def put_readings(self, readings: Sequence[Reading]) -> None:
        """Store readings with their documents, each in place of one of its document and source."""

    @abstractmethod
    def drop_readings(self, readings: Collection[tuple[str, str]]) -> None:
        """Take back (document, source) readings, and a document with its last reading."""

    @abstractmethod
    def append_log(self, entries: Sequence[LogEntry]) -> None:
        """Add to the audit log."""

    # The index of what the readings say.

    @abstractmethod
    def put_claims(self, claims: Sequence[ClaimRow]) -> None:
        """Store claims; (document, source, number) is new."""

    @abstractmethod
    def drop_claims(self, readings: Collection[tuple[str, str]]) -> None:
        """Remove the claims of (document, source) readings."""

    @abstractmethod
    def put_mentions(self, mentions: Collection[tuple[str, str, Key]]) -> None:
        """Store that (document, source) names what is filed under the key."""

    @abstractmethod
    def drop_mentions(self, readings: Collection[tuple[str, str]]) -> None:
        """Remove the mentions of (document, source) readings."""

    @abstractmethod
    def count_keys(self, changes: Mapping[Key, int]) -> None:
        """Add to the number of referents that hold each key; a key at zero is gone."""

    @abstractmethod
    def count_ties(self, changes: Mapping[KeyTie, int]) -> None:
        """Add to the number of referents that tie two keys; a tie at zero is gone."""

    @abstractmethod
    def count_namings(self, changes: Mapping[Naming, int]) -> None:
        """Add to the number of referents that say it of a key; a naming at zero is gone."""

    @abstractmethod
    def count_refusals(self, changes: Mapping[ClaimPlace, int]) -> None:
        """Add to the number of judgements that a claim is wrong; a refusal at zero is gone."""

    @abstractmethod
    def assigned(self, keys: Collection[Key]) -> dict[Key, str | None]:
        """The entity of each of these keys that exists; None where it has none yet."""

    @abstractmethod
    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        """The keys of each of these entities, in order; entities without any are left out."""

    @abstractmethod
    def keys_within(self, scopes: Collection[Key]) -> list[Key]:
        """Every key that one of these keys scopes."""

    @abstractmethod
    def ties(self, keys: Collection[Key]) -> list[KeyTie]:
        """Every tie with one of these keys at either end."""

    @abstractmethod
    def namings(self, keys: Collection[Key]) -> list[tuple[Naming, int]]:
        """Everything said of these keys, with how many referents say it."""

    @abstractmethod
    def claims_at(self, keys: Collection[Key]) -> list[tuple[str, Key, Key]]:
        """(type, subject, object) of every claim with one of these keys at either end."""

    @abstractmethod
    def claims_between(self, pairs: Sequence[Between]) -> list[list[FactEvidence]]:
        """The evidence of each pair's claims, in the pairs' order; refused claims are left out."""

    # The graph that the readings add up to.

    @abstractmethod
    def assign(self, entities: Mapping[Key, str]) -> None:
        """File existing keys, and what is mentioned under them, under these entities."""

    @abstractmethod
    def put_entities(self, entities: Sequence[Entity]) -> None:
        """Store entities in place of those of the same id."""

    @abstractmethod
    def drop_entities(self, entities: Collection[str]) -> None:
        """Remove entities; their facts are gone by then."""

    @abstractmethod
    def put_facts(self, facts: Sequence[Fact]) -> None:
        """Store facts in place of those of the same id; both ends are stored by then."""

    @abstractmethod
    def drop_facts(self, between: Collection[tuple[str, str, str]]) -> None:
        """Remove the facts of each (type, subject, object), given by entity ids."""

    @abstractmethod
    def drop_facts_at(self, entities: Collection[str]) -> None:
        """Remove every fact with one of these entities at either end."""


class Reader(ABC):
    """What questions ask of: a store, or a store as of a date.

    Every method raises StoreUnavailableError where the store does not answer.
    """

    # Documents.

    @abstractmethod
    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Those of these documents that are stored, by id."""

    @abstractmethod
    def document_page(
        self,
        *,
        kinds: Collection[DocumentKind] | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Document]:
        """Documents, of these kinds where they are named, by id."""

    # Entities.

    @abstractmethod
    def entity(self, entity_id: str) -> Entity | None:
        """The entity that the id of any of its keys finds."""

    @abstractmethod
    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Those of these entities that exist, by their own id."""

    @abstractmethod
    def search(
        self,
        query: str,
        *,
        label: Label | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Entity]:
        """Entities whose names hold every search term of the query, the same names first.

        An empty query lists all, by id.
        """

    @abstractmethod
    def assigned(self, keys: Collection[Key]) -> dict[Key, str]:
        """The entity that each of these keys is filed under."""

    @abstractmethod
    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        """The keys of each of these entities, in order."""

    @abstractmethod
    def known_from(self, ids: Collection[str]) -> dict[str, str]:
        """The day by which each of these entities was first named, where a dated document does."""

    @abstractmethod
    def mentions(
        self, entity_id: str, *, after: str | None = None, limit: int = 20
    ) -> Page[Document]:
        """The documents that name the entity, by id."""

    # Facts.

    @abstractmethod
    def fact(self, fact_id: str) -> Fact | None:
        """The fact of this id."""

    @abstractmethod
    def facts(
        self,
        frontier: Collection[str],
        *,
        types: Collection[str] | None = None,
        direction: Direction = Direction.BOTH,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[Fact]:
        """The edges of these entities, by fact id; one round trip whatever the frontier."""

    # Everything, in order.

    @abstractmethod
    def all_documents(self) -> Iterator[Document]:
        """Every document, by id, streamed."""

    @abstractmethod
    def all_entities(self, *, after: str = "") -> Iterator[Entity]:
        """Every entity whose id comes after this one, by id, streamed."""

    @abstractmethod
    def all_facts(self, *, after: str = "") -> Iterator[Fact]:
        """Every fact whose id comes after this one, by id, streamed."""

    @abstractmethod
    def totals(self) -> dict[str, int]:
        """How many `documents`, `entities` and `facts` there are."""


class Store(Reader):
    """A place that keeps the ledger and the graph made of it."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[Transaction]:
        """Open a write transaction; leaving the block commits it, an exception undoes it."""

    @abstractmethod
    def ping(self) -> None:
        """Answer, or raise StoreUnavailableError."""

    @abstractmethod
    def close(self) -> None:
        """Let go of connections."""

    # The ledger.

    @abstractmethod
    def document_ids(self, *, url: str | None = None, origin: str | None = None) -> list[str]:
        """The stored documents of a URL, or those last loaded from a path, in order."""

    @abstractmethod
    def readings(self, document: str) -> list[Reading]:
        """Every reading of the document, by source."""

    @abstractmethod
    def all_readings(self) -> Iterator[Reading]:
        """Every reading, by document id and source, streamed."""

    @abstractmethod
    def log(self, *, after: str | None = None, limit: int = 100) -> Page[LogEntry]:
        """The audit log, the oldest first."""

    @abstractmethod
    def places(self, fact: Fact) -> list[ClaimPlace]:
        """The claims that the fact rests on, in order."""


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most `size`."""
    batch: list[Item] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
