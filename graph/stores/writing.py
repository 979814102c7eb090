"""Writing: the small steps of a transaction that `graph.ledger` puts together."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.claims import ClaimPlace, Reading
from graph.entities import Entity, Naming
from graph.facts import Fact, FactEvidence
from graph.keys import Key, KeyTie
from graph.stores.log import LogEntry


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the graph is made of it: between keys, with its evidence complete."""

    document: str
    source: str
    number: int
    type: str
    subject: Key
    object: Key
    apart: str
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
