"""The examples of the OpenAPI pages, made by the app; run as a module it writes them anew."""

import json
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from graph.claims import Reading
from graph.documents import Document
from graph.exports import graphml
from graph.stores import open_store
from tests.api.conftest import ARTICLE, read
from tests.graph.questions.stories import reading_of

FILE = Path("api/data/examples.json")
POSTED = ARTICLE | {
    "text": "LG 계열사인 LG화학은 2023년 1월 신약 개발사 아베오 파마슈티컬스를 인수했다.",
}
LATER = {
    "text": "LG화학은 아베오 파마슈티컬과 손잡았다.",
    "publisher": "한빛경제",
    "published": "2023-06-01",
    "url": "https://news.example/later",
}


def _read(document: Document) -> Reading:
    """As in the tests; the later article besides, which shortens a name."""
    if document.text == LATER["text"]:
        return reading_of(document, [("LG화학", "PARTNERS_WITH", "아베오 파마슈티컬")])
    return read(document)


def examples(folder: Path) -> dict[str, Any]:
    """What every route answers about one posted article, and about what changes with a second."""
    app = create_app(
        open_store=lambda: open_store(f"sqlite:///{folder / 'graph.db'}"),
        read=_read,
        graphml=graphml.write,
        version="0.1.0",
    )
    with TestClient(app) as client:
        posted = client.post("/articles", json=POSTED).json()
        posted["report"]["seconds"] = 0.0312
        article = f"/articles/{posted['document']['id']}"
        lg = f"/entities/{posted['entities'][0]['id']}"
        fact = next(f["id"] for f in posted["facts"] if f["type"] == "ACQUIRED")
        paths = {
            "list_articles": "/articles",
            "get_article": article,
            "list_entities": "/entities?q=LG",
            "get_entity": lg,
            "list_entity_facts": f"{lg}/facts",
            "list_entity_articles": f"{lg}/articles",
            "list_partners": f"{lg}/partners",
            "get_surroundings": f"{lg}/surroundings",
            "get_fact": f"/facts/{fact}",
            "get_ontology": "/ontology",
            "get_health": "/healthz",
            "get_readiness": "/readyz",
        }
        made = {name: client.get(path).json() for name, path in paths.items()}
        made |= _of_a_later_article(client)
    return {"article_posted": POSTED, "post_article": posted} | made | _short(made["get_ontology"])


def _of_a_later_article(client: TestClient) -> dict[str, Any]:
    """What the routes answer that compare, decide and tell what was done."""
    assert client.post("/articles", json=LATER).status_code == 201
    review = client.get("/review").json()
    (pair,) = review["items"]
    decision = {
        "verdict": "same",
        "entities": [pair["one"]["id"], pair["other"]["id"]],
        "author": "minji.kim",
        "reason": "the second article shortens the name",
        "date": "2023-06-02",
    }
    changes = client.get("/changes?since=2023-05-31&until=2023-06-01").json()
    decided = client.post("/judgements", json=decision).json()
    log = client.get("/log").json()
    for entry in log["items"]:
        entry["at"] = f"{decision['date']}T09:00:00.000Z"
    return {
        "get_review": review,
        "list_changes": changes,
        "judgement_posted": decision,
        "post_judgement": decided,
        "get_judgement": client.get(f"/judgements/{decided['id']}").json(),
        "list_judgements": client.get("/judgements").json(),
        "list_log": log,
    }


def _short(ontology: dict[str, Any]) -> dict[str, Any]:
    """The ontology with one relation of all, and with the extract object's schema left out."""
    relations = {"ACQUIRED": ontology["relations"]["ACQUIRED"]}
    return {"get_ontology": ontology | {"relations": relations, "extract": {"title": "ExtractOut"}}}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        text = json.dumps(examples(Path(scratch)), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", "utf-8")
