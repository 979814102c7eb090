"""Fields of business as the reference data spells them, found in a line."""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from loaders.korean.learned.lines import Line
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


def fields(line: Line) -> Iterator[tuple[int, int, int, int]]:
    """Known fields as masked spans and token spans; the longest of those that overlap."""
    hits = [(last + 1 - size, last + 1) for last, size in _automaton().iter(line.text)]
    hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    taken: set[int] = set()
    for start, end in hits:
        if start in taken or end - 1 in taken:
            continue
        if (span := line.tokens(start, end)) is not None:
            taken.update(range(start, end))
            yield start, end, *span
