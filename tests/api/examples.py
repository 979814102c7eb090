"""The examples of the OpenAPI pages, made by the app; run as a module it writes them anew."""

import json
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from api.app import create_app
from graph.exports import graphml
from graph.stores import open_store
from tests.api.conftest import ARTICLE, read

FILE = Path("api/data/examples.json")
POSTED = ARTICLE | {
    "text": "LG 계열사인 LG화학은 2023년 1월 신약 개발사 아베오 파마슈티컬스를 인수했다.",
}


def examples(folder: Path) -> dict[str, Any]:
    """What every route answers about one posted article."""
    app = create_app(
        open_store=lambda: open_store(f"sqlite:///{folder / 'graph.db'}"),
        read=read,
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
    return {"article_posted": POSTED, "post_article": posted} | made | _short(made["get_ontology"])


def _short(ontology: dict[str, Any]) -> dict[str, Any]:
    """The ontology with one relation of all, and with the extract object's schema left out."""
    relations = {"ACQUIRED": ontology["relations"]["ACQUIRED"]}
    return {"get_ontology": ontology | {"relations": relations, "extract": {"title": "ExtractOut"}}}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        text = json.dumps(examples(Path(scratch)), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", "utf-8")
