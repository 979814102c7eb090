"""Headings: the items of a list, and the organization that heads one and that it is about."""

import re
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.masking import Masked
from loaders.korean.names import Name

BULLETS = "▲△■□◆◇●○▶▷▸▹◈◎▣★☆▼▽"
_HEAD = re.compile(
    rf"(?:[{BULLETS}]|\d{{1,2}}[.)](?= )) ?(?P<head>[^=:—–{BULLETS}]{{1,40}}?)"
    r"(?P<body> ?[=:—–]| - |$)"
)
_MARK = re.compile(rf"[{BULLETS}]|\d{{1,2}}[.)](?= )")


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
    match = _HEAD.match(masked.text)
    if match is None:
        return None
    return Heading(match.start("head"), match.end("head"), alone=not match["body"])


def heads(masked: Masked, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The organization that is the whole head of the item; none where something else is."""
    head = heading(masked)
    return tuple(
        name
        for name in names
        if head is not None
        and (name.start, name.end) == (head.start, head.end)
        and name.label is Label.ORGANIZATION
    )


class Items:
    """Which item of a list the sentences stand in, one after another."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._below = False
        self.inside = False
        self.about: tuple[Name, ...] = ()
        """The organization that heads the item; none outside of one, or where none does."""

    def turn(self, masked: Masked, names: tuple[Name, ...]) -> bool:
        """Take in the next sentence; True where it opens an item, or comes after the last."""
        if not opens_line(self._raw, masked):
            return False
        head = heading(masked)
        if is_item(masked):
            self.inside, self.about = True, heads(masked, names)
            self._below = head is not None and head.alone
            return True
        if not self.inside or self._below:
            return False
        self.inside, self.about = False, ()
        return True
