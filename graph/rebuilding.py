"""Rebuilding: makes the entities and facts that a change touches what the readings now say."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from graph.entities import Naming, NamingRole, entity_of
from graph.facts import Fact, ends, facts_of
from graph.filing import Filing
from graph.keys import Key, label_of
from graph.ontology import ontology
from graph.resolution import Resolution, Resolved
from graph.stores.writing import Between, Transaction

Ends = tuple[str, str, str]
"""A fact's (type, subject, object), by entity ids."""


@contextmanager
def rebuild(transaction: Transaction, filing: Filing) -> Iterator[None]:
    """Around a change of the index: afterwards the graph is what the index says.

    Work is done for what the change touches: entities that keys moved between are made anew
    with all their facts, others only where a claim came or went.
    """
    touched = _touched(filing)
    resolution = Resolution(transaction)
    resolution.begin(touched)
    yield
    resolved = resolution.finish()
    fresh = _facts_touched(transaction, filing, resolved)
    transaction.drop_facts_at(resolved.moved)
    transaction.drop_facts(fresh)
    _renew_entities(transaction, resolved)
    transaction.put_facts(_facts(transaction, fresh))


def _touched(filing: Filing) -> set[Key]:
    keys = {key for key, change in filing.keys.items()}
    keys |= {key for tie in filing.ties for key in (tie.a, tie.b)}
    return keys | {naming.key for naming in filing.namings}


def _facts_touched(transaction: Transaction, filing: Filing, resolved: Resolved) -> set[Ends]:
    """Which facts to make anew, by their ends before and after.

    All that is made anew is dropped first: a claim that comes or goes can change how those
    beside it are told apart. What is dropped may still be stated by other claims.
    """
    members = transaction.keys_of(resolved.moved)
    moved = {key for keys in members.values() for key in keys}
    claims = filing.ends | set(transaction.claims_at(moved))
    distant = {key for _, s, o in claims for key in (s, o)} - resolved.after.keys()
    unmoved = {k: e for k, e in transaction.assigned(distant).items() if e is not None}
    before = _by_entity(filing.ends, unmoved | resolved.before)
    return before | _by_entity(claims, unmoved | resolved.after)


def _by_entity(claims: Collection[Ends], entities: Mapping[Key, str]) -> set[Ends]:
    """The claims' ends as entities, in stored order; a claim of a thing about itself has none."""
    relations, found = ontology().relations, set()
    for type_, subject_key, object_key in claims:
        subject, object_ = entities.get(subject_key), entities.get(object_key)
        if subject is not None and object_ is not None and subject != object_:
            found.add((type_, *ends(relations[type_], subject, object_)))
    return found


def _renew_entities(transaction: Transaction, resolved: Resolved) -> None:
    """Make the touched entities anew; a key that nothing is filed under makes none.

    (An alias of two companies belongs to neither, and is nobody until somebody is called so.)
    """
    concerned = set(resolved.before.values()) | set(resolved.after.values())
    members = transaction.keys_of(concerned)
    owner = {key: entity for entity, keys in members.items() for key in keys}
    said: dict[str, list[tuple[Naming, int]]] = {}
    for naming, count in transaction.namings(owner.keys()):
        said.setdefault(owner[naming.key], []).append((naming, count))
    # A name that a person prefers for what no document names any more waits for one that does.
    named = {e for e, ns in said.items() if any(n.role is not NamingRole.PREFERRED for n, _ in ns)}
    transaction.drop_entities(sorted(concerned - named))
    transaction.put_entities(
        [entity_of(e, label_of(members[e][0]), said[e]) for e in sorted(named)]
    )


def _facts(transaction: Transaction, fresh: set[Ends]) -> list[Fact]:
    members = transaction.keys_of({end for _, s, o in fresh for end in (s, o)})
    wanted = sorted((t, s, o) for t, s, o in fresh if s in members and o in members)
    relations = ontology().relations
    pairs = [
        Between(t, tuple(members[s]), tuple(members[o]), relations[t].symmetric)
        for t, s, o in wanted
    ]
    return [
        fact
        for (t, s, o), evidence in zip(wanted, transaction.claims_between(pairs), strict=True)
        for fact in facts_of(t, s, o, evidence)
    ]
