"""Connections to one SQLite file: how they are opened, and what their errors mean to a user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreUnavailableError

WAIT_SECONDS = 120.0
"""How long a writer waits for the one before it; a batch of a hundred articles takes seconds."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors in the block become StoreUnavailableError, in one sentence with the path."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreUnavailableError(f"the SQLite store {path}: {error}") from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection in autocommit mode with write-ahead logging, synced at every commit."""
    connection = sqlite3.connect(
        path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -65536")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
