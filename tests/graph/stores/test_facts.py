"""Facts: by id, and as the edges of a frontier."""

import pytest

from graph.facts import Fact
from graph.ontology import Label, Status, ontology
from graph.stores.base import Direction, Store
from tests.graph.stores.samples import article, entity, evidence, fact, file_entities

LG, GM, SK = entity("LG화학"), entity("GM"), entity("SK온")
ULTIUM = entity("얼티엄셀즈")


def put(store: Store, *facts: Fact) -> None:
    """Store facts between the sample companies."""
    file_entities(store, LG, GM, SK, ULTIUM)
    with store.transaction() as transaction:
        transaction.put_facts(facts)


def ids(*facts: Fact) -> list[str]:
    """The facts' ids in order."""
    return sorted(f.id for f in facts)


def test_a_fact_comes_back_as_it_was(store: Store) -> None:
    """Evidence, qualifiers of every type, conflicts and status survive."""
    first = article(
        1, "LG화학이 1조원에 샀다 😀", title="인수", publisher="한경", published="2023-01"
    )
    full = fact(
        "HAS_STAKE_IN",
        LG,
        ULTIUM,
        evidence(
            first,
            status=Status.PLANNED,
            share=0.5,
            amount={"value": 10**12, "currency": "KRW", "text": "1조원"},
        ),
        evidence(article(2, "49%"), status=Status.COMPLETED, confidence=0.5, share=0.49),
        evidence(article(3, "계약"), date="2023-01-18"),
    )
    assert full.conflicts
    put(store, full)
    assert store.fact(full.id) == full
    assert store.fact("fact_unknown") is None


@pytest.mark.parametrize("type_", sorted(ontology().relations))
def test_every_relation_is_kept(store: Store, type_: str) -> None:
    """A fact of each type between entities of the labels that it joins."""
    relation = ontology().relations[type_]
    one = entity("하나", min(relation.subjects))
    other = entity("다른", min(relation.objects))
    file_entities(store, one, other)
    stored = fact(type_, one, other)
    with store.transaction() as transaction:
        transaction.put_facts([stored])
    assert store.fact(stored.id) == stored
    assert store.facts([one.id], types=[type_], direction=Direction.OUT).items == [stored]
    assert list(store.all_facts()) == [stored]
    assert store.totals()["facts"] == 1


def test_a_fact_takes_the_place_of_one_of_its_id(store: Store) -> None:
    """What the old one had besides is gone."""
    put(store, fact("ACQUIRED", LG, GM, evidence(article(1), share=0.5), evidence(article(2))))
    renewed = fact("ACQUIRED", LG, GM, evidence(article(2)))
    with store.transaction() as transaction:
        transaction.put_facts([renewed])
    assert store.facts([LG.id]).items == [renewed]


def test_a_frontier_has_its_edges_once_each_by_id(store: Store) -> None:
    """Also where both ends are in it."""
    acquired = fact("ACQUIRED", LG, GM)
    supplies = fact("SUPPLIES", GM, SK)
    stake = fact("HAS_STAKE_IN", SK, ULTIUM)
    put(store, acquired, supplies, stake)
    assert [f.id for f in store.facts([LG.id, GM.id]).items] == ids(acquired, supplies)
    assert [f.id for f in store.facts([GM.id, GM.id, "org_unknown"]).items] == ids(
        acquired, supplies
    )
    assert store.facts([]).items == []


def test_edges_can_be_of_one_direction(store: Store) -> None:
    """Out of the frontier, into it, or both."""
    acquired = fact("ACQUIRED", LG, GM)
    supplies = fact("SUPPLIES", GM, SK)
    put(store, acquired, supplies)
    assert store.facts([GM.id], direction=Direction.OUT).items == [supplies]
    assert store.facts([GM.id], direction=Direction.IN).items == [acquired]
    both = [f.id for f in store.facts([GM.id], direction=Direction.BOTH).items]
    assert both == ids(acquired, supplies)


def test_edges_can_be_of_some_types(store: Store) -> None:
    """No type, or one that is not of the ontology, has no edges."""
    acquired, supplies = fact("ACQUIRED", LG, GM), fact("SUPPLIES", LG, GM)
    rivals = fact("COMPETES_WITH", LG, GM)
    put(store, acquired, supplies, rivals)
    found = store.facts([LG.id], types=["ACQUIRED", "SUPPLIES", "NO_SUCH"]).items
    assert [f.id for f in found] == ids(acquired, supplies)
    assert store.facts([LG.id], types=[]).items == []
    assert store.facts([LG.id], types=["NO_SUCH"]).items == []


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_pages_lead_through_all_edges(store: Store, size: int) -> None:
    """In order, without a gap or a repetition, and the last says that it is the last."""
    facts = [fact(type_, LG, other) for type_ in ("ACQUIRED", "SUPPLIES") for other in (GM, SK)]
    put(store, *facts)
    page = store.facts([LG.id], limit=size)
    found = list(page.items)
    while page.next is not None:
        assert len(page.items) == size
        page = store.facts([LG.id], limit=size, after=page.next)
        assert page.items
        found.extend(page.items)
    assert [f.id for f in found] == ids(*facts)
    assert store.facts([LG.id]).next is None


def test_two_facts_of_one_type_live_side_by_side(store: Store) -> None:
    """Two titles of one person are two facts between the same two ends."""
    person = entity("구광모", Label.PERSON)
    chair = fact("LEADS", person, LG, evidence(article(1), title="회장"))
    president = fact("LEADS", person, LG, evidence(article(1), title="대표"))
    file_entities(store, person, LG)
    with store.transaction() as transaction:
        transaction.put_facts([chair, president])
    assert [f.id for f in store.facts([person.id]).items] == ids(chair, president)
    with store.transaction() as transaction:
        transaction.drop_facts([("LEADS", person.id, LG.id)])
    assert store.facts([person.id]).items == []


def test_facts_are_dropped_by_their_ends(store: Store) -> None:
    """Of one type and one direction only; what is not there is no error."""
    acquired, back = fact("ACQUIRED", LG, GM), fact("ACQUIRED", GM, LG)
    supplies = fact("SUPPLIES", LG, GM)
    put(store, acquired, back, supplies)
    with store.transaction() as transaction:
        transaction.drop_facts([("ACQUIRED", LG.id, GM.id), ("SUPPLIES", "org_x", GM.id)])
    assert [f.id for f in store.facts([LG.id]).items] == ids(back, supplies)
    assert store.fact(acquired.id) is None


def test_facts_are_dropped_at_an_entity(store: Store) -> None:
    """At either end of it, and no others; entities and mentions stay."""
    kept = fact("SUPPLIES", SK, ULTIUM)
    put(store, fact("ACQUIRED", LG, GM), fact("SUPPLIES", GM, SK), kept)
    with store.transaction() as transaction:
        transaction.drop_facts_at([GM.id, "org_unknown"])
    assert list(store.all_facts()) == [kept]
    assert store.entity(GM.id) == GM


def test_an_entity_that_is_put_again_keeps_its_facts(store: Store) -> None:
    """A new name does not cut its edges."""
    acquired = fact("ACQUIRED", LG, GM)
    put(store, acquired)
    with store.transaction() as transaction:
        transaction.put_entities([entity("LG화학", kind="company")])
    assert store.facts([GM.id]).items == [acquired]


def test_large_money_is_kept(store: Store) -> None:
    """An amount beyond what a database's integers hold is no error."""
    amount = {"value": 10**19, "currency": "IDR"}
    rich = fact("INVESTED_IN", LG, GM, evidence(article(1), amount=amount))
    put(store, rich)
    assert store.fact(rich.id) == rich
