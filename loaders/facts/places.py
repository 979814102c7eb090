"""Places in a text: where a quote stands, and where a name is mentioned."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from graph.claims import Span
from loaders.reference.gazetteer import gazetteer


class Places:
    """One article's text, searched for quotes and names.

    `names` are those that matter in it beside the ones that the gazetteer knows.
    """

    def __init__(self, text: str, names: Iterable[str] = ()) -> None:
        self._text, self._names = text, tuple(names)

    def quote(self, words: str) -> Span | None:
        """Where the words stand, else where they do but for white space, or None."""
        start = self._text.find(words)
        if start >= 0 and words:
            return start, start + len(words)
        dense = "".join(words.split())
        positions, text = self._dense
        first = text.find(dense)
        if first < 0 or not dense:
            return None
        return positions[first], positions[first + len(dense) - 1] + 1

    def mentions(self, name: str) -> tuple[Span, ...]:
        """Where the name stands by itself, not within a longer one."""
        return tuple(
            (start, end)
            for start, end in self._occurrences(name)
            if not any(a <= start and end <= b and b - a > end - start for a, b in self._known)
        )

    @cached_property
    def _dense(self) -> tuple[list[int], str]:
        positions = [i for i, character in enumerate(self._text) if not character.isspace()]
        return positions, "".join(self._text[i] for i in positions)

    @cached_property
    def _known(self) -> list[Span]:
        """Where names stand that matter here or that the gazetteer knows."""
        hits = gazetteer().occurrences(self._text)
        ours = (span for name in self._names for span in self._occurrences(name))
        return [*ours, *((hit.start, hit.end) for hit in hits if not hit.ambiguous)]

    def _occurrences(self, name: str) -> Iterator[Span]:
        start = self._text.find(name) if name else -1
        while start >= 0:
            before = self._text[start - 1 : start]
            if not (before.isalnum() and before.isascii() == name[0].isascii()):
                yield start, start + len(name)
            start = self._text.find(name, start + len(name))
