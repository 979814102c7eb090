"""Names that a document itself introduces, learned before it is read."""

from collections.abc import Sequence
from typing import Any

from graph.ontology import Label
from loaders.korean import brackets
from loaders.korean.masking import Masked
from loaders.korean.names import Learned, NameFinder

_PROPER = frozenset(["NNP", "SL"])
_UNKNOWN = frozenset([2, 3])
"""Kiwi's ids of a common and of a proper noun that its dictionary does not hold."""
_NOT_NAMES = ("V", "E", "J", "M", "XS", "NNB", "NP", "NR")


def learn(text: str, masked: Sequence[Masked], finder: NameFinder, kiwi: Any) -> dict[str, Learned]:
    """The names that words like `업체` or `자회사` introduce, and the short names in brackets."""
    learned: dict[str, Learned] = {}
    for sentence in masked:
        names = finder.names(sentence, {})
        for surface, label, kind in finder.proposals(sentence, names):
            name = _checked(surface, kiwi, finder)
            if name:
                if finder.plain(name):
                    continue
                learned.setdefault(name, Learned(label, kind))
    for sentence in masked:
        if sentence.brackets:
            _learn_glosses(text, sentence, finder, learned)
    return learned


def _learn_glosses(
    text: str, sentence: Masked, finder: NameFinder, learned: dict[str, Learned]
) -> None:
    ends = {name.end: name for name in finder.names(sentence, learned)}
    for bracket in sentence.brackets:
        name = ends.get(bracket.at)
        if name is None or name.label is Label.PLACE:
            continue
        for start, end in brackets.gloss(text, (bracket.start, bracket.end)):
            surface = text[start:end].strip()
            if len(surface) > 1:
                learned.setdefault(surface, Learned(name.label, name.kind, name.key))


def _checked(surface: str, kiwi: Any, finder: NameFinder) -> str | None:
    """The part of the surface that reads as a name."""
    kept: list[str] = []
    for word in surface.split(" "):
        tokens = kiwi.tokenize(word)
        common = not any(t.tag in _PROPER or t.id in _UNKNOWN for t in tokens)
        wrong = any(t.tag.startswith(_NOT_NAMES) for t in tokens) and not word.isascii()
        if finder.ends_firm(word) and kept:
            kept.append(word)
            break
        if common or (wrong and len(tokens) < 4):
            break
        kept.append(word)
    name = " ".join(kept)
    return name if len(name) > 1 else None
