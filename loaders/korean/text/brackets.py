"""Brackets: what stands in them says of the name before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.claims import Span
from graph.ontology import Label
from loaders.korean.lexicon import any_of, lexicon
from loaders.reference.gazetteer import Entry, gazetteer

_GLOSS = re.compile(r"[A-Za-z][\w&.\-'’+! ]*(?:[·,] ?[A-Z][\w&.\-]*)*")
_HANGUL = re.compile(r"[가-힣]{2,}")
_SEATED = ("본사", "소재")
_FULL = 3
"""The syllables of most Korean names."""
_OWNED = re.compile(
    r"(\S+?(?: \S+?)?)(?:의)? ?(?:100% |완전 )?(?:자회사|손자회사|계열사|계열|산하|관계사|소속)"
)
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


def address(text: str, span: Span) -> tuple[tuple[Span, Entry], ...]:
    """The places of an address in the bracket: `트와이스(독일 뮌헨)`; none where it says more."""
    found: list[tuple[Span, Entry]] = []
    for part in re.finditer(r"\S+", text[span[0] : span[1]]):
        if part[0] in _SEATED and found:
            continue
        entry = gazetteer().named(part[0])
        if entry is None or entry.label is not Label.PLACE or not _HANGUL.fullmatch(part[0]):
            return ()
        found.append(((span[0] + part.start(), span[0] + part.end()), entry))
    return tuple(found)


def owner(text: str, span: Span) -> tuple[Span, Entry] | None:
    """Whose the name before is: `패밀리마트(이토추상사 자회사)`, `가나증권(나래금융 계열)`."""
    match = _OWNED.fullmatch(text[span[0] : span[1]])
    entry = gazetteer().named(match[1]) if match else None
    if match is None or entry is None or entry.label is not Label.ORGANIZATION:
        return None
    return (span[0] + match.start(1), span[0] + match.end(1)), entry


def former_name(text: str, span: Span) -> Span | None:
    """The span of a former name: `HD현대(옛 현대중공업지주)`."""
    match = _FORMER.fullmatch(text[span[0] : span[1]])
    return (span[0] + match.start(1), span[0] + match.end(1)) if match else None


def post(text: str, span: Span) -> Post | None:
    """The post and its holders: `(공동대표 김택진·박병무)`, `(위원장 한기정)`, `(홍길동 대표)`.

    A word or two before it may say more: `(KCD·대표 홍길동)`.
    """
    match = _post().fullmatch(text, span[0], span[1])
    if match is None:
        return None
    group = "after" if match["after"] else "before"
    persons = tuple(
        span_ for part in _PART.finditer(match[group]) for span_ in _names(part, match.start(group))
    )
    return Post(match["title"] or match["post"], persons)


_PART = re.compile(r"[^·,]+")
_WORD = re.compile(r"[가-힣]+")


@cache
def _post() -> re.Pattern[str]:
    title, name = any_of(lexicon().leading_titles), r"[가-힣]{2,5}"
    family = "".join(sorted(lexicon().surnames))
    persons = rf"{name}(?:(?: ?[·,] ?{name}| (?![외등])[가-힣]{{1,6}})){{0,5}}"
    return re.compile(
        rf"(?:[\w&. ]{{1,30}}[·,] ?)?(?P<title>{title})(?: (?:{title}))? (?P<after>{persons})"
        rf"|(?P<before>[{family}][가-힣]{{2}}) (?P<post>{title})"
    )


def _names(part: re.Match[str], at: int) -> Iterator[Span]:
    """The persons of a part without a comma: two words that are no two names are one."""
    words = list(_WORD.finditer(part[0]))
    each = all(len(w[0]) == _FULL and w[0][0] in lexicon().surnames for w in words)
    start = at + part.start()
    if each:
        yield from ((start + w.start(), start + w.end()) for w in words)
    else:
        yield start + words[0].start(), start + words[-1].end()
