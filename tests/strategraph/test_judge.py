"""`review` proposes, `judge` decides, `log` remembers."""

import pytest

from graph.stores.base import Store
from tests.strategraph.conftest import Run


@pytest.fixture(autouse=True)
def loaded(run: Run, folder: object) -> None:
    """The article and the facts by hand."""
    assert run("load", "lg.txt", "facts.csv").exit_code == 0


def test_a_name_is_preferred_by_name_and_taken_back(run: Run, store: Store) -> None:
    decided = run("judge", "name", "GM", "제너럴모터스", "--reason", "house style")
    assert decided.exit_code == 0, decided.stderr
    assert [e.name for e in store.search("GM").items] == ["제너럴모터스"]
    assert run(*decided.stdout.split("strategraph ")[1].split()).exit_code == 0
    assert [e.name for e in store.search("GM").items] == ["GM"]


def test_two_are_made_one(run: Run, store: Store) -> None:
    before = store.totals()["entities"]
    assert run("judge", "same", "GM", "LG화학", "--reason", "only a test").exit_code == 0
    assert store.totals()["entities"] == before - 1
    assert run("judge", "different", "GM", "LG화학", "--reason", "of course").exit_code == 0
    assert store.totals()["entities"] == before


def test_a_wrong_fact_goes(run: Run, store: Store) -> None:
    fact = next(f for f in store.all_facts() if f.type == "SUPPLIES")
    assert run("judge", "wrong", fact.id, "--reason", "misread").exit_code == 0
    assert store.fact(fact.id) is None


def test_a_decision_has_a_reason(run: Run) -> None:
    assert run("judge", "same", "GM", "LG화학").exit_code == 2
    assert run("judge", "same", "GM", "LG화학", "--reason", " ").exit_code == 2


def test_nobody_of_that_name(run: Run) -> None:
    result = run("judge", "same", "GM", "없는회사", "--reason", "x")
    assert result.exit_code == 2
    assert result.stderr.strip() == "strategraph: nothing is called '없는회사'"


def test_review_says_when_there_is_nothing_to_decide(run: Run) -> None:
    result = run("review", "--label", "Organization")
    assert result.exit_code == 0
    assert "no two names are alike" in result.stdout


def test_the_log_tells_what_came_and_went(run: Run) -> None:
    run("retract", "lg.txt", "facts.csv")
    lines = [line.split("\t") for line in run("log").stdout.splitlines()]
    assert [(action, source) for _, action, _, source, *_ in lines] == [
        ("loaded", "text"),
        ("loaded", "facts.csv"),
        ("retracted", "facts.csv"),
        ("retracted", "text"),
    ]
    assert all(line[0].endswith("Z") for line in lines)
