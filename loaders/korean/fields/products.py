"""Products without quotation marks: a noun phrase whose end names something that is made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.fields.sectors import is_sector
from loaders.korean.findings import phrase_name
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_LONGEST = 3
_NARROWING = 2
_LATIN = re.compile(r"[A-Z][A-Z0-9-]{1,}[A-Za-z0-9-]*")
_MODEL = re.compile(r"[가-힣]{2,}[A-Z0-9][A-Za-z0-9-]*")
_COUNTING = re.compile("연|연간|총|약|월|하루|최대|평균|기준|규모|전량")
"""What stands between goods and how much of them: `과산화수소 연 5만t을`."""
_LISTED = re.compile("[,·]")
_SIZED = re.compile(
    r"\d[\d.,]*(?:[^\d\s]{0,6}급|D|차원|층|축|세대|나노|큐비트|㎓|GHz|인승|인치|V)|46\d\d|2170"
)
"""A number that tells which one it is: `380㎿급 가스터빈`, `4680 원통형 전지`."""
_LEADING = re.compile(
    r"(?:자사|자체|규모|어치|상당|이|그|새|첫|각종|주요|핵심|차세대|기존|신규|세계|국내|최초|최근|다양한|일부|모든|연|연간"
    r"|올해|내년|지난해|직접|함께|개발|생산|판매|또|다른|추가|대량|전량|동안|앞으로|현지|글로벌|다음|말|초|뒤|후|아예|\d.*|[가-힣]+씩)"
)


class _ProductsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    general: list[str]
    ends: list[str]
    goods: list[str]
    broad: list[str]


@dataclass(frozen=True, slots=True)
class _Products:
    general: frozenset[str]
    goods: re.Pattern[str]
    broad: re.Pattern[str]


@cache
def _products() -> _Products:
    file = _ProductsFile.model_validate(load_data("products"))
    return _Products(
        frozenset(file.general),
        re.compile(rf"(?:{any_of(file.goods)}|{'|'.join(file.ends)})$"),
        re.compile(rf"(?:{any_of(file.broad)})$"),
    )


def is_goods(words: str) -> bool:
    """Whether the words name what can be nothing but a thing that is made."""
    return bool(_products().goods.search(words))


def products_in(words: Sequence[Word], text: str, *, goods: bool = False) -> tuple[Name, ...]:
    """The products that the plain nouns of a phrase name; a comma parts them.

    With `goods` only what can be nothing but a thing that is made.
    """
    found: list[Name] = []
    run: list[Word] = []
    for word in words:
        if run and _LISTED.search(text[run[-1].end - len(run[-1].particle) : word.start]):
            found.extend(_product(run, text, goods=goods))
            run = []
        run.append(word)
    found.extend(_product(run, text, goods=goods))
    return tuple(found)


def _product(words: Sequence[Word], text: str, *, goods: bool) -> tuple[Name, ...]:
    tail = _tail(words)
    if not tail:
        return ()
    end = tail[-1].start + len(tail[-1].text)
    surface = text[tail[0].start : end]
    if surface in _products().general or not _is_made(surface, len(tail), goods=goods):
        return ()
    name = phrase_name(text, tail[0].start, end, Label.PRODUCT)
    return (name,) if name else ()


def _is_made(surface: str, size: int, *, goods: bool) -> bool:
    if _products().goods.search(surface) or _LATIN.fullmatch(surface):
        return True
    if _MODEL.fullmatch(surface):
        return not goods
    if goods or is_sector(surface):
        return False
    broad = _products().broad.search(surface)
    return broad is not None and (size > 1 or broad.start() >= _NARROWING)


def _tail(words: Sequence[Word]) -> list[Word]:
    """The plain nouns up to the last, without what only counts or points."""
    tail: list[Word] = []
    counting = True
    for word in reversed(words):
        if counting and _COUNTING.fullmatch(word.text):
            continue
        counting = False
        joined = not tail or (not word.particle and tail[-1].start - word.end <= 1)
        if word.names or word.part is not Part.NOUN or not joined:
            break
        if len(tail) >= _LONGEST and not _SIZED.fullmatch(word.text):
            break
        tail.append(word)
    tail.reverse()
    while tail and _LEADING.fullmatch(tail[0].text) and not _SIZED.fullmatch(tail[0].text):
        tail.pop(0)
    return tail
