"""Fitting: a model from labeled articles, each stage fitted on what the one before did not see."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from random import Random

import numpy as np

from loaders.korean.encoder.encoder import Encoder
from loaders.korean.learned.calibration import DOUBTED, SURE, Weighed
from loaders.korean.learned.considered import Considered, Triple, weighable
from loaders.korean.learned.model import Model
from loaders.korean.learned.regression import Floats, fit_dense, sigmoid
from loaders.korean.learned.tagger import Tagger
from loaders.korean.learned.training import (
    Reread,
    Sample,
    Sheet,
    considered_of,
    draft_of,
    scorer_of,
    sheet_of,
    tagger_of,
)
from loaders.korean.learned.weighing import rows

SEED = 20
FOLDS = 3
_PENALTY = 2.0
_FINAL_PENALTY = 1.0
_LEAST = 6
_PRIOR = 4.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, and the weighed facts of articles, each by a model that had not seen the article.

    The articles are those that no author of rules read, where there are any.
    """

    model: Model
    weighed: tuple[Weighed, ...]


def folds(count: int, number: int, seed: int = SEED) -> list[int]:
    """For each of `count` articles the fold that it is in, drawn once for a seed."""
    order = list(range(count))
    Random(seed).shuffle(order)  # noqa: S311 - a fixed draw, not a secret
    assigned = [0] * count
    for place, article in enumerate(order):
        assigned[article] = place % number
    return assigned


def fit(samples: Sequence[Sample], reread: Reread, encoder: Encoder) -> Fitted:
    """The model of the samples, to go with the encoder; the same samples give the same model."""
    fold = folds(len(samples), FOLDS)
    sheets = _sheets(samples, fold, reread, encoder)
    seen = {i for i, sheet in enumerate(sheets) if encoder.has_seen(sheet.draft.text)}
    weighed = _Weighing(sheets, fold, seen)
    facts = tuple(weighed.facts())
    model = Model(
        tagger=tagger_of(samples),
        scorer=scorer_of(sheets, penalty=_PENALTY, least=_LEAST),
        final=weighed.final(range(len(sheets))),
        precision=rule_precision([weighed.counts[i] for i in sorted(weighed.unread)]),
        keep=DOUBTED,
        least=SURE,
        encoder=encoder.digest,
    )
    return Fitted(model, facts)


def weigh(model: Model, sample: Sample, reread: Reread, encoder: Encoder) -> list[Weighed]:
    """Every fact that the model weighs in a labeled article, and whether it holds."""
    sheet = sheet_of(draft_of(sample, Tagger(model.tagger), reread), encoder)
    considered = considered_of(sheet, model.scorer)
    wanted = [t for t in weighable(considered) if t not in sheet.draft.optional]
    if not wanted:
        return []
    matrix = rows(considered, wanted, sheet.draft.found, model.precision)
    return list(_once(sheet, wanted, sigmoid(matrix @ model.final)))


def _once(sheet: Sheet, wanted: Sequence[Triple], confidence: Floats) -> Iterator[Weighed]:
    """Each weighed fact once, however many candidates are one thing; the surest counts."""
    best = dict[tuple[int, str, str], Weighed]()
    for triple, sure in zip(wanted, confidence, strict=True):
        key = (triple[0], sheet.draft.keys[triple[1]], sheet.draft.keys[triple[2]])
        fact = Weighed(float(sure), triple in sheet.draft.truth, triple in sheet.draft.rules)
        known = best.get(key)
        if known is None or (fact.ruled, fact.confidence) > (known.ruled, known.confidence):
            best[key] = fact
    yield from best.values()


def _sheets(
    samples: Sequence[Sample], fold: Sequence[int], reread: Reread, encoder: Encoder
) -> list[Sheet]:
    """Each sample's sheet by a tagger that was not trained on it."""
    taggers = {
        k: Tagger(tagger_of([s for s, f in zip(samples, fold, strict=True) if f != k]))
        for k in sorted(set(fold))
    }
    return [
        sheet_of(draft_of(sample, taggers[k], reread), encoder)
        for sample, k in zip(samples, fold, strict=True)
    ]


class _Weighing:
    """The second stage: facts scored by a first stage that was not fitted to their article."""

    def __init__(self, sheets: Sequence[Sheet], fold: Sequence[int], seen: Set[int]) -> None:
        self._sheets, self._fold = sheets, fold
        # Where a rule was made it is right more often than elsewhere, and so is the encoder
        # where it was trained: there they are not judged.
        strangers = {i for i, s in enumerate(sheets) if not s.draft.sample.gold.read_by_authors}
        self.unread = strangers or set(range(len(sheets)))
        self.judging = (self.unread - seen) or self.unread
        self.counts = [rule_counts(sheet) for sheet in sheets]
        self._considered = self._scored()
        self._wanted = [
            [t for t in weighable(considered) if t not in sheet.draft.optional]
            for considered, sheet in zip(self._considered, sheets, strict=True)
        ]
        self._rows = [self._matrix(i) for i in range(len(sheets))]
        self._truth = [
            np.array([float(t in sheet.draft.truth) for t in wanted])
            for sheet, wanted in zip(sheets, self._wanted, strict=True)
        ]

    def final(self, which: Sequence[int] | range) -> Floats:
        """The weights of the final decision, fitted to these articles."""
        judged = [i for i in which if i in self.judging] or list(which)
        return fit_dense(
            np.concatenate([self._rows[i] for i in judged]),
            np.concatenate([self._truth[i] for i in judged]),
            _FINAL_PENALTY,
        )

    def facts(self) -> Iterator[Weighed]:
        """The weighed facts by weights that were not fitted to their article, once a fact."""
        for k in sorted(set(self._fold)):
            final = self.final([i for i, f in enumerate(self._fold) if f != k])
            for i in (i for i in sorted(self.judging) if self._fold[i] == k):
                sure = sigmoid(self._rows[i] @ final)
                yield from _once(self._sheets[i], self._wanted[i], sure)

    def _scored(self) -> list[dict[Triple, Considered]]:
        scorers = {
            k: scorer_of(
                [s for s, f in zip(self._sheets, self._fold, strict=True) if f != k],
                penalty=_PENALTY,
                least=_LEAST,
            )
            for k in sorted(set(self._fold))
        }
        return [considered_of(s, scorers[k]) for s, k in zip(self._sheets, self._fold, strict=True)]

    def _matrix(self, i: int) -> Floats:
        others = [self.counts[j] for j in sorted(self.unread) if j != i]
        found = self._sheets[i].draft.found
        return rows(self._considered[i], self._wanted[i], found, rule_precision(others))


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """How often each rule fired in an article, and how often it was right."""

    fired: Mapping[str, int]
    right: Mapping[str, int]


def rule_counts(sheet: Sheet) -> RuleCounts:
    """The rules of one article."""
    fired, right = Counter[str](), Counter[str]()
    for triple, rules in sheet.draft.rules.items():
        if triple not in sheet.draft.optional:
            fired.update(rules)
            right.update(rules if triple in sheet.draft.truth else ())
    return RuleCounts(fired, right)


def rule_precision(counts: Sequence[RuleCounts]) -> dict[str, float]:
    """How often each rule is right, drawn toward what holds of all rules (under the empty id)."""
    fired, right = Counter[str](), Counter[str]()
    for article in counts:
        fired.update(article.fired)
        right.update(article.right)
    overall = (sum(right.values()) + 1) / (sum(fired.values()) + 2)
    shares = {
        rule: (right[rule] + _PRIOR * overall) / (fired[rule] + _PRIOR) for rule in sorted(fired)
    }
    return shares | {"": overall}
