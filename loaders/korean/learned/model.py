"""The model: everything that training leaves behind, in one file of numbers and words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import orjson
from numpy.typing import NDArray

from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.features import Parts
from loaders.korean.learned.pairs import RELATIONS, Pair, relations_of
from loaders.korean.learned.regression import Floats
from loaders.korean.learned.weighing import WIDTH

HOPELESS = -5.0
"""The score below which a pair does not count as stating a fact."""
FILE = "data/model.npz"


@dataclass(frozen=True, slots=True)
class Scorer:
    """The first stage: each relation's weights by feature."""

    vocabulary: Mapping[str, int]
    weights: NDArray[np.float32]

    def scored(
        self, found: Candidates, pairs: Sequence[Pair], features: Sequence[Parts]
    ) -> Iterator[tuple[Pair, int, float]]:
        """Each pair's score for each relation that it may be in, hopeless ones left out."""
        number: dict[int, int] = {}
        parts: list[Sequence[str]] = []
        of_pair: list[int] = []
        pair_of: list[int] = []
        for i, own in enumerate(features):
            for part in own:
                if id(part) not in number:  # what several pairs share is summed up once
                    number[id(part)] = len(parts)
                    parts.append(part)
                of_pair.append(number[id(part)])
                pair_of.append(i)
        if not pairs:
            return
        begins = np.searchsorted(pair_of, np.arange(len(pairs)))
        totals = np.add.reduceat(self._sums(parts)[of_pair], begins).tolist()
        for pair, scores in zip(pairs, totals, strict=True):
            for relation in relations_of(found, pair):
                if scores[relation] > HOPELESS:
                    yield pair, relation, scores[relation]

    def _sums(self, parts: Sequence[Sequence[str]]) -> Floats:
        """For each part the sum of its features' weights, relation by relation."""
        known = self.vocabulary.get
        ids, edges = list[int](), [0]
        for part in parts:
            ids += [i for word in part if (i := known(word)) is not None]
            edges.append(len(ids))
        running = np.zeros((len(ids) + 1, self.weights.shape[1]))
        np.cumsum(self.weights[ids], axis=0, out=running[1:])
        return running[edges[1:]] - running[edges[:-1]]


@dataclass(frozen=True, slots=True)
class Model:
    """A tagger, a scorer of pairs, and the weights of the final decision.

    `precision` is how often each rule is right. Unless another confidence is asked for, what
    a rule states needs `keep`, and what no rule states `least`.
    """

    tagger: bytes
    scorer: Scorer
    final: Floats
    precision: Mapping[str, float]
    keep: float
    least: float

    def save(self, path: Path) -> None:
        """Write the model; the same model gives the same bytes."""
        words = sorted(self.scorer.vocabulary, key=self.scorer.vocabulary.__getitem__)
        facts = {
            "relations": RELATIONS,
            "keep": self.keep,
            "least": self.least,
            "precision": {rule: round(p, 4) for rule, p in sorted(self.precision.items())},
            "vocabulary": words,
        }
        np.savez_compressed(
            path,
            tagger=np.frombuffer(self.tagger, dtype=np.uint8),
            weights=self.scorer.weights.astype(np.float16),
            final=self.final,
            facts=np.frombuffer(orjson.dumps(facts), dtype=np.uint8),
        )

    @classmethod
    def load(cls, path: Path) -> "Model":
        """The model of a file; raises ValueError where it is one of another ontology."""
        with np.load(path, allow_pickle=False) as stored:
            facts = orjson.loads(stored["facts"].tobytes())
            if tuple(facts["relations"]) != RELATIONS or len(stored["final"]) != WIDTH:
                raise ValueError(f"{path.name} was trained for other relations: run scripts/train")
            vocabulary = {word: i for i, word in enumerate(facts["vocabulary"])}
            return cls(
                stored["tagger"].tobytes(),
                Scorer(vocabulary, stored["weights"].astype(np.float32)),
                stored["final"],
                facts["precision"],
                facts["keep"],
                facts["least"],
            )


@cache
def shipped() -> Model:
    """The model that ships with this package."""
    with as_file(files("loaders.korean.learned").joinpath(FILE)) as path:
        return Model.load(path)
