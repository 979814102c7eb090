"""Tails: the plain nouns before a phrase's head, and what introduces a name in it."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.words.phrases import Phrase
from loaders.korean.words.words import Part, Word

COUNTED = tuple("개대명건곳원%")
_TIME_WORDS = frozenset(
    [
        "지난해",
        "올해",
        "내년",
        "최근",
        "연내",
        "자사",
        "자체",
        "이",
        "그",
        "새",
        "세계",
        "국내",
        "차세대",
    ]
)
_DIGIT = re.compile(r"\d")


def introduced(phrase: Phrase, nouns: list[str], text: str) -> bool:
    """Whether one of the nouns stands right before the name: `자회사 X를`."""
    head = phrase.head
    if any(word.text in nouns for word in phrase.words[:-1][-1:]):
        return True
    shrunk = text[head.start : head.names[0].start] if head.names else ""
    return any(noun in shrunk for noun in nouns)


def is_anothers(phrase: Phrase) -> bool:
    """`LG전자는 롯데케미칼 대산공장에서 원료를 받는다`: the plant's owner stands before it."""
    head = phrase.head
    shrunk = bool(head.names) and head.start < head.names[0].start
    return shrunk or any(n.label is Label.ORGANIZATION for w in phrase.words for n in w.names)


def plain_tail(words: Sequence[Word]) -> tuple[Word, ...]:
    """The plain nouns right before and with the head, at most four."""
    tail: list[Word] = []
    for word in reversed(words):
        if word.names or word.part is not Part.NOUN or (tail and word.particle):
            break
        if tail and tail[-1].start - (word.start + len(word.text)) > 1:
            break
        tail.append(word)
    tail.reverse()
    while tail and (_DIGIT.match(tail[0].text) or len(tail) > 4 or tail[0].text in _TIME_WORDS):
        tail.pop(0)
    return tuple(tail)


def headless(phrase: Phrase, heads: Sequence[str]) -> Phrase | None:
    """What stands before the heads that end the phrase: `양극재 생산 라인을` is of 양극재.

    The phrase itself where no heads are asked for; None where it has none of them.
    """
    if not heads:
        return phrase
    words = list(phrase.words)
    while words and words[-1].text.endswith(tuple(heads)) and not words[-1].names:
        words.pop()
    bare = len(words) == len(phrase.words) or not words or bool(words[-1].particle)
    return None if bare else Phrase(tuple(words))
