"""The sentences of the story itself: lines that are the page's furniture are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"(?<=[가-힣)\]”\"’'%])[.!?]+[”\"’')\]]*(?=\s|$)|[.!?]+[”\"](?=\s|$)")
_LONGEST = 1_000


class _NoiseFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    drop: list[str]
    cut: list[str]
    dateline: str


@dataclass(frozen=True, slots=True)
class _Noise:
    drop: re.Pattern[str]
    cut: re.Pattern[str]
    dateline: re.Pattern[str]


@cache
def _noise() -> _Noise:
    raw = yaml.safe_load(files("loaders.korean").joinpath("data/noise.yaml").read_text("utf-8"))
    file = _NoiseFile.model_validate(raw)
    return _Noise(
        drop=re.compile("|".join(f"(?:{pattern})" for pattern in file.drop)),
        cut=re.compile("|".join(f"(?:{pattern})" for pattern in file.cut)),
        dateline=re.compile(file.dateline),
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the raw text; a headline has no full stop."""

    start: int
    end: int
    headline: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the story, in order; a line that repeats an earlier one is skipped."""
    noise, seen = _noise(), set[str]()
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not words or words in seen:
            continue
        if noise.cut.search(words):
            return
        seen.add(words)
        if noise.drop.search(words):
            continue
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if dateline := noise.dateline.match(words):
            start += dateline.end()
        yield from _split(text, start, line.start() + len(line[0].rstrip()))


def _split(text: str, start: int, end: int) -> Iterator[Sentence]:
    stops = [m.end() for m in _STOP.finditer(text, start, end)]
    for stop in (*stops, end):
        if text.count("“", start, stop) > text.count("”", start, stop) and stop != end:
            continue
        while start < stop and text[start].isspace():
            start += 1
        while start < stop:
            part = min(stop, start + _LONGEST)
            yield Sentence(start, part, headline=text[part - 1] not in ".!?”\"'’)")
            start = part
