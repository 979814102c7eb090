"""Posts: what somebody is in a firm, and the words that tell who holds one."""

from functools import cache, lru_cache

from pydantic import BaseModel, ConfigDict

from loaders.korean.lexicon import Lexicon, load_data
from loaders.korean.names import REMEMBERED
from loaders.korean.words.words import Word


class _PersonsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    former: frozenset[str]
    between: frozenset[str]
    rare: frozenset[str]
    given: frozenset[str]
    leading: frozenset[str]
    led: frozenset[str]
    roles: frozenset[str]
    posts: tuple[str, ...]


@cache
def person_words() -> _PersonsFile:
    """The words of `data/persons.yaml`, where they are explained."""
    return _PersonsFile.model_validate(load_data("persons"))


def is_post(word: Word, lexicon: Lexicon) -> bool:
    """Whether the word is a post, or a unit's head (`사업부장`)."""
    return _is_post(word.text, lexicon)


@lru_cache(REMEMBERED)
def _is_post(text: str, lexicon: Lexicon) -> bool:
    return (
        text in lexicon.titles
        or text.endswith(person_words().posts)
        or (text.endswith("장") and _heads_unit(text, lexicon))
    )


def _heads_unit(text: str, lexicon: Lexicon) -> bool:
    return text == "장" or bool(lexicon.unit_ending.search(text[:-1]))
