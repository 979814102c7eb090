"""Calibration: what confidences are worth on articles they were not fitted to, and the bars."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.korean.learned.model import NEVER
from loaders.korean.learned.pairs import RELATIONS

FLOOR = 0.9
"""The precision that added facts must leave standing, overall and by relation."""
EVEN = 0.5
_STEPS = tuple(i / 100 for i in range(40, 100))
_SUPPORT = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """A fact of a labeled article that was left out in fitting: how sure, and whether it holds."""

    relation: int
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


@dataclass(frozen=True, slots=True)
class Bars:
    """The confidences that facts need: those of the rules, and by relation those without one."""

    ruled: float
    added: tuple[float, ...]

    def keeps(self, fact: Weighed) -> bool:
        """Whether the fact passes."""
        return fact.confidence >= (self.ruled if fact.ruled else self.added[fact.relation])


def bars(facts: Sequence[Weighed]) -> Bars:
    """The lowest confidences that keep precision at the floor.

    One bar for all, raised for a relation whose own precision would fall below the floor;
    a rule's fact goes only where it is more likely wrong than right.
    """
    own = tuple(_own_bar([f for f in facts if f.relation == r]) for r in range(len(RELATIONS)))
    for step in _STEPS:
        shared = Bars(min(step, EVEN), tuple(max(step, bar) for bar in own))
        if _precision([f for f in facts if shared.keeps(f)]) >= FLOOR:
            return shared
    return Bars(EVEN, tuple(NEVER for _ in RELATIONS))


def _own_bar(facts: Sequence[Weighed]) -> float:
    """The lowest bar that keeps the relation at the floor.

    Where the rules alone are below it, what is added must hold as often as the floor says.
    """
    for step in _STEPS:
        ruled = [f for f in facts if f.ruled and f.confidence >= min(step, EVEN)]
        added = [f for f in facts if not f.ruled and f.confidence >= step]
        if sum(f.holds for f in added) < _SUPPORT:
            break
        weak = _precision(ruled) < FLOOR
        if _precision(added if weak else [*ruled, *added]) >= FLOOR:
            return step
    return NEVER


def _precision(facts: Sequence[Weighed]) -> float:
    return sum(f.holds for f in facts) / len(facts) if facts else 1.0
