"""The app on a real store, with a reader that knows the sentences of one story."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from graph.claims import Reading
from graph.documents import Document
from graph.errors import UnsupportedLanguageError
from graph.exports import graphml
from graph.stores import open_store
from graph.stores.base import Store
from tests.graph.questions.stories import TEXT, read_story

ARTICLE = {
    "text": TEXT,
    "title": "LG, 배터리와 신약으로 협력 넓힌다",
    "publisher": "한빛경제",
    "published": "2023-05-18",
    "url": "https://news.example/lg",
}
MakeApp = Callable[..., FastAPI]


def read(document: Document) -> Reading:
    """Reads Korean alone, as far as it is the story's; stumbles where the text says so."""
    if "고장" in document.text:
        raise RuntimeError("a secret of the extractor")
    if not any("가" <= character <= "힣" for character in document.text):
        raise UnsupportedLanguageError("the text is in a language that is not read here: 'en'")
    return read_story(document)


@pytest.fixture
def make_app(tmp_path: Path) -> MakeApp:
    """Makes an app on the test's store, with anything else in place of what it usually gets."""

    def made(**given: Any) -> FastAPI:
        usual: dict[str, Any] = {
            "open_store": lambda: open_store(f"sqlite:///{tmp_path / 'graph.db'}"),
            "read": read,
            "graphml": graphml.write,
            "version": "1.2.3",
            "max_article_bytes": 10_000,
        }
        return create_app(**(usual | given))

    return made


@pytest.fixture
def client(make_app: MakeApp) -> Iterator[TestClient]:
    """A client of the app, its store empty."""
    with TestClient(make_app(), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture
def lg(client: TestClient) -> TestClient:
    """A client of the app, the story stored."""
    assert client.post("/articles", json=ARTICLE).status_code == 201
    return client


@pytest.fixture
def store(tmp_path: Path, client: TestClient) -> Iterator[Store]:
    """The store behind the client."""
    opened = open_store(f"sqlite:///{tmp_path / 'graph.db'}")
    yield opened
    opened.close()


def id_of(client: TestClient, name: str) -> str:
    """The id of the entity that is called so."""
    items = client.get("/entities", params={"q": name}).json()["items"]
    return next(str(item["id"]) for item in items if item["name"] == name)
