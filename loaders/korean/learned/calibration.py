"""Calibration: what confidences are worth on articles they were not fitted to, and the bars."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from loaders.korean.learned.model import NEVER
from loaders.korean.learned.pairs import RELATIONS

FLOOR = 0.9
"""The precision that added facts must leave standing over all relations."""
_LEEWAY = 0.02
"""How much lower it may be for one relation, where facts are few and readers differ by more."""
_RULED = (0.5, 0.55, 0.6)
_STEPS = tuple(i / 100 for i in range(50, 100))
_SUPPORT = 3
_PRIOR = 10.0


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


def bars(facts: Sequence[Weighed], floor: float = FLOOR) -> Bars:
    """The confidences that keep precision at the floor and find the most.

    One bar for what rules state, one for what they are silent on, the latter raised for a
    relation whose own precision would fall below its floor.
    """
    return max(
        (_bars(facts, ruled, floor) for ruled in _RULED),
        key=lambda limits: sum(f.holds for f in facts if limits.keeps(f)),
    )


def _bars(facts: Sequence[Weighed], keep: float, floor: float) -> Bars:
    ruled = [f for f in facts if f.ruled and f.confidence >= keep]
    silent = [f for f in facts if not f.ruled]
    own = [
        _bar(
            [f for f in ruled if f.relation == relation],
            [f for f in silent if f.relation == relation],
            floor - _LEEWAY,
        )
        for relation in range(len(RELATIONS))
    ]
    shared = _bar(ruled, [f for f in silent if f.confidence >= own[f.relation]], floor)
    return Bars(keep, tuple(max(shared, bar) for bar in own))


def _bar(ruled: Sequence[Weighed], silent: Sequence[Weighed], floor: float) -> float:
    """The lowest bar for what the rules are silent on that keeps precision at the floor.

    Where the rules alone are below it, what is added must hold as often as the floor says.
    """
    weak = sum(f.holds for f in ruled) < floor * len(ruled)
    for step in _STEPS:
        added = [f for f in silent if f.confidence >= step]
        if sum(f.holds for f in added) < _SUPPORT:
            break
        if _expected(added if weak else [*ruled, *added]) >= floor:
            return step
    return NEVER


def _expected(facts: Sequence[Weighed]) -> float:
    """The share that holds, drawn toward what the confidences promise where facts are few."""
    promised = sum(f.confidence for f in facts) / len(facts)
    return (sum(f.holds for f in facts) + _PRIOR * promised) / (len(facts) + _PRIOR)
