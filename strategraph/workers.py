"""Workers: many articles are read on every core, a few where they are."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from graph.claims import Reading
from graph.errors import BadInputError
from graph.extracts import ExtractOut
from graph.stores.base import batches
from loaders.articles import Item, Unread
from loaders.facts.extracted import reading_of
from strategraph.reading import OWN_EXTRACTORS, read

_CHUNK = 8
# A worker loads its language model for two seconds, which fewer articles do not repay.
_WORTH_A_POOL = 32

Outcome = Reading | Unread


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def readings(items: Iterable[Item | Unread], least: float | None = None) -> Iterator[Outcome]:
    """What each item says, in their order; what cannot be read comes back with the reason.

    `least` is the confidence that a fact needs; by default the extractor's own.
    """
    waiting = iter(items)
    first = list(islice(waiting, _WORTH_A_POOL))
    if len(first) < _WORTH_A_POOL or cores() < 2:
        yield from (outcome(item, least) for item in chain(first, waiting))
    else:
        yield from _on_all_cores(chain(first, waiting), least)


def outcome(item: Item | Unread, least: float | None = None) -> Outcome:
    """What the item says, or why it cannot be read."""
    if isinstance(item, Unread):
        return item
    try:
        if isinstance(item.content, ExtractOut):
            found = reading_of(item.content, name=Path(item.origin).name, own=OWN_EXTRACTORS)
        else:
            found = read(item.content, least)
    except BadInputError as error:
        return Unread(item.place, str(error))
    return replace(found, origin=item.origin)


def _on_all_cores(items: Iterable[Item | Unread], least: float | None) -> Iterator[Outcome]:
    """As `readings`, by a pool; a few chunks are under way at once, whatever their number."""
    # A forked copy of a process with threads may hang: workers start afresh.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores(), mp_context=context) as pool:
        under_way: deque[Future[list[Outcome]]] = deque()
        for chunk in batches(items, _CHUNK):
            under_way.append(pool.submit(_outcomes, chunk, least))
            if len(under_way) > 2 * cores():
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _outcomes(items: list[Item | Unread], least: float | None) -> list[Outcome]:
    return [outcome(item, least) for item in items]
