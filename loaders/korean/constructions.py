"""Constructions: relations that the shape of a noun phrase states, as data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from graph.ontology import Label
from loaders.korean.construction_rules import GROUP, TOPIC, Construction, Known, Rule, stages
from loaders.korean.coordination import fold_lists, fold_places
from loaders.korean.findings import SYMMETRIC, Finding, phrase_name
from loaders.korean.names import Name
from loaders.korean.sectors import is_sector, known_sector, sector_names
from loaders.korean.tape import SLOTS, Tape, tape
from loaders.korean.words import Word


def read_constructions(
    words: Sequence[Word],
    text: str,
    known: Known,
) -> tuple[list[Word], list[Finding]]:
    """The words with every noun phrase shrunk to its head, and what the phrases state."""
    reading = _Reading(fold_places(words), text, known)
    for stage in stages(reading.slots):
        for construction in stage:
            if reading.has_words_of(construction):
                reading.apply(construction)
        reading.fold()
    return reading.words, reading.findings


class _Reading:
    """A sentence as the constructions shrink it, and what they have found in it."""

    def __init__(
        self,
        words: list[Word],
        text: str,
        known: Known,
    ) -> None:
        self.words = words
        self.findings: list[Finding] = []
        self._text = text
        self._known = known
        self._tape = tape(words)
        self._whole = self._tape.text  # what is shrunk later holds no word more
        self.slots = _ALL_SLOTS.intersection(self._whole)
        self._classes: dict[re.Pattern[str], bool] = {}

    def has_words_of(self, construction: Construction) -> bool:
        """Whether the sentence has a word of each class that the pattern needs."""
        return all(self._has(words) for words in construction.classes)

    def _has(self, words: re.Pattern[str]) -> bool:
        known = self._classes.get(words)
        if known is None:
            known = self._classes[words] = words.search(self._whole) is not None
        return known

    def fold(self) -> None:
        """Fold the lists of names."""
        folded = fold_lists(self.words)
        if len(folded) < len(self.words):
            self._become(folded)

    def apply(self, construction: Construction) -> None:
        """Find what the construction states, and shrink what it matches to its head."""
        rule, at = construction.rule, 0
        while match := construction.pattern.search(self._tape.text, at):
            at = match.end()
            slots = _slots(rule, match, self._tape, self.words, self._text)
            if slots is None or not self._belongs(rule, slots):
                continue
            first, last = self._tape.word(match.start()), self._tape.word(match.end() - 1)
            span = self.words[first].start, self.words[last].end
            self.findings.extend(_findings(construction, slots, self._known, span, match))
            if rule.keep is not None:
                head = self.words[self._tape.word(match.start(rule.keep))]
                self._shrink(first, last, _titled(head, match))
                at = 0

    def _belongs(self, rule: Rule, slots: Mapping[str, tuple[Name, ...]]) -> bool:
        if rule.belongs is None:
            return True
        owners, members = (slots[slot] for slot in rule.belongs)
        return all(any(self._known.belongs(o, m) for o in owners) for m in members)

    def _shrink(self, first: int, last: int, head: Word) -> None:
        begin, end = self.words[first], self.words[last]
        kept = replace(head, start=begin.start, end=end.end, particle=end.particle)
        self._become([*self.words[:first], kept, *self.words[last + 1 :]])

    def _become(self, words: list[Word]) -> None:
        self.words = words
        self._tape = tape(words)


def _titled(head: Word, match: re.Match[str]) -> Word:
    """The word with the post that stood beside it, for a clause that says where it is held."""
    title = match.groupdict().get("title")
    if not title:
        return head
    return replace(head, names=tuple(replace(n, title=title) for n in head.names))


def _slots(
    rule: Rule, match: re.Match[str], strip: Tape, words: Sequence[Word], text: str
) -> dict[str, tuple[Name, ...]] | None:
    """The names of each slot; None where a phrase is no name of its kind."""
    slots: dict[str, tuple[Name, ...]] = {}
    for group, value in match.groupdict().items():
        if value is None or group == "title":
            continue
        if group in rule.labels:
            start, end = strip.offset(match.start(group)), strip.offset(match.end(group) - 1) + 1
            if group in rule.known:
                known = known_sector(text, start, end)
                if known is None:
                    return None
                start = known
            inside = words[strip.word(match.start(group)) : strip.word(match.end(group) - 1) + 1]
            common = all(_common(w) for w in inside) or is_sector(text[start:end])
            slots[group] = _phrases(text, start, end, rule.labels[group]) if common else ()
        else:
            slots[group] = words[strip.word(match.start(group))].names
            countries = [n for n in slots[group] if n.entry and n.entry.kind in _COUNTRIES]
            if group in rule.countries and not countries:
                return None
            if group in rule.only and any(n.kind not in rule.only[group] for n in slots[group]):
                return None
            if any(n.kind in rule.unless.get(group, ()) for n in slots[group]):
                return None
    return slots


_ALL_SLOTS = frozenset(SLOTS.values())
_PASSING = frozenset(
    ["LOCATED_IN", "ACTIVE_IN", "HAS_SUBSIDIARY", "LEADS", "HAS_UNIT", "IN_SECTOR", "DEVELOPED"]
)
_COUNTRIES = frozenset(["country"])


def _common(word: Word) -> bool:
    """Whether the word can be part of a field's name: a common noun, or a known field."""
    return not word.proper or is_sector(word.text)


def _phrases(text: str, start: int, end: int, label: Label) -> tuple[Name, ...]:
    if label is Label.SECTOR:
        return sector_names(text, start, end)
    name = phrase_name(text, start, end, label)
    return (name,) if name else ()


def _findings(
    construction: Construction,
    slots: dict[str, tuple[Name, ...]],
    known: Known,
    span: tuple[int, int],
    match: re.Match[str],
) -> Iterator[Finding]:
    rule = construction.rule
    title = match.groupdict().get("title")
    for fact in construction.facts:
        extra: dict[str, Any] = dict(fact[3]) if len(fact) == 4 else {}
        if fact[1] == "LEADS" and title:
            extra["title"] = title
        objects = slots.get(fact[2], ())
        if fact[0] == GROUP:
            found = _in_groups(objects, known.groups)
        else:
            subjects = known.end(fact[0]) or slots.get(fact[0], ())
            objects = known.end(fact[2]) or objects
            seat = extra.get("role") == "seat"
            found = pairs(subjects, objects, fact[1], same=fact[0] == fact[2], seat=seat)
        for subject, object_ in found:
            if fact[1] == "HAS_SUBSIDIARY" and (basis := _basis(match[0])):
                extra = {"basis": basis, **extra}
            if fact[1] == "HAS_SUBSIDIARY" and fact[0] == TOPIC:
                subject = known.parent(object_) or subject
            if fact[1] == "LEADS" and not title and subject.title:
                extra = {**extra, "title": subject.title}
            yield Finding(
                fact[1],
                subject,
                object_,
                *span,
                rule.id,
                rule.confidence,
                extra,
                settled=rule.keep is not None and fact[1] in _PASSING,
            )


_BASES = {
    "손자회사": "sub_subsidiary",
    "자회사": "subsidiary",
    "종속회사": "consolidated",
    "계열": "group_member",
    "그룹사": "group_member",
}


def _basis(words: str) -> str | None:
    """In which sense the words make the one the other's subsidiary."""
    return next((basis for noun, basis in _BASES.items() if noun in words), None)


def _in_groups(members: Sequence[Name], groups: Mapping[str, Name]) -> Iterator[tuple[Name, Name]]:
    for member in members:
        group = groups.get(member.entry.group) if member.entry is not None else None
        if group is not None and group.key != member.key:
            yield group, member


def pairs(
    subjects: Sequence[Name],
    objects: Sequence[Name],
    relation: str,
    *,
    same: bool,
    seat: bool = False,
) -> Iterator[tuple[Name, Name]]:
    """Every subject with every object; each two of one list once where it is the same list."""
    for subject, object_ in product(subjects, objects):
        if subject.key == object_.key:
            continue
        if relation == "LOCATED_IN" and seat and _is_elsewhere(subject, object_):
            continue
        if same and relation in SYMMETRIC and subject.key > object_.key:
            continue
        yield subject, object_


def _is_elsewhere(firm: Name, place: Name) -> bool:
    """Whether the firm is known to be of another country: `미국 X` then says where it acts."""
    if firm.entry is None or place.entry is None:
        return False
    return bool(firm.entry.country and place.entry.country) and (
        firm.entry.country != place.entry.country
    )
