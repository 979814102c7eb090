"""Extract objects are what their extractor says, ours like the text read again."""

import json

import pytest

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Referent
from graph.documents import make_document
from graph.errors import BadInputError
from graph.extracts import ExtractOut, parse_extract
from graph.ontology import Label
from loaders.facts.extracted import reading_of

TEXT = "LG화학은 GM과 손잡았다."


def foreign(**changes: object) -> ExtractOut:
    """The object of somebody else's extractor, without mentions."""
    value = {
        "document": {"text": TEXT},
        "entities": [
            {"id": "1", "label": "Organization", "name": "LG화학", "aliases": ["LG Chem"]},
            {"id": "2", "label": "Organization", "name": "GM"},
        ],
        "facts": [
            {
                "id": "x",
                "subject": "1",
                "type": "PARTNERS_WITH",
                "object": "2",
                "evidence": [{"start": 0, "end": 3, "quote": "GM과 손잡았다", "extractor": "llm"}],
            }
        ],
    }
    return parse_extract(json.dumps(value | changes))


def test_what_we_extracted_is_what_the_text_says() -> None:
    """Our own object loads as the reading that extraction gave."""
    document = make_document(TEXT, url="https://news.example/1", language="ko")
    reading = admit(
        Proposal(
            document,
            (
                Referent("e1", Label.ORGANIZATION, "LG화학", mentions=((0, 4),)),
                Referent("e2", Label.ORGANIZATION, "GM", mentions=((6, 8),)),
            ),
            (
                Claim("e1", "PARTNERS_WITH", "e2", (Evidence(0, 14, "korean"),)),
                Claim("e1", "LEADS", "e2", (Evidence(0, 14, "korean"),)),
            ),
        )
    )
    extract = ExtractOut.from_reading(reading, seconds=0.1, with_text=True)
    again = parse_extract(extract.model_dump_json(exclude_none=True))
    assert reading_of(again, name="out.ndjson", own=["korean"]) == reading
    assert reading_of(again, name="out.ndjson", own=[]).source == "out.ndjson"


def test_what_others_extracted_stands_beside_it() -> None:
    """A foreign object has its file's name as source, its quotes found, its aliases weak."""
    reading = reading_of(foreign(), name="llm.ndjson", own=["korean"])
    assert reading.source == "llm.ndjson"
    (claim,) = reading.claims
    (evidence,) = claim.evidence
    assert TEXT[evidence.start : evidence.end] == "GM과 손잡았다"
    assert {(r.name, r.mentions, r.aliases, r.ties) for r in reading.referents} == {
        ("LG화학", ((0, 4),), ("LG Chem",), ()),
        ("GM", ((6, 8),), (), ()),
    }
    assert reading.document.language == "ko"


def test_a_faulty_fact_is_rejected_and_the_rest_is_read() -> None:
    """Every fact of a foreign object is accepted or rejected with its reason."""
    good = foreign().facts[0].model_dump(mode="json")
    facts = [
        good,
        good | {"type": "OWNS"},
        good | {"evidence": [{"start": 0, "end": 2, "quote": "삼성"}]},
        good | {"object": "9"},
    ]
    reading = reading_of(foreign(facts=facts), name="llm.ndjson", own=[])
    assert (len(reading.claims), reading.proposed) == (1, 4)
    assert all(r.reason for r in reading.rejected)


@pytest.mark.parametrize(
    ("name", "kind", "known"),
    [
        ("LG", None, "group"),
        ("LG그룹", None, "group"),
        ("가나다그룹", None, "group"),
        ("LG", "company", "company"),
        ("가나다", None, None),
    ],
)
def test_a_missing_kind_is_what_the_name_says(
    name: str, kind: str | None, known: str | None
) -> None:
    """A group is a group whoever found it; a kind that is given stays."""
    entities = [
        {"id": "1", "label": "Organization", "name": name, "kind": kind},
        {"id": "2", "label": "Product", "name": name},
    ]
    document = {"text": f"{name}은 GM과 손잡았다."}
    extract = foreign(document=document, entities=entities, facts=[])
    reading = reading_of(extract, name="llm.ndjson", own=["korean"])
    assert [r.kind for r in reading.referents] == [known, None]


def test_an_object_without_text_is_refused() -> None:
    """There is no evidence without the text."""
    with pytest.raises(BadInputError, match="--with-text"):
        reading_of(foreign(document={"title": "x"}), name="llm.ndjson", own=[])
