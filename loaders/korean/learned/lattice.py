"""A lattice: the tags of several lines' tokens at once, the best ones and how probable each is."""

from collections.abc import Sequence

import numpy as np

from loaders.korean.learned.regression import Floats


class Lattice:
    """Lines side by side, the longest first, so that those which go on at a token come first.

    `scores` has a row for every token of all lines, `lengths` the lines' numbers of tokens.
    """

    def __init__(self, scores: Floats, lengths: Sequence[int], transitions: Floats) -> None:
        sizes = np.array(lengths)
        order = np.argsort(-sizes, kind="stable")
        self._lengths = lengths
        self._columns = np.argsort(order, kind="stable")
        self._going = [int((sizes > at).sum()) for at in range(int(sizes.max()))]
        self._transitions = transitions
        tokens = np.concatenate([np.arange(size) for size in lengths])
        lines = np.repeat(self._columns, sizes)
        self._scores = np.zeros((len(self._going), len(sizes), scores.shape[1]))
        self._scores[tokens, lines] = scores

    def best(self) -> list[list[int]]:
        """For each line the labels that together score highest (Viterbi)."""
        totals = self._scores.copy()
        for at in range(1, len(self._going)):
            going = self._going[at]
            steps = totals[at - 1, :going].T[:, :, None] + self._transitions[:, None, :]
            totals[at, :going] += np.maximum.reduce(steps, axis=0)
        chosen = np.zeros(totals.shape[:2], dtype=np.intp)
        following, onward = 0, self._transitions.T
        for at in range(len(self._going) - 1, -1, -1):
            totals[at, :following] += onward[chosen[at + 1, :following]] if following else 0
            following = self._going[at]
            chosen[at, :following] = totals[at, :following].argmax(axis=1)
        places = zip(self._lengths, self._columns.tolist(), strict=True)
        return [chosen[:length, column].tolist() for length, column in places]

    def marginals(self) -> list[Floats]:
        """For each line the probability of each label at each token (forward and backward)."""
        own = np.exp(self._scores - self._scores.max(axis=2, keepdims=True))
        step = np.exp(self._transitions)
        before, after = own.copy(), np.ones_like(own)
        for at in range(1, len(self._going)):
            going = self._going[at]
            before[at, :going] *= _share(before[at - 1, :going] @ step)
        for at in range(len(self._going) - 1, 0, -1):
            going = self._going[at]
            after[at - 1, :going] = _share((own[at, :going] * after[at, :going]) @ step.T)
        shares = _share(before * after)
        return [shares[:, column] for column in self._columns.tolist()]


def _share(values: Floats) -> Floats:
    """The values, made to add up to one over the labels."""
    shares: Floats = values / np.add.reduce(values, axis=-1, keepdims=True)
    return shares
