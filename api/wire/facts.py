"""Facts on the wire, with the words that state them."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from api.wire.entities import EntityRefOut
from graph.documents import DocumentKind
from graph.entities import Entity
from graph.facts import Fact, FactEvidence, Source
from graph.ontology import Modality, Status

SHOWN = 3
"""How many pieces of evidence a fact has in a list."""


class SourceOut(BaseModel):
    """Where evidence stands; `GET /articles/{id}` has the text."""

    id: str
    kind: DocumentKind
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None

    @classmethod
    def from_source(cls, source: Source) -> "SourceOut":
        """The wire shape of a source."""
        return cls(
            id=source.document,
            kind=source.kind,
            title=source.title,
            publisher=source.publisher,
            published=source.published,
            url=source.url,
        )


class QuoteOut(BaseModel):
    """Words of an article: `text[start:end] == quote`."""

    quote: str
    start: int
    end: int
    article: SourceOut

    @classmethod
    def from_evidence(cls, evidence: FactEvidence) -> "QuoteOut":
        """The words of a piece of evidence."""
        return cls(
            quote=evidence.quote,
            start=evidence.start,
            end=evidence.end,
            article=SourceOut.from_source(evidence.source),
        )


class GraphEvidenceOut(QuoteOut):
    """One article's statement of a fact, with what it adds to it."""

    extractor: str
    rule: str | None
    qualifiers: dict[str, Any]
    status: Status | None
    modality: Modality
    confidence: float

    @classmethod
    def from_evidence(cls, evidence: FactEvidence) -> "GraphEvidenceOut":
        """The wire shape of a piece of evidence."""
        return cls(
            quote=evidence.quote,
            start=evidence.start,
            end=evidence.end,
            article=SourceOut.from_source(evidence.source),
            extractor=evidence.extractor,
            rule=evidence.rule,
            qualifiers=dict(evidence.qualifiers),
            status=evidence.status,
            modality=evidence.modality,
            confidence=evidence.confidence,
        )


class StatusOut(BaseModel):
    """A status of a fact, and when the first article that states it was published."""

    published: str | None
    status: Status


class GraphFactOut(BaseModel):
    """A fact of the graph.

    `conflicts` holds every value of a qualifier on which the evidence differs.
    """

    id: str
    type: str
    subject: EntityRefOut
    object: EntityRefOut
    qualifiers: dict[str, Any]
    conflicts: dict[str, list[Any]]
    status: Status | None
    history: list[StatusOut] = Field(description="each status that it had, in the order of dates")
    modality: Modality
    confidence: float
    sources: int = Field(description="how many independent articles say it")
    evidence: list[GraphEvidenceOut] = Field(
        description=f"in a list the first {SHOWN}; `GET /facts/{{id}}` has all `evidence_total`"
    )
    evidence_total: int

    @classmethod
    def from_fact(
        cls, fact: Fact, ends: Mapping[str, Entity], *, shown: int | None = None
    ) -> "GraphFactOut":
        """The wire shape of a fact, with at most so many pieces of its evidence."""
        return cls(
            id=fact.id,
            type=fact.type,
            subject=EntityRefOut.from_entity(ends[fact.subject]),
            object=EntityRefOut.from_entity(ends[fact.object]),
            qualifiers=dict(fact.qualifiers),
            conflicts={name: list(values) for name, values in fact.conflicts.items()},
            status=fact.status,
            history=[StatusOut(published=day, status=status) for day, status in fact.history],
            modality=fact.modality,
            confidence=fact.confidence,
            sources=fact.sources,
            evidence=[GraphEvidenceOut.from_evidence(e) for e in fact.evidence[:shown]],
            evidence_total=len(fact.evidence),
        )


def facts_out(facts: list[Fact], ends: Mapping[str, Entity]) -> list[GraphFactOut]:
    """The facts of a list; one whose end went away while it was read is left out."""
    return [
        GraphFactOut.from_fact(fact, ends, shown=SHOWN)
        for fact in facts
        if fact.subject in ends and fact.object in ends
    ]
