"""Changes: what is different between two days, and which documents made it so."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from graph.asof import fact_as_of
from graph.cursor import decode_cursor, encode_cursor
from graph.dates import last_day
from graph.entities import Entity
from graph.errors import BadInputError
from graph.fact_records import fact_record
from graph.facts import Fact
from graph.records import dump
from graph.stores.base import Page, Reader, batches

_BATCH = 500


class ChangeKind(StrEnum):
    """What happened between the two days."""

    APPEARED = "appeared"
    BEGAN = "began"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Change:
    """An entity that appeared, or a fact before and after; `before` is None where it began.

    `fields` names what changed of a fact: its status, a qualifier, its evidence.
    """

    kind: ChangeKind
    entity: Entity | None = None
    before: Fact | None = None
    after: Fact | None = None
    fields: tuple[str, ...] = ()


def changes(
    reader: Reader, *, since: str, until: str, after: str | None = None, limit: int = 100
) -> Page[Change]:
    """The difference of the graph as of `since` and as of `until`: entities by id, then facts.

    Raises BadInputError where `until` lies before `since`.
    """
    begin, end = last_day(since), last_day(until)
    if end < begin:
        raise BadInputError(f"until ({until}) lies before since ({since})")
    part, last = decode_cursor(after, str, str) if after is not None else ("entity", "")
    found = list(islice(_all(reader, begin, end, part, last), limit + 1))
    page = found[:limit]
    return Page(page, encode_cursor(_place(page[-1])) if len(found) > limit else None)


def fact_change(fact: Fact, begin: str, end: str) -> Change | None:
    """What became of the fact between the two days, or None where it stayed as it was."""
    before, after = fact_as_of(fact, begin), fact_as_of(fact, end)
    if before is None and after is None:
        return None
    if before is None:
        return Change(ChangeKind.BEGAN, after=after)
    if after is None:
        return Change(ChangeKind.ENDED, before=before)
    fields = _differing(before, after)
    return Change(ChangeKind.CHANGED, before=before, after=after, fields=fields) if fields else None


def _all(reader: Reader, begin: str, end: str, part: str, last: str) -> Iterator[Change]:
    if part == "entity":
        yield from _appeared(reader, begin, end, last)
        last = ""
    for fact in reader.all_facts(after=last):
        change = fact_change(fact, begin, end)
        if change is not None:
            yield change


def _appeared(reader: Reader, begin: str, end: str, last: str) -> Iterator[Change]:
    for batch in batches(reader.all_entities(after=last), _BATCH):
        first = reader.known_from([entity.id for entity in batch])
        for entity in batch:
            if begin < first.get(entity.id, "") <= end:
                yield Change(ChangeKind.APPEARED, entity=entity)


def _differing(before: Fact, after: Fact) -> tuple[str, ...]:
    old, new = fact_record(before), fact_record(after)
    names = sorted(old["qualifiers"].keys() | new["qualifiers"].keys())
    fields = [n for n in names if dump(old["qualifiers"].get(n)) != dump(new["qualifiers"].get(n))]
    fields += [n for n in ("status", "modality") if old[n] != new[n]]
    if len(old["evidence"]) != len(new["evidence"]):
        fields.append("evidence")
    return tuple(fields)


def _place(change: Change) -> list[str | int]:
    if change.entity is not None:
        return ["entity", change.entity.id]
    fact = change.after or change.before
    return ["fact", fact.id if fact is not None else ""]
