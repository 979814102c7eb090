"""The contract that every store keeps; no caller asks which store it has.

Writing is a transaction, whose steps `graph.stores.writing` names.
Reading is by id, by name, along the edges of a frontier of ids, and whole in order.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from graph.claims import ClaimPlace, Reading
from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.facts import Fact
from graph.keys import Key
from graph.ontology import Label
from graph.stores.log import LogEntry
from graph.stores.writing import Transaction

Item = TypeVar("Item")


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
