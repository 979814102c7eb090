"""The app as a whole: health, files, the ontology, its pages, and every error's shape."""

import io
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import uvicorn
from fastapi.testclient import TestClient

from api.services import StoreDoor
from graph.errors import StoreUnavailableError
from graph.schema import extract_schema
from graph.stores.base import Store
from graph.stores.sqlite.transaction import SqliteTransaction
from tests.api.conftest import ARTICLE, MakeApp, id_of
from tests.api.examples import FILE, examples

UNAVAILABLE = "the SQLite store graph.db: disk I/O error"


def problem_of(response: Any, status: int, kind: str) -> dict[str, Any]:
    """The problem document of a response."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["type"] == f"urn:strategraph:problem:{kind}"
    assert problem["status"] == status
    return problem


def test_the_program_says_that_it_is_alive_and_ready(client: TestClient) -> None:
    """Ready with what it holds."""
    assert client.get("/healthz").json() == {"status": "alive", "version": "1.2.3"}
    assert client.get("/readyz").json() == {
        "status": "ready",
        "documents": 0,
        "entities": 0,
        "facts": 0,
    }


def test_the_graph_as_a_file(lg: TestClient) -> None:
    """GraphML that networkx opens."""
    response = lg.get("/graph.graphml")
    assert response.headers["content-type"] == "application/graphml+xml"
    graph = nx.read_graphml(io.BytesIO(response.content))
    totals = lg.get("/readyz").json()
    assert (len(graph), graph.number_of_edges()) == (totals["entities"], totals["facts"])


def test_the_graph_as_a_file_as_of_a_day(lg: TestClient) -> None:
    """Only what had been published by then."""
    sizes = {}
    for day in ("2023-05-17", "2023-05-18"):
        response = lg.get("/graph.graphml", params={"as_of": day})
        sizes[day] = len(nx.read_graphml(io.BytesIO(response.content)))
    assert sizes == {"2023-05-17": 0, "2023-05-18": lg.get("/readyz").json()["entities"]}


def test_the_graph_as_a_file_for_yed(lg: TestClient) -> None:
    """With the graphics that only yEd reads, where they are asked for."""
    assert b"yfiles" in lg.get("/graph.graphml", params={"flavor": "yed"}).content
    assert b"yfiles" not in lg.get("/graph.graphml").content


def test_the_ontology_says_what_the_graph_is_made_of(client: TestClient) -> None:
    """With the schema that the extract object keeps."""
    ontology = client.get("/ontology").json()
    assert ontology["relations"]["PARTNERS_WITH"]["symmetric"] is True
    assert ontology["relations"]["ACQUIRED"]["to"] == ["Organization", "Product"]
    assert ontology["relations"]["HAS_SUBSIDIARY"]["qualifiers"]["basis"]["type"] == "choice"
    assert ontology["statuses"] == ["planned", "announced", "completed", "ended", "cancelled"]
    assert ontology["extract"] == extract_schema()


def test_the_front_door_leads_to_the_pages(client: TestClient) -> None:
    """Until there is a page of its own."""
    response = client.get("/", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, "docs")
    assert client.get("/docs").status_code == 200


def test_the_pages_show_every_route_with_an_example_and_its_problems(client: TestClient) -> None:
    """And name no shape that is not there."""
    pages = client.get("/openapi.json").json()
    assert pages["paths"].keys() == {
        "/articles",
        "/articles/{article_id}",
        "/entities",
        "/entities/{entity_id}",
        "/entities/{entity_id}/facts",
        "/entities/{entity_id}/articles",
        "/entities/{entity_id}/partners",
        "/entities/{entity_id}/surroundings",
        "/facts/{fact_id}",
        "/changes",
        "/review",
        "/judgements",
        "/judgements/{judgement_id}",
        "/log",
        "/graph.graphml",
        "/ontology",
        "/healthz",
        "/readyz",
    }
    for path, operations in pages["paths"].items():
        for operation in operations.values():
            responses = operation["responses"]
            assert {"422", "500", "503"} <= responses.keys()
            for status, response in responses.items():
                if status >= "400":
                    assert response["content"].keys() == {"application/problem+json"}
                elif "application/json" in response.get("content", {}):
                    assert response["content"]["application/json"]["example"], path
    shapes = pages["components"]["schemas"]
    words = json.dumps(pages)
    named = {part.split('"')[0] for part in words.split("#/components/schemas/")[1:]}
    assert named <= shapes.keys()
    assert "HTTPValidationError" not in named


def test_the_examples_are_what_the_app_answers(tmp_path: Path) -> None:
    """`python -m tests.api.examples` writes them anew."""
    assert json.loads(FILE.read_text("utf-8")) == examples(tmp_path)


@pytest.mark.parametrize("path", ["/nothing", "/articles/", "/entities//facts", "/healthz/"])
def test_a_path_that_leads_nowhere(client: TestClient, path: str) -> None:
    """The router's 404 is a problem document."""
    assert path in problem_of(client.get(path), 404, "not-found")["detail"]


def test_a_method_that_a_path_does_not_have(client: TestClient) -> None:
    """The router's 405 names those that it has."""
    for path, allowed in (("/articles", "GET, POST"), ("/articles/doc_1", "DELETE, GET")):
        response = client.put(path)
        problem_of(response, 405, "method-not-allowed")
        assert response.headers["allow"] == allowed


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/articles?page=2", "page"),
        ("/articles?limit=0", "limit"),
        ("/articles?limit=201", "limit"),
        ("/articles?limit=99999999999999999999999", "limit"),
        ("/articles?kind=novel", "kind"),
        ("/entities?label=Company", "label"),
        ("/entities?query=LG", "query"),
        ("/entities/x/facts?type=LIKES", "type"),
        ("/entities/x/facts?direction=up", "direction"),
        ("/entities/x/partners?relation=LEADS", "relation"),
        ("/entities/x/partners?since=May", "since"),
        ("/entities/x/partners?status=done", "status"),
        ("/entities/x/partners?as_of=soon", "as_of"),
        ("/facts/x?as_of=2023-02-30", "as_of"),
        ("/entities/x/surroundings?hops=9", "hops"),
        ("/changes?since=2023&as_of=2023", "as_of"),
        ("/review?label=Company", "label"),
        ("/review?limit=0", "limit"),
        ("/judgements?verdict=same", "verdict"),
        ("/log?document=doc_1", "document"),
        ("/graph.graphml?flavor=gephi", "flavor"),
        ("/graph.graphml?as_of=soon", "as_of"),
        ("/healthz?verbose=1", "verbose"),
    ],
)
def test_a_wrong_parameter_is_named(client: TestClient, path: str, parameter: str) -> None:
    """An unknown one like one whose value is not valid."""
    problem = problem_of(client.get(path), 422, "invalid-request")
    assert problem["errors"][0]["parameter"] == parameter


@pytest.mark.parametrize("cursor", ["x", "W10", "WzFd", "한글", "W251bGxd"])
@pytest.mark.parametrize(
    "path",
    [
        "/articles",
        "/entities",
        "/entities/{lg}/facts",
        "/entities/{lg}/partners",
        "/judgements",
    ],
)
def test_a_cursor_of_no_list(lg: TestClient, path: str, cursor: str) -> None:
    """It is refused rather than taken for a place in this one."""
    response = lg.get(path.format(lg=id_of(lg, "LG")), params={"cursor": cursor})
    problem_of(response, 400, "bad-input")


PATHS = [
    "/readyz",
    "/articles",
    "/articles/doc_1",
    "/entities",
    "/entities/x/partners",
    "/facts/x",
    "/changes?since=2023",
    "/review",
    "/judgements",
    "/judgements/doc_1",
    "/log",
    "/graph.graphml",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_store_that_does_not_open(make_app: MakeApp, path: str) -> None:
    """Every route but /healthz answers 503 and when to try again."""

    def open_store() -> Store:
        raise StoreUnavailableError(UNAVAILABLE)

    with TestClient(make_app(open_store=open_store)) as client:
        response = client.get(path)
        assert problem_of(response, 503, "store-unavailable")["detail"] == UNAVAILABLE
        assert response.headers["retry-after"] == "5"
        assert client.get("/healthz").status_code == 200


def test_a_store_that_takes_long_to_fail(make_app: MakeApp) -> None:
    """All are answered when it has failed, and meanwhile the program says that it is alive."""
    tries: list[None] = []
    going = threading.Event()

    def open_store() -> Store:
        tries.append(None)
        if len(tries) > 1:
            going.wait(30)
        raise StoreUnavailableError(UNAVAILABLE)

    with TestClient(make_app(open_store=open_store)) as client, ThreadPoolExecutor(60) as threads:
        waiting = [threads.submit(client.get, "/readyz") for _ in range(60)]
        while len(tries) < 2:
            time.sleep(0.01)
        assert client.get("/healthz").status_code == 200
        going.set()
        assert {answer.result().status_code for answer in waiting} == {503}


def test_who_waits_for_a_try_shares_its_end() -> None:
    """A store is not tried once for each request that came meanwhile."""
    waiting: list[None] = []
    tries: list[None] = []

    def open_store() -> Store:
        tries.append(None)
        while len(waiting) < 20:
            time.sleep(0.01)
        raise StoreUnavailableError(UNAVAILABLE)

    door = StoreDoor(open_store)

    def ask() -> None:
        waiting.append(None)
        with pytest.raises(StoreUnavailableError, match=UNAVAILABLE):
            door.store()

    with ThreadPoolExecutor(20) as threads:
        for asked in [threads.submit(ask) for _ in range(20)]:
            asked.result()
    assert len(tries) < 10


def test_a_store_that_comes_back(make_app: MakeApp, store: Store) -> None:
    """It is opened with the first request that finds it."""
    tries = iter([False, False, True])

    def open_store() -> Store:
        if not next(tries):
            raise StoreUnavailableError(UNAVAILABLE)
        return store

    with TestClient(make_app(open_store=open_store)) as client:
        assert [client.get("/readyz").status_code for _ in range(3)] == [503, 200, 200]


def test_a_store_that_fails_while_an_article_is_stored(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is answered 503, nothing of the article is stored, and later all of it is."""

    def fail(*_: object) -> None:
        raise StoreUnavailableError(UNAVAILABLE)

    with monkeypatch.context() as broken:
        broken.setattr(SqliteTransaction, "put_facts", fail)
        problem_of(client.post("/articles", json=ARTICLE), 503, "store-unavailable")
    assert store.totals() == {"documents": 0, "entities": 0, "facts": 0}
    assert client.post("/articles", json=ARTICLE).status_code == 201


def test_many_articles_at_once(client: TestClient) -> None:
    """Each is stored whole, and the graph is what one after the other would have made."""
    articles = [ARTICLE | {"url": f"https://news.example/{n % 6}"} for n in range(18)]
    with ThreadPoolExecutor(9) as threads:
        answers = list(
            threads.map(lambda article: client.post("/articles", json=article), articles)
        )
    assert sorted(answer.status_code for answer in answers) == [200] * 12 + [201] * 6
    for answer in answers:
        assert len(answer.json()["facts"]) == 12
    totals = client.get("/readyz").json()
    assert (totals["documents"], totals["facts"]) == (6, 12)


def test_a_real_server(make_app: MakeApp) -> None:
    """Over a socket: an article in, its partners out, and too long a one refused, heard."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(make_app(), log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            base = f"http://127.0.0.1:{listener.getsockname()[1]}"
            posted = _send(base + "/articles", json.dumps(ARTICLE).encode())
            assert posted[0] == 201
            lg = next(e["id"] for e in posted[1]["entities"] if e["name"] == "LG")
            assert _send(f"{base}/entities/{lg}/partners")[1]["total"] == 5
            too_long = _send(base + "/articles", b'{"text": "' + b"x" * 1_000_000 + b'"}')
            assert too_long[0] == 413
            assert "10,000 bytes" in too_long[1]["detail"]
        finally:
            server.should_exit = True
            thread.join()


def _send(url: str, body: bytes | None = None) -> tuple[int, Any]:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, body, headers)  # noqa: S310  # our own server
    try:
        with urllib.request.urlopen(request) as response:  # noqa: S310
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)
