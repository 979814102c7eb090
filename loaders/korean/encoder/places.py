"""Places: in which line of a section two ends are spoken of most."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from loaders.korean.encoder.network import Floats
from loaders.korean.encoder.wordpieces import Cut
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.lines import Line
from loaders.korean.learned.mentions import Mention
from loaders.korean.learned.pairs import Pair


class Places:
    """The lines of a section, each with the pieces that it has, and what is named there first."""

    def __init__(self, story: Sequence[Line], cut: Cut, found: Candidates) -> None:
        self._pieces: dict[int, tuple[int, int]] = {}
        self._named: dict[int, dict[int, Mention]] = defaultdict(dict)
        for line in story:
            first, last = cut.span(line.raw[0], line.raw[-1] + 1) if line.raw else (0, 0)
            if first < last:
                self._pieces[line.number] = first, last
                for mention in found.mentions[line.number]:
                    self._named[mention.candidate].setdefault(line.number, mention)

    def of(self, subject: int, other: int, share: Floats) -> Pair:
        """Of the lines that name most of the two, the one that has most of their context."""
        left, right = self._named[subject], self._named[other]
        lines = (left.keys() & right.keys()) or (left.keys() | right.keys())
        line = max(sorted(lines), key=lambda number: self._share(number, share))
        whole = line in left and line in right
        return Pair(line, subject, other, left.get(line), right.get(line), "" if whole else "c")

    def _share(self, number: int, share: Floats) -> float:
        return float(np.sum(share[slice(*self._pieces[number])]))
