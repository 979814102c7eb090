"""The model: everything that training leaves behind, in one file of numbers and words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.crf import RandomField
from loaders.korean.learned.pairs import RELATIONS, Pair, relations_of
from loaders.korean.learned.regression import Floats
from loaders.korean.learned.sums import Sums
from loaders.korean.learned.weighing import WIDTH

HOPELESS = -5.0
"""The score below which a pair does not count as stating a fact."""
FILE = "data/model.npz"
_TAGGER = "tagger."


@dataclass(frozen=True, slots=True)
class Scorer:
    """The first stage: each relation's weights by feature."""

    vocabulary: Mapping[str, int]
    weights: NDArray[np.float32]

    def sums(self) -> Sums:
        """What the features of pairs weigh, to be added up."""
        return Sums(self.vocabulary, self.weights)

    @staticmethod
    def scored(
        found: Candidates, pairs: Sequence[Pair], features: Sequence[Sequence[int]], sums: Sums
    ) -> Iterator[tuple[Pair, int, float]]:
        """Each pair's score for each relation that it may be in, hopeless ones left out.

        The features of a pair are numbers of the sums; each has one at least.
        """
        if not pairs:
            return
        begins = np.cumsum([0, *map(len, features[:-1])])
        totals = np.add.reduceat(sums.of(chain.from_iterable(features)), begins)
        for i in np.flatnonzero(totals.max(axis=1) > HOPELESS).tolist():
            pair, scores = pairs[i], totals[i].tolist()
            for relation in relations_of(found, pair):
                if scores[relation] > HOPELESS:
                    yield pair, relation, scores[relation]


@dataclass(frozen=True, slots=True)
class Model:
    """A tagger, a scorer of pairs, and the weights of the final decision.

    `precision` is how often each rule is right. Unless another confidence is asked for, what
    a rule states needs `keep`, and what no rule states `least`. `encoder` is the digest of the
    encoder whose scores it weighs, and `seen` has the fingerprints of the texts fitted to.
    """

    tagger: RandomField
    scorer: Scorer
    final: Floats
    precision: Mapping[str, float]
    keep: float
    least: float
    encoder: str
    seen: frozenset[str]

    def save(self, path: Path) -> None:
        """Write the model; the same model gives the same bytes."""
        words = sorted(self.scorer.vocabulary, key=self.scorer.vocabulary.__getitem__)
        facts = {
            "relations": RELATIONS,
            "keep": self.keep,
            "least": self.least,
            "encoder": self.encoder,
            "seen": sorted(self.seen),
            "precision": {rule: round(p, 4) for rule, p in sorted(self.precision.items())},
            "vocabulary": words,
        }
        kept: dict[str, Any] = {_TAGGER + name: own for name, own in self.tagger.arrays().items()}
        kept["weights"], kept["final"] = self.scorer.weights.astype(np.float16), self.final
        kept["facts"] = np.frombuffer(orjson.dumps(facts), dtype=np.uint8)
        np.savez_compressed(path, **kept)

    @classmethod
    def load(cls, path: Path) -> "Model":
        """The model of a file; raises ValueError where it is one of another ontology."""
        with np.load(path, allow_pickle=False) as stored:
            facts = orjson.loads(stored["facts"].tobytes())
            if tuple(facts["relations"]) != RELATIONS or len(stored["final"]) != WIDTH:
                raise ValueError(f"{path.name} was trained for other relations: run scripts/train")
            vocabulary = {word: i for i, word in enumerate(facts["vocabulary"])}
            return cls(
                RandomField.of_arrays(
                    {
                        name.removeprefix(_TAGGER): stored[name]
                        for name in stored
                        if name.startswith(_TAGGER)
                    }
                ),
                Scorer(vocabulary, stored["weights"].astype(np.float32)),
                stored["final"],
                facts["precision"],
                facts["keep"],
                facts["least"],
                facts.get("encoder", ""),
                frozenset(facts.get("seen", [])),
            )


def shipped() -> Model:
    """The model that ships with this package."""
    with as_file(files("loaders.korean.learned").joinpath(FILE)) as path:
        return Model.load(path)
