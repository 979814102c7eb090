"""Views of the graph for networkx: the whole of it, or what surrounds one entity."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx

from graph.entities import Entity
from graph.errors import NotFoundError
from graph.facts import Fact
from graph.stores.base import Store

if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]
else:
    Graph = networkx.MultiDiGraph


def networkx_graph(store: Store) -> Graph:
    """The whole graph: nodes by entity id, edges keyed by fact id.

    A node has `name`, `label`, `kind`, `aliases` and `identifiers`;
    an edge `type`, `quote`, `status`, `modality`, `confidence`, `sources`, its qualifiers by name,
    and `articles`, the documents that say it.
    """
    graph = Graph()
    _add_entities(graph, store.all_entities())
    _add_facts(graph, store.all_facts())
    return graph


def surroundings(store: Store, entity_id: str, *, hops: int = 1) -> Graph:
    """The entities at most `hops` relations away, with every fact among those on the way.

    Raises NotFoundError where nothing is known under the id.
    """
    center = store.entity(entity_id)
    if center is None:
        raise NotFoundError(f"no entity '{entity_id}' is known")
    facts: dict[str, Fact] = {}
    known, frontier = {center.id}, {center.id}
    for _ in range(hops):
        found = store.facts(frontier).items if frontier else []
        facts |= {fact.id: fact for fact in found}
        frontier = {end for fact in found for end in (fact.subject, fact.object)} - known
        known |= frontier
    graph = Graph()
    entities = store.entities(known)
    _add_entities(graph, (entities[id_] for id_ in sorted(entities)))
    _add_facts(graph, (facts[id_] for id_ in sorted(facts)))
    return graph


def _add_entities(graph: Graph, entities: Iterable[Entity]) -> None:
    for entity in entities:
        graph.add_node(
            entity.id,
            name=entity.name,
            label=entity.label.value,
            kind=entity.kind,
            aliases=list(entity.aliases),
            identifiers=dict(entity.identifiers),
        )


def _add_facts(graph: Graph, facts: Iterable[Fact]) -> None:
    for fact in facts:
        graph.add_edge(fact.subject, fact.object, key=fact.id, **_edge(fact))


def _edge(fact: Fact) -> dict[str, Any]:
    """The fact's attributes; its own stand before a qualifier of the same name."""
    first = fact.evidence[0] if fact.evidence else None
    return dict(fact.qualifiers) | {
        "type": fact.type,
        "quote": first.quote if first else None,
        "status": fact.status.value if fact.status else None,
        "modality": fact.modality.value,
        "confidence": fact.confidence,
        "sources": fact.sources,
        "articles": sorted({e.source.url or e.source.document for e in fact.evidence}),
    }
