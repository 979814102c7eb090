"""Meanings: what the encoder says of facts, as numbers to be weighed with the rest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from loaders.korean.learned.considered import NONE, Considered, Triple
from loaders.korean.learned.pairs import RELATIONS
from loaders.korean.learned.regression import Floats

_COMMON = 6
MEANINGS = 2 * len(RELATIONS) + _COMMON


def meanings(considered: Mapping[Triple, Considered], wanted: Sequence[Triple]) -> Floats:
    """A row for each wanted fact: its relation's own numbers, and those common to all."""
    rivals, count = _Rivals(considered), len(RELATIONS)
    score = np.array([_score(considered[triple]) for triple in wanted])
    at, relation = np.arange(len(wanted)), np.array([triple[0] for triple in wanted])
    matrix = np.zeros((len(wanted), MEANINGS))
    matrix[at, relation] = score / 4
    matrix[at, count + relation] = np.maximum(0, score) / 2
    matrix[:, 2 * count :] = [
        _numbers(triple, considered[triple], own, rivals)
        for triple, own in zip(wanted, score.tolist(), strict=True)
    ]
    return matrix


def _score(fact: Considered) -> float:
    return fact.meant.score if fact.meant is not None else NONE


class _Rivals:
    """The encoder's scores by what facts have in common."""

    def __init__(self, considered: Mapping[Triple, Considered]) -> None:
        self._subjects: dict[tuple[int, int], list[float]] = defaultdict(list)
        self._relations: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for (relation, subject, other), fact in considered.items():
            if fact.meant is not None:
                self._subjects[relation, other].append(fact.meant.score)
                self._relations[subject, other].append((fact.meant.score, relation))
        for scores in self._subjects.values():
            scores.sort(reverse=True)

    def subject(self, triple: Triple, own: float) -> float:
        """The best score of another subject."""
        scores = [*self._subjects.get((triple[0], triple[2]), ()), NONE, NONE]
        return float(scores[0] if scores[0] > own else scores[1])

    def relation(self, triple: Triple) -> float:
        """The best score of another relation between the two."""
        relation, *ends = triple
        scores = self._relations.get((ends[0], ends[1]), ())
        return max((score for score, other in scores if other != relation), default=NONE)


def _numbers(triple: Triple, fact: Considered, score: float, rivals: _Rivals) -> tuple[float, ...]:
    best = max(NONE / 2, fact.best)
    return (
        max(-6.0, min(6.0, score - rivals.subject(triple, score))) / 4,
        rivals.relation(triple) / 4,
        score / 4 * bool(fact.rules),
        not fact.pairs,
        score * best / 8,
        max(0.0, score + 2) / 2,
    )
