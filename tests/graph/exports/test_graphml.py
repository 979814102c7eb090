"""GraphML opens in every tool with names, labels, colors and typed columns, and loses nothing."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Referent
from graph.documents import make_document
from graph.errors import BadInputError
from graph.exports import graphml, graphml_reader
from graph.exports.columns import entity_columns, fact_columns
from graph.ledger import Ledger
from graph.ontology import Label, Status
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore

HOSTILE = '㈜<A & "B"\'s>\u0001 😀\ufffe'
SHOWN = '㈜<A & "B"\'s> 😀'
TEXT = f"{HOSTILE}은 LG에 투자했다.\r\nLG는 {HOSTILE}과 경쟁한다."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A graph of two organizations with three facts, two of them between the same ends."""
    store = SqliteStore(tmp_path / "graph.db")
    document = make_document(TEXT, title="<제목>", url="https://news.example/?a=1&b=2")
    hostile, lg = len(HOSTILE), TEXT.index("LG")
    everything = (Evidence(0, len(TEXT), "test"),)
    amount = {"value": 3_000_000_000, "currency": "KRW", "text": "30억 원"}
    proposal = Proposal(
        document,
        (
            Referent("a", Label.ORGANIZATION, HOSTILE, mentions=((0, hostile),)),
            Referent("b", Label.ORGANIZATION, "LG", kind="group", mentions=((lg, lg + 2),)),
        ),
        (
            Claim("a", "INVESTED_IN", "b", everything, {"amount": amount, "date": "2024-03"}),
            Claim("a", "HAS_STAKE_IN", "b", everything, {"share": 0.5}, Status.PLANNED),
            Claim("b", "COMPETES_WITH", "a", everything, confidence=0.5),
        ),
    )
    reading = admit(proposal)
    assert reading.rejected == ()
    Ledger(store).load([reading])
    yield store
    store.close()


def written(store: Store, tmp_path: Path, flavor: str | None = None) -> str:
    """The path of the written file."""
    path = tmp_path / "graph.graphml"
    path.write_bytes(b"".join(graphml.write(store, flavor=flavor)))
    return str(path)


def edges(graph: Any) -> dict[str, dict[str, Any]]:
    """A networkx graph's edges by type."""
    return {data["label"]: data for _, _, data in graph.edges(data=True)}


@pytest.mark.parametrize("flavor", [None, "yed"])
def test_networkx_opens_it(store: Store, tmp_path: Path, flavor: str | None) -> None:
    """Names with any character, labels, colors and typed columns arrive; parallel edges too."""
    graph: Any = networkx.read_graphml(
        written(store, tmp_path, flavor), force_multigraph=True, edge_key_type=str
    )
    nodes = {data["name"]: data for _, data in graph.nodes(data=True)}
    assert nodes.keys() == {SHOWN, "LG"}
    assert nodes["LG"]["labels"] == ":Organization"
    assert nodes["LG"]["label"] == "LG"
    assert nodes["LG"]["kind"] == "group"
    assert nodes["LG"]["color"] != nodes[SHOWN]["color"]
    found = edges(graph)
    assert found.keys() == {"INVESTED_IN", "HAS_STAKE_IN", "COMPETES_WITH"}
    invested = found["INVESTED_IN"]
    assert (invested["amount"], invested["amount_currency"]) == (3e9, "KRW")
    assert (invested["sources"], invested["weight"]) == (1, 1.0)
    assert invested["interaction"] == "INVESTED_IN"
    assert invested["article_url"] == "https://news.example/?a=1&b=2"
    assert found["HAS_STAKE_IN"]["share"] == 0.5
    assert found["HAS_STAKE_IN"]["status"] == "planned"
    keys = {key for _, _, key in graph.edges(keys=True)}
    assert keys == {data["edge_uid"] for data in found.values()}


@pytest.mark.parametrize("flavor", [None, "yed"])
def test_igraph_opens_it(store: Store, tmp_path: Path, flavor: str | None) -> None:
    """A second reader, with other habits, finds the same."""
    graph = igraph.Graph.Read_GraphML(written(store, tmp_path, flavor))
    assert set(graph.vs["name"]) == {SHOWN, "LG"}
    assert set(graph.vs["entity_type"]) == {"Organization"}
    assert set(graph.es["label"]) == {"INVESTED_IN", "HAS_STAKE_IN", "COMPETES_WITH"}
    assert sorted(graph.es["confidence"]) == [0.5, 1.0, 1.0]


def test_nothing_is_lost(store: Store) -> None:
    """Our own reader gives back every entity and fact, also the characters XML cannot hold."""
    file = io.BytesIO(b"".join(graphml.write(store)))
    assert list(graphml_reader.read(file)) == [*store.all_entities(), *store.all_facts()]


def test_what_is_left_out_is_counted(store: Store) -> None:
    """A file that shows less than the graph holds says how many characters."""
    assert b"left out: " in b"".join(graphml.write(store))


def test_evidence_keeps_its_line_ends(store: Store, tmp_path: Path) -> None:
    """A carriage return is not read back as a line feed."""
    graph = networkx.read_graphml(
        written(store, tmp_path), force_multigraph=True, edge_key_type=str
    )
    assert "\r\n" in edges(graph)["INVESTED_IN"]["quote"]


def test_yed_sees_names_and_places(store: Store) -> None:
    """The yEd flavor has a labeled box for each node, each at its own place."""
    text = b"".join(graphml.write(store, flavor="yed")).decode()
    assert text.count("<y:ShapeNode>") == 2
    assert ">LG</y:NodeLabel>" in text
    assert "<y:EdgeLabel>INVESTED_IN</y:EdgeLabel>" in text


def test_an_unknown_flavor_is_refused_before_anything_is_written(store: Store) -> None:
    """The error comes when the export is asked for, not halfway through."""
    with pytest.raises(BadInputError, match="gephi"):
        graphml.write(store, flavor="gephi")


def test_an_empty_graph_is_a_file(tmp_path: Path) -> None:
    """A graph without anything still opens."""
    empty = SqliteStore(tmp_path / "empty.db")
    graph = networkx.read_graphml(written(empty, tmp_path))
    assert len(graph) == 0
    empty.close()


@pytest.mark.parametrize("columns", [entity_columns(), fact_columns()])
def test_column_names_bother_no_tool(columns: Any) -> None:
    """No two differ only by case, and none is a name that a tool keeps for itself."""
    names = [column.name.lower() for column in columns]
    assert len(names) == len(set(names))
    assert not {"id", "suid", "selected"} & set(names)
