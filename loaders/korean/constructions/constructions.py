"""Constructions: relations that the shape of a noun phrase states, as data."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.korean.constructions.facts import facts_of
from loaders.korean.constructions.rules import HERE, TOPIC, Construction, Known, Rule, constructions
from loaders.korean.constructions.slots import slots_of
from loaders.korean.constructions.tape import tape
from loaders.korean.discourse.topics import organizations
from loaders.korean.findings import Finding
from loaders.korean.lists.addresses import fold_places
from loaders.korean.lists.coordination import fold_lists
from loaders.korean.lists.listed_kinds import read_examples, read_members
from loaders.korean.names import Name
from loaders.korean.text.headings import BULLETS
from loaders.korean.words.words import Word

_OWNERLESS = frozenset([TOPIC, HERE])
_PLACED = "LOCATED_IN"
_OWNS = "HAS_SUBSIDIARY"
_HEADED = "LEADS"
_OWNING = frozenset([_PLACED, "DEVELOPED", "HAS_UNIT"])


def read_constructions(
    words: Sequence[Word],
    text: str,
    known: Known,
) -> tuple[list[Word], list[Finding]]:
    """The words with every noun phrase shrunk to its head, and what the phrases state."""
    reading = _Reading(fold_places(words), text, known)
    # What is shrunk on the way holds no word that the tape has not at first.
    for number, stage in enumerate(constructions().for_tape(reading.tape)):
        for construction in stage:
            reading.apply(construction)
        if not number:
            reading.findings.extend(read_examples(reading.words, text))
            reading.findings.extend(read_members(reading.words))
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
        self._folded: list[Word] | None = None
        """The words in which no list is left to be folded."""

    @property
    def tape(self) -> str:
        """The words as they are now, written out."""
        return self._tape.text

    def fold(self) -> None:
        """Fold the lists of names."""
        if self._folded is self.words:
            return
        folded = fold_lists(self.words)
        if len(folded) < len(self.words):
            self._become(folded)
        else:
            self._folded = self.words

    def apply(self, construction: Construction) -> None:
        """Find what the construction states, and shrink what it matches to its head."""
        rule, at = construction.rule, 0
        while match := construction.pattern.search(self._tape.text, at):
            at = match.end()
            slots = slots_of(rule, match, self._tape, self._text)
            if slots is None or not self._belongs(rule, slots):
                continue
            first, last = self._tape.word(match.start()), self._tape.word(match.end() - 1)
            span = self.words[first].start, self.words[last].end
            found = facts_of(construction, slots, self._known, span, match)
            if rule.with_topic:
                found = map(self._sisters, found)
                found = (f for f in found if not self._is_in_list(f, slots))
            self.findings.extend(f for f in found if not self._is_others(rule, f, first))
            if rule.keep is not None:
                head = self.words[self._tape.word(match.start(rule.keep))]
                self._shrink(first, last, _owned(_titled(head, match), construction, slots))
                at = 0

    def _sisters(self, finding: Finding) -> Finding:
        """`자회사 A는 …, 또 다른 자회사 B는`: whose the first is the other is, too."""
        if finding.relation != _OWNS:
            return finding
        own = (f for f in self.findings if f.relation == _OWNS and f.rule == finding.rule)
        mother = next((f.subject for f in own if f.object.key == finding.subject.key), None)
        return replace(finding, subject=mother) if mother is not None else finding

    def _is_in_list(self, finding: Finding, slots: Mapping[str, tuple[Name, ...]]) -> bool:
        """Whether it is a daughter in a list of posts, of the item's own firm and of no other."""
        named = any(finding.subject in names for names in slots.values())
        posts = sum(w.text in BULLETS for w in self.words) > 1
        return finding.relation == _OWNS and posts and not named

    def _is_others(self, rule: Rule, finding: Finding, first: int) -> bool:
        """Whether the place at a word is another's than the topic's: of who stands nearest."""
        placed = (f for f in rule.with_topic if f[1] == _PLACED)
        if finding.relation != _PLACED or all(f[0] not in _OWNERLESS for f in placed):
            return False
        known = (f.object.key for f in self.findings if f.relation == _PLACED)
        if finding.object.key in known and finding.subject.key not in self._owners(finding):
            return True
        named = (n for w in reversed(self.words[:first]) for n in organizations(w))
        nearest = next(named, None)
        if nearest is None:
            return all(n.key != finding.subject.key for n in self._known.here)
        return nearest.key != finding.subject.key

    def _owners(self, finding: Finding) -> set[str]:
        return {f.subject.key for f in self.findings if f.object.key == finding.object.key}

    def _belongs(self, rule: Rule, slots: Mapping[str, tuple[Name, ...]]) -> bool:
        if rule.home is not None:
            firms, places = (slots[slot] for slot in rule.home)
            countries = {p.entry.country for p in places if p.entry is not None}
            return all(f.entry is not None and f.entry.country in countries for f in firms)
        if rule.belongs is None:
            return True
        owners, members = (slots[slot] for slot in rule.belongs)
        return all(any(self._known.belongs(o, m) for o in owners) for m in members)

    def _shrink(self, first: int, last: int, head: Word) -> None:
        begin, end = self.words[first], self.words[last]
        kept = head._replace(start=begin.start, end=end.end, particle=end.particle)
        self._become([*self.words[:first], kept, *self.words[last + 1 :]])

    def _become(self, words: list[Word]) -> None:
        self.words = words
        self._tape = tape(words)


def _titled(head: Word, match: re.Match[str]) -> Word:
    """The word with the post that stood beside it, for a clause that says where it is held."""
    title = match.groupdict().get("title")
    if not title:
        return head
    return head._replace(names=tuple(replace(n, title=title) for n in head.names))


def _owned(head: Word, construction: Construction, slots: Mapping[str, tuple[Name, ...]]) -> Word:
    """The word with the firms whose it is: the clause may be about them (`KT의 서버에 들어간다`).

    A person stands for the firm that is headed.
    """
    keep = construction.rule.keep
    facts = construction.facts
    owning = [f[0] for f in facts if f[1] in _OWNING and f[2] == keep]
    owning += [f[2] for f in facts if f[1] == _HEADED and f[0] == keep]
    owners = tuple(name for slot in owning for name in slots.get(slot, ()))
    return head._replace(owners=owners) if owners else head
