"""Both stores, told the same, give the same answers in the same order."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.claims import Basis, Reading, Tie
from graph.ledger import Ledger
from graph.ontology import Label, ontology
from graph.stores.base import Direction, Page, Store
from tests.graph.stores.samples import states

NAMES = [
    "LG화학",
    "LG",
    "LG전자",
    "SK온",
    "GM",
    "General Motors",
    "현대차",
    "한화",
    "🚗모터스",
    "온",
]
QUERIES = ["", "LG", "온", "화학", "모터스", "general", "SK온", "없음", "L G", "현대"]


def some_reading(chance: random.Random) -> Reading:
    """A reading of one of a few articles, which may state something else each time."""
    type_ = chance.choice(["ACQUIRED", "PARTNERS_WITH", "SUPPLIES", "HAS_UNIT", "LEADS"])
    subject, object_ = chance.sample(NAMES, 2)
    label = Label.PERSON if type_ == "LEADS" else Label.ORGANIZATION
    reading = states(
        chance.randrange(12),
        subject,
        type_,
        object_,
        labels=(label, Label.ORGANIZATION),
        origin={"published": chance.choice([None, "2023", "2023-01-18"]), "title": "기사"},
        qualifiers=chance.choice([{}, {"date": "2023"}, {"date": "2024-02"}])
        if "date" in ontology().relations[type_].qualifiers
        else {},
        confidence=chance.choice([0.5, 0.9]),
    )
    return _tied(reading, chance)


def _tied(reading: Reading, chance: random.Random) -> Reading:
    first, *rest = reading.referents
    tie = Tie(chance.choice(NAMES), chance.choice([Basis.GLOSS, Basis.RENAME]))
    given = {"crn": chance.choice("12")} if chance.random() < 0.2 else {}
    first = replace(
        first,
        aliases=("별명",),
        ties=(tie,) if chance.random() < 0.3 else (),
        identifiers=given if first.label is Label.ORGANIZATION else {},
    )
    source = chance.choice(["text", "by-hand"])
    return Reading(reading.document, (first, *rest), reading.claims, source=source)


def live(store: Store, seed: int) -> None:
    """Load and take back at random."""
    chance, ledger = random.Random(seed), Ledger(store, actor="kim")  # noqa: S311
    for _ in range(25):
        stored = sorted(d.id for d in store.all_documents())
        if stored and chance.random() < 0.3:
            ledger.retract([chance.choice(stored)])
        else:
            origin = chance.choice([None, "/data/a.txt", "/data/b.txt"])
            batch = [some_reading(chance) for _ in range(chance.randrange(1, 4))]
            ledger.load([replace(reading, origin=origin) for reading in batch])


def pages(ask: Callable[..., Page[Any]], *asked: Any, **how: Any) -> list[list[Any]]:
    """Every page of a list."""
    found: list[list[Any]] = []
    after = None
    while True:
        page = ask(*asked, **how, after=after)
        found.append(page.items)
        if page.next is None:
            return found
        after = page.next


def answers(store: Store) -> Iterator[tuple[str, object]]:
    """What a store says to everything it can be asked."""
    yield "documents", list(store.all_documents())
    yield "readings", list(store.all_readings())
    entities = list(store.all_entities())
    yield "entities", entities
    yield "facts", list(store.all_facts())
    yield "totals", store.totals()
    for query in QUERIES:
        yield query, pages(store.search, query, limit=3)
        yield query, store.search(query, label=Label.PERSON).items
    ids = [e.id for e in entities]
    for direction in Direction:
        yield (
            direction,
            pages(store.facts, ids[::2], direction=direction, limit=3),
        )
    for id_ in ids:
        yield id_, pages(store.mentions, id_, limit=2)
    for origin in ("/data/a.txt", "/data/b.txt"):
        yield origin, store.document_ids(origin=origin)
    yield "log", [(e.action, e.document, e.source, e.origin) for e in store.log(limit=1000).items]
    keys = [k for ks in _keys(store, ids).values() for k in ks]
    yield "keys", _keys(store, ids)
    yield "assigned", store.assigned(keys)
    with store.transaction() as transaction:
        yield "ties", sorted(transaction.ties(keys))
        yield "namings", sorted(transaction.namings(keys))
        yield "claims", sorted(transaction.claims_at(keys))


def _keys(store: Store, ids: list[str]) -> dict[str, list[str]]:
    with store.transaction() as transaction:
        return transaction.keys_of(ids)


@pytest.mark.parametrize("seed", range(4))
def test_both_stores_give_the_same_answers(both: tuple[Store, Store], seed: int) -> None:
    """After the same random life of loads, replacements and retractions."""
    for store in both:
        live(store, seed)
    for (asked, one), (_, other) in zip(*map(answers, both), strict=True):
        assert one == other, asked
