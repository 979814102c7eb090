"""The graph in networkx: whole, or around one entity."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from graph.admission import admit
from graph.analysis import networkx_graph, surroundings
from graph.claims import Claim, Evidence, Proposal, Referent
from graph.documents import make_document
from graph.errors import NotFoundError
from graph.ledger import Ledger
from graph.ontology import Label
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore

NAMES = ("LG", "LG화학", "켐코", "고려아연")
TEXT = "LG, LG화학, 켐코, 고려아연"
URL = "https://news.example/1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A chain of four organizations."""
    store = SqliteStore(tmp_path / "graph.db")
    places = [TEXT.index(name, 0 if name == "LG" else 3) for name in NAMES]
    document = make_document(TEXT, url=URL)
    proposal = Proposal(
        document,
        tuple(
            Referent(name, Label.ORGANIZATION, name, mentions=((at, at + len(name)),))
            for name, at in zip(NAMES, places, strict=True)
        ),
        tuple(
            Claim(a, "HAS_SUBSIDIARY", b, (Evidence(0, len(TEXT), "test"),), {"share": 0.5})
            for a, b in pairwise(NAMES)
        ),
    )
    Ledger(store).load([admit(proposal)])
    yield store
    store.close()


def id_of(store: Store, name: str) -> str:
    """The id of the entity of this name."""
    return next(e.id for e in store.all_entities() if e.name == name)


def test_the_whole_graph(store: Store) -> None:
    """Nodes have names and labels, edges are keyed by fact and say what they rest on."""
    graph = networkx_graph(store)
    assert {data["name"] for _, data in graph.nodes(data=True)} == set(NAMES)
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Organization"}
    facts = {fact.id: fact for fact in store.all_facts()}
    found = {(a, b, key) for a, b, key in graph.edges(keys=True)}
    assert found == {(f.subject, f.object, f.id) for f in facts.values()}
    for _, _, data in graph.edges(data=True):
        assert (data["type"], data["share"]) == ("HAS_SUBSIDIARY", 0.5)
        assert (data["quote"], data["articles"]) == (TEXT, [URL])


@pytest.mark.parametrize(
    ("hops", "names"), [(0, NAMES[:1]), (1, NAMES[:2]), (2, NAMES[:3]), (9, NAMES)]
)
def test_surroundings_reach_as_far_as_asked(
    store: Store, hops: int, names: tuple[str, ...]
) -> None:
    """Each hop takes in the entities one relation further."""
    graph = surroundings(store, id_of(store, "LG"), hops=hops)
    assert {data["name"] for _, data in graph.nodes(data=True)} == set(names)
    assert graph.number_of_edges() == max(len(names) - 1, 0)


def test_surroundings_of_nothing(store: Store) -> None:
    """An id that nobody knows is an error, not an empty graph."""
    with pytest.raises(NotFoundError, match="org_0"):
        surroundings(store, "org_0")
