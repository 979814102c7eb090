"""Searching by name: which words find an entity, and which answers come first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.entities import Entity
from graph.ontology import Label
from graph.searching import MOST_TERMS, query_terms, search_order, search_rank, search_text


def company(name: str, **more: str | tuple[str, ...]) -> Entity:
    """A company of this name."""
    return Entity("org_1", Label.ORGANIZATION, name, **{"kind": "company", **more})  # type: ignore[arg-type]


def finds(query: str, entity: Entity) -> bool:
    """Whether the query's words are all among the entity's."""
    return set(query_terms(query)) <= set(search_text(entity).split())


@pytest.mark.parametrize(
    "query", ["에너지", "솔루션", "LG", "lg솔루션", "LG에너지솔루션", "Ultium"]
)
def test_parts_of_any_name_find_an_entity(query: str) -> None:
    """Where the script changes a word ends; aliases count."""
    assert finds(query, company("LG에너지솔루션", aliases=("Ultium Cells",)))


@pytest.mark.parametrize("query", ["엘지", "너에", "LGE", "배터리"])
def test_other_words_do_not(query: str) -> None:
    """A piece of a Latin word is none of its words."""
    assert not finds(query, company("LG에너지솔루션"))


@given(st.text())
def test_a_name_finds_its_entity(name: str) -> None:
    """Whatever it is written in."""
    entity = company(name)
    if len(query_terms(name)) < MOST_TERMS:
        assert finds(name, entity)
    assert search_rank(entity, name) == 0


def test_the_same_name_comes_first() -> None:
    """Then what begins so, then what holds it; then the shorter."""
    in_order = [
        company("LG화학 주식회사"),
        company("LG화학중국"),
        company("LG화학폴란드법인"),
        company("한국 LG화학"),
    ]
    orders = [search_order(entity, "LG화학") for entity in in_order]
    assert orders == sorted(orders)
    assert [rank for rank, _, _ in orders] == [0, 1, 1, 2]


def test_a_group_is_called_with_or_without_the_word() -> None:
    """SK is just what SK그룹 is called; a company keeps the word as part of its name."""
    assert search_rank(company("SK그룹", kind="group"), "SK") == 0
    assert search_rank(company("SK그룹"), "SK") == 1
