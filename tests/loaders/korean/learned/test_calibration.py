"""Calibration: what confidences are worth, and what must be passed to count."""

import pytest

from loaders.korean.learned.calibration import FLOOR, Weighed, bars, bins
from loaders.korean.learned.model import NEVER


def _facts(relation: int, *, ruled: bool, shares: dict[float, tuple[int, int]]) -> list[Weighed]:
    return [
        Weighed(relation, confidence, i < right, ruled)
        for confidence, (right, count) in shares.items()
        for i in range(count)
    ]


def test_bins_show_the_share_that_holds() -> None:
    """Steps without facts are left out; certainty is in the last step."""
    table = list(bins([(0.05, False), (0.07, True), (1.0, True)]))
    assert [(b.low, b.count, b.share) for b in table] == [(0.0, 2, 0.5), (0.9, 1, 1.0)]


def test_what_is_added_keeps_precision_at_the_floor() -> None:
    """Sure facts are added, doubtful ones are not."""
    facts = [
        *_facts(0, ruled=True, shares={0.95: (95, 100)}),
        *_facts(0, ruled=False, shares={0.95: (29, 30), 0.75: (22, 30), 0.66: (0, 40)}),
    ]
    limits = bars(facts)
    kept = [f for f in facts if limits.keeps(f)]
    assert 0.66 < limits.added[0] <= 0.95
    assert sum(f.holds for f in kept) / len(kept) >= FLOOR


def test_a_relation_that_learning_fails_at_is_left_to_the_rules() -> None:
    """Where the surest additions are often wrong nothing is added."""
    facts = [
        *_facts(0, ruled=True, shares={0.95: (95, 100)}),
        *_facts(1, ruled=True, shares={0.95: (9, 10)}),
        *_facts(1, ruled=False, shares={0.98: (10, 30)}),
    ]
    assert bars(facts).added[1] == NEVER


@pytest.mark.parametrize("count", [0, 2])
def test_too_few_examples_are_no_proof(count: int) -> None:
    """A relation with hardly any added fact stays with the rules."""
    facts = [
        *_facts(0, ruled=True, shares={0.95: (95, 100)}),
        *_facts(0, ruled=False, shares={0.98: (count, count)}),
    ]
    assert bars(facts).added[0] == NEVER
