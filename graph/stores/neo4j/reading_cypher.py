"""The Cypher of the store's reads; every list is one page in the order of its key."""

from collections.abc import Collection
from functools import cache

from graph.ontology import ontology
from graph.stores.base import Direction
from graph.stores.neo4j.schema import SEARCH_INDEX

DOCUMENTS = """
MATCH (d:Document)
USING INDEX SEEK d:Document(id)
WHERE d.id IN $ids
RETURN properties(d)
"""
DOCUMENT_IDS = """
MATCH (d:Document)
RETURN d.id ORDER BY d.id
"""
DOCUMENTS_OF_URL = """
MATCH (d:Document {id: $id})
USING INDEX SEEK d:Document(id)
WHERE d.url = $url
RETURN d.id
"""
DOCUMENTS_FROM = """
MATCH (l:LedgerLog {origin_hash: $hash})
USING INDEX SEEK l:LedgerLog(origin_hash)
WHERE NOT EXISTS {
  MATCH (later:LedgerLog {document: l.document})
  USING INDEX SEEK later:LedgerLog(document)
  WHERE later.source = l.source AND later.number > l.number
}
MATCH (d:Document {id: l.document})
USING INDEX SEEK d:Document(id)
RETURN DISTINCT d.id AS id ORDER BY id
"""
LOG = """
MATCH (l:LedgerLog)
WHERE l.number > $after
WITH l ORDER BY l.number LIMIT $limit
RETURN l.number, l.at, l.action, l.document, l.source, l.actor, l.origin
ORDER BY l.number
"""
PLACES = """
UNWIND $betweens AS between
MATCH (c:LedgerClaim {between: between})
USING INDEX SEEK c:LedgerClaim(between)
WHERE c.document IN $documents AND c.apart IN $aparts
RETURN DISTINCT
  c.document AS document, c.type AS type, c.subject AS subject, c.object AS object,
  c.apart AS apart
ORDER BY document, type, subject, object, apart
"""
KNOWN_FROM = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
MATCH (e)<-[:MENTIONS]-(d:Document)
WHERE d.known_by IS NOT NULL
RETURN e.id, min(d.known_by)
"""

ENTITY = """
MATCH (k:LedgerKey {id: $id})
USING INDEX SEEK k:LedgerKey(id)
MATCH (n:LedgerEntity {id: k.entity})
USING INDEX SEEK n:LedgerEntity(id)
RETURN n.record
UNION
MATCH (n:LedgerEntity {id: $id})
USING INDEX SEEK n:LedgerEntity(id)
RETURN n.record
"""
ENTITIES = """
MATCH (n:LedgerEntity)
USING INDEX SEEK n:LedgerEntity(id)
WHERE n.id IN $ids
RETURN n.record
"""
ENTITIES_LISTED = """
MATCH (n:LedgerEntity)
WHERE n.id > $after AND ($label IS NULL OR n.label = $label)
WITH n ORDER BY n.id LIMIT $limit
RETURN n.id, n.record
ORDER BY n.id
"""
ENTITIES_FOUND = f"""
CALL db.index.fulltext.queryNodes('{SEARCH_INDEX}', $terms) YIELD node AS n
WHERE $label IS NULL OR n.label = $label
WITH n, CASE
  WHEN any(form IN n.forms WHERE form IN $forms) THEN 0
  WHEN n.folded STARTS WITH $folded THEN 1
  ELSE 2
END AS rank
WHERE rank > $rank
  OR rank = $rank AND n.length > $length
  OR rank = $rank AND n.length = $length AND n.id > $after
WITH n, rank ORDER BY rank, n.length, n.id LIMIT $limit
RETURN rank, n.length, n.id, n.record
ORDER BY rank, n.length, n.id
"""
ASSIGNED = """
MATCH (k:LedgerKey)
USING INDEX SEEK k:LedgerKey(hash)
WHERE k.hash IN $hashes AND k.entity IS NOT NULL
RETURN k.key, k.entity
"""
MENTIONS = """
MATCH (e:Entity {id: $entity})
USING INDEX SEEK e:Entity(id)
MATCH (d:Document)-[:MENTIONS]->(e)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id, properties(d)
ORDER BY d.id
"""

ALL_DOCUMENTS = """
MATCH (d:Document)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id, properties(d)
ORDER BY d.id
"""
DOCUMENT_PAGE = """
MATCH (d:Document)
WHERE d.id > $after AND ($kinds IS NULL OR d.kind IN $kinds)
WITH d ORDER BY d.id LIMIT $limit
RETURN d.id, properties(d)
ORDER BY d.id
"""
ALL_READINGS = """
MATCH (d:Document)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
MATCH (r:LedgerReading {document: d.id})
USING INDEX SEEK r:LedgerReading(document)
WITH d, collect([r.source, r.record]) AS records
RETURN d.id, properties(d), records
ORDER BY d.id
"""

_FACT = """
MATCH ()-[f:TYPE {id: $id}]->()
USING INDEX SEEK f:TYPE(id)
RETURN f.record
"""
_FACTS_OF_TYPE = """
MATCH ()-[f:TYPE]->()
WHERE f.id > $after
WITH f ORDER BY f.id LIMIT $limit
RETURN f.id, f.record
ORDER BY f.id
"""
_EDGES = """
MATCH (e:Entity)
USING INDEX SEEK e:Entity(id)
WHERE e.id IN $frontier
MATCH PATTERN
WITH DISTINCT f
WHERE f.id > $after
WITH f ORDER BY f.id LIMIT $limit
RETURN f.id, f.record
ORDER BY f.id
"""
_PATTERNS = {
    Direction.OUT: "(e)-[f:TYPE]->(:Entity)",
    Direction.IN: "(e)<-[f:TYPE]-(:Entity)",
    Direction.BOTH: "(e)-[f:TYPE]-(:Entity)",
}
_TOTALS = """
MATCH (d:Document) RETURN 'documents' AS what, count(d) AS n
UNION ALL
MATCH (n:LedgerEntity) RETURN 'entities' AS what, count(n) AS n
"""
_TOTAL = """
UNION ALL
MATCH ()-[f:TYPE]->() RETURN 'facts' AS what, count(f) AS n
"""


@cache
def fact() -> str:
    """The fact of an id: one seek in each type's index."""
    return "UNION ALL".join(_FACT.replace("TYPE", type_) for type_ in _types())


@cache
def facts_of_type(type_: str) -> str:
    """A type's facts by id, page by page."""
    return _FACTS_OF_TYPE.replace("TYPE", ontology().relations[type_].name)


def edges(types: Collection[str] | None, direction: Direction) -> str:
    """The edges of a frontier; of the types asked for, those that the ontology knows."""
    known = [type_ for type_ in _types() if types is None or type_ in types]
    pattern = _PATTERNS[direction].replace("TYPE", "|".join(known))
    return _EDGES.replace("PATTERN", pattern)


@cache
def totals() -> str:
    """How many there are of everything, from the server's own counts."""
    return _TOTALS + "".join(_TOTAL.replace("TYPE", type_) for type_ in _types())


def _types() -> list[str]:
    return sorted(ontology().relations)
