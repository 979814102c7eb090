"""Pairs: which candidates of a line a relation may join, and who an unnamed subject may be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph.ontology import Label, ontology
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.lines import Line
from loaders.korean.learned.mentions import Candidate, Mention

RELATIONS = tuple(sorted(name for name in ontology().relations if name != "PART_OF"))
_FAR = 60
_CROWDED = 40
"""A line with more names than this is a table; what it joins does not show in its words."""


class Pair(NamedTuple):
    """Two candidates in one line; an end that is only carried on has no mention there."""

    line: int
    subject: int
    object: int
    left: Mention | None
    right: Mention | None
    carried: str = ""


@cache
def legal(subject: Label, other: Label) -> tuple[int, ...]:
    """The numbers of the relations that may go from one label to the other."""
    known = ontology().relations
    return tuple(i for i, name in enumerate(RELATIONS) if known[name].allows(subject, other))


@cache
def symmetric() -> frozenset[int]:
    """The numbers of the relations without a direction."""
    return frozenset(i for i, name in enumerate(RELATIONS) if ontology().relations[name].symmetric)


def pairs(found: Candidates, story: Sequence[Line]) -> Iterator[Pair]:
    """Every pair of candidates in every line, and those with what the story speaks of."""
    carried, groups = Carried(found), _group_numbers(found)
    for line in story:
        here = _nearest(found.mentions[line.number])
        numbers = list(here) if len(here) <= _CROWDED else []
        for a in numbers:
            for b in numbers:
                if a != b and legal(found.all[a].label, found.all[b].label):
                    left, right = _closest(here[a], here[b])
                    if abs(left.first - right.first) <= _FAR:
                        yield Pair(line.number, a, b, left, right)
        if line.aside:
            continue
        for number, why in carried.absent(line, here):
            label = found.all[number].label
            for b in numbers:
                if legal(label, found.all[b].label):
                    yield Pair(line.number, number, b, None, here[b][0], why)
                if found.all[b].label is Label.PERSON and legal(found.all[b].label, label):
                    yield Pair(line.number, b, number, here[b][0], None, why)
        yield from _groups(found, groups, line, here)
        carried.hear(line)


def _groups(
    found: Candidates, groups: dict[str, int], line: Line, here: dict[int, list[Mention]]
) -> Iterator[Pair]:
    """Each company of the line with its business group, where the document names that."""
    for b in here:
        entry = found.all[b].entry
        number = groups.get(entry.group) if entry is not None and entry.group else None
        if number is not None and number != b and number not in here:
            yield Pair(line.number, number, b, None, here[b][0], "g")


def _group_numbers(found: Candidates) -> dict[str, int]:
    return {
        c.entry.group: i
        for i, c in enumerate(found.all)
        if c.entry is not None and c.entry.kind == "group"
    }


def _nearest(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    here: dict[int, list[Mention]] = {}
    for mention in mentions:
        here.setdefault(mention.candidate, []).append(mention)
    return here


def _closest(left: list[Mention], right: list[Mention]) -> tuple[Mention, Mention]:
    if len(left) == len(right) == 1:
        return left[0], right[0]
    return min(((a, b) for a in left for b in right), key=lambda ab: abs(ab[0].first - ab[1].first))


class Carried:
    """The organizations that a line without a subject may speak of."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._topic: int | None = None
        self._last: int | None = None
        self.main = main_of(found)

    def absent(self, line: Line, here: dict[int, list[Mention]]) -> Iterator[tuple[int, str]]:
        """Each of them that the line does not name, and why it may be meant."""
        why: dict[int, str] = {}
        for number, reason in ((self._topic, "t"), (self.main, "m"), (self._last, "l")):
            if number is not None and number not in here:
                why[number] = why.get(number, "") + reason
        if line.number:
            yield from why.items()

    def hear(self, line: Line) -> None:
        """Note what the line speaks of."""
        organizations = [
            m
            for m in self._found.mentions[line.number]
            if self._found.all[m.candidate].label is Label.ORGANIZATION
        ]
        if not organizations:
            return
        topic = next((m for m in organizations if line.particle(m.last) in ("은", "도")), None)
        first = organizations[0]
        if topic is None and (first.first <= 1 or line.particle(first.last) == "이"):
            topic = first
        if topic is not None:
            self._topic = topic.candidate
        self._last = first.candidate


def main_of(found: Candidates) -> int | None:
    """The organization that the document names most, the first lines counting more."""
    counts: Counter[int] = Counter()
    for mentions in found.mentions:
        for mention in mentions:
            if found.all[mention.candidate].label is Label.ORGANIZATION:
                counts[mention.candidate] += 3 if mention.line < 2 else 1
    return max(counts, key=lambda number: (counts[number], -number)) if counts else None


def kind_of(candidate: Candidate) -> str:
    """The label, and the kind of an organization or place."""
    if candidate.label is Label.ORGANIZATION:
        return candidate.kind or "company"
    if candidate.label is Label.PLACE and candidate.entry is not None:
        return f"Place.{candidate.entry.kind}"
    return candidate.label.value


def relations_of(found: Candidates, pair: Pair) -> Iterator[int]:
    """The relations that the pair may be in; one without direction is asked once."""
    turned = pair.left is not None and pair.right is not None and pair.left.first > pair.right.first
    for relation in legal(found.all[pair.subject].label, found.all[pair.object].label):
        if not (turned and relation in symmetric()):
            yield relation
