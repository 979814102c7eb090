"""Everything in order: what verification, exports and analysis read."""

from graph.stores.base import Store
from tests.graph.stores.samples import article, entity, evidence, fact, file_entities, reading

MANY = 1203
"""More than any store reads at once."""


def test_an_empty_store_has_nothing(store: Store) -> None:
    """No item, and zeros."""
    assert list(store.all_documents()) == []
    assert list(store.all_readings()) == []
    assert list(store.all_entities()) == []
    assert list(store.all_facts()) == []
    assert store.totals() == {"documents": 0, "entities": 0, "facts": 0}


def test_documents_and_readings_are_streamed_in_order(store: Store) -> None:
    """Documents by id; readings by document and source."""
    readings = [reading(n, f"기사 {n}", source) for n in range(MANY) for source in ("text", "b")]
    with store.transaction() as transaction:
        transaction.put_readings(readings)
    documents = {r.document.id: r.document for r in readings}
    assert list(store.all_documents()) == [documents[id_] for id_ in sorted(documents)]
    assert list(store.all_readings()) == sorted(readings, key=lambda r: (r.document.id, r.source))
    assert store.totals()["documents"] == MANY


def test_entities_and_facts_are_streamed_in_order(store: Store) -> None:
    """Both by id, facts of all types together."""
    hub = entity("LG")
    firms = [entity(f"회사{n}") for n in range(MANY)]
    said = evidence(article(1))
    facts = [
        fact(type_, hub, firm, said)
        for n, firm in enumerate(firms)
        for type_ in (["ACQUIRED", "SUPPLIES"] if n % 2 else ["HAS_SUBSIDIARY"])
    ]
    file_entities(store, hub, *firms)
    with store.transaction() as transaction:
        transaction.put_facts(facts)
    assert list(store.all_entities()) == sorted([hub, *firms], key=lambda e: e.id)
    assert list(store.all_facts()) == sorted(facts, key=lambda f: f.id)
    assert store.facts([hub.id]).items == list(store.all_facts())
    assert store.totals() == {"documents": 0, "entities": MANY + 1, "facts": len(facts)}


def test_a_stream_can_be_left_early(store: Store) -> None:
    """Whoever stops reading leaves nothing locked behind."""
    file_entities(store, entity("가"), entity("나"))
    stream = store.all_entities()
    first = next(stream)
    del stream
    file_entities(store, entity("다"))
    assert next(store.all_entities()).id <= first.id
    assert store.totals()["entities"] == 3
