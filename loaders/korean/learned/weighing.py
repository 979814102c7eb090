"""Weighing: what speaks for and against every fact that a document may state, as numbers."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import log, log1p

import numpy as np

from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import NONE, Considered, Triple, canonical
from loaders.korean.learned.meanings import MEANINGS, meanings
from loaders.korean.learned.pairs import RELATIONS, symmetric
from loaders.korean.learned.regression import Floats

_EXTRA = 23
_WIDTH = 3 * len(RELATIONS) + _EXTRA
WIDTH = _WIDTH + MEANINGS


def rows(
    considered: Mapping[Triple, Considered],
    wanted: Sequence[Triple],
    found: Candidates,
    precision: Mapping[str, float],
) -> Floats:
    """A row of numbers for each wanted fact; `precision` is how often each rule is right."""
    rivals, count = _Rivals(considered), len(RELATIONS)
    if not wanted:
        return np.zeros((0, WIDTH))
    matrix = np.zeros((len(wanted), _WIDTH))
    facts = [considered[triple] for triple in wanted]
    at, relation = np.arange(len(wanted)), np.array([triple[0] for triple in wanted])
    matrix[at, relation] = 1.0
    matrix[at, count + relation] = [fact.best / 4 for fact in facts]
    matrix[at, 2 * count + relation] = [bool(fact.rules) for fact in facts]
    matrix[:, 3 * count :] = [
        _numbers(triple, fact, rivals, found, precision)
        for triple, fact in zip(wanted, facts, strict=True)
    ]
    return np.concatenate([matrix, meanings(considered, wanted)], axis=1)


class _Rivals:
    """The best and second-best scores for each end of a relation."""

    def __init__(self, considered: Mapping[Triple, Considered]) -> None:
        self._best = {t: c.best for t, c in considered.items()}
        self._ruled = {t for t, c in considered.items() if c.rules}
        self._by: dict[tuple[str, int, int], list[float]] = defaultdict(list)
        self._pair: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for (relation, subject, other), score in self._best.items():
            self._by["s", relation, subject].append(score)
            self._by["o", relation, other].append(score)
            self._pair[min(subject, other), max(subject, other)].append((score, relation))
        for scores in self._by.values():
            scores.sort(reverse=True)

    def other(self, side: str, relation: int, end: int, own: float) -> float:
        """The best score of another fact with this end."""
        scores = self._by[side, relation, end]
        return scores[0] if scores[0] > own else (scores[1] if len(scores) > 1 else NONE)

    def reverse(self, triple: Triple) -> float:
        """The score of the fact with its ends exchanged."""
        relation, subject, other = triple
        if relation in symmetric():
            return NONE
        return self._best.get((relation, other, subject), NONE)

    def elsewise(self, triple: Triple) -> float:
        """The best score of another relation between the two."""
        relation, subject, other = triple
        scores = self._pair[min(subject, other), max(subject, other)]
        return max((s for s, r in scores if r != relation), default=NONE)

    def beside(
        self, found: Candidates, fact: Callable[[int], Triple], end: int
    ) -> tuple[float, float]:
        """The best score of the fact with an end that stands in one list with `end`."""
        mates = [fact(mate) for mate in found.mates.get(end, ())]
        if not mates:
            return 0.0, 0.0
        best = max(self._best.get(mate, NONE) for mate in mates)
        return max(0.0, best + 4) / 4, float(any(mate in self._ruled for mate in mates))


def _numbers(
    triple: Triple,
    fact: Considered,
    rivals: _Rivals,
    found: Candidates,
    precision: Mapping[str, float],
) -> tuple[float, ...]:
    """What is said of the fact whatever its relation is."""
    relation, subject, other = triple
    best = fact.best
    trust = min(found.all[subject].trust, found.all[other].trust)
    shares = [precision.get(rule, precision[""]) for rule in fact.rules]
    ruled = bool(fact.rules)
    carried = bool(fact.pairs) and bool(fact.surest.carried)
    return (
        1.0,
        best / 2,
        fact.second / 4,
        ruled,
        ruled * best / 4,
        max((log(p / (1 - p)) for p in shares), default=0.0),
        len(shares) > 1,
        not fact.pairs,
        carried,
        max(-6.0, min(6.0, best - rivals.other("o", relation, other, best))) / 4,
        max(-6.0, min(6.0, best - rivals.other("s", relation, subject, best))) / 4,
        max(rivals.reverse(triple), NONE) / 4,
        max(rivals.elsewise(triple), NONE) / 4,
        log1p(len(fact.pairs)),
        trust,
        max(0.0, best) / 2,
        max(0.0, best + 2) / 2,
        carried * best / 4,
        trust * best / 4,
        *rivals.beside(found, lambda mate: canonical(relation, subject, mate), other),
        *rivals.beside(found, lambda mate: canonical(relation, mate, other), subject),
    )
