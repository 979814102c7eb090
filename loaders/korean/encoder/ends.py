"""Ends: the names of a document as the encoder sees them, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.ontology import Label
from loaders.korean.encoder.wordpieces import Cut
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.lines import Line

LABELS = tuple(Label)
_LONG = 40
"""A name of so many pieces is none."""
STEPS = (1, 2, 4, 8, 14, 24, 40, 70, 120, 200, 350)
"""How many pieces lie between two names, in steps."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The candidates that are named among some pieces, with the pieces of each mention.

    `numbers` and `labels` have an entry for each end; `end`, `first` and `last` one for each
    mention: which end it names, by pieces `[first, last)`.
    """

    numbers: tuple[int, ...]
    labels: tuple[int, ...]
    end: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]

    @classmethod
    def of(cls, found: Candidates, story: Sequence[Line], cut: Cut) -> "Ends":
        """Where the candidates' mentions stand among the pieces."""
        rows = set[tuple[int, int, int, int]]()
        for line in story:
            for mention in found.mentions[line.number]:
                if mention.end > mention.start:
                    start, end = line.raw[mention.start], line.raw[mention.end - 1] + 1
                    first, last = cut.span(start, end)
                    if 0 < last - first < _LONG:
                        rows.add((mention.candidate, line.number, first, last))
        columns = np.array(sorted(rows), np.int64).reshape(-1, 4)
        numbers, ends = np.unique(columns[:, 0], return_inverse=True)
        labels = tuple(LABELS.index(found.all[number].label) for number in numbers.tolist())
        return cls(tuple(numbers.tolist()), labels, ends, columns[:, 2], columns[:, 3])

    def marks(self, count: int) -> NDArray[np.int64]:
        """Of so many pieces each one's mark: which label begins or goes on there, 0 for none."""
        marks = np.zeros(count, np.int64)
        for end, first, last in zip(
            self.end.tolist(), self.first.tolist(), self.last.tolist(), strict=True
        ):
            if not marks[first:last].any():
                label = self.labels[end]
                marks[first] = 1 + 2 * label
                marks[first + 1 : last] = 2 + 2 * label
        return marks

    def distances(self) -> NDArray[np.int64]:
        """Of each two ends the step of the distance between their nearest mentions."""
        gap = np.maximum(
            self.first[None, :] - self.last[:, None], self.first[:, None] - self.last[None, :]
        )
        steps = np.searchsorted(STEPS, np.maximum(gap, 0), "right")
        count = len(self.labels)
        nearest = np.full((count, count), len(STEPS), np.int64)
        np.minimum.at(nearest, (self.end[:, None], self.end[None, :]), steps)
        return nearest

    def weights(self, start: int, end: int) -> NDArray[np.float32]:
        """`[end, piece]`: of the pieces from start to end the share that each end has.

        Each of its mentions there has the same share of it, and each piece of a mention.
        """
        inside = np.flatnonzero((self.first >= start) & (self.last <= end))
        weights = np.zeros((len(self.labels), end - start), np.float32)
        counts = np.bincount(self.end[inside], minlength=len(self.labels))
        for i in inside.tolist():
            number, first, last = self.end[i], self.first[i], self.last[i]
            weights[number, first - start : last - start] += 1 / ((last - first) * counts[number])
        return weights
