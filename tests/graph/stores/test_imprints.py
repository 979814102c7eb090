"""What sources say of a document besides its text: the day, the title, the publisher."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Reading
from graph.documents import Document, DocumentKind
from graph.ledger import Ledger
from graph.stores.base import Store
from graph.stores.log import Action
from graph.verification import graph_hash, verify
from tests.graph.random_documents import fresh_store, hash_of, load_in_batches, thorough
from tests.graph.stores.samples import article, states


def read(
    published: str | None = None, *, source: str = "text", title: str | None = None
) -> Reading:
    """What a source that knows this day and title reads in the one article of these tests."""
    origin = {"published": published, "title": title}
    said = states(1, "LG화학", "PARTNERS_WITH", "GM", origin=origin)
    return replace(said, source=source)


def stored(store: Store) -> Document:
    """The one document."""
    (document,) = store.all_documents()
    return document


def test_a_day_that_is_not_given_again_is_gone(store: Store) -> None:
    """The same text, loaded without the day that was wrong: nothing of it is left."""
    Ledger(store).load([read("2023")])
    (loaded,) = Ledger(store).load([read(None)])
    assert loaded.action is Action.REPLACED
    assert stored(store).published is None
    assert graph_hash(store) == hash_of([read(None)])


@pytest.mark.parametrize("at_once", [True, False])
def test_a_source_that_does_not_know_the_day_learns_it_from_another(
    store: Store, at_once: bool
) -> None:
    """Also where the two are loaded together."""
    readings = [read("2023-05-18"), read(None, source="b.ndjson", title="합작")]
    for batch in [readings] if at_once else [[r] for r in readings]:
        Ledger(store).load(batch)
    assert (stored(store).published, stored(store).title) == ("2023-05-18", "합작")
    assert {e.source.published for f in store.all_facts() for e in f.evidence} == {"2023-05-18"}


def test_sources_that_know_different_days_agree_in_any_order(store: Store) -> None:
    """Who read the text itself is believed first, then the others by name."""
    readings = [read(None), read("2024", source="b.ndjson"), read("2023", source="a.ndjson")]
    for order in permutations(readings):
        for reading in order:
            Ledger(store).load([reading])
        assert stored(store).published == "2023"
        Ledger(store).retract([stored(store).id])


def test_a_day_goes_with_the_source_that_knew_it(store: Store) -> None:
    """What the others say stays, and the log tells of the one that went."""
    other = read(None, source="b.ndjson", title="합작")
    Ledger(store).load([read("2023"), other])
    (taken,) = Ledger(store).retract([other.document.id], source="text")
    assert (taken.source, taken.action) == ("text", Action.RETRACTED)
    assert graph_hash(store) == hash_of([other])
    assert verify(store).sound


def test_loading_again_what_knows_less_changes_nothing(store: Store) -> None:
    """Each source is compared with what it said itself."""
    readings = [read("2023"), read(None, source="b.ndjson")]
    Ledger(store).load(readings)
    assert {loaded.action for loaded in Ledger(store).load(readings)} == {None}


def test_a_text_that_comes_back_does_not_bring_back_what_others_read_in_it(store: Store) -> None:
    """A change and its reversal, loaded at once, end the other sources as one by one."""
    by_hand, other = (
        read("2023", source="facts.csv"),
        replace(read(), document=article(1, "다른 글")),
    )
    between = replace(other, referents=(), claims=())
    Ledger(store).load([read(), by_hand])
    Ledger(store).load([between, read()])
    assert graph_hash(store) == hash_of([read()])


sources = st.lists(
    st.builds(
        lambda source, published, title, kind: replace(
            (said := read(published, source=source, title=title)),
            document=replace(said.document, kind=kind),
        ),
        st.sampled_from(["text", "a.ndjson", "b.ndjson", "facts.csv"]),
        st.sampled_from([None, "2023", "2024-01-02"]),
        st.sampled_from([None, "합작", "협력"]),
        st.sampled_from([DocumentKind.ARTICLE, DocumentKind.REGISTER]),
    ),
    min_size=1,
    max_size=8,
)


@thorough
@given(sources, st.randoms(use_true_random=False))
def test_the_last_reading_of_each_source_is_all_that_counts(
    readings: list[Reading], random: Random
) -> None:
    """In any batches, and with some sources taken back: the graph of those that are left."""
    last = {reading.source: reading for reading in readings}
    back = random.sample(sorted(last), random.randint(0, len(last) - 1))
    kept = [reading for source, reading in last.items() if source not in back]
    with fresh_store() as store:
        load_in_batches(store, readings, random)
        for source in back:
            Ledger(store).retract([stored(store).id], source=source)
        assert graph_hash(store) == hash_of(random.sample(kept, len(kept)))
        assert verify(store).sound
