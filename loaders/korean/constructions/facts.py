"""Construction facts: what a matched construction states of the names in its slots."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from loaders.korean.constructions.relatives import OWNER
from loaders.korean.constructions.rules import GROUP, HEAD, TOPIC, Construction, Known
from loaders.korean.findings import SYMMETRIC, Finding
from loaders.korean.names import Name
from loaders.korean.naming.membership import is_of_other_group, is_own_holding
from loaders.korean.statements.quantities import share

_PASSING = frozenset(
    ["LOCATED_IN", "ACTIVE_IN", "HAS_SUBSIDIARY", "LEADS", "HAS_UNIT", "IN_SECTOR", "DEVELOPED"]
)


def facts_of(
    construction: Construction,
    slots: dict[str, tuple[Name, ...]],
    known: Known,
    span: tuple[int, int],
    match: re.Match[str],
) -> Iterator[Finding]:
    """What the construction states, of `slots` and of what the story has said before."""
    rule = construction.rule
    title = match.groupdict().get("title")
    for fact in construction.facts:
        extra: dict[str, Any] = dict(fact[3]) if len(fact) == 4 else {}
        if fact[1] == "LEADS" and title:
            extra["title"] = title
        objects = slots.get(fact[2], ())
        if fact[0] == GROUP:
            found = _in_groups(objects, known.groups)
        else:
            owner = known.owner(span[0], fact[1]) if OWNER in fact else ()
            subjects, objects = (_end(end, slots, known, owner) for end in (fact[0], fact[2]))
            if fact[1] == "LEADS" and fact[2] == HEAD:
                own = any(names for _, names in known.topics)
                objects = objects if own else known.led_by(subjects) or objects
            if fact[1] == "HAS_SUBSIDIARY" and fact[0] == TOPIC:
                subjects = known.mother(span[0], subjects, objects)
            seat = extra.get("role") == "seat"
            found = pairs(subjects, objects, fact[1], same=fact[0] == fact[2], seat=seat)
        for subject, object_ in found:
            if fact[1] == "HAS_STAKE_IN" and (fraction := share(match[0])) is not None:
                extra = {"share": fraction, **extra}
            first = objects[0] if rule.keep is not None else object_
            if fact[1] == "HAS_SUBSIDIARY" and _is_anothers(subject, object_, first):
                continue
            carried = OWNER in fact or known.end(fact[0]) or known.end(fact[2])
            if fact[1] == "HAS_SUBSIDIARY" and carried and is_of_other_group(subject, object_):
                continue
            if fact[1] == "HAS_SUBSIDIARY" and (basis := _basis(match[0])):
                extra = {"basis": basis, **extra}
            if fact[1] == "HAS_SUBSIDIARY" and fact[0] == TOPIC:
                subject = known.parent(object_) or subject
            if fact[1] == "LEADS" and not title and subject.title:
                extra = {**extra, "title": subject.title}
            yield Finding(
                fact[1],
                subject,
                object_,
                *span,
                rule.id,
                rule.confidence,
                extra,
                settled=rule.keep is not None and fact[1] in _PASSING,
            )


def _end(
    slot: str, slots: Mapping[str, tuple[Name, ...]], known: Known, owner: tuple[Name, ...]
) -> tuple[Name, ...]:
    """What an end of a fact stands for: a name in the construction, or whom the story spoke of."""
    names = known.end(slot) or slots.get(slot, ())
    return owner if slot == OWNER and not names else names


def _is_anothers(owner: Name, member: Name, first: Name) -> bool:
    """The holding that bears the group's name, or one listed after a member that is another's.

    Of `가나의 자회사 A와 B가` only the reference data tells that B is none of 가나's.
    """
    if is_own_holding(owner, member):
        return True
    if member.key == first.key or owner.entry is None or member.entry is None:
        return False
    return owner.entry.group != member.entry.group and member.entry.parent != owner.entry.id


_BASES = {
    "손자회사": "sub_subsidiary",
    "자회사": "subsidiary",
    "종속회사": "consolidated",
    "계열": "group_member",
    "그룹사": "group_member",
}


def _basis(words: str) -> str | None:
    """In which sense the words make the one the other's subsidiary."""
    return next((basis for noun, basis in _BASES.items() if noun in words), None)


def _in_groups(members: Sequence[Name], groups: Mapping[str, Name]) -> Iterator[tuple[Name, Name]]:
    for member in members:
        group = groups.get(member.entry.group) if member.entry is not None else None
        if group is not None and group.key != member.key:
            yield group, member


def pairs(
    subjects: Sequence[Name],
    objects: Sequence[Name],
    relation: str,
    *,
    same: bool,
    seat: bool = False,
) -> Iterator[tuple[Name, Name]]:
    """Every subject with every object; each two of one list once where it is the same list."""
    for subject, object_ in product(subjects, objects):
        if subject.key == object_.key:
            continue
        if relation == "LOCATED_IN" and seat and _is_elsewhere(subject, object_):
            continue
        if same and relation in SYMMETRIC and subject.key > object_.key:
            continue
        yield subject, object_


def _is_elsewhere(firm: Name, place: Name) -> bool:
    """Whether the firm is known to be of another country: `미국 X` then says where it acts."""
    if firm.entry is None or place.entry is None:
        return False
    return bool(firm.entry.country and place.entry.country) and (
        firm.entry.country != place.entry.country
    )
