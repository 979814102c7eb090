"""Case frames as data: which predicate states which relation of which of its arguments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label, ontology
from loaders.korean.findings import SYMMETRIC
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.words.nominal import NominalPredicates
from loaders.korean.words.phrases import Clause

_FOUND_OTHERWISE = frozenset(["subject", "topic", "undertaking", "raised", "spoken", "gap", "을"])
"""The roles that may be filled where no phrase of the clause has their particle."""


class Role(BaseModel):
    """What fills one end of a relation; the data file says what each key means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: str
    labels: frozenset[Label] = frozenset()
    kinds: list[str] = []
    heads: list[str] = []
    bare: bool = False
    sites: bool = False
    known: bool = False
    last: bool = False
    owned: frozenset[Label] = frozenset()
    introduced: list[str] = []
    counted: bool = False
    said: bool = False
    through: bool = False
    local: bool = False
    wide: bool = False
    business: bool = False
    modified: bool = False
    headed: bool = False
    phrase: Label | None = None


class Frame(BaseModel):
    """One frame; `seller` is the role of who gives the object away."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    relation: str
    verbs: list[str]
    subject: Role
    object: Role
    needs: dict[str, list[str]] = {}
    needs_tail: dict[str, list[str]] = {}
    needs_any: list[str] = []
    without: list[str] = []
    lacks: list[str] = []
    needs_money: bool = False
    needs_goods: bool = False
    together: bool = False
    single: bool = False
    joint: bool = False
    apart: bool = False
    kin: bool = False
    seller: str | None = None
    share_from: float | None = None
    share_below: float | None = None
    event: bool = False
    keeps: list[str] = []
    qualifiers: dict[str, str] = {}
    confidence: float = 0.85

    @cached_property
    def mutual(self) -> bool:
        """Whether its subjects may be what they are to each other."""
        return self.object.role == "와" and self.relation in SYMMETRIC

    @cached_property
    def asks(self) -> frozenset[str]:
        """The particles without which a clause states nothing by this frame."""
        alone = self.together or self.mutual
        ends = {self.subject.role} if alone else {self.subject.role, self.object.role}
        return frozenset((ends | self.needs.keys() | self.needs_tail.keys()) - _FOUND_OTHERWISE)


class _Nominal(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    nouns: list[str]
    tails: list[str]
    light: list[str]
    predicates: list[str]


class _FramesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    nominal: _Nominal
    frames: list[Frame]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames by their predicates."""

    by_verb: Mapping[str, tuple[Frame, ...]]
    nominal: NominalPredicates
    verbal: frozenset[str]

    def of(self, clause: Clause) -> Iterator[Frame]:
        """The frames that the clause's predicate may have, and that have what they ask for."""
        roles = {phrase.role for phrase in clause.phrases}
        for lemma in clause.lemmas:
            for frame in (*self.by_verb.get(lemma, ()), *self.by_verb.get(ANY, ())):
                if frame.asks <= roles and roles.isdisjoint(frame.lacks):
                    yield frame

    def readings(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        """Each clause as it stands, then as a noun among its arguments reads it."""
        for clause in clauses:
            yield from self.nominal.readings(clause)


@cache
def frames() -> Frames:
    """The frames, read once; ValueError where one has no relation of the ontology."""
    file = _FramesFile.model_validate(load_data("frames"))
    by_verb: dict[str, list[Frame]] = {}
    for frame in file.frames:
        if frame.relation not in ontology().relations:
            raise ValueError(f"{frame.id}: {frame.relation} is not a relation")
        for verb in frame.verbs:
            by_verb.setdefault(verb, []).append(frame)
    nominal = NominalPredicates(
        any_of(file.nominal.nouns), any_of(file.nominal.tails), frozenset(file.nominal.light)
    )
    return Frames(
        {verb: tuple(frames) for verb, frames in by_verb.items()},
        nominal,
        frozenset(file.nominal.nouns) | frozenset(file.nominal.predicates),
    )


ANY = "*"
"""Stands for every predicate, in a frame that other words of the clause decide."""


def verbal_nouns() -> frozenset[str]:
    """The nouns that can be a predicate without a verb."""
    return frames().verbal
