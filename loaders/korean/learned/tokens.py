"""Tokens: what the tagger sees of each, in views that many tokens share."""

from collections.abc import Hashable, Iterable
from itertools import chain

from loaders.korean.learned.fields import fields
from loaders.korean.learned.lines import Line
from loaders.korean.learned.sums import Attributes, View, spelled


def keys(line: Line) -> tuple[Iterable[Hashable], ...]:
    """For each of the `VIEWS` its key at every token of the line.

    Two forms side by side are mostly new: they are looked up as they are spelled.
    """
    forms, tags = ("^", "^", *line.forms, "$", "$"), ("^", "^", *line.tags, "$", "$")
    marks = ["", *_marks(line), ""]
    tight = (start == end for start, end in zip(line.starts, (-1, *line.ends), strict=False))
    return (
        zip(line.forms, line.tags, strict=True),
        forms[1:-3],
        forms[3:-1],
        forms[:-4],
        forms[4:],
        zip(tags[:-4], tags[1:-3], line.tags, strict=True),
        zip(line.tags, tags[3:-1], tags[4:], strict=True),
        [f"i={before} {form}" for before, form in zip(forms[1:-3], line.forms, strict=True)],
        [f"j={form} {after}" for form, after in zip(line.forms, forms[3:-1], strict=True)],
        zip(marks[:-2], marks[1:-1], marks[2:], line.tags, strict=True),
        zip(line.unknown, tight, line.particles[1:], strict=True),
        _stems(line),
    )


def token_features(line: Line) -> list[list[str]]:
    """What the tagger sees of each token."""
    views = [map(view, own) for view, own in zip(VIEWS, keys(line), strict=True)]
    return [list(chain.from_iterable(parts)) for parts in zip(*views, strict=True)]


def _itself(key: tuple[str, str]) -> Attributes:
    """What a form shows by itself."""
    form, tag = key
    kind = "a" if form.isascii() else "h"
    shape = f"{kind}{min(len(form), 6)}{form[:1].isupper():d}{form[:1].isdigit():d}"
    return (
        f"w={form}", f"t={tag}", f"1={form[:1]}", f"2={form[:2]}", f"x={form[-1:]}",
        f"y={form[-2:]}", f"z={form[-3:]}", f"s={shape}", f"q={form.rpartition(' ')[2]}",
    )  # fmt: skip


def _before(form: str) -> Attributes:
    return f"a={form}", f"m={form[-1:]}"


def _after(form: str) -> Attributes:
    return (f"b={form}",)


def _second_before(form: str) -> Attributes:
    return (f"c={form}",)


def _second_after(form: str) -> Attributes:
    return (f"d={form}",)


def _tags_before(key: tuple[str, str, str]) -> Attributes:
    second, first, own = key
    return f"e={first}{own}", f"g={second}{first}"


def _tags_after(key: tuple[str, str, str]) -> Attributes:
    own, first, second = key
    return f"f={own}{first}", f"h={first}{second}"


def _marked(key: tuple[str, str, str, str]) -> Attributes:
    before, mark, after, tag = key
    kind = mark.partition(".")[0]
    return f"m={mark}", f"mt={mark}{tag}", f"r={kind}", f"k={before}", f"l={after}"


def _written(key: tuple[bool, bool, str]) -> Attributes:
    unknown, tight, particle = key
    return f"u={unknown:d}{tight:d}", f"n={particle}"


def _in_word(stem: str) -> Attributes:
    return f"o={stem}", f"p={stem[-2:]}"


VIEWS: tuple[View, ...] = (
    _itself, _before, _after, _second_before, _second_after, _tags_before, _tags_after,
    spelled, spelled, _marked, _written, _in_word,
)  # fmt: skip


def _stems(line: Line) -> list[str]:
    """For each token the word between spaces that it is in, without particles and endings."""
    count, first = len(line.forms), 0
    stems = [""] * count
    for i in range(1, count + 1):
        if i < count and line.starts[i] == line.ends[i - 1]:
            continue
        last = i
        while last > first + 1 and line.tags[last - 1][0] in "JESV":
            last -= 1
        stem = line.text[line.starts[first] : line.ends[last - 1]]
        stems[first:i] = [stem] * (i - first)
        first = i
    return stems


def _marks(line: Line) -> list[str]:
    """What rules and reference data say of each token: a name's label and kind, or a field."""
    marks = [""] * len(line.forms)
    for start, end in line.quotes:
        _mark(marks, line.tokens(start, end), "quote")
    for _, _, first, last in fields(line):
        _mark(marks, (first, last), "field")
    for name in line.names:
        sure = name.rank if name.entry is None else "known"
        _mark(marks, line.tokens(name.start, name.end), f"{name.label}.{name.kind}.{sure}")
    return marks


def _mark(marks: list[str], span: tuple[int, int] | None, mark: str) -> None:
    if span is not None:
        for i in range(*span):
            marks[i] = mark if i == span[0] else f"-{mark}"
