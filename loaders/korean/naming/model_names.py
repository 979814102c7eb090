"""Model names: products that go by letters and a number, `HBM3E`, `KF-21`, `아이오닉5`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon, any_of, load_data
from loaders.korean.names import Name

_BY = "letters and a number, as models have"
_RANK = 0
"""Whoever else knows the name knows better."""
_LATIN = re.compile(
    r"(?<![\w.&\-])(?:[A-Za-z]{2,6}|[A-Z]{1,3}-(?=[A-Z]?\d)|[A-Z](?=\d\d)|[a-z]{1,2}[A-Z]?)"
    r"-?[A-Z]{0,2}\d{1,5}[A-Za-z]{0,8}(?:-\d{1,5}[A-Z]{0,3})?(?=([가-힣]{0,6})(?![\w%]))"
)
_SHORT = re.compile(r"(?<![\w.&\-])[A-Z]\d[A-Z]?(?=([가-힣]{0,3})(?![\w%\-]))")
_HANGUL = re.compile(
    r"(?<![\w.&\-])([가-힣]{2,7})(?<!제)(?:-?\d{1,4}[A-Z]{0,2}|-[A-Z]{1,3}|-?[ⅡⅢⅣ]|X)"
    r"(?=([가-힣]{0,6})(?![\w%]))"
)


class _ModelsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    never: list[str]
    heads: list[str]
    goods: list[str]


@dataclass(frozen=True, slots=True)
class _Words:
    never: re.Pattern[str]
    heads: frozenset[str]
    goods: re.Pattern[str]


@cache
def _words() -> _Words:
    file = _ModelsFile.model_validate(load_data("model_names"))
    return _Words(
        re.compile("|".join(file.never)),
        frozenset(file.heads),
        re.compile(rf" (?:\S{{1,6}} )?(?:{any_of(file.goods)})"),
    )


def models_in(text: str, lexicon: Lexicon, proper: Callable[[str], bool]) -> Iterator[Name]:
    """The model names of a text, each with a particle after it or none."""
    if not any(c.isdigit() for c in text) and "-" not in text and "X" not in text:
        return
    words = _words()
    for match in _LATIN.finditer(text):
        if not words.never.fullmatch(match[0]) and _ends(match[1], lexicon):
            yield _name(match)
    for match in _SHORT.finditer(text):
        # A letter and a digit are many things; what it is has to be said.
        if _ends(match[1], lexicon) and words.goods.match(text, match.end()):
            yield _name(match)
    for match in _HANGUL.finditer(text):
        known = match[1] in words.heads or not proper(match[1])
        if not known and _ends(match[2], lexicon):
            yield _name(match)


def is_model(name: Name) -> bool:
    """Whether nothing but its form shows the name to be a product's."""
    return name.by == _BY


def _ends(rest: str, lexicon: Lexicon) -> bool:
    return not rest or rest in lexicon.particles


def _name(match: re.Match[str]) -> Name:
    return Name(match.start(), match.end(), Label.PRODUCT, None, None, _RANK, match[0], by=_BY)
