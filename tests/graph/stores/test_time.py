"""What a day's view, the change feed and judgements ask of a store."""

from graph.asof import AsOf
from graph.documents import DocumentKind
from graph.judgements import judged_different, judged_same, judged_wrong
from graph.keys import key_id
from graph.ledger import Ledger
from graph.questions.changes import changes
from graph.stores.base import Reader, Store
from graph.verification import graph_hash, verify
from tests.graph.stores.samples import key, states

WHO = {"author": "kim", "date": "2026-11-26", "reason": "checked"}


def load(store: Store) -> None:
    Ledger(store).load(
        [
            states(1, "LG화학", "PARTNERS_WITH", "GM", origin={"published": "2023-05"}),
            states(2, "GM", "PARTNERS_WITH", "LG화학", origin={"published": "2023-08-01"}),
            states(3, "엘지켐", "ACQUIRED", "아베오"),
        ]
    )


def edges(reader: Reader) -> dict[str, int]:
    return {fact.type: len(fact.evidence) for fact in reader.all_facts()}


def test_entities_are_known_from_their_first_dated_document(store: Store) -> None:
    load(store)
    lg, aveo = key_id(key("LG화학")), key_id(key("아베오"))
    assert store.known_from([lg, aveo, "org_none"]) == {lg: "2023-05-31"}


def test_a_day_shows_what_was_known_by_then(store: Store) -> None:
    load(store)
    assert edges(AsOf(store, "2023-05-30")) == {}
    assert edges(AsOf(store, "2023-07-31")) == {"PARTNERS_WITH": 1}
    assert edges(AsOf(store, "2023-08-01")) == {"PARTNERS_WITH": 2}
    assert AsOf(store, "2023-08-01").totals() == {"documents": 2, "entities": 2, "facts": 1}


def test_the_feed_reads_on_from_its_cursor(store: Store) -> None:
    load(store)
    whole = changes(store, since="2023-01", until="2023-12").items
    paged, after = [], None
    for _ in whole:
        page = changes(store, since="2023-01", until="2023-12", after=after, limit=1)
        paged += page.items
        after = page.next
    assert (paged, after) == (whole, None)
    assert len(whole) == 3


def test_a_fact_names_the_claims_it_rests_on(store: Store) -> None:
    """A symmetric one in either direction."""
    load(store)
    (fact,) = store.facts([key_id(key("GM"))]).items
    assert {(p.subject, p.object) for p in store.places(fact)} == {
        (key("LG화학"), key("GM")),
        (key("GM"), key("LG화학")),
    }


def test_documents_are_listed_by_kind(store: Store) -> None:
    load(store)
    Ledger(store).load([judged_same(store, key_id(key("엘지켐")), key_id(key("LG화학")), **WHO)])
    (judgement,) = store.document_page(kinds=[DocumentKind.JUDGEMENT]).items
    assert judgement.publisher == "kim"
    first = store.document_page(limit=3)
    rest = store.document_page(after=first.next, limit=3)
    assert [len(first.items), len(rest.items), rest.next] == [3, 1, None]


def test_streams_go_on_from_an_id(store: Store) -> None:
    load(store)
    facts, entities = list(store.all_facts()), list(store.all_entities())
    assert list(store.all_facts(after=facts[0].id)) == facts[1:]
    assert list(store.all_entities(after=entities[1].id)) == entities[2:]


def test_judgements_hold_and_the_ledger_gives_the_same_graph(both: tuple[Store, Store]) -> None:
    """The same decisions on both stores give one hash, and the rebuilt graph has it too."""
    for store in both:
        load(store)
        lg, gm = key_id(key("LG화학")), key_id(key("GM"))
        (fact,) = store.facts([gm]).items
        Ledger(store).load(
            [
                judged_same(store, key_id(key("엘지켐")), lg, **WHO),
                judged_different(store, gm, lg, **WHO),
                judged_wrong(store, fact.id, document=fact.evidence[0].source.document, **WHO),
            ]
        )
        assert edges(store) == {"PARTNERS_WITH": 1, "ACQUIRED": 1}
        assert store.entity(key_id(key("엘지켐"))) == store.entity(lg)
        assert verify(store).sound
    assert graph_hash(both[0]) == graph_hash(both[1])
