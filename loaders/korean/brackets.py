"""Brackets: what stands in them says of the name before them."""

import re
from dataclasses import dataclass

from graph.claims import Span
from loaders.korean.lexicon import any_of, lexicon

_GLOSS = re.compile(r"[A-Za-z][\w&.\-'’+! ]*(?:[·,] ?[A-Z][\w&.\-]*)*")
_FORMER = re.compile(r"(?:옛|구|舊|전) ?([가-힣A-Za-z0-9&]+)")


@dataclass(frozen=True, slots=True)
class Post:
    """A person in brackets with a post in the organization before: `LG유플러스(대표 황현식)`."""

    title: str
    persons: tuple[Span, ...]


def gloss(text: str, span: Span) -> tuple[Span, ...]:
    """The spans of other full names in the bracket: `볼트업(Volt-up)`."""
    inner = text[span[0] : span[1]]
    if not _GLOSS.fullmatch(inner):
        return ()
    return tuple(
        (span[0] + part.start(), span[0] + part.end())
        for part in re.finditer(r"[^·,]+", inner)
        if len(part[0].strip()) > 1
    )


def former_name(text: str, span: Span) -> Span | None:
    """The span of a former name: `HD현대(옛 현대중공업지주)`."""
    match = _FORMER.fullmatch(text[span[0] : span[1]])
    return (span[0] + match.start(1), span[0] + match.end(1)) if match else None


def post(text: str, span: Span) -> Post | None:
    """The post and its holders: `(공동대표 김택진·박병무)`, `(위원장 한기정)`."""
    pattern = rf"({any_of(lexicon().leading_titles)}) ([가-힣]{{2,4}}(?:[·, ]+[가-힣]{{2,4}})*)"
    match = re.fullmatch(pattern, text[span[0] : span[1]])
    if match is None:
        return None
    persons = tuple(
        (span[0] + match.start(2) + m.start(), span[0] + match.start(2) + m.end())
        for m in re.finditer(r"[가-힣]+", match[2])
    )
    return Post(match[1], persons)
