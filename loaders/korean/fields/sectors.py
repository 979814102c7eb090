"""Fields of business: the phrase that names one, without the words that only stand beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from graph.ontology import Label
from loaders.korean.findings import phrase_name
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word
from loaders.reference import rows

_NOT_SECTOR = re.compile(
    r"^[\d.,%$\s]+|.*\d[\d.,만억조천]*(?:명|년|월|일|원|달러|%|위)$|.*씨$|.*[=:]|.*\s\d+$"
    r"|.*(?:(?<![항가시세인])공|공항공)$"  # 공사 is no trade
    r"|.*(?:주관|계열|가문|집안|출신|소속|종속|경영 자문|의결권 자문)$"  # nor is a kinship
)

_LONGEST = 3
"""So many words a field of a list has at most."""
_FIELDS = 2
"""An undertaking whose name lists more fields is of what they have in common."""
_HANGUL = re.compile(r"[가-힣]+")


class _SectorsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    leading: list[str]
    trailing: list[str]
    trades: list[str]
    common: list[str]
    none: list[str] = Field(alias="not")


@dataclass(frozen=True, slots=True)
class _Sectors:
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    glued: re.Pattern[str]
    before: tuple[str, ...]
    trades: frozenset[str]
    common: tuple[str, ...]
    none: frozenset[str]


@cache
def _sectors() -> _Sectors:
    file = _SectorsFile.model_validate(load_data("sectors"))
    return _Sectors(
        leading=re.compile(
            rf"^(?:(?:{any_of(file.leading)}|\d[\d.,]*(?:[가-힣%]{{0,2}}|번째)(?<!차원)|제\d+"
            r"|\S*업계 \d+위|[A-Z]+\d*용|\S+ 기반|\S{2,}[형급]|지난 ?\d*[가-힣]*)[ ·]+)+"
        ),
        trailing=re.compile(rf"(?:[ ·]+(?:{any_of(file.trailing)}|\d+위))+$"),
        glued=re.compile(rf"(?<=\S\S)(?:{any_of(file.trailing)})+$"),
        before=tuple(file.leading),
        trades=frozenset(file.trades),
        common=tuple(file.common),
        none=frozenset(file.none) | frozenset(file.leading),
    )


@cache
def _known() -> frozenset[str]:
    names = {name for row in rows.sectors() for name in (row.name_ko, *row.synonyms_ko)}
    return frozenset(name.replace(" ", "") for name in names - _sectors().none)


def is_sector(words: str) -> bool:
    """Whether the reference data knows the words as a field of business."""
    return words.replace(" ", "") in _known()


def is_field(words: str) -> bool:
    """Whether the words are a known field or narrow one: `전고체 배터리`, `위성영상 분석`."""
    if is_sector(words):
        return True
    if words in _sectors().none or _NOT_SECTOR.match(words):
        return False
    last = words.rpartition(" ")[2]
    if last != words and is_sector(last):
        return True
    if last in _sectors().trades:
        return last != words
    return bool(_HANGUL.fullmatch(last)) and any(
        is_sector(last[i:]) for i in range(2, len(last) - 1)
    )


def is_trade(words: str) -> bool:
    """Whether the words before a noun for a firm name its trade: `트럭 회사`, `제철설비 업체`.

    Of one word that nobody knows it is as likely something else: `졸업사`, `최대주주 회사`.
    """
    return " " in words or words.endswith(_sectors().common) or is_field(words)


def narrowest(text: str, start: int, end: int) -> int:
    """Where the field in a phrase begins: of a long one that nobody knows, its known end counts."""
    if text.count(" ", start, end) < 2 or is_sector(text[start:end]):
        return start
    known = known_sector(text, start, end)
    return start if known is None else known


def known_sector(text: str, start: int, end: int) -> int | None:
    """Where the longest known field that ends at `end` begins, if one does."""
    for word in re.finditer(r"\S+", text[start:end]):
        if is_sector(text[start + word.start() : end]):
            return start + word.start()
    return None


def fields_before(words: Sequence[Word], first: int, text: str) -> tuple[Name, ...]:
    """The known fields that `와` or a comma joins before a field: `섬유와 화학이 본업인`."""
    found = list[Name]()
    while (last := _joined_before(words, first)) is not None:
        end = words[last].start + len(words[last].text)
        start = words[last].start
        for i in range(last, max(last - _LONGEST, -1), -1):
            if not _is_plain_noun(words[i]) or (i < last and words[i].particle):
                break
            if is_field(text[words[i].start : end]):
                start, first = words[i].start, i
        if not is_field(text[start:end]):
            break
        found = [*sector_names(text, start, end), *found]
    return tuple(found)


def _joined_before(words: Sequence[Word], first: int) -> int | None:
    """The number of the noun that is joined to the word at `first`, if one is."""
    if first < 1:
        return None
    before = words[first - 1]
    if before.part is Part.MARK and before.text in (",", "·"):
        last = first - 2
        joined = last >= 0 and not words[last].particle
    else:
        last, joined = first - 1, before.particle in ("와", "나")
    return last if joined and _is_plain_noun(words[last]) else None


def _is_plain_noun(word: Word) -> bool:
    return word.part is Part.NOUN and not word.names


def sectors_in(name: Name) -> tuple[Name, ...]:
    """The known fields in an undertaking's name: `서비스 로봇 경진대회` is of 서비스 로봇.

    The last word says what it is, and no field; of more than two fields none is its own.
    """
    words = list(re.finditer(r"\S+", name.surface))[:-1]
    found, at = list[Name](), 0
    while at < len(words):
        start = words[at].start()
        stops = (
            i for i in range(len(words), at, -1) if is_sector(_part(name, start, words[i - 1]))
        )
        last = next(stops, None)
        if last is not None:
            surface = _part(name, start, words[last - 1])
            place = name.start + start, name.start + start + len(surface)
            found.append(Name(*place, Label.SECTOR, None, None, 0, surface))
        at = last or at + 1
    return tuple(found) if len(found) <= _FIELDS else ()


def _part(name: Name, start: int, last: re.Match[str]) -> str:
    return name.surface[start : last.end()]


def sector_names(text: str, start: int, end: int) -> tuple[Name, ...]:
    """The sectors that the phrase at `[start, end)` names; `A·B` names two."""
    found = list[Name]()
    for a, b in _parts(text, start, end):
        words = text[a:b]
        if len(words) < 2 or words in _sectors().none or _NOT_SECTOR.match(words):
            continue
        if name := phrase_name(text, a, b, Label.SECTOR):
            found.append(name)
    return tuple(found)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of what the phrase lists, each without the words that only stand beside it."""
    whole = _bare(text, start, end)
    if is_sector(text[slice(*whole)]):  # 항체·약물접합체 is one
        yield whole
        return
    for part in re.finditer(r"[^·,]+", text[start:end]):
        yield _bare(text, start + part.start(), start + part.end())


def _bare(text: str, a: int, b: int) -> tuple[int, int]:
    """The place without what stands before and after a field's name."""
    data = _sectors()
    b = a + len(text[a:b].rstrip())
    a = b - len(text[a:b].lstrip())
    if is_sector(text[a:b]):
        return a, b
    if lead := data.leading.match(text[a:b]):
        a += lead.end()
    if is_sector(text[a:b]):
        return a, b
    if (trail := data.trailing.search(text[a:b])) and trail.start() > 1:
        b = a + trail.start()
    if not is_sector(text[a:b]):
        glued = data.glued.search(text[a:b])
        if glued and is_sector(text[a : a + glued.start()]):
            return a, a + glued.start()
        for word in data.before:  # 국영제약
            if text.startswith(word, a, b) and is_sector(text[a + len(word) : b]):
                return a + len(word), b
    return a, b
