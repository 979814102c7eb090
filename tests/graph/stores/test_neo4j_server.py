"""The Neo4j server from outside: addresses, what goes wrong with it, and what passes."""

import threading
from collections.abc import Iterator
from urllib.parse import quote

import neo4j
import pytest

from graph.errors import BadInputError, StoreUnavailableError
from graph.stores import open_store
from graph.stores.base import Store
from graph.stores.neo4j.address import parse_address
from tests.graph.stores.samples import entity, file_entities

SECRET = "hunter2/#@:%"


@pytest.fixture
def store(clean_neo4j: str) -> Iterator[Store]:
    """An empty Neo4j store."""
    store = open_store(clean_neo4j)
    yield store
    store.close()


def test_an_address_is_read_from_a_url() -> None:
    """User and password may hold any character, percent-encoded."""
    user = "kim@lab"
    url = f"neo4j+s://{quote(user, safe='')}:{quote(SECRET, safe='')}@db.example:7688/graph"
    address = parse_address(url)
    assert address.uri == "neo4j+s://db.example:7688"
    assert address.place == "db.example:7688"
    assert address.credentials == (user, SECRET)
    assert address.database == "graph"
    assert SECRET not in repr(address)


def test_port_and_database_can_be_left_out() -> None:
    """They are 7687 and neo4j; a server may also ask for no password."""
    address = parse_address("bolt://[::1]")
    assert (address.uri, address.database) == ("bolt://[::1]:7687", "neo4j")
    assert address.credentials is None


@pytest.mark.parametrize(
    "url",
    [
        "http://neo4j:hunter2@localhost:7687",
        "neo4j://",
        "neo4j:///neo4j",
        "neo4j://neo4j:hunter2@localhost:7687/a/b",
        "neo4j://neo4j:hunter2@localhost:port/neo4j",
        "neo4j://neo4j:hunter2@localhost:7687/neo4j?x=1",
        "neo4j://neo4j:hunter2#2@localhost:7687/neo4j",
        "neo4j://neo4j:hunter2/2@localhost:7687/neo4j",
        "neo4j://neo4j:1234/hunter2@localhost/neo4j",
        "neo4j://neo4j:1234/hunter2@localhost",
    ],
)
def test_any_other_url_is_refused_without_repeating_it(url: str) -> None:
    """A password that was not encoded must not show, not even half of it, nor as a cause."""
    with pytest.raises(BadInputError, match="USER:PASSWORD@HOST") as caught:
        parse_address(url)
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


def refusal(url: str) -> str:
    """Why the store of this URL cannot be opened."""
    with pytest.raises(StoreUnavailableError) as caught:
        open_store(url)
    return str(caught.value)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+s", "bolt+ssc"])
def test_a_server_that_is_down_does_not_answer(scheme: str) -> None:
    """The sentence says where it should be."""
    url = f"{scheme}://neo4j:hunter2@127.0.0.1:1/neo4j"
    assert refusal(url) == "Neo4j at 127.0.0.1:1 does not answer"


def test_a_host_that_nobody_knows_does_not_answer() -> None:
    """It is no programming error."""
    url = "neo4j://neo4j:hunter2@nowhere.invalid/neo4j"
    assert refusal(url) == "Neo4j at nowhere.invalid:7687 does not answer"


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_wrong_password_is_refused(neo4j_url: str, scheme: str) -> None:
    """The sentence holds neither password."""
    place = parse_address(neo4j_url).place
    said = refusal(f"{scheme}://neo4j:hunter2@{place}/neo4j")
    assert said == f"Neo4j at {place} refuses the user name or password"


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_database_that_is_missing_is_named(neo4j_url: str, scheme: str) -> None:
    """The server is there, the database is not."""
    address = parse_address(neo4j_url)
    user, password = address.credentials or ("", "")
    login = f"{quote(user, safe='')}:{quote(password, safe='')}"
    said = refusal(f"{scheme}://{login}@{address.place}/nosuch")
    assert said == f"Neo4j at {address.place} has no database 'nosuch'"


def cut_connections(url: str) -> None:
    """End every connection of ours, as a restart of the server does."""
    address = parse_address(url)
    with neo4j.GraphDatabase.driver(address.uri, auth=address.credentials) as driver:
        driver.execute_query(
            "CALL dbms.listConnections() YIELD connectionId, userAgent "
            "WHERE userAgent = 'strategraph' "
            "CALL dbms.killConnection(connectionId) YIELD message RETURN message"
        )


def test_a_store_outlives_its_connections(store: Store, clean_neo4j: str) -> None:
    """After the server was away, the next read and the next write work as before."""
    cut_connections(clean_neo4j)
    assert store.totals()["entities"] == 0
    cut_connections(clean_neo4j)
    store.ping()
    cut_connections(clean_neo4j)
    file_entities(store, entity("GM"))
    assert store.totals()["entities"] == 1


def test_a_change_whose_connection_breaks_is_undone(store: Store, clean_neo4j: str) -> None:
    """The writer is told so, nothing is stored, and the next writer gets in."""

    def write() -> None:
        with store.transaction() as transaction:
            transaction.put_entities([entity("GM")])
            cut_connections(clean_neo4j)
            transaction.put_entities([entity("LG")])

    with pytest.raises(StoreUnavailableError, match="does not answer"):
        write()
    assert store.totals()["entities"] == 0
    file_entities(store, entity("GM"))
    assert store.totals()["entities"] == 1


def test_several_processes_can_open_a_new_database_at_once(clean_neo4j: str) -> None:
    """All make the same constraints and indexes, and none fails."""
    address = parse_address(clean_neo4j)
    with neo4j.GraphDatabase.driver(address.uri, auth=address.credentials) as driver:
        shown = driver.execute_query("SHOW CONSTRAINTS YIELD name").records
        for (name,) in shown:
            driver.execute_query(f"DROP CONSTRAINT `{name}`")
    failures: list[Exception] = []

    def open_and_close() -> None:
        try:
            open_store(clean_neo4j).close()
        except StoreUnavailableError as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
