"""The SQLite store: one file, no server; the one to choose unless machines share a graph."""

from graph.stores.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
