"""Placement: where in the graph the referents and claims of a stored reading ended up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.claims import Claim, Reading
from graph.facts import Fact, ends, fact_id
from graph.keys import key_id, keyed_referents
from graph.ontology import ontology
from graph.stores.base import Direction, Store

Ends = tuple[str, str, str]
"""A fact's (type, subject, object), by entity ids."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The entity of each local id, and the fact of each claim by its position.

    A claim whose two ends are one entity in the graph has no fact.
    """

    entities: Mapping[str, str]
    facts: Mapping[int, str]


def placed(store: Store, reading: Reading) -> Placement:
    """The graph's ids of what a stored reading says, in two round trips at most.

    Facts that nothing but their ends tells apart need none: their id follows from these.
    """
    keyed = keyed_referents(reading)
    assigned = store.assigned({item.primary for item in keyed.values()})
    entities = {
        local: assigned.get(item.primary, key_id(item.primary)) for local, item in keyed.items()
    }
    claims = {n: _ends(claim, entities) for n, claim in enumerate(reading.claims)}
    between = {n: e for n, e in claims.items() if e[1] != e[2]}
    candidates = _stored_facts(store, between.values())
    facts = {}
    for n, (type_, subject, object_) in between.items():
        if not ontology().relations[type_].apart_by:
            facts[n] = fact_id(type_, subject, object_, ())
        elif found := _stated_in(candidates.get(between[n], ()), reading.claims[n], reading):
            facts[n] = found.id
    return Placement(entities, facts)


def _ends(claim: Claim, entities: Mapping[str, str]) -> Ends:
    relation = ontology().relations[claim.type]
    return claim.type, *ends(relation, entities[claim.subject], entities[claim.object])


def _stored_facts(store: Store, between: Iterable[Ends]) -> dict[Ends, list[Fact]]:
    """The facts of these ends, where more than the ends tells facts apart."""
    wanted = {e for e in between if ontology().relations[e[0]].apart_by}
    found: dict[Ends, list[Fact]] = {}
    if wanted:
        subjects, types = {e[1] for e in wanted}, {e[0] for e in wanted}
        for fact in store.facts(subjects, types=types, direction=Direction.OUT).items:
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
