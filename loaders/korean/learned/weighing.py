"""Weighing: every fact that a document may state, and what speaks for and against it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p

import numpy as np

from graph.claims import Proposal
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.pairs import RELATIONS, Pair, symmetric
from loaders.korean.learned.regression import Floats

Triple = tuple[int, int, int]
"""The number of a relation, of its subject and of its object among the candidates."""
FLOOR = -3.0
"""The score below which a fact that no rule states is not weighed."""
_NONE = -6.0
"""The score of what no pair states: lower than that of any pair that counts."""
_EXTRA = 23
WIDTH = 3 * len(RELATIONS) + _EXTRA


@dataclass(slots=True)
class Considered:
    """A fact under consideration: the pairs that may state it, their best scores, its rules."""

    pairs: list[Pair] = field(default_factory=list)
    best: float = _NONE
    second: float = _NONE
    rules: tuple[str, ...] = ()
    _at: int = 0

    @property
    def place(self) -> Pair:
        """The pair with the highest score."""
        return self.pairs[self._at]

    def add(self, pair: Pair, score: float) -> None:
        """Take in one more pair that may state it."""
        if score > self.best:
            self.best, self.second, self._at = score, self.best, len(self.pairs)
        elif score > self.second:
            self.second = score
        self.pairs.append(pair)


def canonical(relation: int, subject: int, other: int) -> Triple:
    """The triple, its ends in order where the relation has no direction."""
    if relation in symmetric() and other < subject:
        return relation, other, subject
    return relation, subject, other


def stated(proposal: Proposal, found: Candidates) -> dict[Triple, tuple[str, ...]]:
    """The rules that state each fact of the proposal."""
    number = {c.referent: i for i, c in enumerate(found.all) if c.referent is not None}
    rules: dict[Triple, tuple[str, ...]] = {}
    for claim in proposal.claims:
        ends = number.get(claim.subject), number.get(claim.object)
        if ends[0] is None or ends[1] is None or claim.type not in RELATIONS:
            continue
        triple = canonical(RELATIONS.index(claim.type), ends[0], ends[1])
        rules[triple] = tuple(dict.fromkeys(e.rule or "" for e in claim.evidence))
    return rules


def relations_between(
    rules: Mapping[Triple, tuple[str, ...]],
) -> dict[tuple[int, int], tuple[str, ...]]:
    """What the rules say of each two candidates."""
    said: dict[tuple[int, int], tuple[str, ...]] = defaultdict(tuple)
    for relation, subject, other in rules:
        said[subject, other] += (RELATIONS[relation],)
        if relation in symmetric():
            said[other, subject] += (RELATIONS[relation],)
    return dict(said)


def gather(
    scored: Iterator[tuple[Pair, int, float]], rules: Mapping[Triple, tuple[str, ...]]
) -> dict[Triple, Considered]:
    """The facts under consideration, from scored pairs and from the rules."""
    considered: dict[Triple, Considered] = {}
    for pair, relation, score in scored:
        triple = canonical(relation, pair.subject, pair.object)
        if (known := considered.get(triple)) is None:
            known = considered[triple] = Considered()
        known.add(pair, score)
    for triple, ids in rules.items():
        considered.setdefault(triple, Considered()).rules = ids
    return considered


def weighable(considered: Mapping[Triple, Considered]) -> list[Triple]:
    """Those worth weighing: stated by a rule, or scored above the floor."""
    return [t for t, c in considered.items() if c.rules or c.best > FLOOR]


def rows(
    considered: Mapping[Triple, Considered],
    wanted: Sequence[Triple],
    found: Candidates,
    precision: Mapping[str, float],
) -> Floats:
    """A row of numbers for each wanted fact; `precision` is how often each rule is right."""
    rivals, count = _Rivals(considered), len(RELATIONS)
    matrix = np.zeros((len(wanted), WIDTH))
    if not wanted:
        return matrix
    facts = [considered[triple] for triple in wanted]
    at, relation = np.arange(len(wanted)), np.array([triple[0] for triple in wanted])
    matrix[at, relation] = 1.0
    matrix[at, count + relation] = [fact.best / 4 for fact in facts]
    matrix[at, 2 * count + relation] = [bool(fact.rules) for fact in facts]
    matrix[:, 3 * count :] = [
        _numbers(triple, fact, rivals, found, precision)
        for triple, fact in zip(wanted, facts, strict=True)
    ]
    return matrix


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
        return scores[0] if scores[0] > own else (scores[1] if len(scores) > 1 else _NONE)

    def reverse(self, triple: Triple) -> float:
        """The score of the fact with its ends exchanged."""
        relation, subject, other = triple
        if relation in symmetric():
            return _NONE
        return self._best.get((relation, other, subject), _NONE)

    def elsewise(self, triple: Triple) -> float:
        """The best score of another relation between the two."""
        relation, subject, other = triple
        scores = self._pair[min(subject, other), max(subject, other)]
        return max((s for s, r in scores if r != relation), default=_NONE)

    def beside(
        self, found: Candidates, fact: Callable[[int], Triple], end: int
    ) -> tuple[float, float]:
        """The best score of the fact with an end that stands in one list with `end`."""
        mates = [fact(mate) for mate in found.mates.get(end, ())]
        if not mates:
            return 0.0, 0.0
        best = max(self._best.get(mate, _NONE) for mate in mates)
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
    carried = bool(fact.pairs) and bool(fact.place.carried)
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
        max(rivals.reverse(triple), _NONE) / 4,
        max(rivals.elsewise(triple), _NONE) / 4,
        log1p(len(fact.pairs)),
        trust,
        max(0.0, best) / 2,
        max(0.0, best + 2) / 2,
        carried * best / 4,
        trust * best / 4,
        *rivals.beside(found, lambda mate: canonical(relation, subject, mate), other),
        *rivals.beside(found, lambda mate: canonical(relation, mate, other), subject),
    )
