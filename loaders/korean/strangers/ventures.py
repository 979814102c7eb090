"""Ventures: the name that a sentence gives one, and `합작법인` where a story gives it none."""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.ontology import Label
from loaders.korean.names import Learned, Name

_KIND = "joint_venture"
_KEY = "Organization:venture without a name"
_BY = "the one venture of the story"
_VENTURE = r"(?:합작 ?(?:법인|사|회사)|조인트벤처)"
_SET = r"(?:설립|세[우운웠]|만[든들]|출범|차[리린]|꾸[리린]|띄[우운])"
_NOUNS = re.compile(rf"{_VENTURE}(?=[을를은는이가의에]|과 | 지분| 본?계약| {_SET})")
_SET_UP = re.compile(rf"{_VENTURE}(?:[을를] [^.]{{0,24}}?{_SET}| 본?계약| {_SET})")
_NAMED = "said to be a venture's name"
_OPENING = 400
"""Within so many letters a story says what it is about."""
_LEAST = 2
_CALLED = re.compile(
    r"(?:합작|신설|통합|합병|새) ?(?:법인|사|회사)(?:의)? ?(?:이름|사명|명칭|법인명)[은는] [‘'“]?"
    r"([가-힣A-Za-z0-9&]{3,20}?)[’'”]?(?:이?다[.]|으?로 |이?며 |이?고 |[.]|$)",
    re.MULTILINE,
)


def named_ventures(text: str) -> Iterator[tuple[str, Learned]]:
    """`합작법인의 이름은 가누엘이다`: what a venture or a merged firm is called."""
    for match in _CALLED.finditer(text):
        joint = match[0].startswith("합작")
        yield match[1], Learned(Label.ORGANIZATION, _KIND if joint else "company", by=_NAMED)


def unnamed_ventures(
    text: str, names: Sequence[Name], learned: Mapping[str, Learned]
) -> Iterator[tuple[str, Learned]]:
    """The nouns that stand for the venture which a story's opening says is set up.

    None where the document names a venture: the nouns then stand for that one.
    """
    if "합작" not in text and "조인트벤처" not in text:
        return
    kinds = {*(name.kind for name in names), *(new.kind for new in learned.values())}
    if _KIND in kinds:
        return
    found = list(dict.fromkeys(_NOUNS.findall(text)))
    if len(_NOUNS.findall(text)) < _LEAST or not _SET_UP.search(text, 0, _OPENING):
        return
    for noun in found:
        yield noun, Learned(Label.ORGANIZATION, _KIND, _KEY, by=_BY)


def is_unnamed(name: Name) -> bool:
    """Whether the name is such a noun."""
    return name.key == _KEY
