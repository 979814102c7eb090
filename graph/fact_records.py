"""Fact records: facts and their evidence as the JSON that stores keep, and back."""

from typing import Any

from graph.documents import DocumentKind
from graph.facts import Fact, FactEvidence, Source
from graph.ontology import Modality, Status


def evidence_record(evidence: FactEvidence) -> dict[str, Any]:
    """One piece of a fact's evidence, in plain values."""
    source = evidence.source
    return {
        "document": source.document,
        "kind": source.kind.value,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "signature": source.signature,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "extractor": evidence.extractor,
        "rule": evidence.rule,
        "qualifiers": dict(evidence.qualifiers),
        "status": evidence.status.value if evidence.status else None,
        "modality": evidence.modality.value,
        "confidence": evidence.confidence,
    }


def evidence_from(record: dict[str, Any]) -> FactEvidence:
    """The evidence of a record."""
    return FactEvidence(
        source=Source(
            document=record["document"],
            kind=DocumentKind(record["kind"]),
            title=record["title"],
            publisher=record["publisher"],
            published=record["published"],
            url=record["url"],
            signature=record["signature"],
        ),
        start=record["start"],
        end=record["end"],
        quote=record["quote"],
        extractor=record["extractor"],
        rule=record["rule"],
        qualifiers=record["qualifiers"],
        status=_status(record["status"]),
        modality=Modality(record["modality"]),
        confidence=record["confidence"],
    )


def fact_record(fact: Fact) -> dict[str, Any]:
    """The fact with its evidence, in plain values."""
    return {
        "id": fact.id,
        "type": fact.type,
        "subject": fact.subject,
        "object": fact.object,
        "qualifiers": dict(fact.qualifiers),
        "conflicts": {name: list(values) for name, values in fact.conflicts.items()},
        "status": fact.status.value if fact.status else None,
        "modality": fact.modality.value,
        "confidence": fact.confidence,
        "sources": fact.sources,
        "evidence": [evidence_record(e) for e in fact.evidence],
    }


def fact_from(record: dict[str, Any]) -> Fact:
    """The fact of a record."""
    return Fact(
        id=record["id"],
        type=record["type"],
        subject=record["subject"],
        object=record["object"],
        evidence=tuple(evidence_from(e) for e in record["evidence"]),
        qualifiers=record["qualifiers"],
        conflicts={name: tuple(values) for name, values in record["conflicts"].items()},
        status=_status(record["status"]),
        modality=Modality(record["modality"]),
        confidence=record["confidence"],
        sources=record["sources"],
    )


def _status(value: str | None) -> Status | None:
    return Status(value) if value else None
