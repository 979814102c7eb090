"""Standing: whether a thing is planned, announced or done, and how firmly the text says so."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Modality, Status
from loaders.korean.lexicon import load_data

_FUTURE = re.compile(r"[할칠릴울길킬밀필실일을] (?:예정|계획|방침|것|전망)|[가-힣]기로 ")
_PAST_SYLLABLES = "".join(
    chr(code)
    for code in range(0xAC00, 0xD7A4)
    if (code - 0xAC00) % 28 == 20 and chr(code) not in "있겠"  # ends in ㅆ
)
_PAST = re.compile(f"[{_PAST_SYLLABLES}]")


class _StandingFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    never: list[str]
    reported: list[str]
    planned: list[str]
    announced: list[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Status and modality of a claim; `denied` are the words that take it back, if any do."""

    status: Status | None
    modality: Modality
    denied: str = ""


SETTLED = Standing(status=None, modality=Modality.ASSERTED)
"""What a noun phrase says in passing, whatever the sentence does with it."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    file = _StandingFile.model_validate(load_data("standing"))
    return {name: re.compile("|".join(forms)) for name, forms in file.model_dump().items()}


def denied(words: str) -> str:
    """What in the words takes back what they say; empty where nothing does."""
    never = _patterns()["never"].search(words)
    return never[0] if never else ""


def standing(words: str, *, event: bool) -> Standing:
    """How the words from a predicate to the end of its sentence put it.

    A state (`event` false) has a status only where it is still planned.
    """
    patterns = _patterns()
    if never := denied(words):
        return Standing(status=None, modality=Modality.DENIED, denied=never)
    modality = Modality.REPORTED if patterns["reported"].search(words) else Modality.ASSERTED
    if patterns["planned"].search(words) or _FUTURE.search(words):
        return Standing(status=Status.PLANNED, modality=modality)
    if not event:
        return Standing(status=None, modality=modality)
    done = _PAST.search(words) and not patterns["announced"].search(words)
    status = Status.COMPLETED if done else Status.ANNOUNCED
    return Standing(status=status, modality=modality)
