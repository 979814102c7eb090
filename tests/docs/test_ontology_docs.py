"""docs/ontology.md and the JSON Schema both come from the ontology, and say what holds."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from graph import ontology_page
from graph.admission import admit
from graph.extracts import ExtractOut
from graph.ontology import Label, ontology
from graph.schema import VALUES, extract_schema
from strategraph.main import app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checker() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(extract_schema())
    return jsonschema.Draft202012Validator(extract_schema())


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    """What `strategraph extract` prints for a sample."""
    result = CliRunner().invoke(app, ["extract", "--with-text", str(ROOT / "samples/lg-abc.txt")])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    assert found["facts"]
    return found


def test_the_page_is_the_one_that_the_ontology_gives() -> None:
    """Write it again with `python -m graph.ontology_page > docs/ontology.md`."""
    assert (ROOT / "docs/ontology.md").read_text("utf-8") == ontology_page.render()


def test_the_page_names_everything_that_is_legal() -> None:
    page = ontology_page.render()
    rules = ontology()
    qualifiers = {name for relation in rules.relations.values() for name in relation.qualifiers}
    named = {*rules.labels, *rules.kinds, *rules.relations, *rules.structural, *qualifiers}
    assert not {name for name in named if f"`{name}`" not in page}


def test_the_command_prints_the_schema() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert json.loads(result.stdout) == extract_schema()


def test_the_schema_accepts_what_extract_prints(
    checker: jsonschema.Draft202012Validator, printed: dict[str, Any]
) -> None:
    assert [error.message for error in checker.iter_errors(printed)] == []


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("facts", {"type": "OWNS"}),
        ("facts", {"type": "PART_OF"}),
        ("facts", {"type": "LEADS", "qualifiers": {"share": 0.5}}),
        ("facts", {"type": "HAS_STAKE_IN", "qualifiers": {"share": 50}}),
        ("facts", {"type": "HAS_STAKE_IN", "qualifiers": {"date": "last year"}}),
        ("facts", {"type": "HAS_STAKE_IN", "qualifiers": {"amount": {"value": 5}}}),
        ("facts", {"type": "LOCATED_IN", "qualifiers": {"role": "somewhere"}}),
        ("facts", {"status": "finished"}),
        ("entities", {"label": "Company"}),
        ("entities", {"kind": "startup"}),
    ],
)
def test_the_schema_refuses_what_is_illegal(
    checker: jsonschema.Draft202012Validator,
    printed: dict[str, Any],
    part: str,
    fault: dict[str, Any],
) -> None:
    illegal = deepcopy(printed)
    illegal[part][0] |= fault
    assert not checker.is_valid(illegal)


def test_the_schema_and_admission_agree_on_qualifiers(
    checker: jsonschema.Draft202012Validator,
) -> None:
    """A value of each type is legal for both, on every relation that carries it."""
    values = {
        "text": "양극재",
        "date": "2023-05",
        "share": 0.5,
        "money": {"value": 1.5, "currency": "KRW", "text": "1원 50전"},
    }
    for relation in ontology().relations.values():
        if relation.name in ontology().structural:
            continue
        given = {
            name: q.values[0] if q.values else values[q.type]
            for name, q in relation.qualifiers.items()
        }
        ends = (min(relation.subjects), min(relation.objects))
        extract = _extract(relation.name, ends, given)
        assert checker.is_valid(extract), relation.name
        reading = admit(ExtractOut.model_validate(extract).proposal())
        assert (len(reading.claims), reading.rejected) == (1, ())


def test_the_schema_tells_the_labels_that_admission_asks_for() -> None:
    """JSON Schema cannot follow an id to its entity: these are told, and admission checks them."""
    rules = extract_schema()["$defs"]["FactOut"]["allOf"]
    told = {rule["if"]["properties"]["type"]["const"]: rule["then"] for rule in rules}
    for relation in ontology().relations.values():
        ends = told[relation.name]
        legal = {(a, b) for a in Label for b in Label if relation.allows(a, b)}
        assert {(a, b) for a in ends["x-from"] for b in ends["x-to"]} == legal
    illegal = _extract("LEADS", (Label.PLACE, Label.ORGANIZATION), {})
    (rejected,) = admit(ExtractOut.model_validate(illegal).proposal()).rejected
    assert rejected.reason == "LEADS does not go from Place to Organization"


def test_every_type_of_qualifier_has_words() -> None:
    assert all(value["description"] for value in VALUES.values())


def _extract(
    relation: str, ends: tuple[Label, Label], qualifiers: dict[str, Any]
) -> dict[str, Any]:
    return {
        "document": {"text": "가나 다라"},
        "entities": [
            {"id": "a", "label": ends[0], "name": "가나", "mentions": [[0, 2]]},
            {"id": "b", "label": ends[1], "name": "다라", "mentions": [[3, 5]]},
        ],
        "facts": [
            {
                "id": "f",
                "subject": "a",
                "type": relation,
                "object": "b",
                "qualifiers": qualifiers,
                "evidence": [{"start": 0, "end": 5, "quote": "가나 다라", "extractor": "test"}],
            }
        ],
    }
