"""The first real article, read, stored and asked: what the whole program is for.

It is another's text and stays outside the repository: these tests run where ../shared has it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.claims import Reading
from graph.documents import make_document
from graph.ledger import Ledger
from graph.questions.partners import partners
from graph.stores import open_store
from graph.stores.base import Store, batches
from graph.verification import graph_hash, verify
from loaders.articles import Item, read_items
from loaders.evaluation import evaluate
from loaders.reference.documents import reference_readings
from strategraph.reading import read
from tests.conftest import ROOT, SHARED

pytestmark = pytest.mark.shared
SEED = SHARED / "seed"


@cache
def seed() -> Reading:
    text = (SEED / "lg-abc-strategy.txt").read_bytes().decode()
    return read(make_document(text, published="2023-05-18", publisher="서울신문"))


@cache
def samples() -> tuple[Reading, ...]:
    paths = sorted((ROOT / "samples").glob("*.txt"))
    items = [item for path in paths for item in read_items(str(path), max_bytes=10**6)]
    return tuple(
        read(item.content)
        for item in items
        if isinstance(item, Item) and not hasattr(item.content, "facts")
    )


def test_all_of_its_facts_are_found_and_none_is_wrong() -> None:
    facts = evaluate(SEED, read).scores["facts"]
    assert facts.right == facts.expected
    assert facts.found == facts.right


def test_every_fact_quotes_it() -> None:
    text = (SEED / "lg-abc-strategy.txt").read_bytes().decode()
    for claim in seed().claims:
        assert all(text[e.start : e.end].strip() for e in claim.evidence)


@pytest.fixture(params=["sqlite", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'graph.db'}"
    if request.param == "neo4j":
        url = request.getfixturevalue("clean_neo4j")
    opened = open_store(url)
    yield opened
    opened.close()


def test_its_partners_are_answered_with_the_whole_chain(store: Store) -> None:
    for batch in batches(reference_readings(), 2500):
        Ledger(store).load(batch)
    Ledger(store).load([seed()])
    lg = store.search("LG").items[0]
    chains = partners(store, lg.id).page.items
    for *way, partner in (
        ["ACQUIRED", "LG화학", "아베오 파마슈티컬스"],
        ["HAS_STAKE_IN", "LG에너지솔루션", "얼티엄셀즈", "GM"],
        ["PARTNER_IN", "LG에너지솔루션", "폐배터리 재활용 협력", "리사이클"],
    ):
        (chain,) = [
            chain
            for chain in chains
            if [chain.relation, *(hop.target.name for hop in chain.hops[:-1])] == way
            and partner in {chain.partner.name, *chain.partner.aliases}
        ]
        assert chain.hops[0].source == lg
        assert all(hop.evidence.quote for hop in chain.hops)
        assert chain.hops[-1].evidence.quote in seed().document.text


def orders() -> list[list[Reading]]:
    everything = [seed(), *samples()]
    return [everything, everything[::-1]]


def test_order_and_store_do_not_show(tmp_path: Path, clean_neo4j: str) -> None:
    """Loaded twice, in two orders with the samples, in two stores: one hash."""
    hashes = set()
    for n, url in enumerate([f"sqlite:///{tmp_path / 'graph.db'}", clean_neo4j]):
        store = open_store(url)
        for reading in orders()[n]:
            Ledger(store).load([reading])
        Ledger(store).load([seed()])
        assert verify(store).sound
        hashes.add(graph_hash(store))
        store.close()
    assert len(hashes) == 1


def test_taking_it_back_leaves_the_graph_that_never_had_it(store: Store, tmp_path: Path) -> None:
    never = open_store(f"sqlite:///{tmp_path / 'never.db'}")
    Ledger(never).load(samples())
    Ledger(store).load([seed(), *samples()])
    assert graph_hash(store) != graph_hash(never)
    Ledger(store).retract([seed().document.id])
    assert graph_hash(store) == graph_hash(never)
    never.close()
