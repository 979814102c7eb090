"""What was known on a day, and what changed between two."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.asof import AsOf
from graph.claims import Reading
from graph.errors import BadInputError
from graph.fact_records import fact_record
from graph.ledger import Ledger
from graph.ontology import Status
from graph.questions.changes import Change, ChangeKind, changes
from graph.records import dump
from graph.stores.base import Reader, Store
from graph.stores.sqlite import SqliteStore
from tests.graph.random_documents import document_sets, fresh_store, thorough
from tests.graph.writing import Statement, company, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "graph.db")
    yield opened
    opened.close()


def bought(published: str | None, status: Status | None = None, **qualifiers: object) -> Reading:
    said = Statement(company("가온"), "ACQUIRED", company("나래"), qualifiers, status)
    return write(said, url=f"https://news.example/{published}/{status}", published=published)


def statuses(reader: Reader) -> list[Status | None]:
    return [fact.status for fact in reader.all_facts()]


def test_a_day_knows_what_was_published_by_then(store: Store) -> None:
    """Announced in May, completed in August: in June it is announced."""
    Ledger(store).load(
        [bought("2023-05-18", Status.ANNOUNCED), bought("2023-08-01", Status.COMPLETED)]
    )
    assert statuses(AsOf(store, "2023-05-17")) == []
    assert statuses(AsOf(store, "2023-06-01")) == [Status.ANNOUNCED]
    assert statuses(AsOf(store, "2023-08-01")) == [Status.COMPLETED]


def test_status_keeps_its_history(store: Store) -> None:
    Ledger(store).load(
        [bought("2023-08-01", Status.COMPLETED), bought("2023-05", Status.ANNOUNCED)]
    )
    assert next(store.all_facts()).history == [
        ("2023-05", Status.ANNOUNCED),
        ("2023-08-01", Status.COMPLETED),
    ]


def test_a_month_is_known_by_its_last_day(store: Store) -> None:
    Ledger(store).load([bought("2023-05")])
    assert statuses(AsOf(store, "2023-05-30")) == []
    assert statuses(AsOf(store, "2023-05-31")) == [None]


def test_an_undated_document_is_known_only_now(store: Store) -> None:
    Ledger(store).load([bought(None)])
    assert statuses(AsOf(store, "2999-12-31")) == []
    assert AsOf(store, "2999-12-31").search("가온").items == []
    assert statuses(store) == [None]


def test_a_fact_holds_between_its_dates(store: Store) -> None:
    Ledger(store).load([bought("2020-01-01", valid_from="2021", valid_to="2022-06")])
    assert statuses(AsOf(store, "2020-12-31")) == []
    assert statuses(AsOf(store, "2022-06-30")) == [None]
    assert statuses(AsOf(store, "2022-07-01")) == []


def test_pages_as_of_a_day_are_full_while_there_is_more(store: Store) -> None:
    """What is left out does not leave holes: a page has what was asked for, or is the last."""
    Ledger(store).load(
        [
            write(
                Statement(company("가온"), "PARTNERS_WITH", company(f"회사{n}")),
                url=f"https://news.example/{n}",
                published="2023-01-01" if n % 3 == 0 else "2024-01-01",
            )
            for n in range(30)
        ]
    )
    (hub,) = store.search("가온").items
    then, seen, after = AsOf(store, "2023-06-01"), 0, None
    while True:
        page = then.facts([hub.id], after=after, limit=4)
        seen += len(page.items)
        assert len(page.items) == 4 or page.next is None
        if page.next is None:
            break
        after = page.next
    assert seen == 10


def test_the_feed_tells_what_began_changed_and_appeared(store: Store) -> None:
    Ledger(store).load(
        [
            bought("2023-05-18", Status.ANNOUNCED, share=0.5),
            bought("2023-08-01", Status.COMPLETED, share=0.6),
            write(
                Statement(company("가온"), "SUPPLIES", company("다솜")),
                url="https://news.example/s",
                published="2023-07-01",
            ),
        ]
    )
    found = changes(store, since="2023-06", until="2023-12").items
    assert [(c.kind, c.entity.name if c.entity else c.fields) for c in found] == [
        (ChangeKind.APPEARED, "다솜"),
        *sorted(
            [(ChangeKind.BEGAN, ()), (ChangeKind.CHANGED, ("share", "status", "evidence"))],
            key=lambda c: _order(found, c[0]),
        ),
    ]


def _order(found: list[Change], kind: ChangeKind) -> int:
    return [c.kind for c in found].index(kind)


def test_a_feed_that_ends_before_it_begins_is_refused(store: Store) -> None:
    with pytest.raises(BadInputError, match="before"):
        changes(store, since="2024", until="2023")


days = st.sampled_from(["2022-12-31", "2023-05-17", "2023-05-18", "2023-12-31", "2024-06-01"])


@thorough
@given(document_sets(), days, days)
def test_the_feed_is_the_difference_of_two_days(
    readings: list[Reading], one: str, other: str
) -> None:
    """Read page by page, the feed turns the first day's graph into the second's."""
    since, until = min(one, other), max(one, other)
    with fresh_store() as store:
        Ledger(store).load(readings)
        begin, end = AsOf(store, since), AsOf(store, until)
        facts = {fact.id: dump(fact_record(fact)) for fact in begin.all_facts()}
        entities = {entity.id for entity in begin.all_entities()}
        for change in _feed(store, since, until):
            if change.entity is not None:
                entities.add(change.entity.id)
            if change.before is not None:
                assert facts.pop(change.before.id) == dump(fact_record(change.before))
            if change.after is not None:
                facts[change.after.id] = dump(fact_record(change.after))
        assert facts == {fact.id: dump(fact_record(fact)) for fact in end.all_facts()}
        assert entities == {entity.id for entity in end.all_entities()}


def _feed(store: Store, since: str, until: str) -> Iterator[Change]:
    after = None
    while True:
        page = changes(store, since=since, until=until, after=after, limit=2)
        yield from page.items
        if page.next is None:
            return
        after = page.next
