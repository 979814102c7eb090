"""Renaming: the same article about others, so that the encoder learns words and not names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from graph.ontology import Label
from loaders.korean.encoder.ends import LABELS, Ends
from training.examples import Example, Numbers

_SHARE = 0.5
"""How many of the names that any other could stand for are exchanged."""
_OPEN = frozenset(map(LABELS.index, (Label.ORGANIZATION, Label.PERSON, Label.PRODUCT)))
Names = Mapping[int, Sequence[Numbers]]


def names(examples: Sequence[Example]) -> Names:
    """The pieces of names by the number of their label, each as some article first has it."""
    found: dict[int, list[Numbers]] = defaultdict(list)
    for example in examples:
        ends = example.ends
        _, firsts = np.unique(ends.end, return_index=True)
        for end, mention in enumerate(firsts.tolist()):
            pieces = example.numbers[ends.first[mention] : ends.last[mention]]
            found[ends.labels[end]].append(pieces)
    return found


def renamed(example: Example, known: Names, draw: Random) -> Example:
    """The example with some of its names exchanged for others of their label, everywhere."""
    ends = example.ends
    new = {
        end: draw.choice(known[label])
        for end, label in enumerate(ends.labels)
        if label in _OPEN and draw.random() < _SHARE
    }
    parts, at, done = list[Numbers](), np.arange(len(example.numbers) + 1), 0
    for mention in np.argsort(ends.first, kind="stable").tolist():
        first, last = int(ends.first[mention]), int(ends.last[mention])
        pieces = new.get(int(ends.end[mention]))
        if pieces is None or first < done:
            continue
        parts += [example.numbers[done:first], pieces]
        moved = len(pieces) - (last - first)
        at[first + 1 : last] = at[first] + np.minimum(np.arange(1, last - first), len(pieces) - 1)
        at[last:] += moved
        done = last
    numbers = np.concatenate([*parts, example.numbers[done:]])
    firsts = at[ends.first]
    moved_ends = Ends(
        ends.numbers, ends.labels, ends.end, firsts, np.maximum(at[ends.last], firsts + 1)
    )
    distances = moved_ends.distances()[example.pairs[:, 0], example.pairs[:, 1]]
    marks = moved_ends.marks(len(numbers))
    return replace(example, numbers=numbers, marks=marks, ends=moved_ends, distances=distances)
