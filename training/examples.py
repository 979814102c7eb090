"""Examples: labeled articles as the encoder is trained on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.evaluation import GoldArticle
from loaders.korean.encoder.encoder import candidate_pairs, possible, story_pieces
from loaders.korean.encoder.ends import Ends
from loaders.korean.encoder.wordpieces import WordPieces
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.considered import canonical
from loaders.korean.learned.fitting import FOLDS, folds
from loaders.korean.learned.pairs import RELATIONS
from loaders.korean.learned.tagger import Tagger
from loaders.korean.learned.training import Draft, Sample, draft_of, tagger_of

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A labeled article: its pieces, the names among them, and of each pair which relations hold.

    `asked[pair, relation]` is 0 where the labels leave open whether it holds, or nothing may.
    """

    gold: GoldArticle
    text: str
    numbers: Numbers
    marks: Numbers
    ends: Ends
    pairs: Numbers
    distances: Numbers
    holds: NDArray[np.float32]
    asked: NDArray[np.bool_]


def examples(
    samples: Sequence[Sample], extractor: KoreanExtractor, pieces: WordPieces
) -> Iterator[Example]:
    """Each sample with the candidates of a tagger that was not trained on it, if it has pairs."""
    fold = folds(len(samples), FOLDS)
    for k in range(FOLDS):
        tagger = Tagger(tagger_of([s for s, f in zip(samples, fold, strict=True) if f != k]))
        for sample in (s for s, f in zip(samples, fold, strict=True) if f == k):
            example = _example(draft_of(sample, tagger, extractor.reread), pieces)
            if len(example.pairs):
                yield example


def _example(draft: Draft, pieces: WordPieces) -> Example:
    text = draft.sample.first.document.text
    cut = story_pieces(pieces, text, draft.story)
    ends = Ends.of(draft.found, draft.story, cut)
    distances = ends.distances()
    pairs = candidate_pairs(draft.found, ends, distances)
    shape = (len(pairs), len(RELATIONS))
    holds, asked = np.zeros(shape, np.float32), np.zeros(shape, np.bool_)
    for i, (subject, other) in enumerate(np.array(ends.numbers)[pairs].tolist()):
        for relation in possible(draft.found, subject, other):
            triple = canonical(relation, subject, other)
            holds[i, relation] = triple in draft.truth
            asked[i, relation] = triple not in draft.optional
    marks = ends.marks(len(cut.numbers))
    return Example(
        draft.sample.gold, text, cut.numbers, marks, ends, pairs,
        distances[pairs[:, 0], pairs[:, 1]], holds, asked,
    )  # fmt: skip
