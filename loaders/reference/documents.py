"""Reference documents: the shipped rows as readings, so that they enter the graph like articles."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from graph.claims import Reading
from graph.ontology import PART_OF, Label
from loaders.reference import rows
from loaders.reference.records import Known, Record

# What is set up inside another has no life of its own: HAS_UNIT, not HAS_SUBSIDIARY.
_INSIDE = frozenset({"unit", "institute"})


def reference_readings() -> Iterator[Reading]:
    """Every group, company, place and sector as a document, in the files' order."""
    yield from map(_group, rows.groups())
    yield from map(_company, rows.companies())
    yield from map(_place, rows.places())
    yield from map(_sector, rows.sectors())


def _group(row: rows.GroupRow) -> Reading:
    group = _organizations()[row.id]
    names = (row.name_en, *row.aliases_ko, *row.aliases_en)
    record = Record(group, ties=_distinct(row.name_ko, names))
    record.name("name_ko")
    if row.holding:
        holding = _by_name().get(row.holding) or _unlisted(row.holding)
        _, end = record.related("holding", [(holding, _note(holding))])
        record.claim(group, "HAS_SUBSIDIARY", holding, (0, end), basis="group_member")
    record.value("name_en", row.name_en)
    record.value("aliases_ko", *row.aliases_ko)
    record.value("aliases_en", *row.aliases_en)
    record.value("kind", "group")
    record.value("source", row.source)
    record.value("as_of", row.as_of)
    record.value("id", row.id)
    return record.reading("groups", row.as_of or None)


def _company(row: rows.CompanyRow) -> Reading:
    company = _organizations()[row.id]
    names = _distinct(row.name_ko, (row.name_en, *row.aliases_ko, *row.aliases_en))
    record = Record(
        company,
        ties=tuple(n for n in names if n not in row.ambiguous_names),
        aliases=tuple(n for n in names if n in row.ambiguous_names),
        ticker=row.ticker,
    )
    record.name("name_ko")
    _belonging(record, company, row)
    _ownership(record, company, row)
    record.value("name_en", row.name_en)
    record.value("aliases_ko", *row.aliases_ko)
    record.value("aliases_en", *row.aliases_en)
    record.value("kind", row.kind)
    record.value("country", _named(_places(), row.country.lower()) or row.country)
    record.value("sector", _named(_sectors(), row.sector) or row.sector)
    record.value("ticker", row.ticker)
    record.value("ambiguous_names", *row.ambiguous_names)
    record.value("note", row.note)
    record.value("as_of", row.as_of)
    record.value("id", row.id)
    return record.reading("companies", row.as_of or None)


def _belonging(record: Record, company: Known, row: rows.CompanyRow) -> None:
    """The group and the parent; a unit is its parent's alone where it has one."""
    type_ = "HAS_UNIT" if row.kind in _INSIDE else "HAS_SUBSIDIARY"
    for column, id_, basis in (
        ("group", row.group, "group_member"),
        ("parent", row.parent, "subsidiary"),
    ):
        if id_:
            owner = _organizations()[id_]
            _, end = record.related(column, [(owner, _note(owner))])
            if not (type_ == "HAS_UNIT" and column == "group" and row.parent):
                record.claim(owner, type_, company, (0, end), basis=basis)


def _ownership(record: Record, company: Known, row: rows.CompanyRow) -> None:
    """The owners of a joint venture, and that they are partners."""
    shares = [_owner(owner) for owner in row.owners]
    span = record.related("owners", [(owner, note) for owner, note, _ in shares])
    for owner, _, share in shares:
        record.claim(owner, "HAS_STAKE_IN", company, (0, span[1]), share=share)
    for (one, _, _), (other, _, _) in combinations(shares, 2):
        record.claim(one, "PARTNERS_WITH", other, span)


def _owner(cell: str) -> tuple[Known, str, float | None]:
    """An owner with what is written behind its name, and its share."""
    id_, _, share = cell.partition(":")
    return _organizations()[id_], cell, float(share) if share else None


def _place(row: rows.PlaceRow) -> Reading:
    place = _places()[row.id]
    names = _distinct(row.name_ko, (row.name_en, *row.aliases_ko, *row.aliases_en))
    record = Record(
        place,
        ties=tuple(n for n in names if n not in row.aliases_risky),
        aliases=_distinct(row.name_ko, row.aliases_risky),
    )
    record.name("name_ko")
    if row.part_of:
        whole = _places()[row.part_of]
        _, end = record.related("part_of", [(whole, _note(whole))])
        record.claim(place, PART_OF, whole, (0, end))
    record.value("name_en", row.name_en)
    record.value("aliases_ko", *row.aliases_ko)
    record.value("aliases_en", *row.aliases_en)
    record.value("aliases_risky", *row.aliases_risky)
    record.value("type", row.type)
    record.value("id", row.id)
    return record.reading("places")


def _sector(row: rows.SectorRow) -> Reading:
    sector = _sectors()[row.id]
    names = (row.name_en, *row.synonyms_ko, *row.synonyms_en)
    record = Record(sector, ties=_distinct(row.name_ko, names))
    record.name("name_ko")
    record.value("name_en", row.name_en)
    record.value("synonyms_ko", *row.synonyms_ko)
    record.value("synonyms_en", *row.synonyms_en)
    record.value("parent", _named(_sectors(), row.parent) or row.parent)
    record.value("id", row.id)
    return record.reading("sectors")


@cache
def _organizations() -> dict[str, Known]:
    groups = {r.id: Known(r.id, Label.ORGANIZATION, r.name_ko, "group") for r in rows.groups()}
    firms = {r.id: Known(r.id, Label.ORGANIZATION, r.name_ko, r.kind) for r in rows.companies()}
    return groups | firms


@cache
def _by_name() -> dict[str, Known]:
    return {row.name_ko: _organizations()[row.id] for row in rows.companies()}


@cache
def _places() -> dict[str, Known]:
    return {row.id: Known(row.id, Label.PLACE, row.name_ko) for row in rows.places()}


@cache
def _sectors() -> dict[str, Known]:
    return {row.id: Known(row.id, Label.SECTOR, row.name_ko) for row in rows.sectors()}


def _unlisted(name: str) -> Known:
    """A holding company that has no row: its name is all that is known."""
    return Known(name, Label.ORGANIZATION, name, "company", listed=False)


def _note(known: Known) -> str:
    return known.id if known.listed else ""


def _named(table: dict[str, Known], id_: str) -> str:
    known = table.get(id_)
    return f"{known.name} ({id_})" if known else ""


def _distinct(own: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name and name != own)
