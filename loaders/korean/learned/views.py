"""Line views: a line with the trigger classes of its tokens, its predicates and its mentions."""

from collections.abc import Sequence
from functools import cached_property

from loaders.korean.learned.lines import Line
from loaders.korean.learned.mentions import Mention
from loaders.korean.learned.triggers import triggers

WINDOW = 14
_BEFORE = 5
_Classes = tuple[str, ...]


class LineView:
    """A line as its pairs are seen; what several of them ask for is worked out once."""

    def __init__(self, line: Line, mentions: Sequence[Mention]) -> None:
        known = triggers()
        self.line = line
        self.mentions = mentions
        # Few tokens have a class: where they stand is all that is looked through.
        self._classes = [(i, known[form]) for i, form in enumerate(line.forms) if form in known]
        self.all: _Classes = tuple(dict.fromkeys(c for _, own in self._classes for c in own))
        self.predicate = _predicates(line)
        self.breaks = _counts(line)
        self._following: dict[int, _Classes] = {}
        self._preceding: dict[int, _Classes] = {}

    @cached_property
    def has_subject(self) -> bool:
        """Whether one of the names is the line's subject."""
        return any(self.line.particle(m.last) in ("은", "이") for m in self.mentions)

    def inside(self, left: Mention, right: Mention) -> list[Mention]:
        """The names between two."""
        return [m for m in self.mentions if left.last <= m.first < right.first]

    def within(self, first: int, last: int) -> _Classes:
        """The classes of the tokens `[first, last)`, each once."""
        found = [own for i, own in self._classes if first <= i < last]
        if len(found) < 2:
            return found[0] if found else ()
        return tuple(dict.fromkeys(c for own in found for c in own))

    def following(self, start: int) -> _Classes:
        """The classes from `start` to where the clause ends that goes on there."""
        known = self._following.get(start)
        if known is None:
            known = self._following[start] = self.within(start, self._stop(start))
        return known

    def preceding(self, end: int) -> _Classes:
        """The classes of the last tokens before `end`."""
        known = self._preceding.get(end)
        if known is None:
            known = self._preceding[end] = self.within(max(0, end - _BEFORE), end)
        return known

    def _stop(self, start: int) -> int:
        end = min(len(self.line.forms), start + WINDOW)
        for i in range(start, end):
            if self.line.tags[i] in ("EC", "EF"):
                return i
        return end


def _predicates(line: Line) -> list[int]:
    """For each token the index of the next predicate; -1 where none follows."""
    following = -1
    found = [-1] * (len(line.forms) + 1)
    for i in range(len(line.forms) - 1, -1, -1):
        tag = line.tags[i]
        if tag in ("XSV", "XSA") and i:
            following = i - 1
        elif tag[:2] in ("VV", "VA", "VC") and not (tag == "VCP" and i == 0):
            following = i
        found[i] = following
    return found


def _counts(line: Line) -> list[int]:
    """For each token how many endings of clauses come before it."""
    counts = [0]
    for tag in line.tags:
        counts.append(counts[-1] + (tag in ("EC", "ETM", "EF")))
    return counts
