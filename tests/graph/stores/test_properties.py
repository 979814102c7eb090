"""What must always be true, on Neo4j as on SQLite: random documents through both."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.asof import AsOf
from graph.claims import Reading
from graph.facts import Fact
from graph.ledger import Ledger
from graph.questions.changes import changes
from graph.stores import open_store
from graph.stores.base import Store
from graph.verification import canonical_dump, graph_hash, verify
from tests.graph.random_documents import document_sets, hash_of, load_in_batches
from tests.graph.stores.test_processes import documents
from tests.graph.test_judgements import judge_at_random

few = settings(
    max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)


def life(store: Store, readings: list[Reading], random: Random) -> list[Reading]:
    """Load some, judge, load the rest, take some back; what is left of it all."""
    early, late = readings[::2], readings[1::2]
    load_in_batches(store, early, random)
    judgements = [j for _ in range(2) if (j := judge_at_random(store, random)) is not None]
    load_in_batches(store, [*judgements, *late], random)
    everything = {r.document.id: r for r in [*readings, *judgements]}
    back = random.sample(sorted(everything), random.randint(0, len(everything) // 2))
    Ledger(store).retract(back)
    return [r for id_, r in everything.items() if id_ not in back]


@pytest.mark.parametrize("kind", ["sqlite", "neo4j"])
@few
@given(readings=document_sets(), random=st.randoms(use_true_random=False))
def test_the_graph_is_what_is_left_in_the_ledger(
    kind: str, request: pytest.FixtureRequest, readings: list[Reading], random: Random
) -> None:
    """After any life: the graph of what is left, quotes that are true, a feed that adds up."""
    with TemporaryDirectory() as folder:
        store = open_store(_url(kind, request, Path(folder)))
        try:
            left = life(store, readings, random)
            assert graph_hash(store) == hash_of(left)
            assert verify(store).sound
            _quotes_are_true(store)
            _feed_is_the_difference(store, "2023-05-18", "2024-01-02")
        finally:
            store.close()


def _url(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{folder / 'graph.db'}"
    empty: Callable[[], str] = request.getfixturevalue("empty_neo4j")
    return empty()


def _quotes_are_true(store: Store) -> None:
    texts = {document.id: document.text for document in store.all_documents()}
    for fact in store.all_facts():
        assert all(texts[e.source.document][e.start : e.end] == e.quote for e in fact.evidence)


def _feed_is_the_difference(store: Store, since: str, until: str) -> None:
    begin, end = AsOf(store, since), AsOf(store, until)
    before, after = set(_facts(begin.all_facts)), set(_facts(end.all_facts))
    feed = changes(store, since=since, until=until, limit=1000).items
    assert {repr(c.before) for c in feed if c.before} == before - after
    assert {repr(c.after) for c in feed if c.after} == after - before


def _facts(stream: Callable[[], Iterator[Fact]]) -> list[str]:
    return [repr(fact) for fact in stream()]


def test_both_dump_the_same_lines(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Not only the same hash: a difference would show which line."""
    stores = [open_store(_url(kind, request, tmp_path)) for kind in ("sqlite", "neo4j")]
    for store in stores:
        load_in_batches(store, documents(15), Random(3))  # noqa: S311
    one, other = (list(canonical_dump(store)) for store in stores)
    for store in stores:
        store.close()
    assert one == other
