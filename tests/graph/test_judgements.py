"""A person's decisions hold, can be taken back, and survive re-loading, retraction and rebuild."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Basis, Reading
from graph.errors import BadInputError, NotFoundError
from graph.judgements import judged_different, judged_name, judged_same, judged_wrong
from graph.keys import key_id, name_key
from graph.ledger import Ledger
from graph.ontology import Label
from graph.questions.review import candidates
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore
from graph.verification import graph_hash, verify
from tests.graph.random_documents import document_sets, fresh_store, load_in_batches, thorough
from tests.graph.writing import Statement, company, person, write

WHO = {"author": "kim", "date": "2026-11-26", "reason": "the annual report says so"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "graph.db")
    yield opened
    opened.close()


def partners(one: str, other: str, n: int = 1) -> Reading:
    said = Statement(company(one), "PARTNERS_WITH", company(other))
    return write(said, url=f"https://news.example/{n}")


def id_of(name: str) -> str:
    return key_id(name_key(Label.ORGANIZATION, name))


def names(store: Store) -> set[str]:
    return {entity.name for entity in store.all_entities()}


def test_two_names_judged_the_same_are_one(store: Store) -> None:
    """LG엔솔 and LG에너지솔루션: no document says so, a person does."""
    Ledger(store).load([partners("LG엔솔", "GM"), partners("LG에너지솔루션", "GM", 2)])
    judgement = judged_same(store, id_of("LG엔솔"), id_of("LG에너지솔루션"), **WHO)
    Ledger(store).load([judgement])
    assert len(names(store)) == 2
    assert len(list(store.all_facts())) == 1
    Ledger(store).retract([judgement.document.id])
    assert len(names(store)) == 3


def test_a_wrong_merge_is_parted(store: Store) -> None:
    """A gloss tied two companies: the ids of the two keys part them, and stay parted."""
    tied = write(names=[company("가온", ties=(("나래", Basis.GLOSS),))])
    Ledger(store).load([tied, partners("가온", "GM"), partners("나래", "GM", 2)])
    assert names(store) == {"가온", "GM"}
    Ledger(store).load([judged_different(store, id_of("가온"), id_of("나래"), **WHO)])
    assert {"나래", "가온", "GM"} == names(store)
    Ledger(store).retract([tied.document.id])
    Ledger(store).load([tied])
    assert {"나래", "가온", "GM"} == names(store)


def test_different_outweighs_the_same(store: Store) -> None:
    """Of two people who disagree the careful one is followed until one of them takes it back."""
    Ledger(store).load([partners("가온", "나래")])
    same = judged_same(store, id_of("가온"), id_of("나래"), **WHO)
    different = judged_different(store, id_of("가온"), id_of("나래"), **WHO)
    Ledger(store).load([same, different])
    assert names(store) == {"가온", "나래"}
    Ledger(store).retract([different.document.id])
    assert len(names(store)) == 1


def test_a_preferred_name_is_shown_and_the_others_still_find_it(store: Store) -> None:
    reading = partners("LG엔솔", "GM")
    Ledger(store).load([reading])
    judgement = judged_name(store, id_of("LG엔솔"), "LG에너지솔루션", **WHO)
    Ledger(store).load([judgement])
    assert [e.name for e in store.search("LG엔솔").items] == ["LG에너지솔루션"]
    Ledger(store).retract([reading.document.id])
    assert not store.search("LG에너지솔루션").items
    Ledger(store).load([reading])
    assert store.search("LG에너지솔루션").items


def test_a_wrong_claim_is_no_fact_even_when_it_is_read_again(store: Store) -> None:
    wrong, right = partners("가온", "나래"), partners("가온", "나래", 2)
    Ledger(store).load([wrong, right])
    fact = next(store.all_facts())
    judgement = judged_wrong(store, fact.id, document=wrong.document.id, **WHO)
    Ledger(store).load([judgement])
    assert [e.source.document for f in store.all_facts() for e in f.evidence] == [right.document.id]
    Ledger(store).retract([wrong.document.id, right.document.id])
    Ledger(store).load([wrong])
    assert not list(store.all_facts())
    Ledger(store).retract([judgement.document.id])
    assert len(list(store.all_facts())) == 1


def test_a_wrong_fact_leaves_the_one_beside_it(store: Store) -> None:
    """Two partnerships of the same two, told apart by their purpose."""
    said = [
        Statement(company("가온"), "PARTNERS_WITH", company("나래"), {"purpose": purpose})
        for purpose in ("배터리", "반도체")
    ]
    Ledger(store).load([write(*said, url="https://news.example/1")])
    wrong = next(f for f in store.all_facts() if f.qualifiers["purpose"] == "배터리")
    Ledger(store).load([judged_wrong(store, wrong.id, **WHO)])
    assert [f.qualifiers["purpose"] for f in store.all_facts()] == ["반도체"]


def test_a_judgement_is_in_the_log_with_its_author_and_reason(store: Store) -> None:
    Ledger(store).load([partners("가온", "나래")])
    Ledger(store).load([judged_same(store, id_of("가온"), id_of("나래"), **WHO)])
    logged = store.documents([store.log().items[-1].document])
    (document,) = logged.values()
    assert (document.publisher, document.published) == ("kim", "2026-11-26")
    assert "the annual report says so" in document.text


@pytest.mark.parametrize(
    ("judge", "error"),
    [
        (lambda s: judged_same(s, id_of("가온"), "org_none", **WHO), NotFoundError),
        (lambda s: judged_same(s, id_of("가온"), id_of("가온"), **WHO), BadInputError),
        (lambda s: judged_wrong(s, "fact_none", **WHO), NotFoundError),
        (lambda s: judged_name(s, id_of("가온"), " ", **WHO), BadInputError),
        (
            lambda s: judged_name(s, id_of("가온"), "x", author="kim", date="2026", reason=""),
            BadInputError,
        ),
    ],
)
def test_a_judgement_about_nothing_is_refused(
    store: Store, judge: Callable[[Store], Reading], error: type[Exception]
) -> None:
    Ledger(store).load([partners("가온", "나래")])
    with pytest.raises(error):
        judge(store)


def test_review_proposes_the_most_alike_first_and_never_what_was_decided(store: Store) -> None:
    Ledger(store).load(
        [
            partners("한화시스템", "GM"),
            partners("한화시스템즈", "GM", 2),
            partners("보스턴다이내믹스", "보스턴다이나믹스", 3),
            write(Statement(person("김민석"), "LEADS", company("가온")), url="https://n.example/4"),
            write(Statement(person("김민석"), "LEADS", company("나래")), url="https://n.example/5"),
        ]
    )
    found = candidates(store)
    assert [set(c.names) for c in found] == [
        {"김민석"},
        {"한화시스템", "한화시스템즈"},
        {"보스턴다이내믹스", "보스턴다이나믹스"},
    ]
    Ledger(store).load([judged_different(store, found[1].one.id, found[1].other.id, **WHO)])
    assert len(candidates(store)) == 2


def judge_at_random(store: Store, random: Random) -> Reading | None:
    entities = list(store.all_entities())
    one = random.choice(entities) if entities else None
    alike = [e for e in entities if one and e.label is one.label and e.id != one.id]
    if one is None or not alike:
        return None
    other = random.choice(alike)
    if random.random() < 0.3:
        facts = list(store.all_facts())
        return judged_wrong(store, random.choice(facts).id, **WHO) if facts else None
    judge = random.choice([judged_same, judged_different])
    return judge(store, one.id, other.id, **WHO)


@thorough
@given(document_sets(), st.randoms(use_true_random=False))
def test_documents_and_judgements_give_one_graph_in_any_order(
    readings: list[Reading], random: Random
) -> None:
    """Judgements before, between and after the documents they speak of; some taken back again."""
    with fresh_store() as store, fresh_store() as other:
        early, late = readings[::2], readings[1::2]
        load_in_batches(store, early, random)
        judgements = [j for _ in range(3) if (j := judge_at_random(store, random)) is not None]
        load_in_batches(store, [*judgements, *late], random)
        assert verify(store).sound
        everything = [*readings, *judgements]
        back = random.sample(everything, min(random.randint(0, 2), len(everything)))
        Ledger(store).retract({r.document.id for r in back})
        gone = {r.document.id for r in back}
        kept = [r for r in everything if r.document.id not in gone]
        load_in_batches(other, random.sample(kept, len(kept)), random)
        assert graph_hash(store) == graph_hash(other)
        assert verify(store).sound
