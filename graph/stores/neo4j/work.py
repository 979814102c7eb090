"""Work: how a part of a write transaction asks the server."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import neo4j
import orjson

from graph.claims import Reading
from graph.reading_records import reading_from
from graph.stores.base import batches
from graph.stores.neo4j.address import Address
from graph.stores.neo4j.failures import explained
from graph.stores.neo4j.rows import document_of
from graph.stores.writing import Transaction

BATCH = 5000
"""How many rows go to the server at once."""

STORED_READINGS = """
UNWIND $rows AS document
MATCH (d:Document {id: document})
USING INDEX SEEK d:Document(id)
MATCH (r:LedgerReading {document: document})
USING INDEX SEEK r:LedgerReading(document)
RETURN properties(d), collect([r.source, r.record])
"""


class Work(Transaction):
    """One writer's work; its parts are in the modules beside this one."""

    def __init__(self, transaction: neo4j.Transaction, address: Address) -> None:
        self._transaction = transaction
        self._address = address
        # Whose MENTIONS may have changed: documents, and the documents that name these keys.
        self._documents: set[str] = set()
        self._moved: set[str] = set()

    def _rows(self, cypher: str, **parameters: Any) -> list[list[Any]]:
        """The rows that the query answers with."""
        with explained(self._address):
            answer = self._transaction.run(cypher, parameters)
            return [row.values() for row in answer]

    def _each(self, cypher: str, rows: Iterable[Any]) -> None:
        """Run the statement over `$rows`, a batch at a time."""
        for batch in batches(rows, BATCH):
            self._rows(cypher, rows=batch)

    def _of(self, cypher: str, rows: Collection[Any]) -> list[list[Any]]:
        """The rows that the query answers with over `$rows`, a batch at a time."""
        return [row for batch in batches(rows, BATCH) for row in self._rows(cypher, rows=batch)]


def readings_in(rows: list[list[Any]]) -> list[Reading]:
    """The readings, by document and source, in rows of a document with its records."""
    return [
        _reading(properties, source, record)
        for properties, records in rows
        for source, record in sorted(records)
    ]


def _reading(properties: Mapping[str, Any], source: str, record: str) -> Reading:
    return reading_from(orjson.loads(record), document_of(properties), source)
