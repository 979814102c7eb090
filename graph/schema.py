"""The JSON Schema of the extract object, with the ontology's relations and qualifiers in it."""

from collections.abc import Mapping
from typing import Any

from graph.documents import DocumentKind
from graph.extracts import ExtractOut
from graph.ontology import PART_OF, Ontology, Qualifier, QualifierType, Relation, ontology

DIALECT = "https://json-schema.org/draft/2020-12/schema"

VALUES: Mapping[QualifierType, Mapping[str, Any]] = {
    "text": {"description": "words, as the text has them", "type": "string", "pattern": r"\S"},
    "date": {
        "description": "an ISO 8601 date, as exact as is known: `2023`, `2023-05` or `2023-05-18`",
        "type": "string",
        "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    },
    "share": {
        "description": "a fraction from 0 to 1: 12.5% is `0.125`",
        "type": "number",
        "minimum": 0,
        "maximum": 1,
    },
    "money": {
        "description": "a number, an ISO 4217 code, and the words they came from: "
        '`{"value": 571000000, "currency": "USD", "text": "5억7100만달러"}`',
        "type": "object",
        "properties": {
            "value": {"type": "number", "minimum": 0},
            "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "text": {"type": "string"},
        },
        "required": ["value", "currency"],
        "additionalProperties": False,
    },
    "choice": {"description": "one of a few words"},
}
"""What a qualifier of each type holds: a schema, and a sentence for people."""


def extract_schema() -> dict[str, Any]:
    """The schema of what `strategraph extract` prints and `strategraph load` takes.

    A fact names its ends by entity id, and a schema cannot follow an id: the labels that may
    stand at a relation's ends are told in `x-from` and `x-to`, and checked at admission.
    """
    rules = ontology()
    schema = {"$schema": DIALECT, **ExtractOut.model_json_schema()}
    definitions = schema["$defs"]
    kind = definitions["EntityOut"]["properties"]["kind"]
    kind["anyOf"] = [{"type": "string", "enum": list(rules.kinds)}, {"type": "null"}]
    fact = definitions["FactOut"]
    fact["properties"]["type"]["enum"] = list(rules.relations)
    fact["allOf"] = [_rule(relation) for relation in rules.relations.values()]
    schema["allOf"] = [_articles_claim_no(PART_OF)]
    schema["x-labels"] = dict(rules.labels)
    schema["x-structural"] = _structural(rules)
    return schema


def _rule(relation: Relation) -> dict[str, Any]:
    """What a fact of the relation may carry."""
    return {
        "if": {"properties": {"type": {"const": relation.name}}},
        "then": {
            "description": relation.says,
            "x-from": sorted(relation.subjects),
            "x-to": sorted(relation.objects),
            "x-symmetric": relation.symmetric,
            "x-apart-by": list(relation.apart_by),
            "properties": {
                "qualifiers": {
                    "properties": {n: _value(q) for n, q in relation.qualifiers.items()},
                    "additionalProperties": False,
                }
            },
        },
    }


def _value(qualifier: Qualifier) -> dict[str, Any]:
    schema = dict(VALUES[qualifier.type])
    return schema | {"enum": list(qualifier.values)} if qualifier.values else schema


def _articles_claim_no(relation: str) -> dict[str, Any]:
    """An article, which a document is unless it says otherwise, states no such fact."""
    article = {"properties": {"kind": {"const": DocumentKind.ARTICLE.value}}}
    other = {"properties": {"type": {"not": {"const": relation}}}}
    return {
        "if": {"properties": {"document": article}},
        "then": {"properties": {"facts": {"items": other}}},
    }


def _structural(rules: Ontology) -> dict[str, Any]:
    return {
        name: {
            "description": edge.says,
            "x-from": list(edge.subjects),
            "x-to": list(edge.objects),
        }
        for name, edge in rules.structural.items()
    }
