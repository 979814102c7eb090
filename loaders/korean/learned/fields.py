"""Fields of business as the reference data spells them, found in a line."""

from collections.abc import Iterator
from functools import cache, lru_cache

import ahocorasick

from graph.claims import Span
from loaders.korean.learned.lines import Line
from loaders.korean.names import REMEMBERED_TEXTS
from loaders.reference import rows


@cache
def field_ids() -> dict[str, str]:
    """The reference id of a field by its Korean names, white space left out."""
    ids: dict[str, str] = {}
    for row in rows.sectors():
        for name in (row.name_ko, *row.synonyms_ko):
            ids.setdefault(name.replace(" ", "").casefold(), row.id)
    return ids


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for row in rows.sectors():
        for name in (row.name_ko, *row.synonyms_ko):
            if len(name) > 1:
                automaton.add_word(name, len(name))
    automaton.make_automaton()
    return automaton


@lru_cache(REMEMBERED_TEXTS)
def _hits(text: str) -> tuple[Span, ...]:
    """Where fields are spelled, the longest first."""
    hits = ((last + 1 - size, last + 1) for last, size in _automaton().iter(text))
    return tuple(sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])))


def fields(line: Line) -> Iterator[tuple[int, int, int, int]]:
    """Known fields as masked spans and token spans; the longest of those that overlap."""
    taken: set[int] = set()
    for start, end in _hits(line.text):
        if start in taken or end - 1 in taken:
            continue
        if (span := line.tokens(start, end)) is not None:
            taken.update(range(start, end))
            yield start, end, *span
