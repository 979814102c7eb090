"""Cues: the words that stand beside the name of an organization, as patterns."""

import re
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from loaders.korean.lexicon import any_of, load_data


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: list[str]
    ties: list[str]
    heads: list[str]
    posts: list[str]
    makes: list[str]
    acts: list[str]
    suffers: list[str]
    joins: list[str]
    gets: list[str]
    things: list[str]
    ends: list[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """What may stand before a name, what after it, and what is done by it and with it."""

    kinds: tuple[str, ...]
    ties: tuple[str, ...]
    heads: frozenset[str]
    posts: frozenset[str]
    makes: re.Pattern[str]
    acts: re.Pattern[str]
    suffers: re.Pattern[str]
    joins: re.Pattern[str]
    gets: re.Pattern[str]
    things: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def cues() -> Cues:
    """The patterns; raises pydantic's error when the file is malformed."""
    file = _File.model_validate(load_data("strangers"))
    return Cues(
        kinds=tuple(kind + tail for kind in file.kinds for tail in ("", "인")),
        ties=tuple(f" {tie}{tail}" for tie in file.ties for tail in ("", "인", "은", "는")),
        heads=frozenset(file.heads),
        posts=frozenset(file.posts),
        makes=re.compile(rf"[을를] (?:{any_of(file.makes)})$"),
        acts=re.compile(any_of(file.acts)),
        suffers=re.compile(any_of(file.suffers)),
        joins=re.compile(any_of(file.joins)),
        gets=re.compile(any_of(file.gets)),
        things=re.compile(any_of(file.things)),
        ends=re.compile(rf"(?:{any_of(file.ends)})$"),
    )
