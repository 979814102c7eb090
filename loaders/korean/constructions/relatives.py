"""Relatives: what a noun such as `고객` or `경쟁사` makes one firm to another, as rules."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from loaders.korean.lexicon import load_data

OWNER = "owner"
"""Whose relative the noun names: where no words say so, who is spoken of."""


class _Noun(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: list[str]
    fact: tuple[str, str, str]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    form: str
    pattern: str
    nouns: list[str] = []
    confidence: float


class _RelativesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    nouns: list[_Noun]
    forms: list[_Form]


@cache
def _file() -> _RelativesFile:
    return _RelativesFile.model_validate(load_data("relatives"))


def relative_classes() -> dict[str, str]:
    """The word classes that the rules refer to: one of each noun."""
    return {f"{noun.id}_noun": "|".join(noun.words) for noun in _file().nouns}


def relative_rules() -> Iterator[dict[str, Any]]:
    """A construction for each noun in each form."""
    for form in _file().forms:
        for noun in _file().nouns:
            if form.nouns and noun.id not in form.nouns:
                continue
            yield {
                "id": f"{noun.id}-{form.id}",
                "form": form.form,
                "pattern": form.pattern.replace("<noun>", f"<{noun.id}_noun>"),
                "facts": [],
                "with_topic": [noun.fact],
                "confidence": form.confidence,
            }
