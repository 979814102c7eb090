"""The graph is a function of the documents: any order, batching, replacement and retraction."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Basis, Reading
from graph.errors import NotFoundError
from graph.ledger import Ledger
from graph.ontology import Label
from graph.stores.base import Store
from graph.stores.log import Action
from graph.stores.sqlite import SqliteStore
from graph.verification import graph_hash, verify
from tests.graph.random_documents import (
    INITIATIVES,
    document_sets,
    fresh_store,
    hash_of,
    load_in_batches,
    thorough,
)
from tests.graph.writing import Statement, Thing, company, group, person, unit, write


@thorough
@given(document_sets(), st.randoms(use_true_random=False))
def test_any_order_and_batching_gives_one_graph(readings: list[Reading], random: Random) -> None:
    shuffled = random.sample(readings, len(readings))
    with fresh_store() as store:
        load_in_batches(store, shuffled, random)
        assert graph_hash(store) == hash_of(readings)


@thorough
@given(document_sets(), st.randoms(use_true_random=False))
def test_taking_documents_back_leaves_the_graph_of_the_others(
    readings: list[Reading], random: Random
) -> None:
    """Load N, take back k, in any interleaving: the same graph as loading the other N-k."""
    back = random.sample(readings, random.randint(0, len(readings)))
    kept = [r for r in readings if r not in back]
    with fresh_store() as store:
        ledger = Ledger(store)
        load_in_batches(store, random.sample(readings, len(readings)), random)
        for reading in back:
            ledger.retract([reading.document.id])
        assert graph_hash(store) == hash_of(kept)
        assert verify(store).sound


@thorough
@given(document_sets(), document_sets(), st.randoms(use_true_random=False))
def test_a_changed_document_replaces_the_old_one(
    old: list[Reading], new: list[Reading], random: Random
) -> None:
    """Documents of the same URLs, with other texts or of another day: only the new ones count."""
    with fresh_store() as store:
        load_in_batches(store, old, random)
        load_in_batches(store, new, random)
        assert graph_hash(store) == hash_of([*old[len(new) :], *new])


@thorough
@given(document_sets())
def test_loading_again_changes_nothing(readings: list[Reading]) -> None:
    with fresh_store() as store:
        ledger = Ledger(store)
        ledger.load(readings)
        before, logged = graph_hash(store), len(store.log(limit=1000).items)
        again = ledger.load(readings)
        assert {loaded.action for loaded in again} == {None}
        assert (graph_hash(store), len(store.log(limit=1000).items)) == (before, logged)


@thorough
@given(document_sets())
def test_every_fact_quotes_its_document(readings: list[Reading]) -> None:
    """`document.text[start:end]` is the evidence, for every fact, always."""
    with fresh_store() as store:
        Ledger(store).load(readings)
        texts = {d.id: d.text for d in store.all_documents()}
        for fact in store.all_facts():
            assert fact.evidence
            for e in fact.evidence:
                assert texts[e.source.document][e.start : e.end] == e.quote


@thorough
@given(document_sets())
def test_every_name_that_a_document_uses_finds_its_entity(readings: list[Reading]) -> None:
    with fresh_store() as store:
        Ledger(store).load(readings)
        for reading in readings:
            for referent in reading.referents:
                found = store.search(referent.name, limit=100).items
                assert any(referent.name in (e.name, *e.aliases) for e in found)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "graph.db")
    yield opened
    opened.close()


def names(store: Store, label: Label = Label.ORGANIZATION) -> set[tuple[str, str | None]]:
    return {(e.name, e.kind) for e in store.all_entities() if e.label is label}


def partners(*things: Thing, url: str = "https://news.example/1") -> Reading:
    return write(Statement(things[0], "PARTNERS_WITH", things[1]), url=url)


def test_the_group_and_the_company_of_one_name_are_two(store: Store) -> None:
    Ledger(store).load([partners(group("LG"), company("㈜LG"))])
    assert names(store) == {("LG", "group"), ("㈜LG", "company")}


def test_one_name_with_two_registration_numbers_is_two_companies(store: Store) -> None:
    one, other = (company("삼성물산", identifiers=(("crn", n),)) for n in "12")
    Ledger(store).load(
        [
            partners(one, company("가온"), url="https://register.example/1"),
            partners(other, company("가온"), url="https://register.example/2"),
        ]
    )
    assert sorted(e.identifiers["crn"] for e in store.search("삼성물산").items) == ["1", "2"]


def test_a_short_form_in_brackets_joins_no_two_companies(store: Store) -> None:
    """LG전자(LG) and LG화학(LG) in the news: LG is a name of neither."""
    glossed = [company(name, ties=(("LG", Basis.GLOSS),)) for name in ("LG전자", "LG화학")]
    Ledger(store).load([partners(*glossed)])
    assert names(store) == {("LG전자", "company"), ("LG화학", "company")}


def test_people_of_one_name_at_two_firms_are_two(store: Store) -> None:
    leads = [Statement(person("김민석"), "LEADS", company(c)) for c in ("가온", "나래")]
    Ledger(store).load([write(s, url=f"https://news.example/{n}") for n, s in enumerate(leads)])
    assert len(store.search("김민석").items) == 2


def test_a_persons_firm_may_be_spelled_in_two_ways(store: Store) -> None:
    """Who leads 가온 leads (주)가온, and Gaon once a document says that they are one."""
    firms = (company("가온"), company("(주)가온"), company("Gaon"))
    Ledger(store).load(
        [
            write(Statement(person("김하늘"), "LEADS", firm), url=f"https://news.example/{n}")
            for n, firm in enumerate(firms)
        ]
    )
    assert len(store.search("김하늘").items) == 2
    Ledger(store).load([write(names=[company("가온", ties=(("Gaon", Basis.GLOSS),))])])
    assert len(store.search("김하늘").items) == 1


def test_an_undertaking_of_one_name_is_each_companys_own(store: Store) -> None:
    recycling = INITIATIVES[0]
    pursued = [Statement(company(c), "PURSUES", recycling) for c in ("가온", "나래")]
    Ledger(store).load([write(s, url=f"https://news.example/{n}") for n, s in enumerate(pursued)])
    assert len(store.search("폐배터리").items) == 2


def test_a_unit_is_known_with_or_without_its_companys_name(store: Store) -> None:
    said = [Statement(company("LG전자"), "HAS_UNIT", unit(u)) for u in ("BS본부", "LG전자 BS본부")]
    Ledger(store).load([write(s, url=f"https://news.example/{n}") for n, s in enumerate(said)])
    assert len(store.search("BS본부").items) == 1


def test_every_key_goes_on_finding_an_entity_after_a_merge(store: Store) -> None:
    """A link that somebody saved yesterday works tomorrow."""
    Ledger(store).load([partners(company("엑스원"), company("Xone"))])
    before = {e.name: e.id for e in store.all_entities()}
    Ledger(store).load([write(names=[company("엑스원", ties=(("Xone", Basis.GLOSS),))])])
    found = [store.entity(entity_id) for entity_id in before.values()]
    assert [e.name if e else None for e in found] == ["엑스원", "엑스원"]
    assert len(before) == 2


def test_an_alias_with_no_document_left_is_gone(store: Store) -> None:
    glossed = write(names=[company("가온", ties=(("Gaon", Basis.GLOSS),))])
    Ledger(store).load([partners(company("가온"), company("나래")), glossed])
    assert store.search("Gaon").items
    Ledger(store).retract([glossed.document.id])
    assert not store.search("Gaon").items


def test_taking_back_what_is_not_there_takes_back_nothing(store: Store) -> None:
    reading = partners(company("가온"), company("나래"))
    Ledger(store).load([reading])
    with pytest.raises(NotFoundError, match="doc_none"):
        Ledger(store).retract([reading.document.id, "doc_none"])
    assert store.totals()["documents"] == 1


def test_another_source_adds_to_what_the_text_says(store: Store) -> None:
    """Facts by hand stand beside the extractor's, and are replaced and taken back on their own."""
    extracted = write(names=[company("가온"), company("나래")], url="https://news.example/1")
    by_hand = Reading(extracted.document, extracted.referents, source="facts.csv")
    ledger = Ledger(store, actor="lee")
    ledger.load([extracted])
    assert ledger.load([by_hand])[0].action is Action.LOADED
    ledger.retract([extracted.document.id], source="facts.csv")
    assert [r.source for r in store.readings(extracted.document.id)] == ["text"]
    assert [(e.action, e.source, e.actor) for e in store.log().items] == [
        (Action.LOADED, "text", "lee"),
        (Action.LOADED, "facts.csv", "lee"),
        (Action.RETRACTED, "facts.csv", "lee"),
    ]


def test_a_changed_text_ends_what_others_read_in_it_and_says_so(store: Store) -> None:
    """Facts by hand stand at places of the old text: the log and the answer tell that they go."""
    old = write(names=[company("가온")], url="https://news.example/1")
    by_hand = Reading(old.document, old.referents, source="facts.csv")
    new = write(names=[company("가온"), company("나래")], url="https://news.example/1")
    Ledger(store).load([old, by_hand])
    loaded = Ledger(store).load([new])
    assert [(one.source, one.action) for one in loaded] == [
        ("text", Action.REPLACED),
        ("facts.csv", Action.RETRACTED),
    ]
    assert [e.action for e in store.log().items][-1] is Action.RETRACTED


def test_a_source_that_does_not_know_the_date_does_not_take_it_away(store: Store) -> None:
    dated = write(names=[company("가온")], url="https://news.example/1", published="2023-05-18")
    undated = write(names=[company("가온")], url="https://news.example/1", source="b.ndjson")
    Ledger(store).load([dated])
    Ledger(store).load([undated])
    (document,) = store.all_documents()
    assert document.published == "2023-05-18"


def test_a_claim_under_a_new_key_regroups_the_facts_beside_it(store: Store) -> None:
    """Who is said to lead LG Chem, and to be 대표 of LG화학, leads one company once."""
    tied = write(names=[company("LG화학", ties=(("LG Chem", Basis.GLOSS),))])
    silent = Statement(person("김민석"), "LEADS", company("LG Chem"))
    titled = Statement(person("김민석"), "LEADS", company("LG화학"), {"title": "대표"})
    Ledger(store).load([tied])
    for n, said in enumerate([silent, titled]):
        Ledger(store).load([write(said, url=f"https://news.example/{n}")])
    assert len(list(store.all_facts())) == 1
    assert verify(store).sound


def test_two_people_of_one_name_with_two_identifiers_are_two(store: Store) -> None:
    people = [Thing("김민석", Label.PERSON, identifiers=(("wikidata", q),)) for q in ("Q1", "Q2")]
    firms = ("가온", "나래")
    said = [Statement(p, "LEADS", company(f)) for p, f in zip(people, firms, strict=True)]
    Ledger(store).load([write(s, url=f"https://news.example/{n}") for n, s in enumerate(said)])
    assert len(store.search("김민석").items) == 2


def test_a_person_with_an_identifier_is_the_one_known_without_it(store: Store) -> None:
    known = Thing("김민석", Label.PERSON, identifiers=(("wikidata", "Q1"),))
    said = [Statement(p, "LEADS", company("가온")) for p in (known, person("김민석"))]
    Ledger(store).load([write(s, url=f"https://news.example/{n}") for n, s in enumerate(said)])
    assert len(store.search("김민석").items) == 1
