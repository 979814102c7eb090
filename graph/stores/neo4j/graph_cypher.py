"""The Cypher of the graph that is seen.

Cypher takes no parameter where a relationship's type stands if it is to use an index,
so statements about facts are made once for each type of the ontology.
"""

from functools import cache

from graph.ontology import ontology

ASSIGN = """
UNWIND $rows AS row
MATCH (k:LedgerKey {hash: row[0]})
USING INDEX SEEK k:LedgerKey(hash)
SET k.entity = row[1]
"""
PUT_ENTITIES = """
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
MERGE (n:LedgerEntity {id: row.id})
WITH e, n, row
WHERE n.record IS NULL OR n.record <> row.ledger.record
SET e = row.properties, e:$(row.label), n = row.ledger
"""
DROP_ENTITIES = """
UNWIND $rows AS id
OPTIONAL MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
OPTIONAL MATCH (n:LedgerEntity {id: id})
USING INDEX SEEK n:LedgerEntity(id)
DETACH DELETE e, n
"""
DOCUMENTS_NAMING = """
UNWIND $rows AS hash
MATCH (m:LedgerMention {hash: hash})
USING INDEX SEEK m:LedgerMention(hash)
RETURN DISTINCT m.document
"""
DRAW_MENTIONS = """
UNWIND $rows AS id
MATCH (d:Document {id: id})
USING INDEX SEEK d:Document(id)
CALL (d) {
  MATCH (m:LedgerMention {document: d.id})
  USING INDEX SEEK m:LedgerMention(document)
  MATCH (k:LedgerKey {hash: m.hash})
  USING INDEX SEEK k:LedgerKey(hash)
  WHERE k.entity IS NOT NULL
  RETURN collect(DISTINCT k.entity) AS named
}
CALL (d, named) {
  MATCH (d)-[r:MENTIONS]->(e:Entity)
  WHERE NOT e.id IN named
  DELETE r
}
CALL (d, named) {
  UNWIND named AS entity
  MATCH (e:Entity {id: entity})
  USING INDEX SEEK e:Entity(id)
  MERGE (d)-[:MENTIONS]->(e)
}
"""

_PUT_FACTS = """
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
MATCH (o:Entity {id: row.object})
MERGE (s)-[f:TYPE {id: row.id}]->(o)
SET f = row.properties
"""
_DROP_FACTS = """
UNWIND $rows AS row
MATCH (s:Entity {id: row[0]})
USING INDEX SEEK s:Entity(id)
MATCH (o:Entity {id: row[1]})
USING INDEX SEEK o:Entity(id)
MATCH (s)-[f:TYPE]->(o)
DELETE f
"""
_DROP_FACTS_AT = """
UNWIND $rows AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
MATCH (e)-[f:TYPE]-()
WITH DISTINCT f
DELETE f
"""


@cache
def put_facts(type_: str) -> str:
    """Store facts of a type in place of those of the same id."""
    return _typed(_PUT_FACTS, type_)


@cache
def drop_facts(type_: str) -> str:
    """Remove the facts of a type between pairs of entities."""
    return _typed(_DROP_FACTS, type_)


@cache
def drop_facts_at() -> str:
    """Remove every fact at these entities."""
    return _typed(_DROP_FACTS_AT, *sorted(ontology().relations))


def _typed(cypher: str, *types: str) -> str:
    """The statement with these types of the ontology; raises KeyError for any other."""
    relations = ontology().relations
    return cypher.replace("TYPE", "|".join(relations[type_].name for type_ in types))
