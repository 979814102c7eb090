"""Writing and reading the index: keys, ties, namings, mentions and claims.

Keys can be longer than what Neo4j indexes, so rows are found by the digest of a key.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import Any

import orjson

from graph.claims import ClaimPlace
from graph.entities import Naming, NamingRole
from graph.fact_records import evidence_from, evidence_record
from graph.facts import FactEvidence
from graph.keys import Key, KeyTie, TieBasis, key_id, scope_of
from graph.records import dump
from graph.stores.neo4j import index_cypher as cypher
from graph.stores.neo4j.rows import digest
from graph.stores.neo4j.work import Work
from graph.stores.writing import Between, ClaimRow


class Index(Work):
    """The index's part of a transaction."""

    def put_claims(self, claims: Sequence[ClaimRow]) -> None:
        self._each(cypher.PUT_CLAIMS, (_claim_row(claim) for claim in claims))

    def drop_claims(self, readings: Collection[tuple[str, str]]) -> None:
        self._each(cypher.DROP_CLAIMS, sorted(readings))

    def put_mentions(self, mentions: Collection[tuple[str, str, Key]]) -> None:
        self._documents.update(document for document, _, _ in mentions)
        rows = (
            {
                "id": digest(*mention),
                "document": mention[0],
                "source": mention[1],
                "key": mention[2],
                "hash": digest(mention[2]),
            }
            for mention in sorted(mentions)
        )
        self._each(cypher.PUT_MENTIONS, rows)

    def drop_mentions(self, readings: Collection[tuple[str, str]]) -> None:
        self._documents.update(document for document, _ in readings)
        self._each(cypher.DROP_MENTIONS, sorted(readings))

    def count_keys(self, changes: Mapping[Key, int]) -> None:
        self._count(
            cypher.COUNT_KEYS,
            (
                {
                    "id": digest(key),
                    "change": change,
                    "properties": {"key": key, "id": key_id(key), "scope": _scope_hash(key)},
                }
                for key, change in changes.items()
            ),
        )

    def count_ties(self, changes: Mapping[KeyTie, int]) -> None:
        self._count(
            cypher.COUNT_TIES,
            (
                {
                    "id": digest(tie.a, tie.b, tie.basis),
                    "change": change,
                    "properties": {
                        "a": tie.a,
                        "b": tie.b,
                        "basis": tie.basis.value,
                        "a_hash": digest(tie.a),
                        "b_hash": digest(tie.b),
                    },
                }
                for tie, change in changes.items()
            ),
        )

    def count_namings(self, changes: Mapping[Naming, int]) -> None:
        self._count(
            cypher.COUNT_NAMINGS,
            (
                {
                    "id": digest(naming.key, naming.role, naming.value),
                    "change": change,
                    "properties": {
                        "key": naming.key,
                        "role": naming.role.value,
                        "value": naming.value,
                        "hash": digest(naming.key),
                    },
                }
                for naming, change in changes.items()
            ),
        )

    def count_refusals(self, changes: Mapping[ClaimPlace, int]) -> None:
        self._count(
            cypher.COUNT_REFUSALS,
            (
                {
                    "id": digest(p.document, p.type, p.subject, p.object, p.apart),
                    "change": n,
                }
                for p, n in changes.items()
            ),
        )

    def assigned(self, keys: Collection[Key]) -> dict[Key, str | None]:
        return dict(self._of(cypher.ASSIGNED, digests(keys)))

    def keys_of(self, entities: Collection[str]) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = {}
        for entity, key in sorted(self._of(cypher.KEYS_OF, sorted(set(entities)))):
            found.setdefault(entity, []).append(key)
        return found

    def keys_within(self, scopes: Collection[Key]) -> list[Key]:
        return sorted(key for (key,) in self._of(cypher.KEYS_WITHIN, digests(scopes)))

    def ties(self, keys: Collection[Key]) -> list[KeyTie]:
        rows = {(a, b, basis) for a, b, basis in self._of(cypher.TIES, digests(keys))}
        return [KeyTie(a, b, TieBasis(basis)) for a, b, basis in sorted(rows)]

    def namings(self, keys: Collection[Key]) -> list[tuple[Naming, int]]:
        rows = sorted(self._of(cypher.NAMINGS, digests(keys)))
        return [(Naming(key, NamingRole(role), value), count) for key, role, value, count in rows]

    def claims_at(self, keys: Collection[Key]) -> list[tuple[str, Key, Key]]:
        rows = self._of(cypher.CLAIMS_AT, digests(keys))
        return sorted({(type_, subject, object_) for type_, subject, object_ in rows})

    def claims_between(self, pairs: Sequence[Between]) -> list[list[FactEvidence]]:
        found: list[list[FactEvidence]] = [[] for _ in pairs]
        rows = [
            {"pair": n, "between": between}
            for n, pair in enumerate(pairs)
            for between in sorted(betweens(pair))
        ]
        for n, evidence in self._of(cypher.CLAIMS_BETWEEN, rows):
            found[n].extend(evidence_from(record) for record in orjson.loads(evidence))
        return found

    def _count(self, statement: str, rows: Any) -> None:
        changing = (row for row in rows if row["change"])
        self._each(statement, sorted(changing, key=lambda row: row["id"]))


def digests(keys: Collection[Key]) -> list[str]:
    """The digests of the keys, each once."""
    return sorted({digest(key) for key in keys})


def _scope_hash(key: Key) -> str | None:
    scope = scope_of(key)
    return digest(scope) if scope is not None else None


def betweens(pair: Between) -> set[str]:
    """The digests that the pair's claims are filed under."""
    found = {digest(pair.type, s, o) for s, o in product(pair.subjects, pair.objects)}
    if pair.symmetric:
        found |= {digest(pair.type, o, s) for s, o in product(pair.subjects, pair.objects)}
    return found


def _claim_row(claim: ClaimRow) -> dict[str, Any]:
    return {
        "document": claim.document,
        "source": claim.source,
        "number": claim.number,
        "type": claim.type,
        "subject": claim.subject,
        "object": claim.object,
        "evidence": dump([evidence_record(e) for e in claim.evidence]),
        "subject_hash": digest(claim.subject),
        "object_hash": digest(claim.object),
        "between": digest(claim.type, claim.subject, claim.object),
        "apart": claim.apart,
        "place": digest(claim.document, claim.type, claim.subject, claim.object, claim.apart),
    }
