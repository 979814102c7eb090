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
_ACTORS = frozenset([Label.PERSON, Label.ORGANIZATION])
_WITH_CARRIED_OBJECT = frozenset(
    RELATIONS.index(name)
    for name in ("ACQUIRED", "HAS_STAKE_IN", "INVESTED_IN", "LEADS", "PARTNER_IN", "SUPPLIES")
)
"""The relations whose object goes without saying: `이번 투자에는 A와 B가 참여했다`."""


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
                if found.all[b].label in _ACTORS and legal(found.all[b].label, label):
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
    """The organizations, and the undertaking, that a line may speak of without naming them."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._topic: int | None = None
        self._opening: int | None = None
        self._last: int | None = None
        self._undertaking: int | None = None
        self._main, self._second = (*mains_of(found)[:2], None, None)[:2]

    def absent(self, line: Line, here: dict[int, list[Mention]]) -> Iterator[tuple[int, str]]:
        """Each of them that the line does not name, and why it may be meant."""
        why: dict[int, str] = {}
        heard = (
            (self._topic, "t"), (self._main, "m"), (self._last, "l"),
            (self._undertaking, "u"), (self._opening, "p"), (self._second, "s"),
        )  # fmt: skip
        for number, reason in heard:
            if number is not None and number not in here:
                why[number] = why.get(number, "") + reason
        if line.number:
            yield from why.items()

    def hear(self, line: Line) -> None:
        """Note what the line speaks of; a paragraph goes on about what it opened with."""
        if line.opens:
            self._opening = None
        organizations = list[Mention]()
        for mention in self._found.mentions[line.number]:
            label = self._found.all[mention.candidate].label
            if label is Label.INITIATIVE:
                self._undertaking = mention.candidate
            elif label is Label.ORGANIZATION:
                organizations.append(mention)
        if not organizations:
            return
        topic = next((m for m in organizations if line.particle(m.last) in ("은", "도")), None)
        first = organizations[0]
        if topic is None and (first.first <= 1 or line.particle(first.last) == "이"):
            topic = first
        if topic is not None:
            self._topic = topic.candidate
            if self._opening is None:
                self._opening = topic.candidate
        self._last = first.candidate


def main_of(found: Candidates) -> int | None:
    """The organization that the document names most."""
    return next(iter(mains_of(found)), None)


def mains_of(found: Candidates) -> list[int]:
    """The organizations that the document names, most named first; the first lines count more."""
    counts: Counter[int] = Counter()
    for mentions in found.mentions:
        for mention in mentions:
            if found.all[mention.candidate].label is Label.ORGANIZATION:
                counts[mention.candidate] += 3 if mention.line < 2 else 1
    return sorted(counts, key=lambda number: (-counts[number], number))


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
        if pair.right is None and relation not in _WITH_CARRIED_OBJECT:
            continue
        if not (turned and relation in symmetric()):
            yield relation
