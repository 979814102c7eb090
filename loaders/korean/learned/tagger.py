"""The tagger: a second opinion on which tokens are names, by a conditional random field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import pycrfsuite

from graph.ontology import Label
from loaders.korean.learned.crf import RandomField
from loaders.korean.learned.lattice import Lattice
from loaders.korean.learned.lines import Line
from loaders.korean.learned.regression import Floats
from loaders.korean.learned.sums import Sums
from loaders.korean.learned.tokens import VIEWS, keys
from loaders.korean.names import Name

OUTSIDE = "O"
_QUOTED = (Label.PRODUCT, Label.INITIATIVE, Label.ORGANIZATION, Label.PLACE)
_Sight = tuple[str, tuple[str, ...], tuple[str, ...], tuple[Name, ...], tuple[tuple[int, int], ...]]
_PROPER = frozenset([Label.ORGANIZATION, Label.PERSON, Label.PLACE])
_AT_ONCE = 64
"""How many lines are tagged at a time: enough to pay, and little memory."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens `[first, last)` taken for a name, and how probable its beginning is."""

    first: int
    last: int
    label: Label
    probability: float


class Tagger:
    """Tags the tokens of lines with a trained field."""

    def __init__(self, field: RandomField) -> None:
        self._labels, self._transitions = field.labels, field.transitions
        self._sums = Sums(field.attributes, field.weights)
        self._number = {tag: i for i, tag in enumerate(field.labels)}
        self._turn = Lock()  # what the sums remember is one thread's at a time
        self._last: Mapping[str, tuple[Line, list[Tagged]]] = {}

    def names(self, story: Sequence[Line]) -> list[list[Tagged]]:
        """The names that the model sees in each line; lines seen the last time are as they were."""
        known = [self._seen(line) for line in story]
        found = [names or [] for names in known]
        order = sorted(
            (i for i, line in enumerate(story) if line.forms and known[i] is None),
            key=lambda i: -len(story[i].forms),
        )
        for start in range(0, len(order), _AT_ONCE):
            numbers = order[start : start + _AT_ONCE]
            some = [story[i] for i in numbers]
            scores = self._scores(some)
            lengths = [len(line.forms) for line in some]
            lattice = Lattice(scores, lengths, self._transitions)
            for i, tags, shares in zip(numbers, lattice.best(), lattice.marginals(), strict=True):
                found[i] = self._names(story[i], tags, shares)
        self._last = {line.text: (line, own) for line, own in zip(story, found, strict=True)}
        return found

    def _seen(self, line: Line) -> list[Tagged] | None:
        """The names that were seen in the line the last time, if it was as it is now."""
        before, found = self._last.get(line.text, (None, []))
        same = before is not None and (before is line or _sight(before) == _sight(line))
        return found if same else None

    def _scores(self, lines: Sequence[Line]) -> Floats:
        """What speaks for each label at every token of the lines."""
        seen: list[list[int]] = [[] for _ in VIEWS]
        with self._turn:
            self._sums.forget()
            for line in lines:
                for view, own, column in zip(VIEWS, keys(line), seen, strict=True):
                    column.extend(self._sums.numbers(view, own))
            parts = self._sums.of(chain.from_iterable(seen))
        total: Floats = parts.reshape(len(VIEWS), -1, parts.shape[1]).sum(axis=0)
        return total

    def _names(self, line: Line, numbers: Sequence[int], shares: Floats) -> list[Tagged]:
        tags = [self._labels[number] for number in numbers]
        found: list[Tagged] = []
        first = 0
        for i in range(1, len(tags) + 1):
            if i < len(tags) and tags[i][0] == "I":
                continue
            if tags[first] != OUTSIDE:
                probability = float(shares[first, numbers[first]])
                found.append(Tagged(first, i, _LABELS[tags[first][2:]], probability))
            first = i
        for start, end in line.quotes:
            span = line.tokens(start, end)
            if span is not None and all(tags[i] == OUTSIDE for i in range(*span)):
                found.append(self._quoted(*span, shares[span[0]]))
        return found

    def _quoted(self, first: int, last: int, shares: Floats) -> Tagged:
        """What quoted words most probably are, if they are a name at all."""
        sure = {label: self._probability(label, shares) for label in _QUOTED}
        label = max(_QUOTED, key=sure.__getitem__)
        return Tagged(first, last, label, sure[label])

    def _probability(self, label: Label, shares: Floats) -> float:
        number = self._number.get(f"B-{label}")
        return float(shares[number]) if number is not None else 0.0


_LABELS = {label.value: label for label in Label}


def is_common(line: Line, name: Tagged) -> bool:
    """`지리` of `지리 정보`: a common noun of the dictionary is no firm, person or place."""
    known = name.last - name.first == 1 and not line.unknown[name.first]
    return known and line.tags[name.first] == "NNG" and name.label in _PROPER


def _sight(line: Line) -> _Sight:
    """All of a line that the tagger sees."""
    return line.text, line.forms, line.tags, line.names, line.quotes


def train_tagger(
    examples: Sequence[tuple[list[list[str]], list[str]]], *, least: int = 2
) -> RandomField:
    """The field trained on token features with their tags."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, tags in examples:
        trainer.append(features, tags)
    trainer.set_params(
        {"c1": 0.3, "c2": 0.05, "max_iterations": 50, "feature.minfreq": least,
         "feature.possible_transitions": True}
    )  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tagger"
        trainer.train(str(path))
        return RandomField.of(path.read_bytes())
