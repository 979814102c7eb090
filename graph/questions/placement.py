"""Placement: where in the graph the referents and claims of a stored reading ended up."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.claims import Claim, Reading
from graph.facts import Fact, ends
from graph.keys import key_id, keyed_referents
from graph.ontology import ontology
from graph.stores.base import Direction, Reader

Ends = tuple[str, str, str]
"""A fact's (type, subject, object), by entity ids."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The entity of each local id, and the fact of each claim by its position.

    A claim has no fact where the graph takes its two ends for one entity, one of `loops`,
    or where a judgement says that it is wrong.
    """

    entities: Mapping[str, str]
    facts: Mapping[int, str]
    loops: frozenset[int]


def placed(reader: Reader, reading: Reading) -> Placement:
    """The graph's ids of what a stored reading says, in two round trips."""
    keyed = keyed_referents(reading)
    assigned = reader.assigned({item.primary for item in keyed.values()})
    entities = {
        local: assigned.get(item.primary, key_id(item.primary)) for local, item in keyed.items()
    }
    between = [_ends(claim, entities) for claim in reading.claims]
    candidates = _stored_facts(reader, between)
    facts = {}
    for n, claim in enumerate(reading.claims):
        found = _stated_in(candidates.get(between[n], ()), claim, reading)
        if found:
            facts[n] = found.id
    loops = frozenset(n for n, (_, subject, object_) in enumerate(between) if subject == object_)
    return Placement(entities, facts, loops)


def _ends(claim: Claim, entities: Mapping[str, str]) -> Ends:
    relation = ontology().relations[claim.type]
    return claim.type, *ends(relation, entities[claim.subject], entities[claim.object])


def _stored_facts(reader: Reader, between: Collection[Ends]) -> dict[Ends, list[Fact]]:
    """The facts of these ends."""
    found: dict[Ends, list[Fact]] = {}
    if between:
        types, subjects, _ = map(set, zip(*between, strict=True))
        for fact in reader.facts(subjects, types=types, direction=Direction.OUT).items:
            found.setdefault((fact.type, fact.subject, fact.object), []).append(fact)
    return found


def _stated_in(facts: Iterable[Fact], claim: Claim, reading: Reading) -> Fact | None:
    """The fact that the claim is evidence of: the same words with the same qualifiers."""
    exact = (
        fact
        for fact in facts
        for qualifiers in _said(fact, claim, reading)
        if qualifiers == dict(claim.qualifiers)
    )
    return next(exact, None)


def _said(fact: Fact, claim: Claim, reading: Reading) -> Iterator[dict[str, object]]:
    places = {(e.start, e.end) for e in claim.evidence}
    for item in fact.evidence:
        if item.source.document == reading.document.id and (item.start, item.end) in places:
            yield dict(item.qualifiers)
