"""Entities: what mentions name, with the names that documents give them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.keys import Key
from graph.names import script
from graph.ontology import Label


class NamingRole(StrEnum):
    """What a document says of a key: that it is called so, or has this kind or identifier.

    A preferred name is a person's choice; a reference name outranks what articles happen to write.
    """

    PREFERRED = "preferred"
    REFERENCE = "reference"
    NAME = "name"
    ALIAS = "alias"
    KIND = "kind"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """One thing that is said of a key.

    An identifier's value reads `scheme=value`, a preferred name's `date=name`: the last counts.
    """

    key: Key
    role: NamingRole
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One node of the graph; every key's id goes on finding it."""

    id: str
    label: Label
    name: str
    kind: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


def entity_of(entity_id: str, label: Label, namings: Iterable[tuple[Naming, int]]) -> Entity:
    """The entity that these namings, each with how many referents say so, add up to."""
    counts: dict[NamingRole, dict[str, int]] = {role: {} for role in NamingRole}
    for naming, count in namings:
        counted = counts[naming.role]
        counted[naming.value] = counted.get(naming.value, 0) + count
    ranked = [
        *(value.partition("=")[2] for value in sorted(counts[NamingRole.PREFERRED])[-1:]),
        *_by_use(counts[NamingRole.REFERENCE]),
        *_by_use(counts[NamingRole.NAME]),
        *_by_use(counts[NamingRole.ALIAS]),
    ]
    surfaces = list(dict.fromkeys(ranked))
    names: dict[str, str] = {}
    for surface in surfaces:
        names.setdefault(script(surface), surface)
    kinds = _by_use(counts[NamingRole.KIND])
    identifiers: dict[str, str] = {}
    for pair in _by_use(counts[NamingRole.IDENTIFIER]):
        scheme, _, value = pair.partition("=")
        identifiers.setdefault(scheme, value)
    return Entity(
        id=entity_id,
        label=label,
        name=surfaces[0],
        kind=kinds[0] if kinds else None,
        names=dict(sorted(names.items())),
        aliases=tuple(sorted(surfaces[1:])),
        identifiers=dict(sorted(identifiers.items())),
    )


def _by_use(counted: Mapping[str, int]) -> list[str]:
    """The most used first; among equals the longer (a full name), then by code point."""
    return sorted(counted, key=lambda value: (-counted[value], -len(value), value))
