"""Trades: a field that stands beside a firm known to be of it, and fields that open a sentence."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graph.ontology import Label
from loaders.korean.fields.sectors import known_sector
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word
from loaders.reference import rows

KNOWN_RULE = "known-trade"
TOPIC_RULE = "field-as-topic"
_ACTS = ("은", "이", "도", "에서은")
_TOPICS = ("에서은", "에서도")
_FIELD_NOUNS = (
    "사업",
    "시장",
    "분야",
    "산업",
    "부문",
    "업계",
    "업체",
    "기업",
    "회사",
    "계열사",
    "자회사",
)


@cache
def _names_of() -> Mapping[str, tuple[str, ...]]:
    return {row.id: (row.name_ko, *row.synonyms_ko) for row in rows.sectors()}


def read_trades(words: Sequence[Word], text: str) -> Iterator[Finding]:
    """The fields that the sentence gives to the firms that act in it."""
    acting = [w for w in words if w.names and w.particle in _ACTS and _firms(w)]
    for word in acting:
        for firm in _firms(word):
            yield from _known_trade(firm, word, words)
    yield from _topics(words, acting, text)


def _known_trade(firm: Name, word: Word, words: Sequence[Word]) -> Iterator[Finding]:
    """`LG유플러스는 … 통신 …`: what the firm is known for stands as a word of the sentence."""
    if firm.entry is None or not firm.entry.sector:
        return
    for name in _names_of().get(firm.entry.sector, ()):
        at = next((w for i, w in enumerate(words) if _is_field(words, i, name)), None)
        if at is not None:
            field = Name(at.start, at.start + len(name), Label.SECTOR, None, None, 0, name)
            start, end = min(word.start, at.start), max(word.end, at.end)
            yield Finding("ACTIVE_IN", firm, field, start, end, KNOWN_RULE, 0.8, settled=True)
            return


def _is_field(words: Sequence[Word], i: int, name: str) -> bool:
    """Whether the name stands there as a field: before 사업 or 업체, or with 에서."""
    word = words[i]
    if word.names or word.text != name:
        return False
    after = words[i + 1].text if i + 1 < len(words) and not word.particle else ""
    return after.startswith(_FIELD_NOUNS) or word.particle in ("에서은", "에서도")


def _topics(words: Sequence[Word], acting: Sequence[Word], text: str) -> Iterator[Finding]:
    """`바이오에서는 LG화학이 …`: a known field with a topic's particle, then who acts."""
    for i, word in enumerate(words[:8]):
        if word.part is not Part.NOUN or word.names or word.particle not in _TOPICS:
            continue
        first = i
        while first and words[first - 1].part is Part.NOUN and not words[first - 1].particle:
            first -= 1
        end = word.start + len(word.text)
        start = known_sector(text, words[first].start, end)
        subject = next((w for w in acting if w.start > end and w.particle == "이"), None)
        if start is None or subject is None:
            continue
        field = Name(start, end, Label.SECTOR, None, None, 0, text[start:end])
        for firm in _firms(subject):
            yield Finding(
                "ACTIVE_IN", firm, field, start, subject.end, TOPIC_RULE, 0.8, settled=True
            )


def _firms(word: Word) -> tuple[Name, ...]:
    return tuple(n for n in word.names if n.label is Label.ORGANIZATION)
