"""Examples of a kind: the trade or the owner that firms have in common that are listed."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from graph.ontology import Label
from loaders.korean.fields.sectors import fields_before, is_field, sector_names
from loaders.korean.findings import Finding
from loaders.korean.lists.coordination import fold_lists
from loaders.korean.names import Name
from loaders.korean.naming.membership import is_own_holding
from loaders.korean.words.words import Part, Word

RULE = "trade-of-list"
MEMBERS_RULE = "members-of-list"
_CONFIDENCE = 0.85
_LONGEST = 6
_FOREMOST = frozenset(["비롯하다", "같다", "포함하다"])
_MEMBERS = re.compile(r"(?:자회사|손자회사|계열사|관계사|종속회사)들?")
_COUNT = re.compile(r"\d+여?(?:곳|개)")
"""`등 자회사 5곳의`: the number after the kind."""
_FIRMS = re.compile(
    r"(?:\d+개?|빅\d )?(?:업체|기업|(?<![자모])회사|(?<![자모회경쟁력객])사|스타트업|제조사|그룹"
    r"|계열사|사업자|브랜드|플랫폼)들?"
)


def read_examples(words: Sequence[Word], text: str) -> Iterator[Finding]:
    """`A와 B 등 통신 3사`, `A를 비롯한 항공사들`: the trade is that of all that are named.

    The words are those before lists are folded, which takes their count away.
    """
    for i, word in enumerate(words):
        if not _opens(word) or i + 1 == len(words):
            continue
        firms = _firms(words[:i])
        if not firms or (kind := _kind(words, i + 1)) is None:
            continue
        yield from _stated(firms, words, i + 1, kind, text)
        if _MEMBERS.fullmatch(words[kind].text):
            yield from _owned(firms, words[:i], words[kind].end)


def read_members(words: Sequence[Word]) -> Iterator[Finding]:
    """`A를 비롯한 가나그룹 계열사들`: A is one of the group that is named after it."""
    for i, word in enumerate(words[:-1]):
        owner = words[i + 1]
        if word.text not in _FOREMOST or not _opens(word) or owner.particle not in ("", "의"):
            continue
        kind = _kind(words, i + 2) if _organizations(owner) else None
        if kind is None or not _MEMBERS.fullmatch(words[kind].text):
            continue
        for group, firm in product(_organizations(owner), _firms(words[:i])):
            if not is_own_holding(group, firm):
                span = firm.start, words[kind].end
                yield Finding("HAS_SUBSIDIARY", group, firm, *span, MEMBERS_RULE, _CONFIDENCE)


def _organizations(word: Word) -> tuple[Name, ...]:
    return tuple(n for n in word.names if n.label is Label.ORGANIZATION)


def _opens(word: Word) -> bool:
    """Whether the word says that what stands before it are examples."""
    if word.text in _FOREMOST:
        return word.part is not Part.NOUN and word.ending in ("ㄴ", "")
    return word.text == "등" and word.particle in ("", "의")


def _firms(before: Sequence[Word]) -> tuple[Name, ...]:
    """The firms that are listed right before, without a first one that has its own kind."""
    last = fold_lists(before)[-1:]
    names = last[0].names if last else ()
    if not all(n.label is Label.ORGANIZATION for n in names):
        return ()
    if len(names) > 1 and _has_own_kind(before, names[0]):
        return names[1:]
    return names


def _has_own_kind(words: Sequence[Word], firm: Name) -> bool:
    """`홈쇼핑 업체 A와 B·C 등 금융 계열사`: A is no example of the kind after it."""
    at = next((i for i, w in enumerate(words) if firm in w.names), 0)
    noun = words[at - 1] if at else None
    plain = noun is not None and noun.part is Part.NOUN and not noun.names and not noun.particle
    return noun is not None and plain and _head(noun.text) is not None


def _owned(firms: Sequence[Name], before: Sequence[Word], end: int) -> Iterator[Finding]:
    """`A는 B와 C 등 계열사에`: the firms are those of who acts."""
    own = {n.key for n in firms}
    others = (w for w in reversed(before) if any(n.key not in own for n in w.names))
    word = next(others, None)
    if word is None or word.particle not in ("은", "이", "도"):
        return
    for owner in (n for n in word.names if n.label is Label.ORGANIZATION):
        for firm in (f for f in firms if not is_own_holding(owner, f)):
            span = word.start, end
            yield Finding("HAS_SUBSIDIARY", owner, firm, *span, MEMBERS_RULE, _CONFIDENCE)


def _kind(words: Sequence[Word], first: int) -> int | None:
    """The number of the noun that says that a kind of firm is spoken of."""
    for at in range(first, min(first + _LONGEST, len(words))):
        word = words[at]
        if word.part is Part.MARK and word.text == "·":
            continue
        if word.part is not Part.NOUN or word.names or word.proper:
            return None
        if word.particle or not _goes_on(words[at + 1 : at + 2]):
            known = _head(word.text) is not None or _MEMBERS.fullmatch(word.text)
            return at if known else None
    return None


def _goes_on(following: Sequence[Word]) -> bool:
    return any(
        (w.part is Part.NOUN and not _COUNT.match(w.text)) or w.text == "·" for w in following
    )


def _head(text: str) -> int | None:
    """Where the noun for a firm begins at the end of the word."""
    found = next((m for m in _FIRMS.finditer(text) if m.end() == len(text)), None)
    return found.start() if found else None


def _stated(
    firms: Sequence[Name], words: Sequence[Word], first: int, at: int, text: str
) -> Iterator[Finding]:
    start, end = words[first].start, words[at].start + (_head(words[at].text) or 0)
    fields = (*fields_before(words, first, text), *sector_names(text, start, end))
    for field in (f for f in fields if is_field(f.surface)):
        for firm in firms:
            span = firm.start, words[at].end
            yield Finding("ACTIVE_IN", firm, field, *span, RULE, _CONFIDENCE, settled=True)
