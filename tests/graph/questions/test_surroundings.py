"""Surroundings: what lies within a few hops of an entity."""

import pytest

from graph.errors import NotFoundError
from graph.questions.surroundings import surroundings
from graph.stores.base import Store
from tests.graph.questions.conftest import id_of


def test_one_hop_shows_the_entity_and_its_neighbors(lg: Store) -> None:
    """The nearest first, each with its distance."""
    around = surroundings(lg, id_of("얼티엄셀즈"))
    assert [(e.name, around.distances[e.id]) for e in around.entities] == [
        ("얼티엄셀즈", 0),
        ("GM", 1),
        ("LG에너지솔루션", 1),
    ]
    assert {f.type for f in around.facts} == {"HAS_STAKE_IN"}
    assert not around.cut


def test_further_hops_hold_the_nearer_ones(lg: Store) -> None:
    """No fact twice, and the whole story within three hops of the group."""
    around = surroundings(lg, id_of("LG"), hops=3)
    assert len({f.id for f in around.facts}) == len(around.facts) == 11
    assert around.distances[id_of("GM")] == 3
    assert {f.subject for f in around.facts} <= {e.id for e in around.entities}


def test_what_is_denied_is_left_out_unless_asked_for(lg: Store) -> None:
    """The denied alliance is the twelfth fact."""
    assert len(surroundings(lg, id_of("LG"), hops=3, denied=True).facts) == 12


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 10])
def test_a_cut_is_said(lg: Store, limit: int) -> None:
    """At most so many facts, the nearest, and the ends of each."""
    around = surroundings(lg, id_of("LG"), hops=3, limit=limit)
    assert len(around.facts) == limit
    assert around.cut
    ends = {end for f in around.facts for end in (f.subject, f.object)}
    assert ends <= {e.id for e in around.entities}


def test_only_facts_of_the_types_asked_for(lg: Store) -> None:
    """The walk goes along those alone."""
    around = surroundings(lg, id_of("LG"), hops=2, types=["HAS_SUBSIDIARY", "HAS_UNIT"])
    assert {f.type for f in around.facts} == {"HAS_SUBSIDIARY", "HAS_UNIT"}
    assert len(around.facts) == 4


def test_an_unknown_entity_has_none(lg: Store) -> None:
    """It is unknown."""
    with pytest.raises(NotFoundError):
        surroundings(lg, "org_nobody")
