"""The nouns and verbs that decide what a clause lacks, and where it ends."""

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from loaders.korean.lexicon import load_data


class _ClausesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    content_nouns: list[str]
    finite_nouns: list[str]
    no_gap: list[str]
    intransitive: list[str]
    firms: list[str]
    stages: list[str]
    manner: list[str]
    takes: list[str]
    founds: list[str]
    adverbs: list[str]
    measures: list[str]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The word classes; the data file says what each is."""

    content_nouns: frozenset[str]
    finite_nouns: frozenset[str]
    no_gap: frozenset[str]
    intransitive: frozenset[str]
    firms: tuple[str, ...]
    stages: frozenset[str]
    manner: frozenset[str]
    takes: frozenset[str]
    founds: frozenset[str]
    adverbs: frozenset[str]
    measures: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """The word classes, read once."""
    file = _ClausesFile.model_validate(load_data("clauses"))
    return ClauseWords(
        content_nouns=frozenset(file.content_nouns),
        finite_nouns=frozenset(file.finite_nouns),
        no_gap=frozenset(file.no_gap),
        intransitive=frozenset(file.intransitive),
        firms=tuple(file.firms),
        stages=frozenset(file.stages),
        manner=frozenset(file.manner),
        takes=frozenset(file.takes),
        founds=frozenset(file.founds),
        adverbs=frozenset(file.adverbs),
        measures=frozenset(file.measures),
    )
