"""Reading records: readings as the JSON that stores keep, and back."""

from dataclasses import asdict
from typing import Any

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
from graph.ontology import Label, Modality, Status


def reading_record(reading: Reading) -> dict[str, Any]:
    """The reading without its document, in plain values."""
    return {
        "referents": [_referent_record(r) for r in reading.referents],
        "claims": [_claim_record(c) for c in reading.claims],
        "rejected": [{"claim": dict(r.claim), "reason": r.reason} for r in reading.rejected],
        "sentences": [list(span) for span in reading.sentences],
        "judgement": _judgement_record(reading.judgement) if reading.judgement else None,
        "imprint": asdict(reading.imprint) if reading.imprint else None,
    }


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


def _referent_record(referent: Referent) -> dict[str, Any]:
    return {
        "id": referent.id,
        "label": referent.label.value,
        "name": referent.name,
        "kind": referent.kind,
        "aliases": list(referent.aliases),
        "mentions": [list(span) for span in referent.mentions],
        "ties": [
            {"name": t.name, "basis": t.basis.value, "span": list(t.span) if t.span else None}
            for t in referent.ties
        ],
        "identifiers": dict(referent.identifiers),
    }


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


def _claim_record(claim: Claim) -> dict[str, Any]:
    return {
        "subject": claim.subject,
        "type": claim.type,
        "object": claim.object,
        "evidence": [[e.start, e.end, e.extractor, e.rule] for e in claim.evidence],
        "qualifiers": dict(claim.qualifiers),
        "status": claim.status.value if claim.status else None,
        "modality": claim.modality.value,
        "confidence": claim.confidence,
    }


def _claim(record: dict[str, Any]) -> Claim:
    return Claim(
        subject=record["subject"],
        type=record["type"],
        object=record["object"],
        evidence=tuple(Evidence(*e) for e in record["evidence"]),
        qualifiers=record["qualifiers"],
        status=Status(record["status"]) if record["status"] else None,
        modality=Modality(record["modality"]),
        confidence=record["confidence"],
    )


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


def _imprint(record: dict[str, Any]) -> Imprint:
    return Imprint(**(record | {"kind": DocumentKind(record["kind"])}))
