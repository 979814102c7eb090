"""The tagger: a second opinion on which tokens are names, by a conditional random field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import pycrfsuite

from graph.ontology import Label
from loaders.korean.learned.fields import fields
from loaders.korean.learned.lines import Line

OUTSIDE = "O"
_QUOTED = (Label.PRODUCT, Label.INITIATIVE, Label.ORGANIZATION, Label.PLACE)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tokens `[first, last)` taken for a name, and how probable its beginning is."""

    first: int
    last: int
    label: Label
    probability: float


class Tagger:
    """Tags the tokens of lines with a trained model."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads from these bytes, it does not copy them
        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)
        self._tags = frozenset(self._tagger.labels())
        self._turn = Lock()  # the tagger holds one sequence at a time

    def names(self, line: Line) -> list[Tagged]:
        """The names that the model sees in the line."""
        if not line.forms:
            return []
        features = token_features(line)
        with self._turn:
            return self._names(features, line)

    def _names(self, features: list[list[str]], line: Line) -> list[Tagged]:
        tags = self._tagger.tag(features)
        found: list[Tagged] = []
        first = 0
        for i in range(1, len(tags) + 1):
            if i < len(tags) and tags[i][0] == "I":
                continue
            if tags[first] != OUTSIDE:
                probability = self._tagger.marginal(tags[first], first)
                found.append(Tagged(first, i, Label(tags[first][2:]), probability))
            first = i
        for start, end in line.quotes:
            span = line.tokens(start, end)
            if span is not None and all(tags[i] == OUTSIDE for i in range(*span)):
                found.append(self._quoted(*span))
        return found

    def _quoted(self, first: int, last: int) -> Tagged:
        """What quoted words most probably are, if they are a name at all."""
        sure = {label: self._probability(label, first) for label in _QUOTED}
        label = max(_QUOTED, key=sure.__getitem__)
        return Tagged(first, last, label, sure[label])

    def _probability(self, label: Label, first: int) -> float:
        tag = f"B-{label}"
        return float(self._tagger.marginal(tag, first)) if tag in self._tags else 0.0


def token_features(line: Line) -> list[list[str]]:
    """What the model sees of each token."""
    count = len(line.forms)
    stems = _stems(line)
    marks = _marks(line)
    tight = [i > 0 and line.ends[i - 1] == line.starts[i] for i in range(count)]
    own = [_own(line, i, marks[i], tight=tight[i]) for i in range(count)]
    forms, tags = ("^", "^", *line.forms, "$", "$"), ("^", "^", *line.tags, "$", "$")
    marks = ["", "", *marks, "", ""]
    for i, features in enumerate(own):
        j = i + 2
        features += (
            f"a={forms[j - 1]}", f"b={forms[j + 1]}", f"c={forms[j - 2]}", f"d={forms[j + 2]}",
            f"e={tags[j - 1]}{tags[j]}", f"f={tags[j]}{tags[j + 1]}",
            f"g={tags[j - 2]}{tags[j - 1]}", f"h={tags[j + 1]}{tags[j + 2]}",
            f"i={forms[j - 1]} {forms[j]}", f"j={forms[j]} {forms[j + 1]}",
            f"k={marks[j - 1]}", f"l={marks[j + 1]}", f"m={forms[j - 1][-1:]}",
            f"n={line.particle(i + 1)}",
            f"o={stems[i]}", f"p={stems[i][-2:]}",
        )  # fmt: skip
    return own


def _stems(line: Line) -> list[str]:
    """For each token the word between spaces that it is in, without particles and endings."""
    count, first = len(line.forms), 0
    stems = [""] * count
    for i in range(1, count + 1):
        if i < count and line.starts[i] == line.ends[i - 1]:
            continue
        last = i
        while last > first + 1 and line.tags[last - 1][0] in "JESV":
            last -= 1
        stem = line.text[line.starts[first] : line.ends[last - 1]]
        stems[first:i] = [stem] * (i - first)
        first = i
    return stems


def _own(line: Line, i: int, mark: str, *, tight: bool) -> list[str]:
    return [
        f"m={mark}", f"mt={mark}{line.tags[i]}", f"r={mark.partition('.')[0]}",
        f"u={line.unknown[i]:d}{tight:d}", *_shape(line.forms[i], line.tags[i]),
    ]  # fmt: skip


@lru_cache(maxsize=50_000)
def _shape(form: str, tag: str) -> tuple[str, ...]:
    """What a form shows by itself; the commonest forms come again and again."""
    kind = "a" if form.isascii() else "h"
    shape = f"{kind}{min(len(form), 6)}{form[:1].isupper():d}{form[:1].isdigit():d}"
    return (
        f"w={form}", f"t={tag}", f"1={form[:1]}", f"2={form[:2]}", f"x={form[-1:]}",
        f"y={form[-2:]}", f"z={form[-3:]}", f"s={shape}", f"q={form.rpartition(' ')[2]}",
    )  # fmt: skip


def _marks(line: Line) -> list[str]:
    """What rules and reference data say of each token: a name's label and kind, or a field."""
    marks = [""] * len(line.forms)
    for start, end in line.quotes:
        _mark(marks, line.tokens(start, end), "quote")
    for _, _, first, last in fields(line):
        _mark(marks, (first, last), "field")
    for name in line.names:
        sure = name.rank if name.entry is None else "known"
        _mark(marks, line.tokens(name.start, name.end), f"{name.label}.{name.kind}.{sure}")
    return marks


def _mark(marks: list[str], span: tuple[int, int] | None, mark: str) -> None:
    if span is not None:
        for i in range(*span):
            marks[i] = mark if i == span[0] else f"-{mark}"


def train_tagger(
    examples: Sequence[tuple[list[list[str]], list[str]]], path: Path, *, least: int = 2
) -> None:
    """Train on token features with their tags and write the model file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, tags in examples:
        trainer.append(features, tags)
    trainer.set_params(
        {"c1": 0.2, "c2": 0.05, "max_iterations": 50, "feature.minfreq": least,
         "feature.possible_transitions": True}
    )  # fmt: skip
    trainer.train(str(path))
