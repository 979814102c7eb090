"""Judgements over HTTP: what to decide, decided once, looked at, and taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.documents import make_document
from graph.keys import key_id, name_key
from graph.ledger import Ledger
from graph.ontology import Label
from graph.stores.base import Store
from tests.api.conftest import ARTICLE, id_of
from tests.api.test_app import problem_of
from tests.graph.questions.stories import lg_article, reading_of

SIGNED = {"author": "minji.kim", "reason": "the annual report says so", "date": "2023-06-01"}
ORGANIZATION = Label.ORGANIZATION


def decision(verdict: str, **about: Any) -> dict[str, Any]:
    """The body of a judgement."""
    return {"verdict": verdict, **about, **SIGNED}


def decided(client: TestClient, body: dict[str, Any], status: int = 201) -> dict[str, Any]:
    """The answer to a judgement."""
    response = client.post("/judgements", json=body)
    assert response.status_code == status, response.text
    answer: dict[str, Any] = response.json()
    assert response.headers["location"] == f"/judgements/{answer['id']}"
    assert client.get(response.headers["location"]).json() == answer
    return answer


def key_of(name: str) -> dict[str, str]:
    """A key of an organization's name, as it is shown."""
    key = name_key(ORGANIZATION, name)
    return {"id": key_id(key), "key": key}


def without(client: TestClient, judgement: dict[str, Any]) -> None:
    """Take the judgement back."""
    assert client.delete(f"/judgements/{judgement['id']}").status_code == 204
    for gone in (client.get, client.delete):
        problem_of(gone(f"/judgements/{judgement['id']}"), 404, "not-found")


def acquisition(client: TestClient) -> str:
    """The id of the story's fact that something was acquired."""
    path = f"/entities/{id_of(client, 'LG화학')}/facts"
    (fact,) = client.get(path, params={"type": "ACQUIRED"}).json()["items"]
    return str(fact["id"])


def test_two_are_made_one_and_two_again(lg: TestClient) -> None:
    """The decision has its words, its author and its reason, and speaks of keys."""
    gm, solv = id_of(lg, "GM"), id_of(lg, "솔브")
    before = lg.get("/readyz").json()["entities"]
    judgement = decided(lg, decision("same", entities=[gm, solv]))
    assert judgement == {
        "id": judgement["id"],
        "verdict": "same",
        "decision": "'GM' and '솔브' are one.",
        **SIGNED,
        "keys": [key_of("GM"), key_of("솔브")],
        "name": None,
        "claims": [],
    }
    assert lg.get("/readyz").json()["entities"] == before - 1
    one, other = (lg.get(f"/entities/{id_}").json() for id_ in (gm, solv))
    assert one == other
    assert {one["name"], *one["aliases"]} == {"GM", "솔브"}
    without(lg, judgement)
    assert lg.get("/readyz").json()["entities"] == before


def test_the_keys_of_an_entity_part_a_wrong_merge(lg: TestClient) -> None:
    """Each is shown with the id that a `different` judgement takes."""
    gm, solv = id_of(lg, "GM"), id_of(lg, "솔브")
    assert lg.get(f"/entities/{gm}").json()["keys"] == [key_of("GM")]
    decided(lg, decision("same", entities=[gm, solv]))
    keys = lg.get(f"/entities/{gm}").json()["keys"]
    assert keys == [key_of("GM"), key_of("솔브")]
    parted = decided(lg, decision("different", entities=[key["id"] for key in keys]))
    assert (parted["verdict"], parted["keys"]) == ("different", keys)
    names = {lg.get(f"/entities/{key['id']}").json()["name"] for key in keys}
    assert names == {"GM", "솔브"}


def test_an_entity_is_called_so(lg: TestClient) -> None:
    """Wherever it is shown, with the name that articles give it among its aliases."""
    recycle = id_of(lg, "리사이클")
    judgement = decided(lg, decision("name", entity=recycle, name=" 라이사이클 "))
    assert (judgement["name"], judgement["keys"]) == ("라이사이클", [key_of("리사이클")])
    path = f"/entities/{id_of(lg, 'LG')}/partners"
    (chain,) = lg.get(path, params={"name": "리사이클"}).json()["items"]
    assert chain["partner"] == {
        "id": recycle,
        "label": "Organization",
        "kind": "company",
        "name": "라이사이클",
        "names": {"ko": "라이사이클"},
        "aliases": ["리사이클"],
    }
    without(lg, judgement)
    assert lg.get(f"/entities/{recycle}").json()["name"] == "리사이클"


def test_a_wrong_fact_goes_and_comes_back(lg: TestClient) -> None:
    """The judgement names the claims, and the article says why it has one fact less."""
    fact, article = acquisition(lg), f"/articles/{lg_article().id}"
    judgement = decided(lg, decision("wrong", fact=fact))
    assert judgement["claims"] == [
        {
            "document": lg_article().id,
            "type": "ACQUIRED",
            "subject": key_of("LG화학"),
            "object": key_of("아베오 파마슈티컬스"),
        }
    ]
    assert lg.get(f"/facts/{fact}").status_code == 404
    (rejected,) = lg.get(article).json()["rejected"]
    assert rejected["reason"] == "a judgement says that it is wrong"
    without(lg, judgement)
    assert lg.get(f"/facts/{fact}").status_code == 200


def test_what_one_document_says_is_wrong(lg: TestClient) -> None:
    """The fact goes on resting on the others."""
    again = lg.post("/articles", json=ARTICLE | {"url": "https://news.example/again"}).json()
    fact, copy = acquisition(lg), again["document"]["id"]
    judgement = decided(lg, decision("wrong", fact=fact, document=copy))
    assert [claim["document"] for claim in judgement["claims"]] == [copy]
    (evidence,) = lg.get(f"/facts/{fact}").json()["evidence"]
    assert evidence["article"]["id"] == lg_article().id
    assert decided(lg, decision("wrong", fact=fact, document=copy), 200) == judgement
    other = decision("wrong", fact=fact, document="doc_0")
    problem_of(lg.post("/judgements", json=other), 404, "not-found")


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("verdict", ["same", "different", "wrong", "name"])
def test_the_same_judgement_again(lg: TestClient, verdict: str, *, dated: bool) -> None:
    """It is answered 200 and changes nothing, although what it speaks of is gone or renamed."""
    gm, solv = id_of(lg, "GM"), id_of(lg, "솔브")
    about: dict[str, dict[str, Any]] = {
        "same": {"entities": [gm, solv]},
        "different": {"entities": [gm, solv]},
        "wrong": {"fact": acquisition(lg)},
        "name": {"entity": gm, "name": "제너럴모터스"},
    }
    body = decision(verdict, **about[verdict])
    first = decided(lg, body)
    before = lg.get("/log").json()
    if not dated:
        del body["date"]
    if "entities" in body:
        assert decided(lg, body | {"entities": [solv, gm]}, 200) == first
    assert decided(lg, body, 200) == first
    assert lg.get("/log").json() == before


@pytest.mark.parametrize("verdict", ["different", "wrong", "name"])
def test_the_same_judgement_by_many_at_once(lg: TestClient, verdict: str) -> None:
    """It is taken in once, whoever is first."""
    gm, solv = id_of(lg, "GM"), id_of(lg, "솔브")
    about: dict[str, dict[str, Any]] = {
        "different": {"entities": [gm, solv]},
        "wrong": {"fact": acquisition(lg)},
        "name": {"entity": gm, "name": "제너럴모터스"},
    }
    bodies = [decision(verdict, **about[verdict])] * 8
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda body: lg.post("/judgements", json=body), bodies))
    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_another_persons_same_judgement_is_another(lg: TestClient) -> None:
    """Each can take back only its own: the two stay one until both are gone."""
    entities = [id_of(lg, "GM"), id_of(lg, "솔브")]
    first = decided(lg, decision("same", entities=entities))
    second = decided(lg, decision("same", entities=entities) | {"author": "junho.lee"})
    assert second["id"] != first["id"]
    without(lg, first)
    assert lg.get(f"/entities/{entities[0]}").json() == lg.get(f"/entities/{entities[1]}").json()


def test_what_is_stated_anew_is_judged_anew(lg: TestClient) -> None:
    """A later article's claim is none that the first judgement spoke of."""
    fact = acquisition(lg)
    first = decided(lg, decision("wrong", fact=fact))
    lg.post("/articles", json=ARTICLE | {"url": "https://news.example/again"})
    assert lg.get(f"/facts/{fact}").status_code == 200
    second = decided(lg, decision("wrong", fact=fact))
    assert second["id"] != first["id"]
    assert lg.get(f"/facts/{fact}").status_code == 404


def test_a_judgement_without_a_date_is_todays(lg: TestClient) -> None:
    """In UTC; a time is taken for its day."""
    body = decision("name", entity=id_of(lg, "GM"), name="제너럴모터스")
    assert decided(lg, body | {"date": "2023-06-01T10:00:00+09:00"})["date"] == "2023-06-01"
    del body["date"]
    days = {datetime.now(UTC).date().isoformat()}
    made = decided(lg, body | {"reason": "house style"})
    assert made["date"] in days | {datetime.now(UTC).date().isoformat()}


def test_a_reason_is_kept_as_it_is_written(lg: TestClient) -> None:
    """Line by line, also where it looks like the rest of a judgement."""
    reason = "Reason: it says\nminji.kim, 2023-06-01\nand more"
    body = decision("name", entity=id_of(lg, "GM"), name="제너럴모터스") | {"reason": reason}
    assert decided(lg, body)["reason"] == reason


def test_judgements_are_listed_page_by_page(lg: TestClient) -> None:
    """By id, each once; articles are not among them."""
    gm = id_of(lg, "GM")
    made = [decided(lg, decision("name", entity=gm, name=f"GM {n}")) for n in range(3)]
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = lg.get("/judgements", params=params).json()
        found += page["items"]
        cursor = page["next"]
    assert found == sorted(made, key=lambda judgement: judgement["id"])


def test_articles_and_judgements_are_not_mistaken_for_each_other(lg: TestClient) -> None:
    """The id of one, asked for as the other, is not found, and is told where it is."""
    judgement = decided(lg, decision("name", entity=id_of(lg, "GM"), name="제너럴모터스"))
    for ask in (lg.get, lg.delete):
        problem = problem_of(ask(f"/articles/{judgement['id']}"), 404, "not-found")
        assert f"see /judgements/{judgement['id']}" in problem["detail"]
        problem = problem_of(ask(f"/judgements/{lg_article().id}"), 404, "not-found")
        assert f"see /articles/{lg_article().id}" in problem["detail"]
    assert lg.get("/readyz").json()["documents"] == 2
    problem = problem_of(lg.get("/articles?kind=judgement"), 422, "invalid-request")
    assert problem["errors"] == [
        {"parameter": "kind", "detail": "judgements are listed at /judgements"}
    ]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, ["#/verdict"]),
        ({"verdict": "maybe"}, ["#/verdict"]),
        ([], ["#"]),
        (decision("same"), ["#/entities"]),
        (decision("same", entities=["a"]), ["#/entities/1"]),
        (decision("same", entities=["a", "b", "c"]), ["#/entities"]),
        (decision("same", entities=["a", 5]), ["#/entities/1"]),
        (decision("same", entities=["a", "b"], fact="f"), ["#/fact"]),
        (decision("wrong", entities=["a", "b"]), ["#/fact", "#/entities"]),
        (decision("name", entity="a", name=" "), ["#/name"]),
        (decision("name", entity="a", name="x") | {"author": ""}, ["#/author"]),
        (decision("name", entity="a", name="x") | {"reason": "\0"}, ["#/reason"]),
        (decision("name", entity="a", name="x") | {"date": "soon"}, ["#/date"]),
    ],
)
def test_a_wrong_field_is_pointed_at(client: TestClient, body: Any, pointers: list[str]) -> None:
    """By the shape that the verdict asks for."""
    problem = problem_of(client.post("/judgements", json=body), 422, "invalid-request")
    assert [fault["pointer"] for fault in problem["errors"]] == pointers
    assert client.get("/readyz").json()["documents"] == 0


def test_a_decision_that_is_none(lg: TestClient) -> None:
    """About what is not known, or about one thing alone."""
    gm = id_of(lg, "GM")
    for body in (
        decision("same", entities=[gm, "org_0"]),
        decision("name", entity="org_0", name="x"),
        decision("wrong", fact="fact_0"),
    ):
        problem_of(lg.post("/judgements", json=body), 404, "not-found")
    for verdict in ("same", "different"):
        response = lg.post("/judgements", json=decision(verdict, entities=[gm, gm]))
        problem_of(response, 400, "bad-input")


@pytest.mark.parametrize(
    ("content", "type_", "status", "kind"),
    [
        (b"{", "application/json", 400, "bad-input"),
        (b"\xff", "application/json", 400, "bad-input"),
        (b"{}", "text/plain", 415, "unsupported-media-type"),
        (b" " * 70_000, "application/json", 413, "too-large"),
    ],
)
def test_a_body_that_is_not_read(
    client: TestClient, content: bytes, type_: str, status: int, kind: str
) -> None:
    """It is told what a judgement is."""
    headers = {"Content-Type": type_}
    response = client.post("/judgements", content=content, headers=headers)
    detail = problem_of(response, status, kind)["detail"]
    assert "judgement" in detail or status == 400


def test_pairs_to_review_go_when_they_are_judged(lg: TestClient, store: Store) -> None:
    """The most alike first, each with its names, and told when there are more."""
    names = ("한빛전력공사", "한빛전력공단", "한빛전력공업")
    text = make_document(" ".join(["LG화학", *names]))
    Ledger(store).load([reading_of(text, [("LG화학", "PARTNERS_WITH", name) for name in names])])
    review = lg.get("/review").json()
    likeness = [pair["likeness"] for pair in review["items"]]
    assert likeness == sorted(likeness, reverse=True)
    assert review["cut"] is False
    first = lg.get("/review", params={"limit": 1, "label": "Organization"}).json()
    assert first == {"items": review["items"][:1], "cut": len(likeness) > 1}
    assert lg.get("/review", params={"label": "Person"}).json() == {"items": [], "cut": False}
    for pair in review["items"]:
        assert set(pair["names"]) <= {"한빛전력", *names}
        decided(lg, decision("different", entities=[pair["one"]["id"], pair["other"]["id"]]))
    assert lg.get("/review").json() == {"items": [], "cut": False}
