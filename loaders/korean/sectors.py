"""Fields of business: the phrase that names one, without the words that only stand beside it."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from graph.ontology import Label
from loaders.korean.findings import phrase_name
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.names import Name
from loaders.reference import rows

_NOT_SECTOR = re.compile(r"^[\d.,%$\s]+|.*(?:씨|명|년|월|일|원|달러|%|위)$|.*[=:]")


class _SectorsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    leading: list[str]
    trailing: list[str]
    none: list[str] = Field(alias="not")


@dataclass(frozen=True, slots=True)
class _Sectors:
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    none: frozenset[str]


@cache
def _sectors() -> _Sectors:
    file = _SectorsFile.model_validate(load_data("sectors"))
    return _Sectors(
        leading=re.compile(
            rf"^(?:(?:{any_of(file.leading)}|\d+[가-힣%]*|지난 ?\d*[가-힣]*)[ ·]+)+"
        ),
        trailing=re.compile(rf"(?:[ ·]*(?<=.)(?:{any_of(file.trailing)}))+$"),
        none=frozenset(file.none) | frozenset(file.leading),
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(
        name.replace(" ", "") for row in rows.sectors() for name in (row.name_ko, *row.synonyms_ko)
    )


def is_sector(words: str) -> bool:
    """Whether the reference data knows the words as a field of business."""
    return words.replace(" ", "") in _known()


def known_sector(text: str, start: int, end: int) -> int | None:
    """Where the longest known field that ends at `end` begins, if one does."""
    for word in re.finditer(r"\S+", text[start:end]):
        if is_sector(text[start + word.start() : end]):
            return start + word.start()
    return None


def sectors_in(name: Name) -> tuple[Name, ...]:
    """The known fields among the words of an undertaking's name: `로봇 경진대회` is of 로봇."""
    return tuple(
        Name(
            name.start + word.start(),
            name.start + word.end(),
            Label.SECTOR,
            None,
            None,
            0,
            word[0],
        )
        for word in re.finditer(r"\S+", name.surface)
        if is_sector(word[0])
    )


def sector_names(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The sectors that the phrase at `[start, end)` names; `A·B` names two."""
    data, found = _sectors(), list[Name]()
    for part in re.finditer(r"[^·,]+", text[start:end]):
        a, b = start + part.start(), start + part.end()
        while b > a and text[b - 1] == " ":
            b -= 1
        while a < b and text[a] == " ":
            a += 1
        if lead := data.leading.match(text[a:b]):
            a += lead.end()
        if (trail := data.trailing.search(text[a:b])) and trail.start() > 1:
            apart = trail[0].startswith((" ", "·"))
            if apart or is_sector(text[a : a + trail.start()]):
                b = a + trail.start()
        words = text[a:b].strip()
        if len(words) < 2 or words in data.none or _NOT_SECTOR.match(words):
            continue
        if name := phrase_name(text, a, b, Label.SECTOR):
            found.append(name)
    return tuple(found)
