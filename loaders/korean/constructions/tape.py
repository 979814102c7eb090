"""The tape: the words of a sentence as one string, on which constructions are patterns."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.lexicon import lexicon
from loaders.korean.names import Name
from loaders.korean.text.headings import BULLETS
from loaders.korean.words.words import Part, Word

SLOTS = {
    "O": "\ue001",
    "U": "\ue002",
    "L": "\ue003",
    "T": "\ue004",
    "P": "\ue005",
    "D": "\ue006",
    "S": "\ue007",
    "I": "\ue008",
}
"""One private character a kind of mention: organization, unit, place, site, person, product, …"""

PARTICLE = "_"
_SLOT = re.compile(r"\{(\w+):([A-Z]+|phrase|word)\}")
_CLASS = re.compile(r"(?<!\?P)<(\w+)>")
_PLAIN = rf"[^\s_/,…·=※→{BULLETS}\ue001-\ue008]"
_PHRASE = rf"(?:{_PLAIN}+ (?:· )?){{0,3}}?{_PLAIN}+?"
_WORD = rf"{_PLAIN}+?"


def slot_of(name: Name) -> str:
    """The private character of the name's kind."""
    if name.label is Label.ORGANIZATION:
        return SLOTS["U" if name.kind == "unit" and _is_division(name) else "O"]
    if name.label is Label.PLACE:
        return SLOTS["T" if name.kind_of_place in (None, "site") else "L"]
    return SLOTS[
        {Label.PERSON: "P", Label.PRODUCT: "D", Label.SECTOR: "S", Label.INITIATIVE: "I"}[
            name.label
        ]
    ]


def _is_division(name: Name) -> bool:
    """Whether a unit is called one: of those that are known some go by a name like a firm's."""
    return name.entry is None or lexicon().unit_ending.search(name.surface) is not None


@dataclass(frozen=True, slots=True)
class Tape:
    """The words written out, and where in the text each of them begins."""

    text: str
    words: Sequence[Word]
    begins: tuple[int, ...]

    def word(self, at: int) -> int:
        """The number of the word that the character at `at` belongs to."""
        return bisect_right(self.begins, at) - 1

    def offset(self, at: int) -> int:
        """The masked offset that the character at `at` stands for."""
        number = self.word(at)
        word = self.words[number]
        return min(word.start + at - self.begins[number], word.end)


def tape(words: Sequence[Word]) -> Tape:
    """The words written out: `가_은 나_을 인수하다/다 .`."""
    pieces: list[str] = []
    begins: list[int] = []
    length = 0
    for word in words:
        piece = _written(word)
        pieces.append(piece)
        begins.append(length)
        length += len(piece)
    return Tape("".join(pieces), words, tuple(begins))


def _written(word: Word) -> str:
    if word.part is Part.VERB:
        tail = f"{PARTICLE}{word.particle}" if word.particle else ""
        return f"{word.text}{tail}/{word.ending} "
    shown = slot_of(word.names[-1]) if word.names and word.part is Part.NOUN else word.text
    return f"{shown}{PARTICLE}{word.particle} " if word.particle else f"{shown} "


def compile_pattern(pattern: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression of a construction.

    `{x:OU}` is a mention, `{x:phrase}` up to three plain nouns, `<name>` a word class.
    """
    expanded = _CLASS.sub(lambda m: f"(?:{classes[m[1]]})", pattern)
    return re.compile(r"(?<![^ ])" + _SLOT.sub(_slot, expanded) + r"(?=[ _/])")


def _slot(match: re.Match[str]) -> str:
    name, kind = match[1], match[2]
    if kind in ("phrase", "word"):
        return f"(?P<{name}>{_PHRASE if kind == 'phrase' else _WORD})"
    return f"(?P<{name}>[{''.join(SLOTS[letter] for letter in kind)}])"
