"""As of a date: what had been published by a day, and held on it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TypeVar

from graph.dates import first_day, last_day
from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.facts import Fact, weigh
from graph.keys import Key
from graph.ontology import Label
from graph.stores.base import Direction, Page, Reader, batches

Item = TypeVar("Item")
_BATCH = 500


def fact_as_of(fact: Fact, day: str) -> Fact | None:
    """The fact as the documents known by that day (YYYY-MM-DD) state it, where it holds on it.

    A document dated by its month or year is known by its last day; an undated one only now.
    """
    known = [
        e
        for e in fact.evidence
        if e.source.published is not None and last_day(e.source.published) <= day
    ]
    if not known:
        return None
    then = weigh(fact.id, fact.type, fact.subject, fact.object, known)
    begins, ends = then.qualifiers.get("valid_from"), then.qualifiers.get("valid_to")
    if (begins and first_day(begins) > day) or (ends and last_day(ends) < day):
        return None
    return then


@dataclass(frozen=True, slots=True)
class AsOf(Reader):
    """A store as of a day (YYYY-MM-DD).

    Names, identity, and which statements are one fact are as known now: what was called one
    thing then is found by what it is called today. Documents, entities and what facts say are
    those of the day. A fact that ended is there with that status; `valid_to` takes it away.
    """

    reader: Reader
    day: str

    def documents(self, ids: Collection[str]) -> dict[str, Document]:
        """Those that are stored and were published by the day."""
        return {id_: d for id_, d in self.reader.documents(ids).items() if self._known(d)}

    def document_page(
        self,
        *,
        kinds: Collection[DocumentKind] | None = None,
        after: str | None = None,
        limit: int = 20,
    ) -> Page[Document]:
        """Documents published by the day, by id."""

        def more(after: str | None, limit: int) -> Page[Document]:
            return self.reader.document_page(kinds=kinds, after=after, limit=limit)

        return _filled(more, lambda found: [d for d in found if self._known(d)], after, limit)

    def entity(self, entity_id: str) -> Entity | None:
        """The entity, where a document known by the day names it."""
        entity = self.reader.entity(entity_id)
        return entity if entity is not None and self._named([entity]) else None

    def entities(self, ids: Collection[str]) -> dict[str, Entity]:
        """Those that a document known by the day names."""
        found = self.reader.entities(ids)
        return {entity.id: entity for entity in self._named(list(found.values()))}

    def search(
        self, query: str, *, label: Label | None = None, after: str | None = None, limit: int = 20
    ) -> Page[Entity]:
        """Entities of the day by any name they have now."""

        def more(after: str | None, limit: int) -> Page[Entity]:
            return self.reader.search(query, label=label, after=after, limit=limit)

        return _filled(more, self._named, after, limit)

    def assigned(self, keys: Collection[Key]) -> dict[Key, str]:
        """Identity as it is known now."""
        return self.reader.assigned(keys)

    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        """Identity as it is known now."""
        return self.reader.keys_of(entities)

    def known_from(self, ids: Collection[str]) -> dict[str, str]:
        """Those first named by the day."""
        known = self.reader.known_from(ids)
        return {id_: first for id_, first in known.items() if first <= self.day}

    def mentions(
        self, entity_id: str, *, after: str | None = None, limit: int = 20
    ) -> Page[Document]:
        """The documents published by the day that name the entity."""

        def more(after: str | None, limit: int) -> Page[Document]:
            return self.reader.mentions(entity_id, after=after, limit=limit)

        return _filled(more, lambda found: [d for d in found if self._known(d)], after, limit)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact as it stood on the day."""
        fact = self.reader.fact(fact_id)
        return fact_as_of(fact, self.day) if fact is not None else None

    def facts(
        self,
        frontier: Collection[str],
        *,
        types: Collection[str] | None = None,
        direction: Direction = Direction.BOTH,
        after: str | None = None,
        limit: int | None = None,
    ) -> Page[Fact]:
        """The edges as they stood on the day."""

        def more(after: str | None, limit: int | None) -> Page[Fact]:
            return self.reader.facts(
                frontier, types=types, direction=direction, after=after, limit=limit
            )

        if limit is None:
            return Page(self._facts(more(after, None).items))
        return _filled(more, self._facts, after, limit)

    def all_documents(self) -> Iterator[Document]:
        """Every document published by the day."""
        return (document for document in self.reader.all_documents() if self._known(document))

    def all_entities(self, *, after: str = "") -> Iterator[Entity]:
        """Every entity of the day."""
        for batch in batches(self.reader.all_entities(after=after), _BATCH):
            yield from self._named(batch)

    def all_facts(self, *, after: str = "") -> Iterator[Fact]:
        """Every fact as it stood on the day."""
        for fact in self.reader.all_facts(after=after):
            yield from self._facts([fact])

    def totals(self) -> dict[str, int]:
        """How much there was on the day."""
        streams = {
            "documents": self.all_documents(),
            "entities": self.all_entities(),
            "facts": self.all_facts(),
        }
        return {what: sum(1 for _ in stream) for what, stream in streams.items()}

    def _known(self, document: Document) -> bool:
        return document.published is not None and last_day(document.published) <= self.day

    def _named(self, entities: list[Entity]) -> list[Entity]:
        known = self.known_from([entity.id for entity in entities])
        return [entity for entity in entities if entity.id in known]

    def _facts(self, facts: list[Fact]) -> list[Fact]:
        return [then for fact in facts if (then := fact_as_of(fact, self.day)) is not None]


def _filled(
    more: Callable[[str | None, int], Page[Item]],
    keep: Callable[[list[Item]], list[Item]],
    after: str | None,
    limit: int,
) -> Page[Item]:
    """A page of what is kept: as many further pages are read as it takes to fill it."""
    kept: list[Item] = []
    while True:
        page = more(after, limit - len(kept))
        kept += keep(page.items)
        after = page.next
        if after is None or len(kept) == limit:
            return Page(kept, after)
