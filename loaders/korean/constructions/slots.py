"""Construction slots: which names stand in the slots of a matched construction."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.constructions.rules import Rule
from loaders.korean.constructions.tape import Tape
from loaders.korean.fields.products import products_in
from loaders.korean.fields.sectors import (
    fields_before,
    is_field,
    is_sector,
    is_trade,
    known_sector,
    narrowest,
    sector_names,
)
from loaders.korean.findings import phrase_name
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_ACTIVE = "ACTIVE_IN"
_OWNS = "HAS_SUBSIDIARY"
_COUNTRY = "country"
_JOINED = re.compile(r"[와과,·및 ]*")


def slots_of(
    rule: Rule, match: re.Match[str], tape: Tape, text: str
) -> dict[str, tuple[Name, ...]] | None:
    """The names of each slot; None where a phrase is no name of its kind."""
    slots: dict[str, tuple[Name, ...]] = {}
    for slot, value in match.groupdict().items():
        if value is None or slot == "title":
            continue
        if slot in rule.labels:
            names = _described(rule, slot, match.span(slot), tape, text)
        else:
            names = _named(rule, slot, tape.words[tape.word(match.start(slot))], text)
        if names is None:
            return None
        slots[slot] = names
    return slots


def _named(rule: Rule, slot: str, word: Word, text: str) -> tuple[Name, ...] | None:
    """The names of the word in a slot; None where they are not what the rule asks for."""
    names = word.names
    if slot in rule.owned and names[-1].label is not Label.ORGANIZATION:
        names = word.owners
    if slot == rule.keep and (rule.labels or _OWNS in rule.relations):
        names = _side_by_side(names, text)
    if slot in rule.nearest:
        names = names[-1:]
    if slot in rule.foremost:
        names = names[:1]
    countries = [n for n in names if n.entry and n.entry.kind == _COUNTRY]
    if slot in rule.countries and not countries:
        return None
    if slot in rule.only and any(n.kind not in rule.only[slot] for n in names):
        return None
    return None if any(n.kind in rule.unless.get(slot, ()) for n in names) else names


def _side_by_side(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """`철도 회사 A와 미국 B`: what has a description of its own is not of the first one's."""
    for i in range(1, len(names)):
        if not _JOINED.fullmatch(text, names[i - 1].end, names[i].start):
            return names[:i]
    return names


def _described(
    rule: Rule, slot: str, span: tuple[int, int], tape: Tape, text: str
) -> tuple[Name, ...] | None:
    """What the plain nouns of a phrase name; None where that is not what the rule asks for."""
    words, label, last = tape.words, rule.labels[slot], tape.word(span[1] - 1)
    first = _nouns_from(words, tape.word(span[0]), last)
    inside, end = words[first : last + 1], tape.offset(span[1] - 1) + 1
    start = _beginning(rule, slot, text, words[first].start, end)
    if start is None:
        return None
    if label is Label.PRODUCT:
        return products_in(inside, text, goods=True) or None
    names = _phrases(text, start, end, label)
    if not all(_is_plain(name, inside) for name in names):
        known = known_sector(text, start, end) if _ACTIVE in rule.relations else None
        start = end if known is None else known  # what bears a name is no field
        names = _phrases(text, start, end, label)
    if slot in rule.whole and not _are_known(names):
        return None
    if slot in rule.sure:
        names = tuple(n for n in names if is_trade(n.surface))
    if _ACTIVE in rule.relations and names and start == words[first].start:
        return (*fields_before(words, first, text), *names)
    return names


def _nouns_from(words: Sequence[Word], first: int, last: int) -> int:
    """Where the nouns of a phrase begin: an adverb or a bullet before them is no part of it."""
    for at in range(last, first - 1, -1):
        if words[at].part is not Part.NOUN and words[at].text != "·":
            return min(at + 1, last)
    return first


def _beginning(rule: Rule, slot: str, text: str, start: int, end: int) -> int | None:
    """Where the name in a phrase begins; None where only a known one will do and it has none."""
    if slot in rule.known:
        return known_sector(text, start, end)
    return narrowest(text, start, end) if slot in rule.whole else start


def _phrases(text: str, start: int, end: int, label: Label) -> tuple[Name, ...]:
    if label is Label.SECTOR:
        return sector_names(text, start, end)
    name = phrase_name(text, start, end, label)
    return (name,) if name else ()


def _are_known(names: Sequence[Name]) -> bool:
    return bool(names) and all(is_field(name.surface) for name in names)


def _is_plain(name: Name, words: Sequence[Word]) -> bool:
    """Whether all words of the phrase are common nouns, or it is a known field."""
    within = (w for w in words if name.start <= w.start < name.end)
    return is_sector(name.surface) or all(_common(w) for w in within)


def _common(word: Word) -> bool:
    """Whether the word can be part of a field's name: a common noun, or a known field."""
    return not word.proper or word.coined or is_sector(word.text)
