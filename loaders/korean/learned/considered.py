"""Consideration: every fact that a document may state, and who says so: pairs, rules, encoder."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.claims import Proposal
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.pairs import RELATIONS, Pair, symmetric

Triple = tuple[int, int, int]
"""The number of a relation, of its subject and of its object among the candidates."""
FLOOR = -3.0
"""The score below which a fact that no rule states is not weighed."""
NONE = -6.0
"""The score of what no pair states: lower than that of any pair that counts."""


class Meant(NamedTuple):
    """What the encoder says of a fact: its score, and the place that speaks of it most."""

    score: float
    place: Pair


@dataclass(slots=True)
class Considered:
    """A fact under consideration: the pairs that may state it, their best scores, its rules.

    `meant` is what the encoder says of it, if it holds it for possible.
    """

    pairs: list[Pair] = field(default_factory=list)
    best: float = NONE
    second: float = NONE
    rules: tuple[str, ...] = ()
    meant: Meant | None = None
    _at: int = 0

    @property
    def surest(self) -> Pair:
        """The pair with the highest score; there must be one."""
        return self.pairs[self._at]

    @property
    def place(self) -> Pair | None:
        """The pair with the highest score; where that is low, what the encoder sees in a line."""
        seen = self.meant.place if self.meant is not None else None
        if not self.pairs:
            return seen
        told = self.best < 0 and seen is not None and not seen.carried
        return seen if told else self.surest

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
    scored: Iterator[tuple[Pair, int, float]],
    rules: Mapping[Triple, tuple[str, ...]],
    meant: Mapping[Triple, Meant],
) -> dict[Triple, Considered]:
    """The facts under consideration, from scored pairs, from the rules and from the encoder."""
    considered: dict[Triple, Considered] = {}
    for pair, relation, score in scored:
        triple = canonical(relation, pair.subject, pair.object)
        if (known := considered.get(triple)) is None:
            known = considered[triple] = Considered()
        known.add(pair, score)
    for triple, ids in rules.items():
        considered.setdefault(triple, Considered()).rules = ids
    for triple, view in meant.items():
        considered.setdefault(triple, Considered()).meant = view
    return considered


def weighable(considered: Mapping[Triple, Considered]) -> list[Triple]:
    """Those worth weighing: stated by a rule, scored above the floor, or seen by the encoder."""
    return [t for t, c in considered.items() if c.rules or c.best > FLOOR or c.meant is not None]
