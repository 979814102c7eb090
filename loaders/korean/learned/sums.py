"""Sums: what the attributes that stand for one key weigh together, added up once."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.korean.learned.regression import Floats

Attributes = tuple[str, ...]
View = Callable[..., Attributes]
"""A side of a thing that is looked at: the attributes that each key of it stands for."""
_REMEMBERED = 20_000
"""How many keys are kept; when there are more, all are forgotten."""


def spelled(word: str) -> Attributes:
    """The view whose keys are attributes: what a key weighs is looked up and not remembered."""
    return (word,)


class Rows(dict[Hashable, int]):
    """The numbers of one view's keys; a key that is new gets the next."""

    def __init__(self, view: View, add: Callable[[Attributes], int]) -> None:
        self._view, self._add = view, add

    def __missing__(self, key: Hashable) -> int:
        row = self[key] = self._add(self._view(key))
        return row


class Seen:
    """The attributes of every key by number, for whoever wants the words themselves."""

    def __init__(self) -> None:
        self.attributes = list[Attributes]()
        self._rows = dict[View, Rows]()

    def rows(self, view: View) -> Rows:
        """The numbers of the view's keys."""
        return self._rows.setdefault(view, Rows(view, self._add))

    def _add(self, attributes: Attributes) -> int:
        self.attributes.append(attributes)
        return len(self.attributes) - 1


class Sums:
    """The sums of every key by number; `weights` has a row for each word of the vocabulary."""

    def __init__(
        self, vocabulary: Mapping[str, int], weights: NDArray[np.float32] | Floats
    ) -> None:
        self._vocabulary, self._weights = vocabulary, weights
        self._rows = dict[View, Rows]()
        # Numbers go on from the words' own: first what no weight is known of, then the sums.
        self._nothing = len(weights)
        self._sums = np.zeros((1024, weights.shape[1]), weights.dtype)
        self._made, self._kept = 1, 0
        self._waiting, self._begins = list[int](), list[int]()

    def rows(self, view: View) -> Rows:
        """The numbers of the view's keys; they hold until `forget` is called."""
        if view not in self._rows:
            self._rows[view] = Rows(view, self._add)
        return self._rows[view]

    def numbers(self, view: View, keys: Iterable[Any]) -> Iterable[int]:
        """The numbers of several keys of the view; they hold until `forget` is called."""
        if view is spelled:
            return map(self._vocabulary.get, keys, repeat(self._nothing))
        return map(self.rows(view).__getitem__, keys)

    def forget(self) -> None:
        """Let go of what is remembered, where that has become too much."""
        if self._kept > _REMEMBERED:
            self._add_up()
            self._made, self._kept = 1, 0
            for rows in self._rows.values():
                rows.clear()

    def of(self, numbers: Iterable[int]) -> Floats:
        """The sums that have these numbers."""
        self._add_up()
        wanted = np.fromiter(numbers, dtype=np.intp)
        found: Floats = self._sums.take(np.maximum(0, wanted - self._nothing), axis=0)
        own = np.flatnonzero(wanted < self._nothing)
        found[own] = self._weights[wanted[own]]
        return found

    def _add(self, attributes: Attributes) -> int:
        self._kept += 1
        known = self._vocabulary.get
        ids = [i for word in attributes if (i := known(word)) is not None]
        if len(ids) < 2:
            return ids[0] if ids else self._nothing
        self._begins.append(len(self._waiting))
        self._waiting += ids
        return self._nothing + self._made + len(self._begins) - 1

    def _add_up(self) -> None:
        """Make the sums that wait: all at once costs little more than one."""
        if not self._begins:
            return
        sums = np.add.reduceat(self._weights[self._waiting], self._begins)
        made = self._made + len(sums)
        if made > len(self._sums):
            room = np.zeros((2 * made, self._sums.shape[1]), self._sums.dtype)
            self._sums = np.concatenate([self._sums[: self._made], room])
        self._sums[self._made : made] = sums
        self._made, self._waiting, self._begins = made, [], []
