"""The sentences of the story itself: lines that are the page's furniture are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from graph.claims import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"(?<=[가-힣)\]”\"’'%])[.!?]+[”\"’')\]]*(?=\s|$)|[.!?]+[”\"](?=\s|$)")
# What a menu has not: a full stop, or the sign of a list or a heading inside the story.
_TELLS = re.compile(rf"{_STOP.pattern}|^[■◆◇□▣○●▲△]", re.MULTILINE)
_WORD = re.compile(r"\w{2,}")
_STEM = 2
# Measured on the headlines of tests/corpus: nearly all share more with their story.
_SHARED, _SHARE = 2, 0.3
_HEADLINE = 2  # words at least: a line of one is of a menu
# Of a pattern: escaped characters and classes of characters, and a group with none inside.
_CHARACTERS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\([^()]*\)")
_LONGEST = 1_000
_LEAST_SPOKEN = 12


class _NoiseFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    drop: list[str]
    box: list[str]
    cut: list[str]
    dateline: str


@dataclass(frozen=True, slots=True)
class _AnyOf:
    """Patterns, those apart that fit at a line's beginning alone and are tried nowhere else."""

    opening: re.Pattern[str]
    inside: re.Pattern[str]

    @classmethod
    def these(cls, patterns: list[str]) -> "_AnyOf":
        opening = [pattern for pattern in patterns if _opens(pattern)]
        return cls(_joined(opening), _joined([p for p in patterns if p not in opening]))

    def fits(self, line: str) -> bool:
        return bool(self.opening.match(line) or self.inside.search(line))


@dataclass(frozen=True, slots=True)
class _Noise:
    drop: _AnyOf
    box: _AnyOf
    cut: _AnyOf
    dateline: re.Pattern[str]


@cache
def _noise() -> _Noise:
    raw = yaml.safe_load(files("loaders.korean").joinpath("data/noise.yaml").read_text("utf-8"))
    file = _NoiseFile.model_validate(raw)
    return _Noise(
        drop=_AnyOf.these(file.drop),
        box=_AnyOf.these(file.box),
        cut=_AnyOf.these(file.cut),
        dateline=re.compile(file.dateline),
    )


def _joined(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _opens(pattern: str) -> bool:
    """Whether each of the pattern's branches begins with `^`."""
    outer = _CHARACTERS.sub("", pattern)
    while (less := _GROUP.sub("", outer)) != outer:
        outer = less
    return all(branch.startswith("^") for branch in outer.split("|"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the raw text; a headline has no full stop.

    A `spoken` one stands within quotation marks inside another sentence, an `aside` in brackets
    after a name; a `post` there is the other post of the person before it. One that `opens` is
    the first of its paragraph.
    """

    start: int
    end: int
    headline: bool
    spoken: bool = False
    aside: bool = False
    post: bool = False
    opens: bool = False

    @property
    def within(self) -> bool:
        """Whether it is a part of another sentence."""
        return self.spoken or self.aside or self.post


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the story, in order; a line that repeats an earlier one is skipped.

    Of a page that was copied with its furniture, the lines above and below the story count only
    where they speak of what it tells.
    """
    lines = list(_lines(text))
    kept = [line for line in lines if line.kept]
    told = [number for number, line in enumerate(kept) if line.tells]
    story = range(told[0], told[-1] + 1) if told else range(len(kept))
    said = " ".join(text[kept[number].start : kept[number].end] for number in told)
    copied = len(kept) < len(lines)
    for number, line in enumerate(kept):
        if number in story or not copied or _speaks_of(text[line.start : line.end], said):
            yield from _split(text, line.start, line.end)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its dateline: whether it may be the story, and whether it tells something."""

    start: int
    end: int
    kept: bool
    tells: bool


def _lines(text: str) -> Iterator[_Line]:
    """The lines up to where the story surely ends, each different one once."""
    noise, seen, began, boxed = _noise(), set[str](), False, False
    for line in _LINE.finditer(text):
        words = line[0].strip()
        cut = noise.cut.fits(words)
        if cut and began:
            yield _Line(line.start(), line.end(), kept=False, tells=False)
            return
        if not words or words in seen:
            continue
        seen.add(words)
        tells = bool(_TELLS.search(words))
        boxed = noise.box.fits(words) or (boxed and not tells)
        kept = not (cut or boxed or noise.drop.fits(words))
        began = began or (kept and tells)
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        if dateline := noise.dateline.match(words):
            start += dateline.end()
        yield _Line(start, line.start() + len(line[0].rstrip()), kept, tells)


def _speaks_of(line: str, said: str) -> bool:
    """Whether a line above or below the story is its headline: a menu has other words."""
    words = _WORD.findall(line)
    if len(words) < _HEADLINE:
        return False
    if words[0] in said:
        return True
    shared = sum(word[:_STEM] in said for word in words)
    return shared >= min(_SHARED, len(words)) and shared >= _SHARE * len(words)


def _split(text: str, start: int, end: int) -> Iterator[Sentence]:
    stops, began = [m.end() for m in _STOP.finditer(text, start, end)], start
    for stop in (*stops, end):
        if text.count("“", start, stop) > text.count("”", start, stop) and stop != end:
            continue
        while start < stop and text[start].isspace():
            start += 1
        while start < stop:
            part = min(stop, start + _LONGEST)
            headline = text[part - 1] not in ".!?”\"'’)"
            yield Sentence(start, part, headline, opens=start == began)
            start = part


def spoken(text: str, span: Span) -> Iterator[Sentence]:
    """The sentences of the speech at the span, where it is more than a word or two."""
    start, end = span
    if end - start >= _LEAST_SPOKEN:
        for sentence in _split(text, start, end):
            yield replace(sentence, headline=False, spoken=True)
