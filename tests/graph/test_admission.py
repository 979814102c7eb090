"""Which claims enter the graph, and the reason that every other one gets."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Referent
from graph.documents import DocumentKind, make_document
from graph.ontology import Label, ontology

TEXT = "가온은 나래를 인수했다. 김하늘 가온 대표가 말했다."
DOCUMENT = make_document(TEXT)
REFERENTS = (
    Referent("e1", Label.ORGANIZATION, "가온", "company", mentions=((0, 2),)),
    Referent("e2", Label.ORGANIZATION, "나래", mentions=((4, 6),)),
    Referent("e3", Label.PERSON, "김하늘", mentions=((14, 17),)),
)


def claim(subject: str = "e1", type_: str = "ACQUIRED", object_: str = "e2", **more: Any) -> Claim:
    given_ = {"evidence": (Evidence(0, 13, "test"),)} | more
    return Claim(subject, type_, object_, **given_)


def reason(*claims: Claim, referents: tuple[Referent, ...] = REFERENTS) -> str:
    reading = admit(Proposal(DOCUMENT, referents, claims))
    return reading.rejected[0].reason if reading.rejected else "admitted"


def test_a_legal_claim_with_its_words_is_admitted() -> None:
    assert reason(claim(qualifiers={"date": "2023-01", "share": 0.5})) == "admitted"


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (claim(type_="OWNS"), "'OWNS' is not a relation of the ontology"),
        (claim(subject="e3"), "ACQUIRED does not go from Person to Organization"),
        (claim(object_="e9"), "'e9' is not among the entities that the text names"),
        (claim(object_="e1"), "ACQUIRED joins '가온' with itself"),
        (claim(evidence=()), "there is no evidence"),
        (claim(evidence=(Evidence(0, 999, "test"),)), "the evidence lies outside the text"),
        (claim(evidence=(Evidence(5, 5, "test"),)), "the evidence lies outside the text"),
        (claim(confidence=1.5), "confidence 1.5 is not between 0 and 1"),
        (claim(confidence=float("nan")), "confidence nan is not between 0 and 1"),
        (claim(qualifiers={"colour": "red"}), "qualifier 'colour' is not one of"),
        (claim(qualifiers={"date": "2023-02-30"}), "'2023-02-30' is not a day of the calendar"),
        (claim(qualifiers={"share": 51}), "51 is not a share between 0 and 1"),
        (claim(qualifiers={"amount": "3조원"}), "'3조원' is not money"),
        (claim(qualifiers={"amount": {"value": float("inf"), "currency": "KRW"}}), "is not money"),
        (claim(type_="PART_OF"), "PART_OF is structural"),
    ],
)
def test_what_is_refused_is_told_why(refused: Claim, why: str) -> None:
    assert why in reason(refused)


def test_shipped_data_may_state_what_lies_where() -> None:
    record = make_document(TEXT, kind=DocumentKind.REFERENCE)
    places = tuple(replace(r, label=Label.PLACE, kind=None) for r in REFERENTS[:2])
    proposal = Proposal(record, places, (claim(type_="PART_OF"),))
    assert len(admit(proposal).claims) == 1


def test_an_entity_that_the_text_does_not_name_takes_its_claims_along() -> None:
    """A mention outside the text is no mention, and a made-up kind is no kind."""
    for broken in (
        replace(REFERENTS[1], mentions=((0, 10_000),)),
        replace(REFERENTS[1], mentions=()),
        replace(REFERENTS[1], kind="empire"),
    ):
        assert "'e2' is not among" in reason(claim(), referents=(REFERENTS[0], broken))


def test_a_rejected_claim_is_told_in_names() -> None:
    (rejected,) = admit(Proposal(DOCUMENT, REFERENTS, (claim(type_="OWNS"),))).rejected
    assert (rejected.claim["subject"], rejected.claim["object"]) == ("가온", "나래")


values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.dictionaries(st.sampled_from(["value", "currency", "text"]), st.integers() | st.text()),
)
qualifiers: st.SearchStrategy[Mapping[str, Any]] = st.dictionaries(
    st.sampled_from(["date", "share", "amount", "title", "role", "basis", "nonsense"]), values
)
claims = st.builds(
    Claim,
    subject=st.sampled_from(["e1", "e2", "e3", "e4"]),
    type=st.sampled_from([*ontology().relations, "OWNS", ""]),
    object=st.sampled_from(["e1", "e2", "e3", "e4"]),
    evidence=st.lists(
        st.builds(Evidence, st.integers(-5, 60), st.integers(-5, 60), st.just("test")), max_size=2
    ).map(tuple),
    qualifiers=qualifiers,
    confidence=st.floats(-1, 2) | st.just(0.5),
)


@given(st.lists(claims, max_size=12).map(tuple))
def test_accepted_and_rejected_are_all_that_was_proposed(proposed: tuple[Claim, ...]) -> None:
    """Nothing is dropped without a reason, and whatever is admitted quotes the text."""
    reading = admit(Proposal(DOCUMENT, REFERENTS, proposed))
    assert len(reading.claims) + len(reading.rejected) == reading.proposed == len(proposed)
    assert all(rejected.reason for rejected in reading.rejected)
    for admitted in reading.claims:
        assert all(TEXT[e.start : e.end].strip() for e in admitted.evidence)
