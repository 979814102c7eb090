"""GraphML: our streaming writer beside networkx's, on one graph."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import networkx as nx

from benchmarks.loading import article
from benchmarks.timing import medians
from graph.analysis import networkx_graph
from graph.exports import graphml
from graph.ledger import Ledger
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore

_ARTICLES = 2_000
_RUNS = 3


def main() -> None:
    """Print the time of both, each from the store to a file."""
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "graph.db")
        chance = Random(1)  # noqa: S311
        readings = [article(n, _ARTICLES, chance) for n in range(_ARTICLES)]
        Ledger(store).load(readings)
        ours, theirs = medians(
            lambda: _write(store, Path(folder) / "ours.graphml"),
            lambda: nx.write_graphml_xml(_plain(store), Path(folder) / "theirs.graphml"),
            _RUNS,
        )
        totals = store.totals()
        store.close()
    print(f"GraphML of {totals['entities']:,} nodes and {totals['facts']:,} edges: {ours:.2f} s")
    print(f"through networkx: {theirs:.2f} s; ratio: {ours / theirs:.2f}")


def _write(store: Store, path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(graphml.write(store))


def _plain(store: Store) -> "nx.MultiDiGraph[str]":
    """The graph with only the values that networkx can write."""
    whole = networkx_graph(store)
    for _, data in whole.nodes(data=True):
        _keep_plain(data)
    for *_, data in whole.edges(data=True):
        _keep_plain(data)
    return whole


def _keep_plain(data: dict[str, object]) -> None:
    for name in [n for n, value in data.items() if not isinstance(value, str | int | float)]:
        del data[name]


if __name__ == "__main__":
    main()
