"""Headings: the items of a list, and the organization that heads one and that it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.names import REMEMBERED_TEXTS, Name
from loaders.korean.text.masking import Masked
from loaders.korean.words.words import Word

BULLETS = "▲△■□◆◇●○▶▷▸▹◈◎▣★☆▼▽"
_ITEM = rf"(?:[{BULLETS}]|\d{{1,2}}[.)](?= ))"
_HEAD = re.compile(
    rf"(?:{_ITEM} ?(?P<head>[^=:—–{BULLETS}]{{1,40}}?)(?P<body> ?[=:—–]| - |$)"
    rf"|(?P<bare>[^=:—–{BULLETS}]{{2,40}}?) ?[=—])"
)
"""An item's head; without a mark before it, only `=` and a dash show one."""
_MARK = re.compile(_ITEM)
_DIVIDERS = ("=", ":", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of an item at `[start, end)` of the masked sentence that opens it.

    `alone` where it stands on a line by itself: the lines below are its body.
    """

    start: int
    end: int
    alone: bool


def opens_line(raw: str, masked: Masked) -> bool:
    """Whether the sentence begins a line of the text."""
    start = masked.raw[0] if masked.raw else 0
    return not raw[:start].rstrip(" \t\u00a0") or raw[:start].rstrip(" \t\u00a0")[-1] in "\n\r"


def is_item(masked: Masked) -> bool:
    """Whether the sentence, which begins a line, begins with the mark of an item."""
    return _MARK.match(masked.text) is not None


def heading(masked: Masked) -> Heading | None:
    """The head before `=`, `:`, a dash or the line's end of the item that the sentence opens."""
    return _heading(masked.text)


@lru_cache(REMEMBERED_TEXTS)
def _heading(text: str) -> Heading | None:
    match = _HEAD.match(text)
    if match is None:
        return None
    group = "head" if match["head"] is not None else "bare"
    return Heading(match.start(group), match.end(group), alone=match["body"] == "")


def heads(masked: Masked, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The organization that the item's head ends with; none where something else does."""
    head = heading(masked)
    if head is None:
        return ()
    return tuple(
        name
        for name in names
        if name.end == head.end
        and (name.start == head.start or masked.text[name.start - 1] == " ")
        and name.label is Label.ORGANIZATION
    )


class Items:
    """Which item of a list the sentences stand in, one after another."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._below = self._opening = False
        self.inside = False
        self.about: tuple[Name, ...] = ()
        """The organization that heads the item; none outside of one, or where none does."""

    def turn(self, masked: Masked, names: tuple[Name, ...]) -> bool:
        """Take in the next sentence; True where it opens an item, or comes after the last."""
        self._opening = False
        if not opens_line(self._raw, masked):
            return False
        head, about = heading(masked), heads(masked, names)
        if is_item(masked) or about:
            self.inside, self.about, self._opening = True, about, bool(about)
            self._below = head is not None and head.alone
            return True
        if not self.inside or self._below:
            return False
        self.inside, self.about = False, ()
        return True

    def as_topic(self, words: Sequence[Word]) -> list[Word]:
        """The words of the sentence, `X=` at the head of an item read as `X는`."""
        line = list(words)
        if not self._opening:
            return line
        end = self.about[0].end
        for i in range(1, len(line)):
            before, mark = line[i - 1], line[i]
            if before.end == end and before.names and mark.text.startswith(_DIVIDERS):
                line[i - 1] = before._replace(particle="은")
                rest = mark._replace(text=mark.text[1:], start=mark.start + 1)
                line[i : i + 1] = [rest] if rest.text else []
                break
        return line
