"""Calibration: what confidences are worth on unseen articles, and how sure is sure enough."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DOUBTED = 0.1
"""Below this confidence what a rule states does not count: hardly anything else speaks for it."""
SURE = 0.65
"""From this confidence on a fact counts that no rule states."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact of a labeled article that was left out in fitting: how sure, and whether it holds."""

    confidence: float
    holds: bool
    ruled: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts whose confidence is in `[low, high)`, and the share of them that holds."""

    low: float
    high: float
    count: int
    share: float


def bins(facts: Iterable[tuple[float, bool]], *, number: int = 10) -> Iterator[Bin]:
    """The calibration table: equal steps of confidence that hold any fact."""
    sorted_in: list[list[bool]] = [[] for _ in range(number)]
    for confidence, holds in facts:
        sorted_in[min(number - 1, int(confidence * number))].append(holds)
    for i, inside in enumerate(sorted_in):
        if inside:
            yield Bin(i / number, (i + 1) / number, len(inside), sum(inside) / len(inside))
