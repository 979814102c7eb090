"""Real articles in any order and batching make one graph, on either store."""

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.claims import Reading
from graph.documents import make_document
from graph.ledger import Ledger
from graph.stores import open_store
from graph.stores.base import Store
from graph.verification import graph_hash
from strategraph.reading import read

CORPUS = Path(__file__).parent.parent / "corpus"


@cache
def articles() -> tuple[Reading, ...]:
    """Thirty labeled articles, as the extractor reads them."""
    labels = [json.loads(p.read_text("utf-8")) for p in sorted((CORPUS / "gold").glob("d*.json"))]
    return tuple(
        read(
            make_document(
                (CORPUS / label["text"]).read_text("utf-8"),
                url=f"https://news.example/{label['id']}",
                published=label["published"],
            )
        )
        for label in labels[:30]
    )


def in_some_order(open_: Callable[[], Store], seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311
    rest = chance.sample(articles(), len(articles()))
    store = open_()
    while rest:
        size = chance.randrange(1, 12)
        Ledger(store).load(rest[:size])
        rest = rest[size:]
    found = graph_hash(store)
    store.close()
    return found


def test_two_hundred_orders_and_batchings_make_one_graph(tmp_path: Path) -> None:
    def open_sqlite(seed: int) -> Store:
        return open_store(f"sqlite:///{tmp_path / f'{seed}.db'}")

    hashes = {in_some_order(lambda: open_sqlite(seed), seed) for seed in range(200)}  # noqa: B023
    assert len(hashes) == 1


@pytest.mark.parametrize("seed", range(5))
def test_neo4j_makes_the_same_graph_in_any_order(
    tmp_path: Path, clean_neo4j: str, seed: int
) -> None:
    one = in_some_order(lambda: open_store(clean_neo4j), seed)
    assert one == in_some_order(lambda: open_store(f"sqlite:///{tmp_path / 'graph.db'}"), 1000)
