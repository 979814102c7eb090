"""Entities on the wire: as the end of a fact, whole, and with their keys."""

from collections.abc import Iterable

from pydantic import BaseModel, Field

from graph.entities import Entity
from graph.keys import Key, key_id
from graph.ontology import Label


class EntityRefOut(BaseModel):
    """An entity where it is only pointed at, with every name that documents give it."""

    id: str
    label: Label
    kind: str | None
    name: str
    names: dict[str, str] = Field(description="the name by language: `ko`, `en`, …")
    aliases: list[str]

    @classmethod
    def from_entity(cls, entity: Entity) -> "EntityRefOut":
        """The reference to an entity."""
        return cls(
            id=entity.id,
            label=entity.label,
            kind=entity.kind,
            name=entity.name,
            names=dict(entity.names),
            aliases=list(entity.aliases),
        )


class GraphEntityOut(EntityRefOut):
    """An entity of the graph, with its identifiers."""

    identifiers: dict[str, str]

    @classmethod
    def from_entity(cls, entity: Entity) -> "GraphEntityOut":
        """The wire shape of an entity."""
        ref = EntityRefOut.from_entity(entity)
        return cls(**ref.model_dump(), identifiers=dict(entity.identifiers))


class KeyOut(BaseModel):
    """One thing that an entity is known by; its id finds the entity, whatever it is merged with."""

    id: str
    key: str

    @classmethod
    def from_key(cls, key: Key) -> "KeyOut":
        """The wire shape of a key."""
        return cls(id=key_id(key), key=key)


class KnownEntityOut(GraphEntityOut):
    """An entity with all that it is known by."""

    keys: list[KeyOut] = Field(
        description="the ids of two of them, judged `different`, part what was merged"
    )

    @classmethod
    def from_keys(cls, entity: Entity, keys: Iterable[Key]) -> "KnownEntityOut":
        """The wire shape of an entity with these keys."""
        whole = GraphEntityOut.from_entity(entity)
        return cls(**whole.model_dump(), keys=[KeyOut.from_key(key) for key in keys])
