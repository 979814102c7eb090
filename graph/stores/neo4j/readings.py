"""Writing the ledger: documents, their readings, and the audit log."""

from collections.abc import Collection, Sequence

from graph.claims import Reading
from graph.reading_records import reading_record
from graph.records import dump
from graph.stores.log import LogEntry
from graph.stores.neo4j.rows import digest, document_row
from graph.stores.neo4j.work import STORED_READINGS, Work, readings_in

PUT_DOCUMENTS = """
UNWIND $rows AS row
MERGE (d:Document {id: row.id})
SET d = row.properties
REMOVE d:Article:Record
SET d:$(row.label)
"""
PUT_READINGS = """
UNWIND $rows AS row
MERGE (r:LedgerReading {id: row.id})
SET r = row
"""
DROP_READINGS = """
UNWIND $rows AS id
MATCH (r:LedgerReading {id: id})
USING INDEX SEEK r:LedgerReading(id)
DELETE r
"""
DROP_UNREAD_DOCUMENTS = """
UNWIND $rows AS id
MATCH (d:Document {id: id})
USING INDEX SEEK d:Document(id)
WHERE NOT EXISTS {
  MATCH (r:LedgerReading {document: id})
  USING INDEX SEEK r:LedgerReading(document)
}
DETACH DELETE d
"""
APPEND_LOG = """
MATCH (lock:LedgerLock {id: 'ledger'})
WITH lock, coalesce(lock.logged, 0) AS logged
SET lock.logged = logged + size($rows)
WITH logged
UNWIND range(1, size($rows)) AS n
CREATE (l:LedgerLog {number: logged + n})
SET l += $rows[n - 1]
"""


class Readings(Work):
    """The ledger's part of a transaction."""

    def readings(self, documents: Collection[str]) -> dict[str, list[Reading]]:
        found: dict[str, list[Reading]] = {}
        for reading in readings_in(self._of(STORED_READINGS, sorted(set(documents)))):
            found.setdefault(reading.document.id, []).append(reading)
        return found

    def put_readings(self, readings: Sequence[Reading]) -> None:
        documents = {r.document.id: document_row(r.document) for r in readings}
        self._documents.update(documents)
        self._each(PUT_DOCUMENTS, [documents[id_] for id_ in sorted(documents)])
        rows = {
            (r.document.id, r.source): {
                "id": digest(r.document.id, r.source),
                "document": r.document.id,
                "source": r.source,
                "record": dump(reading_record(r)),
            }
            for r in readings
        }
        self._each(PUT_READINGS, [rows[place] for place in sorted(rows)])

    def drop_readings(self, readings: Collection[tuple[str, str]]) -> None:
        self._each(DROP_READINGS, sorted(digest(*place) for place in readings))
        self._each(DROP_UNREAD_DOCUMENTS, sorted({document for document, _ in readings}))

    def append_log(self, entries: Sequence[LogEntry]) -> None:
        self._each(
            APPEND_LOG,
            (
                {
                    "at": e.at,
                    "action": e.action.value,
                    "document": e.document,
                    "source": e.source,
                    "actor": e.actor,
                    "origin": e.origin,
                    "origin_hash": digest(e.origin) if e.origin is not None else None,
                }
                for e in entries
            ),
        )
