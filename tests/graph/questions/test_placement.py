"""Placement: the graph's ids of what a reading says."""

from dataclasses import replace

from graph.claims import Basis, Tie
from graph.documents import make_document
from graph.ledger import Ledger
from graph.ontology import Status
from graph.questions.placement import placed
from graph.stores.base import Store
from tests.graph.questions.conftest import Tell
from tests.graph.questions.stories import lg_article, read_story, reading_of


def test_every_referent_and_claim_of_a_stored_reading_has_its_place(lg: Store) -> None:
    """Each id finds an entity of that name, or a fact that rests on the claim's words."""
    reading = read_story(lg_article())
    placement = placed(lg, reading)
    for referent in reading.referents:
        entity = lg.entity(placement.entities[referent.id])
        assert entity is not None
        assert entity.name == referent.name
    assert placement.facts.keys() == set(range(len(reading.claims)))
    for n, claim in enumerate(reading.claims):
        fact = lg.fact(placement.facts[n])
        assert fact is not None
        assert (fact.type, fact.status) == (claim.type, claim.status)
        assert {(e.start, e.end) for e in fact.evidence} == {
            (e.start, e.end) for e in claim.evidence
        }


def test_two_facts_of_one_type_between_the_same_two_are_told_apart(store: Store) -> None:
    """By what tells the facts apart, though the same words state both."""
    document = make_document("갑은 을과 전지와 신약을 함께 개발한다.")
    rows = [
        ("갑", "PARTNERS_WITH", "을", {"purpose": "전지"}),
        ("을", "PARTNERS_WITH", "갑", {"purpose": "신약"}),
    ]
    reading = reading_of(document, rows)
    Ledger(store).load([reading])
    facts = [store.fact(id_) for _, id_ in sorted(placed(store, reading).facts.items())]
    assert [fact.qualifiers["purpose"] for fact in facts if fact] == ["전지", "신약"]


def test_a_claim_that_says_less_is_found_in_the_fact_that_says_more(
    store: Store, tell: Tell
) -> None:
    """An alliance without a purpose is the one with a purpose, while there is only one."""
    tell("갑", "PARTNERS_WITH", "을", {"purpose": "전지"}, Status.ANNOUNCED)
    reading = reading_of(make_document("갑과 을이 손잡았다."), [("갑", "PARTNERS_WITH", "을")])
    Ledger(store).load([reading])
    (fact_id,) = placed(store, reading).facts.values()
    fact = store.fact(fact_id)
    assert fact is not None
    assert (fact.sources, fact.qualifiers) == (2, {"purpose": "전지"})


def test_a_claim_of_a_thing_about_itself_has_no_fact(store: Store) -> None:
    """Another document knows that the two names are one."""
    reading = reading_of(make_document("갑은 을과 손잡았다."), [("갑", "PARTNERS_WITH", "을")])
    rename = reading_of(
        make_document("갑(옛 을)이 병과 손잡았다."), [("갑", "PARTNERS_WITH", "병")]
    )
    first = replace(rename.referents[0], ties=(Tie("을", Basis.RENAME, (3, 4)),))
    rename = replace(rename, referents=(first, *rename.referents[1:]))
    Ledger(store).load([reading, rename])
    placement = placed(store, reading)
    assert placement.entities["갑"] == placement.entities["을"]
    assert dict(placement.facts) == {}
    assert set(placement.loops) == {0}
