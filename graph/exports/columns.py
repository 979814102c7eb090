"""Columns: the typed, flat values by which graph tools show entities and facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.entities import Entity
from graph.facts import Fact
from graph.names import unique_identifiers
from graph.ontology import Label, QualifierType, ontology

ColumnType = Literal["string", "double", "long"]
Values = Mapping[str, Any]

COLORS = {
    Label.ORGANIZATION: "#4C78A8",
    Label.PERSON: "#F58518",
    Label.INITIATIVE: "#54A24B",
    Label.PRODUCT: "#B279A2",
    Label.SECTOR: "#EECA3B",
    Label.PLACE: "#9D755D",
}
_GROUP_COLOR = "#1F3A5F"
_LANGUAGES = ("ko", "en")
_SCHEMES = sorted(unique_identifiers() | {"isin", "ticker"})
_TYPES: Mapping[QualifierType, ColumnType] = {
    "text": "string",
    "date": "string",
    "choice": "string",
    "share": "double",
    "money": "double",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A name with its type; the value of a `many` column is a list of texts."""

    name: str
    type: ColumnType = "string"
    many: bool = False


@cache
def entity_columns() -> tuple[Column, ...]:
    """Every column that an entity may have."""
    return (
        *_strings("labels", "label", "name", "color", "entity_type", "kind"),
        *_strings(*(f"name_{language}" for language in _LANGUAGES)),
        Column("aliases", many=True),
        *_strings(*(f"identifier_{scheme}" for scheme in _SCHEMES)),
        Column("props_json"),
    )


@cache
def fact_columns() -> tuple[Column, ...]:
    """Every column that a fact may have; those of its qualifiers come from the ontology."""
    return (
        *_strings("label", "interaction"),
        Column("weight", "double"),
        *_strings("edge_uid", "status", "modality"),
        Column("confidence", "double"),
        Column("sources", "long"),
        *_strings("quote", "article_title", "article_publisher", "article_published"),
        Column("article_url"),
        *_qualifier_columns(),
        Column("props_json"),
    )


def entity_values(entity: Entity) -> dict[str, Any]:
    """The entity's values by column, those that it has."""
    values = {
        "labels": f":{entity.label}",
        "label": entity.name,
        "name": entity.name,
        "color": color(entity),
        "entity_type": entity.label.value,
        "kind": entity.kind,
        **{f"name_{language}": entity.names.get(language) for language in _LANGUAGES},
        "aliases": list(entity.aliases),
        **{f"identifier_{scheme}": entity.identifiers.get(scheme) for scheme in _SCHEMES},
    }
    return _present(values)


def fact_values(fact: Fact) -> dict[str, Any]:
    """The fact's values by column, those that it has; its first evidence speaks for it."""
    first = fact.evidence[0] if fact.evidence else None
    values = {
        "label": fact.type,
        "interaction": fact.type,
        "weight": float(max(fact.sources, 1)),
        "edge_uid": fact.id,
        "status": fact.status.value if fact.status else None,
        "modality": fact.modality.value,
        "confidence": float(fact.confidence),
        "sources": fact.sources,
        **_qualifier_values(fact.qualifiers),
    }
    if first is not None:
        values |= {
            "quote": first.quote,
            "article_title": first.source.title,
            "article_publisher": first.source.publisher,
            "article_published": first.source.published,
            "article_url": first.source.url,
        }
    return _present(values)


def color(entity: Entity) -> str:
    """The color of the entity's label; a business group stands out among organizations."""
    return _GROUP_COLOR if entity.kind == "group" else COLORS[entity.label]


def _strings(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _qualifier_columns() -> Iterable[Column]:
    types = {q.name: q.type for r in ontology().relations.values() for q in r.qualifiers.values()}
    for name, type_ in sorted(types.items()):
        yield Column(name, _TYPES[type_])
        if type_ == "money":
            yield from _strings(f"{name}_currency", f"{name}_text")


def _qualifier_values(qualifiers: Values) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in qualifiers.items():
        if isinstance(value, Mapping):
            flat[name] = float(value["value"])
            flat[f"{name}_currency"] = value["currency"]
            flat[f"{name}_text"] = value.get("text")
        else:
            flat[name] = float(value) if isinstance(value, int | float) else value
    return flat


def _present(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
