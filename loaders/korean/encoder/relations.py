"""Relations: what the vectors of two names, and what both attend to, say of the two.

After Zhou et al. (2021), "Document-Level Relation Extraction with Adaptive Thresholding and
Localized Context Pooling", with a probability of its own for each relation.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.korean.encoder.ends import Ends
from loaders.korean.encoder.network import Floats, Read

Numbers = NDArray[np.int64]
_BLOCK = 32
_TINY = 1e-9


class Relations:
    """Scores pairs of ends for every relation."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        self._weights = {
            name.removeprefix("head."): value.astype(np.float32)
            for name, value in stored.items()
            if name.startswith("head.")
        }

    def scores(
        self, vectors: Floats, reads: Sequence[Read], ends: Ends, subjects: Numbers, others: Numbers
    ) -> tuple[Floats, Floats]:
        """For each pair the score of each relation, and how much of its context each piece is."""
        context = _context(vectors, reads, ends, subjects, others)
        of = self._weights
        known = np.concatenate(
            [_pooled(vectors, ends), of["lab.weight"][list(ends.labels)]], axis=1
        )
        far = of["far.weight"][ends.distances()[subjects, others]]
        half = far.shape[1] // 2
        left = np.tanh(
            self._linear("es", known)[subjects] + context @ (vectors @ of["cs.weight"].T)
            + of["cs.bias"] + far[:, :half]
        )  # fmt: skip
        right = np.tanh(
            self._linear("eo", known)[others] + context @ (vectors @ of["co.weight"].T)
            + of["co.bias"] + far[:, half:]
        )  # fmt: skip
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


def _context(
    vectors: Floats, reads: Sequence[Read], ends: Ends, subjects: Numbers, others: Numbers
) -> Floats:
    """For each pair the share of each piece in what both ends attend to in one window."""
    context = np.zeros((len(vectors), len(subjects)), np.float32)
    for read in reads:
        weights = ends.weights(read.window.first, read.window.last)
        here = np.flatnonzero(weights.any(axis=1))
        place = np.full(len(weights), -1, np.int64)
        place[here] = np.arange(len(here))
        left, right = place[subjects], place[others]
        both = np.flatnonzero((left >= 0) & (right >= 0))
        seen = (weights[here] @ read.attention).transpose(2, 1, 0)
        met = (seen @ seen.transpose(0, 2, 1)).reshape(len(seen), -1)
        inside = slice(read.window.first, read.window.last)
        context[inside, both] += met[:, left[both] * len(here) + right[both]]
    shares: Floats = (context / (context.sum(axis=0) + _TINY)).T
    return shares
