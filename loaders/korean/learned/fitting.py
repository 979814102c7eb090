"""Fitting: a model from labeled articles, each stage fitted on what the one before did not see."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from random import Random

import numpy as np

from loaders.korean.encoder.encoder import Encoder, fingerprint
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
_LEAST = 8
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
    trusted, judged = _unread(samples), _judged(samples, encoder)
    sheets = _sheets(samples, fold, reread, encoder, judged)
    weighing = _Weighing(sheets, fold, trusted, judged)
    facts = tuple(weighing.facts())
    model = Model(
        tagger=tagger_of(samples),
        scorer=scorer_of(sheets, penalty=_PENALTY, least=_LEAST),
        final=weighing.final(judged),
        precision=rule_precision([weighing.counts[i] for i in sorted(trusted)]),
        keep=DOUBTED,
        least=SURE,
        encoder=encoder.digest,
        seen=frozenset(fingerprint(sample.first.document.text) for sample in samples),
    )
    return Fitted(model, facts)


def _unread(samples: Sequence[Sample]) -> Set[int]:
    """The articles that no author of rules read: where a rule was made it is right more often."""
    unread = {i for i, sample in enumerate(samples) if not sample.gold.read_by_authors}
    return unread or set(range(len(samples)))


def _judged(samples: Sequence[Sample], encoder: Encoder) -> Set[int]:
    """Of these the articles that the encoder was not trained on: there it is right too often."""
    unread = _unread(samples)
    unseen = {i for i in unread if not encoder.has_seen(samples[i].first.document.text)}
    return unseen or unread


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
    samples: Sequence[Sample],
    fold: Sequence[int],
    reread: Reread,
    encoder: Encoder,
    judged: Set[int],
) -> list[Sheet]:
    """The samples' sheets by taggers that were not trained on them, the judged with the encoder."""
    taggers = {
        k: Tagger(tagger_of([s for s, f in zip(samples, fold, strict=True) if f != k]))
        for k in sorted(set(fold))
    }
    return [
        sheet_of(draft_of(sample, taggers[k], reread), encoder if i in judged else None)
        for i, (sample, k) in enumerate(zip(samples, fold, strict=True))
    ]


class _Weighing:
    """The second stage: facts scored by a first stage that was not fitted to their article.

    `trusted` are the articles whose rules are counted, `judged` those whose facts are weighed.
    """

    def __init__(
        self, sheets: Sequence[Sheet], fold: Sequence[int], trusted: Set[int], judged: Set[int]
    ) -> None:
        self._sheets, self._fold = sheets, fold
        self._trusted, self._judged = sorted(trusted), sorted(judged)
        self.counts = [rule_counts(sheet) for sheet in sheets]
        self._wanted = dict[int, list[Triple]]()
        self._rows, self._truth = dict[int, Floats](), dict[int, Floats]()
        for k in sorted(set(fold)):
            scorer = scorer_of(
                [s for s, f in zip(sheets, fold, strict=True) if f != k],
                penalty=_PENALTY,
                least=_LEAST,
            )
            for i in (i for i in self._judged if fold[i] == k):
                self._weigh(i, considered_of(sheets[i], scorer))

    def _weigh(self, i: int, considered: Mapping[Triple, Considered]) -> None:
        draft = self._sheets[i].draft
        wanted = [t for t in weighable(considered) if t not in draft.optional]
        others = [self.counts[j] for j in self._trusted if j != i]
        self._wanted[i] = wanted
        self._rows[i] = rows(considered, wanted, draft.found, rule_precision(others))
        self._truth[i] = np.array([float(t in draft.truth) for t in wanted])

    def final(self, which: Set[int]) -> Floats:
        """The weights of the final decision, fitted to these of the articles judged."""
        return fit_dense(
            np.concatenate([self._rows[i] for i in sorted(which)]),
            np.concatenate([self._truth[i] for i in sorted(which)]),
            _FINAL_PENALTY,
        )

    def facts(self) -> Iterator[Weighed]:
        """The weighed facts by weights that were not fitted to their article, once a fact."""
        for k in sorted(set(self._fold)):
            here = [i for i in self._judged if self._fold[i] == k]
            if not (others := set(self._judged) - set(here)):
                continue
            final = self.final(others)
            for i in here:
                sure = sigmoid(self._rows[i] @ final)
                yield from _once(self._sheets[i], self._wanted[i], sure)


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
