"""Answers of questions on the wire: chains to partners, and an entity's surroundings."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.wire.entities import EntityRefOut, GraphEntityOut
from api.wire.facts import GraphFactOut, QuoteOut, facts_out
from graph.ontology import Modality, Status
from graph.questions.chains import Chain, Hop
from graph.questions.partners import Partners
from graph.questions.surroundings import Surroundings


class HopOut(BaseModel):
    """One link of a chain: a fact, with the words that state it best."""

    from_: EntityRefOut = Field(serialization_alias="from")
    type: str
    direction: Literal["out", "in"] = Field(description="`out` where `from` is the fact's subject")
    to: EntityRefOut
    fact: str = Field(description="`GET /facts/{id}` has all its evidence")
    qualifiers: dict[str, Any]
    status: Status | None
    modality: Modality
    confidence: float
    sources: int
    evidence: QuoteOut

    @classmethod
    def from_hop(cls, hop: Hop) -> "HopOut":
        """The wire shape of a hop."""
        return cls(
            from_=EntityRefOut.from_entity(hop.source),
            type=hop.fact.type,
            direction="out" if hop.forward else "in",
            to=EntityRefOut.from_entity(hop.target),
            fact=hop.fact.id,
            qualifiers=dict(hop.fact.qualifiers),
            status=hop.fact.status,
            modality=hop.fact.modality,
            confidence=hop.fact.confidence,
            sources=hop.fact.sources,
            evidence=QuoteOut.from_evidence(hop.evidence),
        )


class ChainOut(BaseModel):
    """A partner, and the whole chain that leads there."""

    partner: EntityRefOut
    relation: str = Field(description="the type of the last hop")
    status: Status | None = Field(description="of the last hop")
    date: str | None = Field(description="when it happened, as the articles state it")
    reported: str | None = Field(description="when an article last said so")
    modality: Modality = Field(description="of the weakest hop")
    confidence: float = Field(description="that every hop is right")
    hops: list[HopOut]

    @classmethod
    def from_chain(cls, chain: Chain) -> "ChainOut":
        """The wire shape of a chain."""
        return cls(
            partner=EntityRefOut.from_entity(chain.partner),
            relation=chain.relation,
            status=chain.status,
            date=chain.date,
            reported=chain.reported,
            modality=chain.modality,
            confidence=chain.confidence,
            hops=[HopOut.from_hop(hop) for hop in chain.hops],
        )


class PartnersOut(BaseModel):
    """Who an organization works with: a page of chains, and how many there are in all."""

    entity: EntityRefOut
    total: int
    items: list[ChainOut]
    next: str | None

    @classmethod
    def from_partners(cls, partners: Partners) -> "PartnersOut":
        """The wire shape of the answer."""
        return cls(
            entity=EntityRefOut.from_entity(partners.start),
            total=partners.total,
            items=[ChainOut.from_chain(chain) for chain in partners.page.items],
            next=partners.page.next,
        )


class NeighborOut(GraphEntityOut):
    """An entity of the surroundings, with how many hops away it is."""

    distance: int


class SurroundingsOut(BaseModel):
    """What lies around an entity; `cut` says that there is more than the limit."""

    entity: EntityRefOut
    entities: list[NeighborOut]
    facts: list[GraphFactOut]
    cut: bool

    @classmethod
    def from_surroundings(cls, around: Surroundings) -> "SurroundingsOut":
        """The wire shape of the answer."""
        return cls(
            entity=EntityRefOut.from_entity(around.center),
            entities=[
                NeighborOut(
                    **GraphEntityOut.from_entity(entity).model_dump(),
                    distance=around.distances[entity.id],
                )
                for entity in around.entities
            ],
            facts=facts_out(list(around.facts), {e.id: e for e in around.entities}),
            cut=around.cut,
        )
