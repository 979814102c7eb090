"""Lines: the analyzed sentences of a document, laid out for the learned part."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from loaders.korean.names import Name
from loaders.korean.text.masking import Masked
from loaders.korean.text.sentences import Sentence

_UNKNOWN = frozenset([2, 3])
"""The analyzer's ids of a common and of a proper noun that its dictionary does not hold."""
_PARTICLES = {
    "은": "은", "는": "은", "ᆫ": "은", "이": "이", "가": "이", "께서": "이", "을": "을", "를": "을",
    "ᆯ": "을", "와": "와", "과": "와", "랑": "와", "으로": "로", "로": "로", "에": "에",
    "에서": "에서", "의": "의", "에게": "에게", "도": "도", "및": "와",
}  # fmt: skip


class Read(Protocol):
    """A sentence as the rules have read it."""

    @property
    def sentence(self) -> Sentence:
        """Its place in the text."""

    @property
    def masked(self) -> Masked:
        """Its words without brackets and speech."""

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that the rules see in it."""

    @property
    def tokens(self) -> tuple[Any, ...]:
        """The analyzer's tokens."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as parallel columns: each token's form, tag, place, and whether it is known."""

    number: int
    headline: bool
    aside: bool
    opens: bool
    """Whether a paragraph begins with it."""
    text: str
    raw: tuple[int, ...]
    names: tuple[Name, ...]
    quotes: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    unknown: tuple[bool, ...]
    particles: tuple[str, ...]
    """For each token the particle that it is, in one spelling, or nothing; at the end nothing."""

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens `[first, last)` that make up the masked span, if it falls on their edges."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.ends, end)
        if first >= len(self.starts) or last >= len(self.ends) or last < first:
            return None
        if self.starts[first] != start or self.ends[last] != end:
            return None
        return first, last + 1

    def masked(self, start: int, end: int) -> tuple[int, int] | None:
        """The masked span of a raw one, where the whole of it stands in the line."""
        a, b = bisect_left(self.raw, start), bisect_left(self.raw, end - 1)
        if b >= len(self.raw) or self.raw[a] != start or self.raw[b] != end - 1:
            return None
        return a, b + 1

    def particle(self, last: int) -> str:
        """The particle after the token before `last`, in one spelling; empty if there is none."""
        return self.particles[last]


def lines(reads: Iterable[Read], known: Iterable[tuple[Read, Line]] = ()) -> list[Line]:
    """The document's lines, in order; a sentence whose line is `known` keeps it."""
    kept = {id(read): line for read, line in known}
    return [_numbered(number, kept.get(id(read)), read) for number, read in enumerate(reads)]


def _numbered(number: int, known: Line | None, read: Read) -> Line:
    if known is None:
        return _line(number, read)
    return known if known.number == number else replace(known, number=number)


def _line(number: int, read: Read) -> Line:
    masked, tokens = read.masked, read.tokens
    aside = read.sentence.aside or read.sentence.post
    return Line(
        number, read.sentence.headline, aside, read.sentence.opens, masked.text, masked.raw,
        read.names, masked.quotes, *columns(tokens),
    )  # fmt: skip


_Columns = tuple[
    tuple[str, ...],
    tuple[str, ...],
    tuple[int, ...],
    tuple[int, ...],
    tuple[bool, ...],
    tuple[str, ...],
]


def columns(tokens: Sequence[Any]) -> _Columns:
    """The tokens' forms, tags, starts and ends, whether each is unknown, and which particle."""
    forms, tags = tuple([t.form for t in tokens]), tuple([t.tag for t in tokens])
    starts = tuple([t.start for t in tokens])
    ends = tuple([start + t.len for start, t in zip(starts, tokens, strict=True)])
    unknown = tuple([t.id in _UNKNOWN for t in tokens])
    return forms, tags, starts, ends, unknown, (*map(_particle, forms, tags), "")


def _particle(form: str, tag: str) -> str:
    if tag[0] == "J":
        return _PARTICLES.get(form, "other")
    return "이다" if tag == "VCP" else ""
