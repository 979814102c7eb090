"""Rows: documents, entities and facts as properties that a person can read, and back."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import orjson

from graph.dates import last_day
from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.fact_records import fact_from, fact_record
from graph.facts import Fact, FactEvidence
from graph.names import fold
from graph.ontology import Modality
from graph.records import document_from, document_record, dump, entity_from, entity_record
from graph.searching import search_forms, search_text

# Neo4j's indexes take some 8,000 bytes a value, and a caption should be short anyway;
# the whole name is in the record.
_LONGEST_NAME = 200
_MOST_QUOTES = 10
_DOCUMENT_FIELDS = [field.name for field in fields(Document)]
_SHOWN_IDENTIFIERS = ("brn", "crn", "dart", "isin", "lei", "ticker", "wikidata")


def digest(*words: str) -> str:
    """What stands for these words in an index, however long they are."""
    return hashlib.sha256(orjson.dumps(words)).hexdigest()[:32]


def document_row(document: Document) -> dict[str, Any]:
    """The document as an `Article`, or as a `Record` where it is not a news story."""
    record = document_record(document)
    return {
        "id": document.id,
        "label": "Article" if document.kind is DocumentKind.ARTICLE else "Record",
        "properties": record
        | {
            "name": _short(document.title or document.id),
            "known_by": last_day(document.published) if document.published else None,
        },
    }


def document_of(properties: Mapping[str, Any]) -> Document:
    """The document of a node's properties."""
    return document_from({name: properties.get(name) for name in _DOCUMENT_FIELDS})


def entity_row(entity: Entity) -> dict[str, Any]:
    """The entity as a node to look at, and as what finds it and reads it back."""
    shown = {k: v for k, v in entity.identifiers.items() if k in _SHOWN_IDENTIFIERS}
    names = {f"name_{language}": name for language, name in entity.names.items()}
    return {
        "id": entity.id,
        "label": entity.label.value,
        "properties": shown
        | names
        | {
            "id": entity.id,
            "name": _short(entity.name),
            "kind": entity.kind,
            "aliases": list(entity.aliases),
        },
        "ledger": {
            "id": entity.id,
            "label": entity.label.value,
            "record": dump(entity_record(entity)),
            "terms": search_text(entity),
            "forms": search_forms(entity),
            "folded": fold(entity.name),
            "length": len(entity.name),
        },
    }


def entity_of(record: str) -> Entity:
    """The entity of a node's record."""
    return entity_from(orjson.loads(record))


def fact_row(fact: Fact) -> dict[str, Any]:
    """The fact as a relationship, with its evidence in reach of one hop."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "object": fact.object,
        "properties": _qualifiers(fact)
        | _sources(fact)
        | {
            "id": fact.id,
            "status": fact.status.value if fact.status else None,
            "modality": fact.modality.value,
            "confidence": fact.confidence,
            "conflicts": sorted(fact.conflicts),
            "record": dump(fact_record(fact)),
        },
    }


def fact_of(record: str) -> Fact:
    """The fact of a relationship's record."""
    return fact_from(orjson.loads(record))


def _qualifiers(fact: Fact) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, value in fact.qualifiers.items():
        if isinstance(value, Mapping):
            shown[name] = value.get("text") or f"{value['value']:,} {value['currency']}"
            shown[f"{name}_value"] = float(value["value"])
            shown[f"{name}_currency"] = value["currency"]
        else:
            shown[name] = value
    return shown


def _sources(fact: Fact) -> dict[str, Any]:
    sources = [e.source for e in fact.evidence]
    published = _distinct(s.published for s in sources)
    return {
        "quote": min(fact.evidence, key=_worth).quote if fact.evidence else None,
        "quotes": _distinct(e.quote for e in sorted(fact.evidence, key=_worth))[:_MOST_QUOTES],
        "documents": _distinct(s.document for s in sources),
        "publishers": _distinct(s.publisher for s in sources),
        "urls": _distinct(s.url for s in sources),
        "published": published,
        "first_published": min(published, default=None),
        "last_published": max(published, default=None),
        "sources": fact.sources,
    }


def _worth(evidence: FactEvidence) -> tuple[bool, float]:
    """The best evidence sorts first: what is asserted, then what is surest."""
    return evidence.modality is not Modality.ASSERTED, -evidence.confidence


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value is not None))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
