"""Chains: how one entity leads to another, hop by hop, each hop a fact with its evidence."""

from dataclasses import dataclass

from graph.documents import DocumentKind
from graph.entities import Entity
from graph.facts import Fact, FactEvidence
from graph.names import fold
from graph.ontology import Label, Modality, Status

FIRMNESS = (Modality.DENIED, Modality.REPORTED, Modality.ASSERTED)
"""From what is denied to what is told as a fact."""


@dataclass(frozen=True, slots=True)
class Step:
    """A fact walked along, from one of its ends to the other, by entity ids."""

    fact: Fact
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Hop:
    """A step with the two entities it leads between."""

    fact: Fact
    source: Entity
    target: Entity

    @property
    def forward(self) -> bool:
        """Whether the hop leads from the fact's subject to its object."""
        return self.fact.subject == self.source.id

    @property
    def evidence(self) -> FactEvidence:
        """The piece that states the hop best.

        As firmly as the fact is held, in words that name both ends, in an article.
        """
        return max(
            self.fact.evidence,
            key=lambda e: (
                e.modality is self.fact.modality,
                _names(e.quote, self.source) and _names(e.quote, self.target),
                e.source.kind is DocumentKind.ARTICLE,
                e.confidence,
            ),
        )


def _names(quote: str, entity: Entity) -> bool:
    """Whether the words name the entity, by any of its names."""
    words = fold(quote)
    return any(fold(name) in words for name in (entity.name, *entity.aliases))


@dataclass(frozen=True, slots=True)
class Chain:
    """One answer to who works with whom: the last hop ends at the partner."""

    hops: tuple[Hop, ...]

    @property
    def partner(self) -> Entity:
        """Who the chain leads to."""
        return self.hops[-1].target

    @property
    def relation(self) -> str:
        """The type of the fact that ends the chain."""
        return self.hops[-1].fact.type

    @property
    def status(self) -> Status | None:
        """How far that fact has come."""
        return self.hops[-1].fact.status

    @property
    def date(self) -> str | None:
        """When it happened, as the last hop says, or the one into what both take part in."""
        last = self.hops[-1]
        joint = last.source.label is Label.INITIATIVE or last.fact.type == "HAS_STAKE_IN"
        for hop in reversed(self.hops[-2:] if joint else self.hops[-1:]):
            stated = hop.fact.qualifiers.get("date")
            if stated:
                return str(stated)
        return None

    @property
    def reported(self) -> str | None:
        """When an article last said so of the last hop; a record, where no article does."""
        sources = [e.source for e in self.hops[-1].fact.evidence if e.source.published]
        articles = [source for source in sources if source.kind is DocumentKind.ARTICLE]
        return max((source.published or "" for source in articles or sources), default=None)

    @property
    def when(self) -> str:
        """The date it is sorted and filtered by: stated, else reported, else empty."""
        return self.date or self.reported or ""

    @property
    def modality(self) -> Modality:
        """How firmly the chain holds: as its weakest hop."""
        return min((hop.fact.modality for hop in self.hops), key=FIRMNESS.index)

    @property
    def confidence(self) -> float:
        """How likely every hop is right."""
        product = 1.0
        for hop in self.hops:
            product *= hop.fact.confidence
        return round(product, 6)
