"""The word classes of the Korean extractor, read from one checked data file."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from loaders.reference import rows


class _NamesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    particles: list[str]
    company_endings: dict[str, list[str]]
    unit_endings: dict[str, list[str]]
    site_endings: list[str]
    firm_nouns: list[str]
    place_words: list[str]
    not_units: list[str]
    undertakings: list[str]
    product_sorts: list[str]
    undertaking_kinds: list[str]
    surnames: str
    nouns: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What tells names, kinds and titles apart.

    One is only equal to itself, so that what is told of a word with it can be remembered.
    """

    particle: re.Pattern[str]
    particles: frozenset[str]
    company_kind: dict[str, str]
    company_ending: re.Pattern[str]
    unit_kind: dict[str, str]
    unit_ending: re.Pattern[str]
    site_ending: re.Pattern[str]
    firm_noun: re.Pattern[str]
    surnames: frozenset[str]
    place_words: frozenset[str]
    undertakings: tuple[str, ...]
    product_sorts: tuple[str, ...]
    undertaking_kinds: tuple[str, ...]
    leading_titles: frozenset[str]
    titles: frozenset[str]
    nouns: frozenset[str]
    """Common nouns of business news, for the analyzer to keep whole."""


def load_data(name: str) -> Any:
    """The raw content of a data file of this package."""
    # The parser in C: in Python these files take longer to read than an article.
    text = files("loaders.korean").joinpath(f"data/{name}.yaml").read_text("utf-8")
    return yaml.load(text, yaml.CSafeLoader)


def any_of(words: list[str] | frozenset[str] | set[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _except(words: list[str]) -> str:
    """A look-behind from the end of a word that is none of these words."""
    return "".join(rf"(?!.*(?<={re.escape(word)})$)" for word in words)


_CHIEF = re.compile(r"C[A-Z]{1,2}O")


def _leads(title: rows.TitleRow) -> bool:
    """Heads of organizations, and chief officers."""
    return title.leads or bool(_CHIEF.fullmatch(title.name_ko))


@cache
def lexicon() -> Lexicon:
    """The word classes; raises pydantic's error when the file is malformed."""
    file = _NamesFile.model_validate(load_data("names"))
    company = {
        ending: kind.removesuffix("_holding")
        for kind, endings in file.company_endings.items()
        for ending in endings
    }
    unit = {ending: kind for kind, endings in file.unit_endings.items() for ending in endings}
    titles = rows.titles()
    return Lexicon(
        particle=re.compile(rf"(?:{any_of(file.particles)})$"),
        particles=frozenset(file.particles),
        company_kind=company,
        company_ending=re.compile(rf"(?:{any_of(list(company))})$"),
        unit_kind=unit,
        unit_ending=re.compile(rf"(?:{_except(file.not_units)}(?:{any_of(list(unit))}))$"),
        site_ending=re.compile(rf"(?:{any_of(file.site_endings)})$"),
        firm_noun=re.compile(rf"(?:{any_of(file.firm_nouns)})$"),
        surnames=frozenset(file.surnames),
        place_words=frozenset(file.place_words),
        undertakings=tuple(file.undertakings),
        product_sorts=tuple(file.product_sorts),
        undertaking_kinds=tuple(file.undertaking_kinds),
        leading_titles=frozenset(n for t in titles if _leads(t) for n in (t.name_ko, *t.aliases)),
        titles=frozenset(n for t in titles for n in (t.name_ko, *t.aliases)),
        nouns=frozenset([*file.firm_nouns, *file.nouns]),
    )
