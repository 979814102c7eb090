"""Writing the graph that is seen: entities, facts between them, and who mentions them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from graph.entities import Entity
from graph.facts import Fact
from graph.keys import Key
from graph.ontology import ontology
from graph.stores.neo4j import graph_cypher as cypher
from graph.stores.neo4j.rows import digest, entity_row, fact_row
from graph.stores.neo4j.work import Work


class Drawing(Work):
    """The graph's part of a transaction."""

    def assign(self, entities: Mapping[Key, str]) -> None:
        rows = sorted((digest(key), entity) for key, entity in entities.items())
        self._moved.update(hash_ for hash_, _ in rows)
        self._each(cypher.ASSIGN, rows)

    def put_entities(self, entities: Sequence[Entity]) -> None:
        rows = {entity.id: entity_row(entity) for entity in entities}
        self._each(cypher.PUT_ENTITIES, [rows[id_] for id_ in sorted(rows)])

    def drop_entities(self, entities: Collection[str]) -> None:
        self._each(cypher.DROP_ENTITIES, sorted(set(entities)))

    def put_facts(self, facts: Sequence[Fact]) -> None:
        for type_, members in groupby(sorted(facts, key=attrgetter("type", "id")), _type):
            self._each(cypher.put_facts(type_), (fact_row(fact) for fact in members))

    def drop_facts(self, between: Collection[tuple[str, str, str]]) -> None:
        for type_, members in groupby(sorted(set(between)), lambda ends: ends[0]):
            if type_ in ontology().relations:
                self._each(cypher.drop_facts(type_), [ends[1:] for ends in members])

    def drop_facts_at(self, entities: Collection[str]) -> None:
        self._each(cypher.drop_facts_at(), sorted(set(entities)))

    def finish(self) -> None:
        """Draw who mentions whom anew, for every document where that may have changed."""
        found = self._of(cypher.DOCUMENTS_NAMING, sorted(self._moved))
        self._documents.update(document for (document,) in found)
        self._each(cypher.DRAW_MENTIONS, sorted(self._documents))


def _type(fact: Fact) -> str:
    return fact.type
