"""Review: pairs of entities that may be one, for a person to decide; nothing merges by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from graph.claims import Verdict
from graph.documents import DocumentKind
from graph.entities import Entity
from graph.names import normal_name
from graph.ontology import Label
from graph.stores.base import Store

_ALIKE_FROM = 85.0
# So many are compared each with each; of more that are named all alike the first will do.
_LARGEST_BLOCK = 200
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entities and how alike their most similar names are, from 0 to 100."""

    one: Entity
    other: Entity
    names: tuple[str, str]
    likeness: float


def candidates(store: Store, *, label: Label | None = None, limit: int = 50) -> list[Candidate]:
    """The pairs most alike that nobody has judged yet, the best first.

    Names are compared where they begin alike: by their first two letters, or as many more
    as it takes for not too many to begin so.
    """
    judged = _judged(store)
    found: dict[tuple[str, str], Candidate] = {}
    for block in _blocks(store, label):
        for (name, one), (other_name, other) in combinations(block, 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if one.id == other.id or pair in judged or _apart(one, other):
                continue
            likeness = fuzz.ratio(name, other_name)
            best = found.get(pair)
            if likeness >= _ALIKE_FROM and (best is None or likeness > best.likeness):
                first, second = sorted((one, other), key=lambda e: e.id)
                names = (name, other_name) if first is one else (other_name, name)
                found[pair] = Candidate(first, second, names, round(likeness, 1))
    ranked = sorted(found.values(), key=lambda c: (-c.likeness, c.one.id, c.other.id))
    return ranked[:limit]


def _blocks(store: Store, label: Label | None) -> Iterator[list[tuple[str, Entity]]]:
    named = [
        (name, entity)
        for entity in store.all_entities()
        if label in (None, entity.label)
        for name in _names(entity)
    ]
    for label_ in Label:
        yield from _split([pair for pair in named if pair[1].label is label_], 2)


def _split(named: list[tuple[str, Entity]], letters: int) -> Iterator[list[tuple[str, Entity]]]:
    """The names in blocks of the same first letters, each small enough to compare all in it."""
    blocks: dict[str, list[tuple[str, Entity]]] = {}
    for name, entity in named:
        blocks.setdefault(name[:letters], []).append((name, entity))
    for start, block in blocks.items():
        if len(block) > _LARGEST_BLOCK and any(name != start for name, _ in block):
            yield from _split(block, letters + 1)
        elif len(block) > 1:
            yield block[:_LARGEST_BLOCK]


def _names(entity: Entity) -> set[str]:
    organization = entity.label is Label.ORGANIZATION
    return {normal_name(n, organization=organization) for n in (entity.name, *entity.aliases)}


def _apart(one: Entity, other: Entity) -> bool:
    """Whether the two are known to differ: a group and a company, or other identifiers."""
    kinds = {one.kind == "group", other.kind == "group"}
    shared = one.identifiers.keys() & other.identifiers.keys()
    return len(kinds) > 1 or any(one.identifiers[s] != other.identifiers[s] for s in shared)


def _judged(store: Store) -> set[tuple[str, str]]:
    """The pairs that a judgement already calls different."""
    pairs: set[tuple[str, str]] = set()
    for keys in _keys_judged_different(store):
        entities = sorted(set(store.assigned(keys).values()))
        if len(entities) == 2:
            pairs.add((entities[0], entities[1]))
    return pairs


def _keys_judged_different(store: Store) -> Iterator[tuple[str, ...]]:
    after: str | None = None
    while True:
        page = store.document_page(kinds=[DocumentKind.JUDGEMENT], after=after, limit=_PAGE)
        for reading in (r for d in page.items for r in store.readings(d.id)):
            judgement = reading.judgement
            if judgement is not None and judgement.verdict is Verdict.DIFFERENT:
                yield judgement.keys
        after = page.next
        if after is None:
            return
