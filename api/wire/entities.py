"""Entities on the wire: whole, and as the end of a fact."""

from pydantic import BaseModel

from graph.entities import Entity
from graph.ontology import Label


class EntityRefOut(BaseModel):
    """An entity where it is only pointed at."""

    id: str
    label: Label
    kind: str | None
    name: str

    @classmethod
    def from_entity(cls, entity: Entity) -> "EntityRefOut":
        """The reference to an entity."""
        return cls(id=entity.id, label=entity.label, kind=entity.kind, name=entity.name)


class GraphEntityOut(EntityRefOut):
    """An entity of the graph, with every name that documents give it."""

    names: dict[str, str]
    aliases: list[str]
    identifiers: dict[str, str]

    @classmethod
    def from_entity(cls, entity: Entity) -> "GraphEntityOut":
        """The wire shape of an entity."""
        return cls(
            id=entity.id,
            label=entity.label,
            kind=entity.kind,
            name=entity.name,
            names=dict(entity.names),
            aliases=list(entity.aliases),
            identifiers=dict(entity.identifiers),
        )
