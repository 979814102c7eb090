"""The gazetteer: every known name in a text, found in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import ahocorasick

from graph.ontology import Label
from loaders.reference import rows


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the reference data knows, with the names it goes by."""

    id: str
    label: Label
    kind: str | None
    name: str
    names: tuple[str, ...]
    group: str = ""
    country: str = ""
    """Of a company: the code of the country it is of; of a country its own."""
    part_of: str = ""
    parent: str = ""
    """Of a company: the entry of the company that controls it."""
    sector: str = ""
    """Of a company: the id of its main field of business."""
    firms: tuple[str, ...] = ()
    """Of a person: the entries of those led; of a product: of those that make it."""


class Hit(NamedTuple):
    """A name of an entry at a place in a text; `ambiguous` names need context to count."""

    start: int
    end: int
    entry: Entry
    ambiguous: bool


class Gazetteer:
    """All names of the reference data in one automaton."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._named: dict[str, tuple[Entry, bool]] = {}
        for entry, risky in _entries():
            self.entries[entry.id] = entry
            for name in entry.names:
                if _tells_country(name):
                    continue
                known = self._named.get(name)
                if known is None or (known[1] and name not in risky):
                    self._named[name] = (entry, name in risky)
        self._automaton = ahocorasick.Automaton()
        for name in self._named:
            self._automaton.add_word(name, name)
        self._automaton.make_automaton()

    def named(self, name: str) -> Entry | None:
        """The entry that goes by exactly this name, if one does."""
        known = self._named.get(name)
        return known[0] if known else None

    def occurrences(self, text: str) -> Iterator[Hit]:
        """Every name in the text, also those inside others; the left edge is a word's."""
        for last, name in self._automaton.iter(text):
            start = last + 1 - len(name)
            if start and text[start - 1] != " " and _same_word(text[start - 1], name[0]):
                continue
            entry, risky = self._named[name]
            yield Hit(start, last + 1, entry, risky)


def _same_word(left: str, right: str) -> bool:
    if not left.isalnum() or left in "㈜美中日韓英獨佛印":
        return False
    return left.isascii() == right.isascii() or left.isascii() or not right.isascii()


def _entries() -> Iterator[tuple[Entry, frozenset[str]]]:
    for group in rows.groups():
        names = (group.name_ko, *group.aliases_ko, group.name_en, *group.aliases_en)
        entry = Entry(
            f"group:{group.id}",
            Label.ORGANIZATION,
            "group",
            group.name_ko,
            _unique(names),
            group=group.id,
        )
        yield entry, frozenset()
    for company in rows.companies():
        names = (company.name_ko, *company.aliases_ko, company.name_en, *company.aliases_en)
        entry = Entry(
            f"company:{company.id}",
            Label.ORGANIZATION,
            company.kind,
            company.name_ko,
            _unique(names),
            group=company.group,
            country=company.country,
            parent=f"company:{company.parent}" if company.parent else "",
            sector=company.sector,
        )
        yield entry, frozenset(company.ambiguous_names) | {n for n in names if len(n) < 2}
    for place in rows.places():
        names = (place.name_ko, *place.aliases_ko, place.name_en, *place.aliases_en)
        risky = frozenset(place.aliases_risky)
        if place.ambiguous:
            risky |= {place.name_ko, *place.aliases_ko}
        entry = Entry(
            f"place:{place.id}",
            Label.PLACE,
            place.type,
            place.name_ko,
            _unique((*names, *place.aliases_risky)),
            country=place.id.upper() if place.type == "country" else "",
            part_of=place.part_of,
        )
        yield entry, risky | {n for n in names if len(n) < 2}
    for person in rows.persons():
        risky = frozenset([person.name_ko] if person.ambiguous else [])
        yield _of_firms(Label.PERSON, person.name_ko, person.firms), risky
    for product in rows.products():
        risky = frozenset([product.name_ko] if product.ambiguous else [])
        yield _of_firms(Label.PRODUCT, product.name_ko, product.makers), risky


def _of_firms(label: Label, name: str, firms: tuple[str, ...]) -> Entry:
    known = (f"group:{firm}" if firm in _group_ids() else f"company:{firm}" for firm in firms)
    return Entry(f"{label.lower()}:{name}", label, None, name, (name,), firms=tuple(known))


@cache
def _group_ids() -> frozenset[str]:
    return frozenset(group.id for group in rows.groups())


@cache
def _countries() -> frozenset[str]:
    return frozenset(p.name_ko for p in rows.places() if p.type in ("country", "region"))


def _tells_country(name: str) -> bool:
    """`미국 머크` says where the firm is; the grammar reads that, not the gazetteer."""
    first, _, rest = name.partition(" ")
    return len(rest) > 1 and first in _countries()


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, built once a process."""
    return Gazetteer()
