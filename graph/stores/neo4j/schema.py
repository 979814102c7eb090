"""The schema: the constraints and indexes that the store needs, made once."""

from collections.abc import Iterator

from graph.errors import StoreUnavailableError
from graph.ontology import ontology
from graph.stores.neo4j.connection import Connection

OLDEST = (5, 26)

SEARCH_INDEX = "ledger_entity_terms"

_UNIQUE = {
    "entity_id": ("Entity", "id"),
    "document_id": ("Document", "id"),
    "ledger_lock_id": ("LedgerLock", "id"),
    "ledger_entity_id": ("LedgerEntity", "id"),
    "ledger_reading_id": ("LedgerReading", "id"),
    "ledger_mention_id": ("LedgerMention", "id"),
    "ledger_key_hash": ("LedgerKey", "hash"),
    "ledger_tie_id": ("LedgerTie", "id"),
    "ledger_naming_id": ("LedgerNaming", "id"),
    "ledger_refusal_id": ("LedgerRefusal", "id"),
    "ledger_log_number": ("LedgerLog", "number"),
}
_INDEXED = {
    "entity_name": ("Entity", "name"),
    "document_published": ("Document", "published"),
    "ledger_reading_document": ("LedgerReading", "document"),
    "ledger_mention_document": ("LedgerMention", "document"),
    "ledger_mention_hash": ("LedgerMention", "hash"),
    "ledger_key_id": ("LedgerKey", "id"),
    "ledger_key_scope": ("LedgerKey", "scope"),
    "ledger_key_entity": ("LedgerKey", "entity"),
    "ledger_tie_a": ("LedgerTie", "a_hash"),
    "ledger_tie_b": ("LedgerTie", "b_hash"),
    "ledger_naming_hash": ("LedgerNaming", "hash"),
    "ledger_claim_document": ("LedgerClaim", "document"),
    "ledger_claim_subject": ("LedgerClaim", "subject_hash"),
    "ledger_claim_object": ("LedgerClaim", "object_hash"),
    "ledger_claim_between": ("LedgerClaim", "between"),
    "ledger_log_document": ("LedgerLog", "document"),
    "ledger_log_origin": ("LedgerLog", "origin_hash"),
}

# The terms are cut by `graph.names`: the analyzer must not cut them again.
_SEARCH = f"""
CREATE FULLTEXT INDEX {SEARCH_INDEX} IF NOT EXISTS
FOR (n:LedgerEntity) ON EACH [n.terms]
OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace'}}}}
"""
_VERSION = """
CALL dbms.components() YIELD name, versions
WHERE name = 'Neo4j Kernel'
RETURN versions[0]
"""
_ONLINE = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"
_AWAIT = "CALL db.awaitIndexes(600)"


def prepare(connection: Connection) -> None:
    """Make what is missing of the schema, and wait until it is there.

    Raises StoreUnavailableError where the server is too old.
    """
    connection.ping()
    ((version,),) = connection.read(_VERSION)
    if tuple(int(number) for number in version.split(".")[:2]) < OLDEST:
        raise StoreUnavailableError(
            f"Neo4j at {connection.address.place} is version {version}, "
            f"and {OLDEST[0]}.{OLDEST[1]} is the oldest that works"
        )
    online = {name for (name,) in connection.read(_ONLINE)}
    missing = [statement for name, statement in _statements() if name not in online]
    for statement in missing:
        connection.declare(statement)
    if missing:
        connection.declare(_AWAIT)


def _statements() -> Iterator[tuple[str, str]]:
    """Every constraint and index of ours, by name; the words come from here and the ontology."""
    for name, (label, key) in _UNIQUE.items():
        yield (
            name,
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE",
        )
    for name, (label, key) in _INDEXED.items():
        yield name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
    for type_ in sorted(ontology().relations):
        name = f"{type_.lower()}_id"
        yield (
            name,
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[f:{type_}]-() REQUIRE f.id IS UNIQUE",
        )
    yield SEARCH_INDEX, _SEARCH
