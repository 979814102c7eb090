"""Records: readings, facts and entities as the JSON that stores keep, and back."""

from dataclasses import asdict
from typing import Any

import orjson

from graph.claims import (
    Basis,
    Claim,
    ClaimPlace,
    Evidence,
    Judgement,
    Reading,
    Referent,
    Rejected,
    Tie,
    Verdict,
)
from graph.documents import Document, DocumentKind, Imprint
from graph.entities import Entity
from graph.facts import Fact, FactEvidence, Source
from graph.ontology import Label, Modality, Status


def dump(value: Any) -> str:
    """The value as JSON with sorted keys: the same value, the same words."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def document_record(document: Document) -> dict[str, Any]:
    """The document's fields, in plain values."""
    return {
        "id": document.id,
        "text": document.text,
        "sha256": document.sha256,
        "kind": document.kind.value,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "language": document.language,
    }


def document_from(record: dict[str, Any]) -> Document:
    """The document of a record."""
    return Document(**(record | {"kind": DocumentKind(record["kind"])}))


def reading_record(reading: Reading) -> dict[str, Any]:
    """The reading without its document, in plain values."""
    return {
        "referents": [
            {
                "id": r.id,
                "label": r.label.value,
                "name": r.name,
                "kind": r.kind,
                "aliases": list(r.aliases),
                "mentions": [list(span) for span in r.mentions],
                "ties": [
                    {
                        "name": t.name,
                        "basis": t.basis.value,
                        "span": list(t.span) if t.span else None,
                    }
                    for t in r.ties
                ],
                "identifiers": dict(r.identifiers),
            }
            for r in reading.referents
        ],
        "claims": [
            {
                "subject": c.subject,
                "type": c.type,
                "object": c.object,
                "evidence": [[e.start, e.end, e.extractor, e.rule] for e in c.evidence],
                "qualifiers": dict(c.qualifiers),
                "status": c.status.value if c.status else None,
                "modality": c.modality.value,
                "confidence": c.confidence,
            }
            for c in reading.claims
        ],
        "rejected": [{"claim": dict(r.claim), "reason": r.reason} for r in reading.rejected],
        "sentences": [list(span) for span in reading.sentences],
        "judgement": _judgement_record(reading.judgement) if reading.judgement else None,
        "imprint": asdict(reading.imprint) if reading.imprint else None,
    }


def _judgement_record(judgement: Judgement) -> dict[str, Any]:
    return {
        "verdict": judgement.verdict.value,
        "keys": list(judgement.keys),
        "name": judgement.name,
        "claims": [[c.document, c.type, c.subject, c.object, c.apart] for c in judgement.claims],
    }


def _judgement(record: dict[str, Any]) -> Judgement:
    return Judgement(
        verdict=Verdict(record["verdict"]),
        keys=tuple(record["keys"]),
        name=record["name"],
        claims=tuple(ClaimPlace(*place) for place in record["claims"]),
    )


def reading_from(record: dict[str, Any], document: Document, source: str) -> Reading:
    """The reading of a record and its document."""
    return Reading(
        document=document,
        referents=tuple(_referent(r) for r in record["referents"]),
        claims=tuple(_claim(c) for c in record["claims"]),
        rejected=tuple(Rejected(r["claim"], r["reason"]) for r in record["rejected"]),
        sentences=tuple((a, b) for a, b in record["sentences"]),
        source=source,
        judgement=_judgement(record["judgement"]) if record["judgement"] else None,
        # Stores of before it was kept do not have it.
        imprint=_imprint(record["imprint"]) if record.get("imprint") else None,
    )


def _imprint(record: dict[str, Any]) -> Imprint:
    return Imprint(**(record | {"kind": DocumentKind(record["kind"])}))


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


def entity_record(entity: Entity) -> dict[str, Any]:
    """The entity, in plain values."""
    return {
        "id": entity.id,
        "label": entity.label.value,
        "name": entity.name,
        "kind": entity.kind,
        "names": dict(entity.names),
        "aliases": list(entity.aliases),
        "identifiers": dict(entity.identifiers),
    }


def entity_from(record: dict[str, Any]) -> Entity:
    """The entity of a record."""
    return Entity(
        id=record["id"],
        label=Label(record["label"]),
        name=record["name"],
        kind=record["kind"],
        names=record["names"],
        aliases=tuple(record["aliases"]),
        identifiers=record["identifiers"],
    )


def _status(value: str | None) -> Status | None:
    return Status(value) if value else None


def _referent(record: dict[str, Any]) -> Referent:
    return Referent(
        id=record["id"],
        label=Label(record["label"]),
        name=record["name"],
        kind=record["kind"],
        aliases=tuple(record["aliases"]),
        mentions=tuple((a, b) for a, b in record["mentions"]),
        ties=tuple(
            Tie(t["name"], Basis(t["basis"]), (t["span"][0], t["span"][1]) if t["span"] else None)
            for t in record["ties"]
        ),
        identifiers=record["identifiers"],
    )


def _claim(record: dict[str, Any]) -> Claim:
    return Claim(
        subject=record["subject"],
        type=record["type"],
        object=record["object"],
        evidence=tuple(Evidence(*e) for e in record["evidence"]),
        qualifiers=record["qualifiers"],
        status=_status(record["status"]),
        modality=Modality(record["modality"]),
        confidence=record["confidence"],
    )
