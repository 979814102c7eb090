"""The rows of the shipped CSV files, checked as they are read."""

import csv
from functools import cache
from importlib.resources import files
from typing import TypeVar

from pydantic import ConfigDict, field_validator
from pydantic.dataclasses import dataclass

_AS_NAMED = ConfigDict(extra="forbid")


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class _Row:
    @field_validator("*", mode="before")
    @classmethod
    def split_cells(cls, value: object, info: object) -> object:
        """Cells of several values hold them between bars."""
        name = getattr(info, "field_name", "")
        if name in _LISTS and isinstance(value, str):
            return tuple(part.strip() for part in value.split("|") if part.strip())
        return value


_LISTS = frozenset(
    {
        "aliases",
        "aliases_ko",
        "aliases_en",
        "aliases_risky",
        "ambiguous_names",
        "demonyms_en",
        "synonyms_ko",
        "synonyms_en",
        "head_nouns_ko",
        "owners",
        "firms",
        "makers",
    }
)


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class GroupRow(_Row):
    """A business group and the name of its holding company."""

    id: str
    name_ko: str
    name_en: str
    aliases_ko: tuple[str, ...]
    aliases_en: tuple[str, ...]
    holding: str
    as_of: str
    source: str


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class CompanyRow(_Row):
    """A company, institute, agency, fund or other organization."""

    id: str
    name_ko: str
    name_en: str
    aliases_ko: tuple[str, ...]
    aliases_en: tuple[str, ...]
    kind: str
    group: str
    parent: str
    owners: tuple[str, ...]
    country: str
    sector: str
    ticker: str
    ambiguous: bool
    ambiguous_names: tuple[str, ...]
    as_of: str
    note: str


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class PlaceRow(_Row):
    """A country, region, state, city, district or site."""

    id: str
    name_ko: str
    name_en: str
    aliases_ko: tuple[str, ...]
    aliases_en: tuple[str, ...]
    aliases_risky: tuple[str, ...]
    demonyms_en: tuple[str, ...]
    type: str
    part_of: str
    ambiguous: bool


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class SectorRow(_Row):
    """A field of business; `head_nouns_ko` name the firms of the field (제약사)."""

    id: str
    name_ko: str
    name_en: str
    synonyms_ko: tuple[str, ...]
    synonyms_en: tuple[str, ...]
    head_nouns_ko: tuple[str, ...]
    parent: str


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class TitleRow(_Row):
    """A post; `leads` says whether its holder heads an organization."""

    name_ko: str
    name_en: str
    aliases: tuple[str, ...]
    leads: bool


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class PersonRow(_Row):
    """A person, and the ids of the organizations that he or she leads or has led."""

    name_ko: str
    firms: tuple[str, ...]
    ambiguous: bool
    as_of: str


@dataclass(config=_AS_NAMED, frozen=True, slots=True)
class ProductRow(_Row):
    """A product by its brand, and the ids of the organizations that make or run it."""

    name_ko: str
    makers: tuple[str, ...]
    ambiguous: bool
    as_of: str


R = TypeVar("R", bound=_Row)


def _read(name: str, row: type[R]) -> tuple[R, ...]:
    text = files("loaders.reference").joinpath(f"data/{name}.csv").read_text("utf-8")
    return tuple(row(**cells) for cells in csv.DictReader(text.splitlines()))


@cache
def groups() -> tuple[GroupRow, ...]:
    """The business groups."""
    return _read("groups", GroupRow)


@cache
def companies() -> tuple[CompanyRow, ...]:
    """The companies and other organizations."""
    return _read("companies", CompanyRow)


@cache
def places() -> tuple[PlaceRow, ...]:
    """The places."""
    return _read("places", PlaceRow)


@cache
def sectors() -> tuple[SectorRow, ...]:
    """The sectors."""
    return _read("sectors", SectorRow)


@cache
def titles() -> tuple[TitleRow, ...]:
    """The titles of posts."""
    return _read("titles", TitleRow)


@cache
def persons() -> tuple[PersonRow, ...]:
    """The persons."""
    return _read("persons", PersonRow)


@cache
def products() -> tuple[ProductRow, ...]:
    """The products."""
    return _read("products", ProductRow)
