"""Transactions: all or nothing, and one writer at a time."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.entities import Naming, NamingRole
from graph.errors import StoreUnavailableError
from graph.keys import KeyTie, TieBasis
from graph.stores import open_store
from graph.stores.base import Store
from graph.stores.log import Action, LogEntry
from graph.stores.writing import Transaction
from tests.graph.stores.samples import article, claim, entity, fact, file_entities, key, reading

LG, GM = entity("LG화학"), entity("GM")
Open = Callable[[], Store]


def write_everything(transaction: Transaction, number: int) -> None:
    """One of everything that a transaction writes."""
    firm = entity(f"회사{number}")
    document = article(number).id
    transaction.put_readings([reading(number)])
    transaction.count_keys({key(firm.name): 1})
    transaction.count_ties({KeyTie.of(key(firm.name), key("LG화학"), TieBasis.GLOSS): 1})
    transaction.count_namings({Naming(key("LG화학"), NamingRole.ALIAS, firm.name): 1})
    transaction.put_mentions([(document, "text", key(firm.name))])
    transaction.put_claims([claim(number, "ACQUIRED", key("LG화학"), key(firm.name))])
    transaction.assign({key(firm.name): firm.id})
    transaction.put_entities([LG, firm])
    transaction.put_facts([fact("ACQUIRED", LG, firm)])
    at = "2026-01-01T00:00:00.000Z"
    transaction.append_log([LogEntry(at, Action.LOADED, document, "text", "kim")])


def write_and_raise(store: Store, exception: BaseException) -> None:
    """Write and drop much, and then fail."""
    with store.transaction() as transaction:
        write_everything(transaction, 2)
        transaction.drop_facts_at([LG.id])
        transaction.drop_readings([(article(1).id, "text")])
        raise exception


def written(store: Store) -> list[object]:
    """All that can be read from the store."""
    with store.transaction() as transaction:
        index = [
            transaction.ties([key("LG화학")]),
            transaction.namings([key("LG화학")]),
            transaction.claims_at([key("LG화학")]),
        ]
    return [
        list(store.all_readings()),
        list(store.all_entities()),
        list(store.all_facts()),
        store.log().items,
        store.mentions(entity("회사2").id).items,
        store.totals(),
        *index,
    ]


def test_an_exception_undoes_everything(store: Store) -> None:
    """Afterwards the store is what it was, and the exception arrives as it is."""
    with store.transaction() as transaction:
        write_everything(transaction, 1)
    before = written(store)
    with pytest.raises(RuntimeError, match="stop"):
        write_and_raise(store, RuntimeError("stop"))
    assert written(store) == before
    with store.transaction() as transaction:
        write_everything(transaction, 2)
    assert written(store) != before


def test_an_interruption_undoes_everything(store: Store) -> None:
    """Ctrl-C in the middle of a load leaves nothing of it, and the next writer gets in."""
    with pytest.raises(KeyboardInterrupt):
        write_and_raise(store, KeyboardInterrupt())
    assert store.totals() == {"documents": 0, "entities": 0, "facts": 0}
    with store.transaction() as transaction:
        write_everything(transaction, 1)
    assert store.totals() == {"documents": 1, "entities": 2, "facts": 1}


def test_others_see_a_change_when_it_is_whole(store: Store, open_again: Open) -> None:
    """Until the end of the transaction readers read what was there before."""
    reader = open_again()
    with store.transaction() as transaction:
        write_everything(transaction, 1)
        assert reader.totals() == {"documents": 0, "entities": 0, "facts": 0}
        assert reader.search("LG").items == []
    assert reader.totals() == {"documents": 1, "entities": 2, "facts": 1}
    assert reader.search("LG").items == [LG]


def test_two_writers_exclude_each_other(store: Store, open_again: Open) -> None:
    """The second waits for the first, also from another process, and then sees what it wrote."""
    other, entered = open_again(), threading.Event()
    seen: list[object] = []

    def write() -> None:
        with other.transaction() as transaction:
            entered.set()
            seen.append(transaction.readings([article(1).id]))

    with ThreadPoolExecutor() as pool:
        with store.transaction() as transaction:
            writer = pool.submit(write)
            assert not entered.wait(0.5)
            transaction.put_readings([reading(1)])
        writer.result(timeout=30)
    assert seen == [{article(1).id: [reading(1)]}]


def test_no_count_is_lost_between_writers(store: Store, open_again: Open) -> None:
    """Four writers that count the same name at once add up."""
    naming = Naming(key("LG화학"), NamingRole.NAME, "LG화학")

    def count(writer: Store) -> None:
        for _ in range(10):
            with writer.transaction() as transaction:
                transaction.count_namings({naming: 1})

    with ThreadPoolExecutor() as pool:
        list(pool.map(count, [store, store, open_again(), open_again()]))
    with store.transaction() as transaction:
        assert transaction.namings([naming.key]) == [(naming, 40)]


def test_readers_read_while_one_writes(store: Store, open_again: Open) -> None:
    """Threads that share a store read through a long write."""
    file_entities(store, LG, GM)
    writer = open_again()
    with writer.transaction() as transaction, ThreadPoolExecutor(4) as pool:
        write_everything(transaction, 1)
        answers = pool.map(lambda _: len(store.search("").items), range(40))
        assert set(answers) == {2}


def test_what_was_stored_is_there_when_the_store_is_opened_again(
    store: Store, open_again: Open
) -> None:
    """Opening a store that is there changes nothing."""
    with store.transaction() as transaction:
        write_everything(transaction, 1)
    before = written(store)
    store.close()
    assert written(open_again()) == before


def test_a_store_answers(store: Store) -> None:
    """A ping of an open store raises nothing."""
    store.ping()


def test_a_store_that_cannot_be_opened_says_so(store_url: str, tmp_path: Path) -> None:
    """In one sentence for the user, which holds no password."""
    if store_url.startswith("sqlite"):
        unreachable = f"sqlite:///{tmp_path}"
    else:
        unreachable = "neo4j://neo4j:hunter2@127.0.0.1:1/neo4j"
    with pytest.raises(StoreUnavailableError) as caught:
        open_store(unreachable).ping()
    assert "hunter2" not in str(caught.value)
    assert "\n" not in str(caught.value)
