"""The extract object goes out and comes back as it was, and is checked when it comes."""

import json

import pytest
from hypothesis import given

from graph.admission import admit
from graph.claims import Reading
from graph.errors import BadInputError
from graph.extracts import ExtractOut, parse_extract
from tests.graph.random_documents import document_sets, thorough
from tests.graph.writing import Statement, company, write

READING = write(Statement(company("가온"), "ACQUIRED", company("나래"), {"share": 0.5}))


def as_json(reading: Reading = READING) -> dict[str, object]:
    extract = ExtractOut.from_reading(reading, seconds=0.1, with_text=True)
    loaded: dict[str, object] = json.loads(extract.model_dump_json(exclude_none=True))
    return loaded


@thorough
@given(document_sets())
def test_what_is_extracted_elsewhere_loads_as_it_was(readings: list[Reading]) -> None:
    for reading in readings:
        came = admit(parse_extract(json.dumps(as_json(reading))).proposal())
        assert (came.document, came.referents, came.claims) == (
            reading.document,
            reading.referents,
            reading.claims,
        )


def test_a_quote_at_another_place_is_found() -> None:
    """Other programs count characters in other ways; the quote is what counts."""
    extract = as_json()
    extract["facts"][0]["evidence"][0] |= {"start": 900, "end": 930}  # type: ignore[index]
    (claim,) = parse_extract(json.dumps(extract)).proposal().claims
    (evidence,) = claim.evidence
    assert READING.document.text[evidence.start : evidence.end] == "가온 ACQUIRED 나래"


def test_a_quote_that_is_not_in_the_text_is_refused_with_the_reason() -> None:
    extract = as_json()
    extract["facts"][0]["evidence"][0]["quote"] = "가온은 나래를 팔았다"  # type: ignore[index]
    reading = admit(parse_extract(json.dumps(extract)).proposal())
    assert [r.reason for r in reading.rejected] == ["the quote does not stand in the text"]
    assert not reading.claims


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"document": {}}, "no text"),
        ({"document": {"text": "가온", "sha256": "0" * 64}}, "not the one that its sha256"),
        ({"document": {"text": "가온", "published": "2023-13"}}, "2023-13"),
        ({"entities": [{"id": "e1", "label": "Empire", "name": "x"}]}, "entities.0.label"),
        ({"facts": "many"}, "facts"),
    ],
)
def test_a_broken_object_is_refused_saying_where(change: dict[str, object], why: str) -> None:
    with pytest.raises(BadInputError, match=why):
        parse_extract(json.dumps(as_json() | change)).proposal()


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BadInputError, match="not an extract object"):
        parse_extract("{")
