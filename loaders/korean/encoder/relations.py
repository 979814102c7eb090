"""Relations: what the vectors of two names, and what both attend to, say of the two.

After Zhou et al. (2021), "Document-Level Relation Extraction with Adaptive Thresholding and
Localized Context Pooling", with a probability of its own for each relation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.korean.encoder.ends import Ends
from loaders.korean.encoder.network import Floats, Read
from loaders.korean.encoder.windows import Window

Numbers = NDArray[np.int64]
_BLOCK = 32
_TINY = 1e-9
_CROWDED = 120
"""A window with more ends than this is a table: what the others attend to is not asked."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pairs of a section share: each end's own part on both sides, and what it attends to.

    `left` and `right` are of the ends, `left_context` and `right_context` of the pieces.
    """

    left: Floats
    right: Floats
    left_context: Floats
    right_context: Floats
    distances: Numbers
    attended: tuple["Attended", ...]


@dataclass(frozen=True, slots=True)
class Attended:
    """Of a window how much any two of its ends attend to each piece together.

    `place` is each end's number among those of the window, -1 where it has none; the columns
    of `together` are the pairs of these numbers.
    """

    window: Window
    place: Numbers
    count: int
    together: Floats


class Relations:
    """Scores pairs of ends for every relation."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        self._weights = {
            name.removeprefix("head."): value.astype(np.float32)
            for name, value in stored.items()
            if name.startswith("head.")
        }

    def shared(self, reads: Iterable[Read], ends: Ends, distances: Numbers) -> Shared:
        """What the scores of all pairs of a section share."""
        parts = [(read.vectors, _attended(read, ends)) for read in reads]
        vectors = np.concatenate([own for own, _ in parts])
        labels = self._weights["lab.weight"][list(ends.labels)]
        known = np.concatenate([_pooled(vectors, ends), labels], axis=1)
        return Shared(
            self._linear("es", known),
            self._linear("eo", known),
            vectors @ self._weights["cs.weight"].T,
            vectors @ self._weights["co.weight"].T,
            distances,
            tuple(attended for _, attended in parts),
        )

    def scores(self, shared: Shared, subjects: Numbers, others: Numbers) -> tuple[Floats, Floats]:
        """For each pair the score of each relation, and how much of its context each piece is."""
        context, of = _context(shared, subjects, others), self._weights
        near, far = np.split(of["far.weight"][shared.distances[subjects, others]], 2, axis=1)
        left = np.tanh(shared.left[subjects] + context @ shared.left_context + of["cs.bias"] + near)
        right = np.tanh(shared.right[others] + context @ shared.right_context + of["co.bias"] + far)
        scores = self._bilinear(left, right)
        return scores + self._linear("add", np.concatenate([left, right], axis=1)), context

    def _bilinear(self, left: Floats, right: Floats) -> Floats:
        """Each pair's score for each relation, from the products within blocks of both sides."""
        bias = self._weights["bil.bias"]
        weights = self._weights["bil.weight"].reshape(len(bias), -1, _BLOCK, _BLOCK)
        scores = np.tile(bias, (len(left), 1))
        for block in range(weights.shape[1]):
            part = slice(block * _BLOCK, (block + 1) * _BLOCK)
            across = weights[:, block].transpose(1, 0, 2).reshape(_BLOCK, -1)
            met = (left[:, part] @ across).reshape(len(left), len(bias), _BLOCK)
            scores += np.einsum("prk,pk->pr", met, right[:, part])
        return scores

    def _linear(self, name: str, given: Floats) -> Floats:
        result: Floats = given @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return result


def _pooled(vectors: Floats, ends: Ends) -> Floats:
    """Each end's vector: of its mentions' means, number by number, a soft maximum."""
    sums = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors.cumsum(0)])
    means = (sums[ends.last] - sums[ends.first]) / (ends.last - ends.first)[:, None]
    pooled = np.full((len(ends.labels), vectors.shape[1]), -50.0, np.float32)
    np.logaddexp.at(pooled, ends.end, means.astype(np.float32))
    return pooled


def _attended(read: Read, ends: Ends) -> Attended:
    weights = ends.weights(read.window.first, read.window.last)
    here = np.flatnonzero(weights.any(axis=1))[:_CROWDED]
    place = np.full(len(weights), -1, np.int64)
    place[here] = np.arange(len(here))
    seen = (weights[here] @ read.attention).transpose(2, 1, 0)
    together = (seen @ seen.transpose(0, 2, 1)).reshape(len(seen), -1)
    return Attended(read.window, place, len(here), together)


def _context(shared: Shared, subjects: Numbers, others: Numbers) -> Floats:
    """For each pair the share of each piece in what both ends attend to in one window."""
    context = np.zeros((len(shared.left_context), len(subjects)), np.float32)
    for attended in shared.attended:
        left, right = attended.place[subjects], attended.place[others]
        both = np.flatnonzero((left >= 0) & (right >= 0))
        inside = slice(attended.window.first, attended.window.last)
        context[inside, both] += attended.together[:, left[both] * attended.count + right[both]]
    shares: Floats = (context / (context.sum(axis=0) + _TINY)).T
    return shares
