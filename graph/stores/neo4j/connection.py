"""Connections to a Neo4j server: reading, declaring, and the one writer's transaction."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    Transaction,
)
from neo4j.exceptions import DriverError, Neo4jError

from graph.stores.neo4j.address import Address
from graph.stores.neo4j.failures import explained, retryable

CONNECT_SECONDS = 5.0
"""How long a server may take to answer a knock before it counts as not answering."""
RETRY_SECONDS = 3.0
"""How long to try again what failed for a reason that passes, such as a deadlock."""
LONGEST_CHANGE = 3600.0
"""Seconds after which the server ends a change, so that a writer that hangs frees the lock."""

# Whoever wrote this node last and has not finished is the one writer, on whatever machine.
TAKE_LOCK = """
MERGE (lock:LedgerLock {id: 'ledger'})
SET lock.taken = timestamp()
"""


class Connection:
    """One database of one server; safe to share between threads."""

    def __init__(self, address: Address) -> None:
        self.address = address
        with explained(address):
            self._driver = _driver(address)
        self._bookmarks = GraphDatabase.bookmark_manager()

    def ping(self) -> None:
        """Answer at once whether the server and the database are there."""
        with explained(self.address):
            self._driver.verify_connectivity()
        self.read("RETURN 1")

    def read(self, cypher: str, **parameters: Any) -> list[list[Any]]:
        """The rows that the query answers with, read in one retried transaction."""

        def work(transaction: ManagedTransaction) -> list[list[Any]]:
            return [row.values() for row in transaction.run(cypher, parameters)]

        with explained(self.address), self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def declare(self, cypher: str) -> None:
        """Run a schema statement; one that another process ran meanwhile is fine."""
        with explained(self.address), self._session(WRITE_ACCESS) as session:
            try:
                session.execute_write(lambda transaction: transaction.run(cypher).consume())
            except Neo4jError as error:
                if not (error.code or "").endswith("AlreadyExists"):
                    raise

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """The one open write transaction of the database: committed at the end, or undone."""
        with explained(self.address):
            session, transaction = self._begin()
            try:
                yield transaction
                transaction.commit()
            except BaseException:
                with suppress(Neo4jError, DriverError, OSError):
                    transaction.close()
                raise
            finally:
                session.close()

    def close(self) -> None:
        """Let go of every connection."""
        self._driver.close()

    def _session(self, access: str) -> Session:
        return self._driver.session(
            database=self.address.database,
            default_access_mode=access,
            bookmark_manager=self._bookmarks,
        )

    def _begin(self) -> tuple[Session, Transaction]:
        """Open a transaction and wait for the lock: nothing is written yet, so retrying is safe."""
        give_up = time.monotonic() + RETRY_SECONDS
        pause = 0.05
        while True:
            session = self._session(WRITE_ACCESS)
            try:
                transaction = session.begin_transaction(timeout=LONGEST_CHANGE)
                transaction.run(TAKE_LOCK).consume()
            except BaseException as error:
                session.close()
                if not isinstance(error, Neo4jError | DriverError) or not retryable(error):
                    raise
                if time.monotonic() + pause > give_up:
                    raise
                time.sleep(pause)
                pause *= 2
            else:
                return session, transaction


def _driver(address: Address) -> Driver:
    # Without a handler the driver's complaints would reach the terminal beside our own sentence.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return GraphDatabase.driver(
        address.uri,
        auth=address.credentials,
        connection_timeout=CONNECT_SECONDS,
        connection_acquisition_timeout=2 * CONNECT_SECONDS,
        max_transaction_retry_time=RETRY_SECONDS,
        liveness_check_timeout=60.0,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        user_agent="strategraph",
    )
