"""The Cypher of the index.

The hints make the planner seek in an index even in a database that it believes to be empty,
as it does all through the first load.
"""

PUT_CLAIMS = """
UNWIND $rows AS row
CREATE (c:LedgerClaim)
SET c = row
"""
DROP_CLAIMS = """
UNWIND $rows AS row
MATCH (c:LedgerClaim {document: row[0]})
USING INDEX SEEK c:LedgerClaim(document)
WHERE c.source = row[1]
DELETE c
"""
PUT_MENTIONS = """
UNWIND $rows AS row
MERGE (m:LedgerMention {id: row.id})
SET m = row
"""
DROP_MENTIONS = """
UNWIND $rows AS row
MATCH (m:LedgerMention {document: row[0]})
USING INDEX SEEK m:LedgerMention(document)
WHERE m.source = row[1]
DELETE m
"""

COUNT_KEYS = """
UNWIND $rows AS row
MERGE (k:LedgerKey {hash: row.id})
ON CREATE SET k += row.properties
SET k.count = coalesce(k.count, 0) + row.change
WITH k WHERE k.count <= 0
DELETE k
"""
COUNT_TIES = """
UNWIND $rows AS row
MERGE (t:LedgerTie {id: row.id})
ON CREATE SET t += row.properties
SET t.count = coalesce(t.count, 0) + row.change
WITH t WHERE t.count <= 0
DELETE t
"""
COUNT_NAMINGS = """
UNWIND $rows AS row
MERGE (n:LedgerNaming {id: row.id})
ON CREATE SET n += row.properties
SET n.count = coalesce(n.count, 0) + row.change
WITH n WHERE n.count <= 0
DELETE n
"""
COUNT_REFUSALS = """
UNWIND $rows AS row
MERGE (r:LedgerRefusal {id: row.id})
SET r.count = coalesce(r.count, 0) + row.change
WITH r WHERE r.count <= 0
DELETE r
"""

ASSIGNED = """
UNWIND $rows AS hash
MATCH (k:LedgerKey {hash: hash})
USING INDEX SEEK k:LedgerKey(hash)
RETURN k.key, k.entity
"""
KEYS_OF = """
UNWIND $rows AS entity
MATCH (k:LedgerKey {entity: entity})
USING INDEX SEEK k:LedgerKey(entity)
RETURN k.entity, k.key
"""
KEYS_WITHIN = """
UNWIND $rows AS scope
MATCH (k:LedgerKey {scope: scope})
USING INDEX SEEK k:LedgerKey(scope)
RETURN k.key
"""
TIES = """
UNWIND $rows AS hash
MATCH (t:LedgerTie {a_hash: hash})
USING INDEX SEEK t:LedgerTie(a_hash)
RETURN t.a, t.b, t.basis
UNION
UNWIND $rows AS hash
MATCH (t:LedgerTie {b_hash: hash})
USING INDEX SEEK t:LedgerTie(b_hash)
RETURN t.a, t.b, t.basis
"""
NAMINGS = """
UNWIND $rows AS hash
MATCH (n:LedgerNaming {hash: hash})
USING INDEX SEEK n:LedgerNaming(hash)
RETURN n.key, n.role, n.value, n.count
"""
CLAIMS_AT = """
UNWIND $rows AS hash
MATCH (c:LedgerClaim {subject_hash: hash})
USING INDEX SEEK c:LedgerClaim(subject_hash)
RETURN c.type, c.subject, c.object
UNION
UNWIND $rows AS hash
MATCH (c:LedgerClaim {object_hash: hash})
USING INDEX SEEK c:LedgerClaim(object_hash)
RETURN c.type, c.subject, c.object
"""
CLAIMS_BETWEEN = """
UNWIND $rows AS row
MATCH (c:LedgerClaim {between: row.between})
USING INDEX SEEK c:LedgerClaim(between)
WHERE NOT EXISTS {
  MATCH (r:LedgerRefusal {id: c.place})
  USING INDEX SEEK r:LedgerRefusal(id)
}
RETURN row.pair, c.evidence
ORDER BY row.pair, c.document, c.source, c.number
"""
