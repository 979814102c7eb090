"""Verification: one hash of the whole graph, and whether its ledger still gives it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.documents import text_hash
from graph.fact_records import fact_record
from graph.ledger import Ledger
from graph.records import document_record, dump, entity_record
from graph.stores.base import Store, batches
from graph.stores.sqlite import SqliteStore

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Verification:
    """The hash of the graph that is stored, and of the one that its ledger gives.

    `altered` are the ids of documents whose stored text is not the one that was loaded.
    """

    stored: str
    rebuilt: str
    altered: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the two are one, and every text is as it was loaded."""
        return self.stored == self.rebuilt and not self.altered


def canonical_dump(store: Store) -> Iterator[str]:
    """The graph as lines of JSON in one order: documents, entities, facts with their evidence.

    Nothing of when or by whom it was loaded: two stores that read the same dump the same.
    """
    for document in store.all_documents():
        yield dump(document_record(document) | {"text": None})
    for entity in store.all_entities():
        yield dump(entity_record(entity))
    for fact in store.all_facts():
        yield dump(fact_record(fact))


def graph_hash(store: Store) -> str:
    """The SHA-256 of the canonical dump, in hexadecimal."""
    digest = hashlib.sha256()
    for line in canonical_dump(store):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def verify(store: Store) -> Verification:
    """Rebuild the graph from the ledger in a store of its own, and compare; hash every text.

    Where somebody loads meanwhile the two are not of one moment: then it is done again.
    """
    while True:
        before = graph_hash(store)
        rebuilt = _rebuilt(store)
        if rebuilt == before or graph_hash(store) == before:
            return Verification(before, rebuilt, _altered(store))


def _altered(store: Store) -> tuple[str, ...]:
    documents = store.all_documents()
    return tuple(d.id for d in documents if text_hash(d.text) != d.sha256)


def _rebuilt(store: Store) -> str:
    with TemporaryDirectory(prefix="strategraph-verify-") as folder:
        rebuilt = SqliteStore(Path(folder) / "rebuilt.db")
        try:
            ledger = Ledger(rebuilt)
            for readings in batches(store.all_readings(), _BATCH):
                ledger.load(readings)
            return graph_hash(rebuilt)
        finally:
            rebuilt.close()
