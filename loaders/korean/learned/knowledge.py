"""Reference knowledge: what the shipped data says of two names, as a hint to weigh, not a fact."""

from dataclasses import dataclass
from functools import cache

from graph.ontology import Label
from loaders.korean.learned.fields import field_ids
from loaders.korean.learned.mentions import Candidate
from loaders.reference import rows
from loaders.reference.gazetteer import Entry


@dataclass(frozen=True, slots=True)
class _Firm:
    id: str
    group: str
    parent: str
    owners: frozenset[str]
    country: str
    sector: str


@cache
def _firms() -> dict[str, _Firm]:
    firms = {
        row.id: _Firm(
            row.id,
            row.group,
            row.parent,
            frozenset(owner.split(":")[0] for owner in row.owners),
            row.country.lower(),
            row.sector,
        )
        for row in rows.companies()
    }
    firms.update(
        {row.id: _Firm(row.id, row.id, "", frozenset(), "", "") for row in rows.groups()},
    )
    return firms


@cache
def _holdings() -> dict[str, str]:
    """The name of each group's holding company."""
    return {row.id: row.holding for row in rows.groups() if row.holding}


@cache
def _parents() -> dict[str, str]:
    return {row.id: row.part_of for row in rows.places()} | {
        row.id: row.parent for row in rows.sectors()
    }


def _within(place: str, outer: str) -> bool:
    for _ in range(6):
        if place == outer:
            return True
        place = _parents().get(place, "")
    return False


def knowledge(subject: Candidate, other: Candidate) -> tuple[str, ...]:
    """What is known to tie the two, in that order."""
    if subject.label is Label.PERSON:
        return _of_firm("head", subject.entry, other.entry)
    if other.label is Label.PRODUCT:
        return _of_firm("maker", other.entry, subject.entry)
    if subject.label is not Label.ORGANIZATION:
        return ()
    firm = _firm(subject.entry)
    if firm is None:
        return ()
    if other.label is Label.ORGANIZATION:
        return _between(subject.entry, firm, other.entry)
    if other.label is Label.PLACE and other.entry is not None:
        place = other.entry.id.split(":")[1]
        if not firm.country:
            return ()
        return ("home" if _within(place, firm.country) else "abroad",)
    if other.label is Label.SECTOR and firm.sector:
        field = field_ids().get(other.surface.replace(" ", "").casefold())
        if field is None:
            return ()
        same = _within(field, firm.sector) or _within(firm.sector, field)
        return ("trade" if same else "other trade",)
    return ()


def _of_firm(role: str, one: Entry | None, firm: Entry | None) -> tuple[str, ...]:
    """Whether the firm is known to be the one that a person leads, or that makes a product."""
    if one is None or firm is None or not one.firms:
        return ()
    return (role if firm.id in one.firms else f"other {role}",)


def _firm(entry: Entry | None) -> _Firm | None:
    return _firm_of(entry.id) if entry is not None else None


@cache
def _firm_of(entry: str) -> _Firm | None:
    return _firms().get(entry.split(":")[1])


def _between(a: Entry | None, firm: _Firm, b: Entry | None) -> tuple[str, ...]:
    other = _firm(b)
    if a is None or b is None or other is None:
        return ()
    own, its = firm.id, other.id
    found: list[str] = []
    if a.kind == "group" and _holdings().get(own) in b.names:
        return ("holding",)
    if firm.group and firm.group == other.group:
        groups = (a.kind == "group", b.kind == "group")
        found.append({(True, False): "member", (False, True): "group"}.get(groups, "sisters"))
    elif firm.group and other.group:
        found.append("other groups")
    if other.parent == own or own in other.owners:
        found.append("child")
    if firm.parent == its or its in firm.owners:
        found.append("parent")
    if firm.sector and firm.sector == other.sector:
        found.append("peers")
    return tuple(found)
