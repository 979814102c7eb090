"""Records: documents and entities as the JSON that stores keep, and back."""

from typing import Any

import orjson

from graph.documents import Document, DocumentKind
from graph.entities import Entity
from graph.ontology import Label


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
