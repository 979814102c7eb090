"""Over HTTP: what is different between two days, and what was done when."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.documents import make_document
from graph.ledger import Ledger
from graph.ontology import Status
from graph.stores.base import Store
from tests.api.conftest import id_of
from tests.api.test_app import problem_of
from tests.graph.questions.stories import reading_of

BOUGHT = ("LG화학", "ACQUIRED", "한빛전력")
STAKE = ("LG화학", "HAS_STAKE_IN", "솔브")
STORY: dict[str, list[tuple[Any, ...]]] = {
    "2024-01-10": [(*BOUGHT, {}, Status.ANNOUNCED), (*STAKE, {"valid_to": "2024-02"})],
    "2024-03-20": [(*BOUGHT, {"date": "2024-03"}, Status.COMPLETED)],
}


@pytest.fixture
def told(lg: TestClient, store: Store) -> TestClient:
    """A client of the story, and of what two later articles add."""
    for day, rows in STORY.items():
        names = " ".join(name for row in rows for name in (row[0], row[2]))
        Ledger(store).load([reading_of(make_document(f"{names} {day}", published=day), rows)])
    return lg


def changes(client: TestClient, since: str, until: str, **more: str) -> list[dict[str, Any]]:
    """The changes of one page."""
    response = client.get("/changes", params={"since": since, "until": until, **more})
    items: list[dict[str, Any]] = response.json()["items"]
    return items


def test_what_began_changed_and_ended(told: TestClient) -> None:
    """Each with its facts before and after, whose ends have names."""
    began = changes(told, "2023-12", "2024-01")
    assert [item["kind"] for item in began] == ["began", "began"]
    assert {item["after"]["type"] for item in began} == {"ACQUIRED", "HAS_STAKE_IN"}
    assert {item["before"] for item in began} == {None}
    later = {item["kind"]: item for item in changes(told, "2024-01", "2024-03")}
    assert later.keys() == {"changed", "ended"}
    ended = later["ended"]
    assert (ended["before"]["object"]["name"], ended["after"]) == ("솔브", None)
    changed = later["changed"]
    assert changed["fields"] == ["date", "status", "evidence"]
    assert [changed[when]["status"] for when in ("before", "after")] == ["announced", "completed"]
    assert changed["after"]["subject"] == changed["before"]["subject"]
    assert changed["after"]["subject"]["names"] == {"ko": "LG화학"}


def test_a_fact_tells_the_history_of_its_status(told: TestClient) -> None:
    """Each status with the day of the first article that states it; as of a day, those by then."""
    path = f"/entities/{id_of(told, '한빛전력')}/facts"
    (fact,) = told.get(path, params={"type": "ACQUIRED"}).json()["items"]
    announced = {"published": "2024-01-10", "status": "announced"}
    completed = {"published": "2024-03-20", "status": "completed"}
    assert fact["history"] == [announced, completed]
    then = told.get(f"/facts/{fact['id']}", params={"as_of": "2024-02"}).json()
    assert then["history"] == [announced]


def test_who_appeared_comes_first(told: TestClient) -> None:
    """With every name; then the facts, page by page, each change once."""
    whole = changes(told, "2022", "2024", limit="200")
    kinds = [item["kind"] for item in whole]
    assert kinds == sorted(kinds)
    assert set(kinds) == {"appeared", "began"}
    gm = next(item["entity"] for item in whole if (item["entity"] or {}).get("name") == "GM")
    assert gm == {
        "id": id_of(told, "GM"),
        "label": "Organization",
        "kind": "company",
        "name": "GM",
        "names": {"en": "GM"},
        "aliases": [],
    }
    paged: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        params = {"since": "2022", "until": "2024", "limit": "4"}
        page = told.get("/changes", params=params | ({"cursor": cursor} if cursor else {})).json()
        paged += page["items"]
        cursor = page["next"]
    assert paged == whole


def test_until_is_today_unless_it_is_given(told: TestClient) -> None:
    """So that a reader asks what is new since a day."""
    new = told.get("/changes", params={"since": "2024-02-15"}).json()["items"]
    assert {item["kind"] for item in new} == {"changed", "ended"}
    assert changes(told, "2024-04", "2024-04") == []


def test_days_that_are_no_span(client: TestClient) -> None:
    """The last before the first, one that is none, or no first day."""
    response = client.get("/changes", params={"since": "2024-03", "until": "2024-02"})
    detail = problem_of(response, 400, "bad-input")["detail"]
    assert detail == "until (2024-02) lies before since (2024-03)"
    problem_of(client.get("/changes?since=2024&cursor=x"), 400, "bad-input")
    for query in ("", "?since=May", "?since=2023&until=2023-02-30"):
        problem_of(client.get(f"/changes{query}"), 422, "invalid-request")


def test_the_log_tells_what_came_and_went(lg: TestClient) -> None:
    """The oldest first, page by page, with who did it."""
    (article,) = lg.get("/articles").json()["items"]
    lg.delete(f"/articles/{article['id']}")
    first = lg.get("/log", params={"limit": 1}).json()
    last = lg.get("/log", params={"limit": 1, "cursor": first["next"]}).json()
    assert last["next"] is None
    problem_of(lg.get("/log", params={"cursor": "x"}), 400, "bad-input")
    entries = [*first["items"], *last["items"]]
    assert [entry["action"] for entry in entries] == ["loaded", "retracted"]
    assert all(entry.pop("at").endswith("Z") for entry in entries)
    assert entries[0] == {
        "action": "loaded",
        "document": article["id"],
        "source": "text",
        "actor": "api",
        "origin": None,
    }
