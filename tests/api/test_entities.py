"""Entities and facts over HTTP."""

import pytest
from fastapi.testclient import TestClient

from graph.keys import key_id, name_key
from graph.ontology import Label
from tests.api.conftest import ARTICLE, id_of


def test_entities_are_found_by_any_part_of_a_name(lg: TestClient) -> None:
    """The same names first."""
    items = lg.get("/entities", params={"q": "LG"}).json()["items"]
    assert items[0]["name"] == "LG"
    assert {item["name"] for item in items} == {"LG", "LG화학", "LG전자", "LG에너지솔루션"}
    assert (
        lg.get("/entities", params={"q": "솔루션"}).json()["items"][0]["name"] == "LG에너지솔루션"
    )
    initiatives = lg.get("/entities", params={"label": "Initiative"}).json()["items"]
    assert [item["name"] for item in initiatives] == ["폐배터리 재활용 협력"]


def test_the_shape_of_an_entity(lg: TestClient) -> None:
    """Every key, always."""
    entity_id = id_of(lg, "얼티엄셀즈")
    assert lg.get(f"/entities/{entity_id}").json() == {
        "id": entity_id,
        "label": "Organization",
        "kind": "joint_venture",
        "name": "얼티엄셀즈",
        "names": {"ko": "얼티엄셀즈"},
        "aliases": [],
        "identifiers": {},
        "keys": [{"id": entity_id, "key": "Organization:얼티엄셀즈"}],
    }


def test_pages_of_entities_hold_each_once(lg: TestClient) -> None:
    """In any size of page."""
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = lg.get("/entities", params={"limit": 4} | ({"cursor": cursor} if cursor else {}))
        found.extend(item["id"] for item in page.json()["items"])
        cursor = page.json()["next"]
    assert len(found) == len(set(found)) == lg.get("/readyz").json()["entities"]


def test_the_facts_of_an_entity(lg: TestClient) -> None:
    """By type and direction, each with its words."""
    lges = id_of(lg, "LG에너지솔루션")
    types = {
        direction: {
            fact["type"]
            for fact in lg.get(f"/entities/{lges}/facts", params={"direction": direction}).json()[
                "items"
            ]
        }
        for direction in ("out", "in", "both")
    }
    assert types == {
        "out": {"HAS_STAKE_IN", "PURSUES"},
        "in": {"HAS_SUBSIDIARY"},
        "both": {"HAS_STAKE_IN", "PURSUES", "HAS_SUBSIDIARY"},
    }
    params = {"type": ["PURSUES", "HAS_STAKE_IN"], "limit": "1"}
    page = lg.get(f"/entities/{lges}/facts", params=params).json()
    assert page["next"]
    assert page["items"][0]["evidence"][0]["article"]["publisher"] == "한빛경제"


def test_the_shape_of_a_fact(lg: TestClient) -> None:
    """Every key, always."""
    chem = id_of(lg, "LG화학")
    page = lg.get(f"/entities/{chem}/facts", params={"type": "ACQUIRED"}).json()
    (listed,) = page["items"]
    fact = lg.get(f"/facts/{listed['id']}").json()
    assert fact == listed
    (evidence,) = fact.pop("evidence")
    assert {k: v for k, v in fact.items() if k not in ("id", "subject", "object")} == {
        "type": "ACQUIRED",
        "qualifiers": {"date": "2023-01"},
        "conflicts": {},
        "status": "completed",
        "history": [{"published": "2023-05-18", "status": "completed"}],
        "modality": "asserted",
        "confidence": 0.9,
        "sources": 1,
        "evidence_total": 1,
    }
    assert fact["subject"] == {
        "id": chem,
        "label": "Organization",
        "kind": "company",
        "name": "LG화학",
        "names": {"ko": "LG화학"},
        "aliases": [],
    }
    article = evidence.pop("article")
    assert article.pop("id").startswith("doc_")
    assert article == {
        "kind": "article",
        **{key: value for key, value in ARTICLE.items() if key != "text"},
    }
    assert evidence == {
        "quote": ARTICLE["text"][evidence["start"] : evidence["end"]],
        "start": 22,
        "end": 69,
        "extractor": "by-hand",
        "rule": None,
        "qualifiers": {"date": "2023-01"},
        "status": "completed",
        "modality": "asserted",
        "confidence": 0.9,
    }


def test_a_list_shows_some_of_much_evidence_and_says_how_much(lg: TestClient) -> None:
    """The fact itself has all of it."""
    for n in range(5):
        text = {"text": "LG 계열사인 LG화학", "url": f"https://news.example/{n}"}
        assert lg.post("/articles", json=text).status_code == 201
    chem = id_of(lg, "LG화학")
    params = {"type": "HAS_SUBSIDIARY"}
    (listed,) = lg.get(f"/entities/{chem}/facts", params=params).json()["items"]
    assert (len(listed["evidence"]), listed["evidence_total"]) == (3, 6)
    assert len(lg.get(f"/facts/{listed['id']}").json()["evidence"]) == 6


def test_the_articles_of_an_entity(lg: TestClient) -> None:
    """Without their texts."""
    (article,) = lg.get(f"/entities/{id_of(lg, 'GM')}/articles").json()["items"]
    assert article["url"] == ARTICLE["url"]
    assert "text" not in article


def test_partners_come_with_the_whole_chain(lg: TestClient) -> None:
    """Names, relation, and for every hop its words."""
    answer = lg.get(f"/entities/{id_of(lg, 'LG')}/partners").json()
    assert (answer["entity"]["name"], answer["total"], answer["next"]) == ("LG", 5, None)
    assert [
        (*(hop["from"]["name"] for hop in item["hops"]), item["partner"]["name"], item["relation"])
        for item in answer["items"]
    ][:2] == [
        ("LG", "LG화학", "아베오 파마슈티컬스", "ACQUIRED"),
        ("LG", "LG에너지솔루션", "얼티엄셀즈", "GM", "HAS_STAKE_IN"),
    ]
    joint = answer["items"][1]["hops"]
    assert [hop["direction"] for hop in joint] == ["out", "out", "in"]
    for item in answer["items"]:
        for hop in item["hops"]:
            words = hop["evidence"]
            assert ARTICLE["text"][words["start"] : words["end"]] == words["quote"]
            assert lg.get(f"/facts/{hop['fact']}").status_code == 200
            assert lg.get(f"/articles/{words['article']['id']}").status_code == 200


def test_partners_are_filtered_and_paged(lg: TestClient) -> None:
    """By relation, status, date, id and name; `total` counts what the filters leave."""
    path = f"/entities/{id_of(lg, 'LG')}/partners"
    found: list[str] = []
    params: dict[str, str | list[str]] = {
        "relation": ["ACQUIRED", "SUPPLIES", "PARTNER_IN"],
        "limit": "1",
    }
    while True:
        answer = lg.get(path, params=params).json()
        assert answer["total"] == 3
        found.extend(item["partner"]["name"] for item in answer["items"])
        if answer["next"] is None:
            break
        params["cursor"] = answer["next"]
    assert found == ["아베오 파마슈티컬스", "리사이클", "솔브"]
    gm = lg.get(path, params={"partner": id_of(lg, "GM")}).json()["items"]
    assert [item["partner"]["name"] for item in gm] == ["GM"]
    assert lg.get(path, params={"partner": "org_0"}).status_code == 404
    denied = lg.get(path, params={"denied": "true", "name": "다온"}).json()
    assert [item["modality"] for item in denied["items"]] == ["denied"]
    assert lg.get(path, params={"since": "2023-06"}).json()["total"] == 0
    assert lg.get(path, params={"status": "completed", "until": "2023"}).json()["total"] == 1


def test_the_graph_as_of_a_day(lg: TestClient) -> None:
    """Every question is answered from what had been published by then."""
    later = ARTICLE | {
        "text": "LG 계열사인 LG화학은 2022년 솔브에 양극재를 공급했다.",
        "published": "2024-02-01",
        "url": "https://news.example/later",
    }
    lg.post("/articles", json=later)
    solv = id_of(lg, "솔브")
    (fact,) = lg.get(f"/entities/{solv}/facts").json()["items"]
    assert fact["sources"] == 2
    for path in (f"/facts/{fact['id']}", f"/entities/{solv}/facts"):
        then = lg.get(path, params={"as_of": "2023"}).json()
        assert then.get("items", [then])[0]["sources"] == 1
        assert lg.get(path, params={"as_of": "2023-05-17"}).status_code == 404
    for below, shown in (
        ("/partners", "total"),
        ("/articles", "items"),
        ("/surroundings", "facts"),
    ):
        path = f"/entities/{solv}{below}"
        assert lg.get(path, params={"as_of": "2023-06"}).json()[shown]
        assert lg.get(path, params={"as_of": "2022"}).status_code == 404
    assert lg.get("/entities", params={"q": "LG", "as_of": "2022"}).json()["items"] == []


def test_surroundings_say_when_they_are_cut(lg: TestClient) -> None:
    """Entities with their distance, facts with their words."""
    path = f"/entities/{id_of(lg, '얼티엄셀즈')}/surroundings"
    around = lg.get(path).json()
    assert [(e["name"], e["distance"]) for e in around["entities"]] == [
        ("얼티엄셀즈", 0),
        ("GM", 1),
        ("LG에너지솔루션", 1),
    ]
    assert (len(around["facts"]), around["cut"]) == (2, False)
    assert lg.get(path, params={"hops": 3, "limit": 4}).json()["cut"] is True


def test_an_entity_is_found_under_each_of_its_keys(lg: TestClient) -> None:
    """The answer is the entity's own id."""
    other = key_id(name_key(Label.ORGANIZATION, "엘지 화학 주식회사"))
    assert lg.get(f"/entities/{other}").json()["id"] == id_of(lg, "LG화학")


@pytest.mark.parametrize("below", ["", "/facts", "/articles", "/partners", "/surroundings"])
def test_an_unknown_entity(lg: TestClient, below: str) -> None:
    """It is not found, nor is anything of it."""
    response = lg.get(f"/entities/org_0000000000000000{below}")
    assert response.status_code == 404
    assert response.json()["type"] == "urn:strategraph:problem:not-found"


def test_only_an_organization_has_partners(lg: TestClient) -> None:
    """Another label is told so."""
    response = lg.get(f"/entities/{id_of(lg, '폐배터리 재활용 협력')}/partners")
    assert response.status_code == 400
    assert "partners are organizations" in response.json()["detail"]
