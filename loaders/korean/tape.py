"""The tape: the words of a sentence as one string, on which constructions are patterns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.words import Part, Word

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
_PLAIN = r"[^\s_/,…·\ue001-\ue008]"
_PHRASE = rf"(?:{_PLAIN}+ (?:· )?){{0,3}}?{_PLAIN}+?"
_WORD = rf"{_PLAIN}+?"


def slot_of(name: Name) -> str:
    """The private character of the name's kind."""
    if name.label is Label.ORGANIZATION:
        return SLOTS["U" if name.kind == "unit" and name.entry is None else "O"]
    if name.label is Label.PLACE:
        return SLOTS["L" if name.entry is not None and name.entry.kind != "site" else "T"]
    return SLOTS[
        {Label.PERSON: "P", Label.PRODUCT: "D", Label.SECTOR: "S", Label.INITIATIVE: "I"}[
            name.label
        ]
    ]


@dataclass(frozen=True, slots=True)
class Tape:
    """The string, and for each of its characters the word and the masked offset it stands for."""

    text: str
    word: tuple[int, ...]
    offset: tuple[int, ...]


def tape(words: Sequence[Word]) -> Tape:
    """The words written out: `가_은 나_을 인수하다/다 .`."""
    pieces: list[str] = []
    word_of: list[int] = []
    offset: list[int] = []
    for i, word in enumerate(words):
        shown = slot_of(word.names[-1]) if word.names and word.part is Part.NOUN else word.text
        tail = f"{PARTICLE}{word.particle}" if word.particle else ""
        tail += f"/{word.ending}" if word.part is Part.VERB else ""
        written = f"{shown}{tail} "
        pieces.append(written)
        word_of.extend([i] * len(written))
        inside = min(len(written), word.end - word.start)
        offset.extend(range(word.start, word.start + inside))
        offset.extend([word.end] * (len(written) - inside))
    return Tape("".join(pieces), tuple(word_of), tuple(offset))


def compile_pattern(pattern: str, classes: dict[str, str]) -> re.Pattern[str]:
    """The regular expression of a construction.

    `{x:OU}` is a mention, `{x:phrase}` up to three plain nouns, `<name>` a word class.
    """
    expanded = _CLASS.sub(lambda m: f"(?:{classes[m[1]]})", pattern)
    return re.compile(r"(?:(?<= )|^)" + _SLOT.sub(_slot, expanded) + r"(?=[ _/])")


def _slot(match: re.Match[str]) -> str:
    name, kind = match[1], match[2]
    if kind in ("phrase", "word"):
        return f"(?P<{name}>{_PHRASE if kind == 'phrase' else _WORD})"
    return f"(?P<{name}>[{''.join(SLOTS[letter] for letter in kind)}])"
