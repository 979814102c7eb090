"""Both stores, empty and open, for tests that do not ask which one they have."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores import open_store
from graph.stores.base import Store

Open = Callable[[], Store]


def _neo4j_url(request: pytest.FixtureRequest) -> str:
    request.getfixturevalue("clean_neo4j")
    url: str = request.getfixturevalue("neo4j_url")
    return url


def _sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'graph.db'}"


@pytest.fixture(params=["sqlite", "neo4j"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store: the test runs once for each kind."""
    return _neo4j_url(request) if request.param == "neo4j" else _sqlite_url(tmp_path)


@pytest.fixture
def open_again(store_url: str) -> Iterator[Open]:
    """Opens the same store as another process would."""
    opened: list[Store] = []

    def open_() -> Store:
        opened.append(open_store(store_url))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again: Open) -> Store:
    """An empty store."""
    return open_again()


@pytest.fixture
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """An empty store of each kind, to be told the same and asked the same."""
    sqlite = open_store(_sqlite_url(tmp_path))
    neo4j = open_store(_neo4j_url(request))
    yield sqlite, neo4j
    sqlite.close()
    neo4j.close()
