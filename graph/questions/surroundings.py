"""Surroundings: the entities and facts within a few hops of one."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.entities import Entity
from graph.errors import NotFoundError
from graph.facts import Fact
from graph.ontology import Modality
from graph.stores.base import Reader


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around an entity.

    `distances` says how many hops away each entity is; `cut` that there is more than the limit.
    """

    center: Entity
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    distances: dict[str, int]
    cut: bool


def surroundings(
    reader: Reader,
    entity_id: str,
    *,
    hops: int = 1,
    types: Collection[str] | None = None,
    denied: bool = False,
    limit: int = 200,
) -> Surroundings:
    """At most `limit` facts within `hops` of the entity, the nearest first.

    One round trip a hop. Raises NotFoundError for an unknown id.
    """
    center = reader.entity(entity_id)
    if center is None:
        raise NotFoundError(f"no entity '{entity_id}'")
    met: set[str] = set()
    kept: list[Fact] = []
    distances = {center.id: 0}
    frontier, cut = [center.id], False
    for hop in range(1, hops + 1):
        page = reader.facts(frontier, types=types, limit=limit + len(met))
        fresh = [f for f in page.items if f.id not in met]
        met.update(f.id for f in fresh)
        shown = [f for f in fresh if denied or f.modality is not Modality.DENIED]
        room = limit - len(kept)
        cut = page.next is not None or len(shown) > room
        kept.extend(shown[:room])
        frontier = []
        for end in [end for f in shown[:room] for end in (f.subject, f.object)]:
            if end not in distances:
                distances[end] = hop
                frontier.append(end)
        if cut or not frontier:
            break
    entities = reader.entities(distances)
    around = sorted(entities.values(), key=lambda e: (distances[e.id], e.name, e.id))
    return Surroundings(center, tuple(around), tuple(kept), distances, cut)
