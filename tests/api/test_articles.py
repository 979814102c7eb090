"""Articles over HTTP: in, looked at, replaced, and back."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.claims import Basis, Tie
from graph.documents import make_document
from graph.extracts import ExtractOut
from graph.ledger import Ledger
from graph.stores.base import Store
from tests.api.conftest import ARTICLE, MakeApp
from tests.graph.questions.stories import TEXT, lg_article, reading_of


def without_seconds(extract: dict[str, Any]) -> dict[str, Any]:
    """The extract object without how long it took."""
    return {**extract, "report": {**extract["report"], "seconds": 0}}


def test_an_article_is_answered_with_what_it_says(client: TestClient) -> None:
    """The extract object, whose evidence is the text's own words."""
    response = client.post("/articles", json=ARTICLE)
    assert response.status_code == 201
    extract = response.json()
    assert extract.keys() == {"document", "entities", "facts", "rejected", "report"}
    assert extract["document"] == {
        "id": lg_article().id,
        "kind": "article",
        **{key: value for key, value in ARTICLE.items() if key != "text"},
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    report = extract["report"]
    assert report["accepted"] + report["rejected"] == report["proposed"] == 12
    assert len(extract["facts"]) == 12
    for fact in extract["facts"]:
        for evidence in fact["evidence"]:
            assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    for entity in extract["entities"]:
        assert all(TEXT[a:b] == entity["name"] for a, b in entity["mentions"])


def test_the_ids_of_the_answer_are_the_graphs(client: TestClient) -> None:
    """Each entity and fact is found under its id."""
    extract = client.post("/articles", json=ARTICLE).json()
    for entity in extract["entities"]:
        found = client.get(f"/entities/{entity['id']}").json()
        assert (found["id"], found["name"]) == (entity["id"], entity["name"])
    for fact in extract["facts"]:
        found = client.get(f"/facts/{fact['id']}").json()
        ends = {found["subject"]["id"], found["object"]["id"]}
        assert ends == {fact["subject"], fact["object"]}
        assert found["type"] == fact["type"]
        assert {(e["start"], e["end"]) for e in found["evidence"]} == {
            (e["start"], e["end"]) for e in fact["evidence"]
        }


def test_the_location_of_an_article_has_the_same_object(client: TestClient) -> None:
    """And its text, where it is asked for, unchanged."""
    posted = client.post("/articles", json=ARTICLE)
    location = posted.headers["location"]
    assert client.get(location).json() == without_seconds(posted.json())
    with_text = client.get(location, params={"with_text": "true"}).json()
    assert with_text["document"].pop("text") == TEXT
    assert with_text == without_seconds(posted.json())
    ExtractOut.model_validate(with_text)


def test_the_same_article_again_changes_nothing(lg: TestClient) -> None:
    """It is answered 200, and the graph holds what it held."""
    before = lg.get("/readyz").json()
    again = lg.post("/articles", json=ARTICLE)
    assert again.status_code == 200
    assert again.headers["location"].startswith("/articles/doc_")
    assert lg.get("/readyz").json() == before


def test_a_changed_text_replaces_the_one_before(lg: TestClient) -> None:
    """Under one URL there is one article, and what only the old text said is gone."""
    changed = lg.post("/articles", json=ARTICLE | {"text": "LG 계열사인 LG화학이 웃었다."})
    assert changed.status_code == 201
    assert lg.get("/readyz").json() == {
        "status": "ready",
        "documents": 1,
        "entities": 2,
        "facts": 1,
    }


def test_what_is_null_is_not_given(client: TestClient) -> None:
    """A text is enough."""
    nothing = dict.fromkeys(("url", "publisher", "published", "title", "language"))
    posted = client.post("/articles", json={"text": "LG 계열사", **nothing})
    assert posted.status_code == 201
    assert posted.json()["document"].keys() == {"id", "kind", "sha256"}


def test_a_plain_text_is_an_article(client: TestClient) -> None:
    """Byte for byte, line ends and all, but for a byte order mark."""
    text = "LG 계열사인 LG화학이\r\n웃었다.  \n"
    raw = b"\xef\xbb\xbf" + text.encode()
    posted = client.post("/articles", content=raw, headers={"Content-Type": "text/plain"})
    assert posted.status_code == 201
    document = client.get(posted.headers["location"], params={"with_text": True}).json()["document"]
    assert document["text"] == text
    assert document["id"] == make_document(text).id


def test_an_article_taken_back_leaves_nothing(lg: TestClient) -> None:
    """Nor is it found any more."""
    (article,) = lg.get("/articles").json()["items"]
    assert lg.delete(f"/articles/{article['id']}").status_code == 204
    assert lg.get("/readyz").json() == {
        "status": "ready",
        "documents": 0,
        "entities": 0,
        "facts": 0,
    }
    for gone in (lg.get, lg.delete):
        assert gone(f"/articles/{article['id']}").status_code == 404


def test_articles_are_listed_page_by_page(client: TestClient) -> None:
    """Each once, by id, without their texts; one is found by its URL."""
    ids = []
    for n in range(5):
        article = {"text": f"LG 계열사 {n}", "url": f"https://news.example/{n}"}
        ids.append(client.post("/articles", json=article).json()["document"]["id"])
    found: list[str] = []
    cursor: str | None = None
    while True:
        page = client.get("/articles", params={"limit": 2} | ({"cursor": cursor} if cursor else {}))
        assert not any("text" in item for item in page.json()["items"])
        found.extend(item["id"] for item in page.json()["items"])
        cursor = page.json()["next"]
        if cursor is None:
            break
    assert found == sorted(ids)
    by_url = client.get("/articles", params={"url": "https://news.example/3"}).json()
    assert [item["id"] for item in by_url["items"]] == [ids[3]]
    assert client.get("/articles", params={"kind": "reference"}).json()["items"] == []


def test_what_several_sources_read_in_an_article_is_one_object(
    lg: TestClient, store: Store
) -> None:
    """Each entity once, and the facts of all."""
    rows = [("GM", "PARTNERS_WITH", "LG에너지솔루션"), ("LG", "HAS_SUBSIDIARY", "LG화학")]
    Ledger(store).load([reading_of(lg_article(), rows, source="facts.yaml")])
    extract = lg.get(f"/articles/{lg_article().id}").json()
    ids = [entity["id"] for entity in extract["entities"]]
    assert len(ids) == len(set(ids))
    assert len(extract["facts"]) == extract["report"]["accepted"] == 14
    subsidiaries = [f["id"] for f in extract["facts"] if f["type"] == "HAS_SUBSIDIARY"]
    assert len(subsidiaries) == len(set(subsidiaries)) + 1


def test_two_names_that_another_article_makes_one_are_rejected_as_such(
    client: TestClient, store: Store
) -> None:
    """No claim of the article is lost, and none has an id that finds nothing."""
    rows = [("GM", "COMPETES_WITH", "LG화학"), ("GM", "HAS_SUBSIDIARY", "LG전자")]
    document = make_document("GM LG화학 LG전자")
    renamed = reading_of(make_document("GM(옛 LG화학) LG"), [("LG", "HAS_SUBSIDIARY", "GM")])
    gm = replace(renamed.referents[1], ties=(Tie("LG화학", Basis.RENAME, (5, 9)),))
    renamed = replace(renamed, referents=(renamed.referents[0], gm))
    Ledger(store).load([reading_of(document, rows), renamed])
    extract = client.get(f"/articles/{document.id}").json()
    assert [fact["type"] for fact in extract["facts"]] == ["HAS_SUBSIDIARY"]
    assert [r["reason"] for r in extract["rejected"]] == [
        "the graph takes its two names for one entity"
    ]
    assert extract["report"]["proposed"] == 2
    assert [e["name"] for e in extract["entities"]] == ["GM", "LG전자"]


def refused(client: TestClient, status: int, kind: str, **request: Any) -> dict[str, Any]:
    """The problem that a posted article meets; nothing of it is stored."""
    response = client.post("/articles", **request)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["type"] == f"urn:strategraph:problem:{kind}"
    assert (problem["status"], problem["instance"]) == (status, "/articles")
    totals = client.get("/readyz").json()
    assert totals == {"status": "ready", "documents": 0, "entities": 0, "facts": 0}
    return problem


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the text is empty"),
        (b" \n\t ", "the text is empty"),
        ("엘지".encode("cp949"), "not UTF-8: byte 0 is 0xbf"),
        (b"LG\0", "NUL"),
    ],
)
def test_a_text_that_is_none(client: TestClient, content: bytes, says: str) -> None:
    """Empty, in another encoding, or binary: it says which."""
    headers = {"Content-Type": "text/plain"}
    problem = refused(client, 400, "bad-input", content=content, headers=headers)
    assert says in problem["detail"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "this is not JSON"),
        (b"{", "this is not JSON"),
        (b'{"text": "' + "엘지".encode("cp949") + b'"}', "this is not UTF-8"),
        (b'{"text": ""}', "the text is empty"),
        (b'{"text": "LG\\u0000"}', "NUL"),
        (b'{"text": "\\ud800"}', "this is not JSON"),
    ],
)
def test_json_that_is_none(client: TestClient, content: bytes, says: str) -> None:
    """Broken JSON, or a broken text in it."""
    headers = {"Content-Type": "application/json"}
    problem = refused(client, 400, "bad-input", content=content, headers=headers)
    assert says in problem["detail"]


@pytest.mark.parametrize(
    ("article", "pointer"),
    [
        ({}, "#/text"),
        ({"text": 5}, "#/text"),
        ({"text": "엘지", "published": "어제"}, "#/published"),
        ({"text": "엘지", "published": "2023-02-30"}, "#/published"),
        ({"text": "엘지", "publised": "2023"}, "#/publised"),
        ({"text": "엘지", "title": ["a"]}, "#/title"),
        ({"text": "엘지", "title": "a\0b"}, "#/title"),
        ({"text": "엘지", "language": "Korean"}, "#/language"),
        ([], "#"),
        ("엘지", "#"),
    ],
)
def test_a_wrong_field_is_pointed_at(client: TestClient, article: object, pointer: str) -> None:
    """By a JSON pointer into the body."""
    problem = refused(client, 422, "invalid-request", json=article)
    assert [fault["pointer"] for fault in problem["errors"]] == [pointer]


@pytest.mark.parametrize(
    "published", ["2023-05-18T00:15:00+09:00", "2023-05-18 00:15", "2023-05-18"]
)
def test_a_time_is_taken_for_its_day(client: TestClient, published: str) -> None:
    """As in the files that `load` takes."""
    posted = client.post("/articles", json=ARTICLE | {"published": published})
    assert posted.json()["document"]["published"] == "2023-05-18"


def test_a_language_that_is_not_read(client: TestClient) -> None:
    """It is named."""
    problem = refused(client, 422, "unsupported-language", json={"text": "LG Chem bought AVEO."})
    assert "'en'" in problem["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
def test_an_article_that_is_too_long(client: TestClient, kind: str) -> None:
    """Measured in bytes of its text, whatever it says of its length."""
    longest = "엘" * 3333
    content = longest + "지" if kind == "text/plain" else json.dumps({"text": longest + "지"})
    raw = content.encode()
    pieces = iter([raw[:5000], raw[5000:]])
    problem = refused(client, 413, "too-large", content=pieces, headers={"Content-Type": kind})
    assert "10,000 bytes" in problem["detail"]
    assert client.post("/articles", json={"text": longest}).status_code == 201


def test_five_megabytes_are_refused_in_a_sentence(make_app: MakeApp) -> None:
    """With the limit that is set unless another is asked for."""
    with TestClient(make_app(max_article_bytes=2_000_000)) as client:
        for content, kind in (
            (b"x" * 5_000_000, "text/plain"),
            (b"{" * 5_000_000, "application/json"),
        ):
            problem = refused(
                client, 413, "too-large", content=content, headers={"Content-Type": kind}
            )
            assert problem["detail"] == (
                "an article has 2,000,000 bytes of UTF-8 at most, and this has more"
            )


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "text/html"},
        {"Content-Type": "text/plain; charset=euc-kr"},
        {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
        {},
    ],
)
def test_another_kind_of_content(client: TestClient, headers: dict[str, str]) -> None:
    """It is not read at all."""
    refused(client, 415, "unsupported-media-type", content="엘지".encode(), headers=headers)


def test_a_fault_of_the_program_tells_no_secrets(client: TestClient) -> None:
    """And stores nothing."""
    problem = refused(client, 500, "internal-error", json={"text": "고장"})
    assert "secret" not in str(problem)


def test_articles_as_of_a_day_are_those_published_by_then(client: TestClient) -> None:
    """A list or an article of an earlier day does not know it yet."""
    article = client.post("/articles", json=ARTICLE | {"published": "2023-05-18"}).json()
    path = f"/articles/{article['document']['id']}"
    for day, items, status in (("2023-05-17", 0, 404), ("2023-05-18", 1, 200)):
        assert len(client.get(f"/articles?as_of={day}").json()["items"]) == items
        assert client.get(f"{path}?as_of={day}").status_code == status
