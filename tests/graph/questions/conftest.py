"""A store with the story of LG's partners in it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.documents import make_document
from graph.keys import key_id, name_key
from graph.ledger import Ledger
from graph.ontology import Label
from graph.stores import open_store
from graph.stores.base import Store
from tests.graph.questions.stories import KINDS, LABELS, lg_article, read_story, reading_of

Tell = Callable[..., None]
Rows = Sequence[tuple[Any, ...]]


@pytest.fixture(params=["sqlite", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store: the test runs once for each kind."""
    url = f"sqlite:///{tmp_path / 'graph.db'}"
    if request.param == "neo4j":
        url = request.getfixturevalue("clean_neo4j")
    with closing(open_store(url)) as opened:
        yield opened


@pytest.fixture
def lg(store: Store) -> Store:
    """The store with the story in it."""
    Ledger(store).load([read_story(lg_article())])
    return store


@pytest.fixture
def tell(store: Store) -> Tell:
    """Loads an article that states a fact, and others `also`, all in one sentence."""
    numbers = iter(range(1000))

    def told(
        subject: str, type_: str, object_: str, *more: Any, also: Rows = (), **about: Any
    ) -> None:
        url = f"https://news.example/told/{next(numbers)}"
        rows = [(subject, type_, object_, *more), *also]
        text = " · ".join(dict.fromkeys(name for row in rows for name in (row[0], row[2])))
        document = make_document(text, url=url, **about)
        Ledger(store).load([reading_of(document, rows)])

    return told


def id_of(name: str) -> str:
    """The id of what is called so."""
    label = LABELS.get(name, Label.ORGANIZATION)
    return key_id(name_key(label, name, KINDS.get(name)))
