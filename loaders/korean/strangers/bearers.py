"""Names of organizations that a list's mark or a post beside them shows."""

import re
from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.fields.sectors import is_sector
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import Name, stem, words_of
from loaders.korean.naming.introductions import Introduction
from loaders.korean.text import brackets
from loaders.korean.text.headings import BULLETS, heading, is_item, opens_line
from loaders.korean.text.masking import Masked

_HEADS = "it heads an item"
_POST = "a post in brackets after it"
_ITEM = "a post after it in a list"
_MARKS = frozenset(BULLETS)
_PERSON = "a person's post in it"
_PERSON_NAME = re.compile(r"[가-힣]{3}")
_JOINED = re.compile(r"(?<=[가-힣])-(?=[가-힣])|(?<=[가-힣]{2})-(?=[A-Z]{2})")
_LEAST = 3


def borne(raw: str, masked: Masked, names: list[Name], lexicon: Lexicon) -> Iterator[Introduction]:
    """The introductions of one sentence by its marks and posts; `raw` is the document's text."""
    taken = {i for name in names for i in range(name.start, name.end)}
    words = words_of(masked.text)
    free = [w for w in words if w.start() not in taken]
    starts = {w.start() for w in free}
    found = (
        *_headed(raw, masked, free),
        *_glossed(raw, masked, free),
        *_appointed(masked.text, words, starts, lexicon),
        *_led(masked.text, words, starts, lexicon),
    )
    yield from (new for new in found if not is_sector(new.surface))


def _headed(raw: str, masked: Masked, free: list[re.Match[str]]) -> Iterator[Introduction]:
    """`▲X=`, `1. X —`, `◎ X-Y=`: one word that is the whole head of an item, or two so joined."""
    head = heading(masked) if is_item(masked) and opens_line(raw, masked) else None
    if head is None or head.alone:
        return
    if any(w.span() == (head.start, head.end) for w in free):
        for surface in _JOINED.split(masked.text[head.start : head.end]):
            yield Introduction(surface, Label.ORGANIZATION, "company", _HEADS)


def _glossed(raw: str, masked: Masked, free: list[re.Match[str]]) -> Iterator[Introduction]:
    """`X(대표 홍길동)`: whoever has a head is an organization."""
    for bracket in masked.brackets:
        word = next((w for w in free if w.start() < bracket.at <= w.end()), None)
        if word is not None and brackets.post(raw, (bracket.start, bracket.end)):
            surface = masked.text[word.start() : bracket.at]
            yield Introduction(surface, Label.ORGANIZATION, "company", _POST, certain=True)


def _appointed(
    text: str, words: Sequence[re.Match[str]], free: set[int], lexicon: Lexicon
) -> Iterator[Introduction]:
    """`▲ X 대표 홍길동`: what stands between the mark and the post."""
    for one, post, person in zip(words, words[1:], words[2:], strict=False):
        if post[0] not in lexicon.leading_titles:
            continue
        marked = text[: one.start()].rstrip(" ")[-1:] in _MARKS
        if not marked or one.start() not in free or len(one[0]) < _LEAST:
            continue
        beside = text[one.end() : person.start()] == f" {post[0]} "
        if beside and not _is_post(one[0], lexicon):
            yield Introduction(one[0], Label.ORGANIZATION, "company", _ITEM)


def _led(
    text: str, words: Sequence[re.Match[str]], free: set[int], lexicon: Lexicon
) -> Iterator[Introduction]:
    """`홍길동 X 대표`, `X의 홍길동 대표`, `X 홍길동 대표`: what stands by a person and a post."""
    for one, two, post in zip(words, words[1:], words[2:], strict=False):
        if stem(post[0], lexicon) not in lexicon.leading_titles:
            continue
        if text[one.end() : post.start()] != f" {two[0]} ":
            continue
        name = ""
        if _is_person(one[0], lexicon) and two.start() in free:
            name = two[0] if len(two[0]) >= _LEAST and not _is_person(two[0], lexicon) else ""
        elif _is_person(two[0], lexicon) and one.start() in free:
            name = _before_person(one[0], lexicon)
        if name and not _is_post(name, lexicon):
            yield Introduction(name, Label.ORGANIZATION, "company", _PERSON)


def _before_person(word: str, lexicon: Lexicon) -> str:
    """The name that the word before a person is, with `의` or without any particle."""
    if word.endswith("의"):
        return word[:-1] if len(word) >= _LEAST else ""
    return word if len(word) > _LEAST and stem(word, lexicon) == word else ""


def _is_person(word: str, lexicon: Lexicon) -> bool:
    return bool(_PERSON_NAME.fullmatch(word)) and word[0] in lexicon.surnames


def _is_post(word: str, lexicon: Lexicon) -> bool:
    unit = lexicon.unit_ending.search(word) or word.endswith(("총괄", "담당", "장", "법인", "지역"))
    return bool(unit) or word in lexicon.titles
