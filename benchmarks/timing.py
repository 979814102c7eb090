"""Timing: medians of repeated runs, two ways in turn so that a slow moment meets both."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def medians(
    one: Callable[[], object], other: Callable[[], object], runs: int
) -> tuple[float, float]:
    """The median seconds of each, run in turn after a run of each that is not counted."""
    one(), other()
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)
