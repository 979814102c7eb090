"""Identity keys: what a referent is known by in the whole graph, not only in its document."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.claims import Basis, Reading, Referent
from graph.names import normal_name, unique_identifiers
from graph.ontology import Label

Key = str
"""`Label:name`, `Label.group:name`, `Label#scheme:value`, or one of a name `@` what scopes it."""

_PREFIX = {
    Label.ORGANIZATION: "org",
    Label.PERSON: "per",
    Label.INITIATIVE: "ini",
    Label.PRODUCT: "pro",
    Label.SECTOR: "sec",
    Label.PLACE: "pla",
}
_LABEL = re.compile("[.:#@]")
# Which claims say what a scoped referent belongs to, and at which end it stands.
_SCOPED_AS_OBJECT = {"HAS_UNIT": Label.ORGANIZATION, "PURSUES": Label.INITIATIVE}
_SCOPED_AS_SUBJECT = {"LEADS": Label.PERSON, "HAS_STAKE_IN": Label.PERSON}


class TieBasis(StrEnum):
    """Why two keys are one entity, the firmest first; or, by a person's word, why they are not."""

    JUDGEMENT = "judgement"
    IDENTIFIER = "identifier"
    REGISTER = "register"
    REFERENCE = "reference"
    RENAME = "rename"
    GLOSS = "gloss"
    SCOPE = "scope"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class KeyTie:
    """Two keys that one referent holds; `a` sorts before `b`."""

    a: Key
    b: Key
    basis: TieBasis

    @classmethod
    def of(cls, one: Key, other: Key, basis: TieBasis) -> "KeyTie":
        """The tie of two keys, whichever is named first."""
        return cls(min(one, other), max(one, other), basis)


@dataclass(frozen=True, slots=True)
class KeyedReferent:
    """A referent with the key it is filed under, all its keys, and the ties between them."""

    referent: Referent
    primary: Key
    keys: tuple[Key, ...]
    ties: tuple[KeyTie, ...]


def key_id(key: Key) -> str:
    """The opaque id that finds the key's entity, whatever it is merged with later."""
    return f"{_PREFIX[label_of(key)]}_{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def label_of(key: Key) -> Label:
    """The label of what the key names."""
    return Label(_LABEL.split(key, maxsplit=1)[0])


def name_key(label: Label, name: str, kind: str | None = None) -> Key:
    """The key of a name that needs no scope."""
    organization = label is Label.ORGANIZATION
    group = organization and kind == "group"
    normal = normal_name(name, organization=organization, group=group)
    return f"{label}{'.group' if group else ''}:{normal}"


def identifier_key(label: Label, scheme: str, value: str) -> Key:
    """The key of an identifier that one entity has alone."""
    return f"{label}#{scheme}:{value}"


def scope_of(key: Key) -> Key | None:
    """The key that scopes this one, or None where the name stands alone."""
    _, at, scope = key.partition("@")
    return scope if at else None


def identifier_of(key: Key) -> tuple[str, str] | None:
    """The key's scheme and value, or None where it is a name."""
    head, mark, rest = key.partition("#")
    if not mark or ":" in head:
        return None
    scheme, _, value = rest.partition(":")
    return scheme, value


def keyed_referents(reading: Reading) -> dict[str, KeyedReferent]:
    """The reading's referents by local id, each with its keys."""
    scopes = _Scopes(reading)
    return {r.id: _keyed(r, scopes) for r in reading.referents}


def is_scoped(referent: Referent) -> bool:
    """Whether the name alone does not say who it is: persons, initiatives, internal units.

    A unique identifier says it, whatever the name.
    """
    return _has_owner(referent) and not unique_identifiers() & referent.identifiers.keys()


def _has_owner(referent: Referent) -> bool:
    """Whether it is of a kind that belongs to somebody, and shares its name with others'."""
    if referent.label is Label.ORGANIZATION:
        return referent.kind == "unit"
    return referent.label in (Label.PERSON, Label.INITIATIVE)


class _Scopes:
    """What each scoped referent of a reading belongs to, by its claims."""

    def __init__(self, reading: Reading) -> None:
        self.document = f"document:{reading.document.id}"
        self.referents: Mapping[str, Referent] = {r.id: r for r in reading.referents}
        self.owners: dict[str, set[str]] = {}
        for claim in reading.claims:
            for scoped, owner, label in (
                (claim.object, claim.subject, _SCOPED_AS_OBJECT.get(claim.type)),
                (claim.subject, claim.object, _SCOPED_AS_SUBJECT.get(claim.type)),
            ):
                if self.referents[scoped].label is label:
                    self.owners.setdefault(scoped, set()).add(owner)

    def of(self, local: str) -> list[Referent]:
        """The organizations that scope the referent: units stand for what they are part of."""
        found, seen, open_ends = [], {local}, [local]
        while open_ends:
            for owner in sorted(self.owners.get(open_ends.pop(), ())):
                if owner in seen:
                    continue
                seen.add(owner)
                if is_scoped(self.referents[owner]):
                    open_ends.append(owner)
                else:
                    found.append(self.referents[owner])
        return found


def _keyed(referent: Referent, scopes: _Scopes) -> KeyedReferent:
    if _has_owner(referent):
        identifiers = _identifier_keys(referent)
        scoped = _scoped_keys(referent, scopes, alone=not identifiers)
        primary, *others = [*identifiers, *scoped]
        basis = TieBasis.IDENTIFIER if identifiers else TieBasis.SCOPE
        ties = [KeyTie.of(primary, key, basis) for key in others]
    else:
        primary = _primary(referent)
        ties = [KeyTie.of(primary, key, basis) for key, basis in _names_tied(referent, primary)]
    keys = sorted({primary, *(t.a for t in ties), *(t.b for t in ties)})
    return KeyedReferent(referent, primary, tuple(keys), tuple(sorted(set(ties))))


def _primary(referent: Referent) -> Key:
    identifiers = _identifier_keys(referent)
    return identifiers[0] if identifiers else name_key(referent.label, referent.name, referent.kind)


def _identifier_keys(referent: Referent) -> list[Key]:
    return sorted(
        identifier_key(referent.label, scheme, value)
        for scheme, value in referent.identifiers.items()
        if scheme in unique_identifiers()
    )


def _names_tied(referent: Referent, primary: Key) -> Iterator[tuple[Key, TieBasis]]:
    own = name_key(referent.label, referent.name, referent.kind)
    others = [(key, TieBasis.IDENTIFIER) for key in _identifier_keys(referent)]
    others.append((own, TieBasis.IDENTIFIER))
    for tie in referent.ties:
        key = name_key(referent.label, tie.name, referent.kind)
        if not (tie.basis is Basis.GLOSS and _is_short_form(own, key)):
            others.append((key, TieBasis(tie.basis)))
    yield from ((key, basis) for key, basis in others if key != primary)


def _is_short_form(one: Key, other: Key) -> bool:
    """Whether a gloss only shortens the name: LG전자(LG) must not make LG a name of LG전자."""
    return one != other and (one.startswith(other) or other.startswith(one))


def _scoped_keys(referent: Referent, scopes: _Scopes, *, alone: bool) -> list[Key]:
    """Its names within each owner; within the document where it has none and stands `alone`."""
    names = [referent.name, *(t.name for t in referent.ties)]
    owners = scopes.of(referent.id)
    if not owners:
        if not alone:
            return []
        return sorted(
            {
                f"{referent.label}:{normal_name(name, organization=True)}@{scopes.document}"
                for name in names
            }
        )
    return sorted(
        {
            f"{referent.label}:{_name_within(name, owner)}@{_primary(owner)}"
            for name in names
            for owner in owners
        }
    )


def _name_within(name: str, owner: Referent) -> str:
    """The name without its owner's in front: LG전자 BS사업본부 is LG전자's BS사업본부."""
    normal = normal_name(name, organization=True)
    prefix = normal_name(owner.name, organization=True)
    return normal.removeprefix(prefix) or normal
