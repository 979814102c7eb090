"""Candidates: what a document may name, by the rules, the tagger and the reference data."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import ahocorasick

from graph.claims import Proposal
from graph.ontology import Label
from loaders.korean.learned.anaphors import anaphors
from loaders.korean.learned.fields import fields
from loaders.korean.learned.lines import Line
from loaders.korean.learned.mentions import Candidate, Mention
from loaders.korean.learned.tagger import Tagged, Tagger, is_common
from loaders.korean.names import UNSURE
from loaders.reference.gazetteer import gazetteer

_LINKS = frozenset([",", "·", "와", "과", "및", "/", "이나", "나"])
_NESTED = 8
"""How many lines may lie between a place and the beginning of its own: those it quotes."""


class Candidates:
    """Collects the candidates of one document; each token belongs to one at most."""

    def __init__(self, proposal: Proposal, story: Sequence[Line]) -> None:
        self.all: list[Candidate] = []
        self.mentions: list[list[Mention]] = [[] for _ in story]
        self.mates: dict[int, set[int]] = defaultdict(set)
        self._story = story
        self._taken: list[dict[int, int]] = [{} for _ in story]
        self._named: dict[str, int] = {}
        self._edges: dict[str, set[int]] = defaultdict(set)
        self._take_referents(proposal)
        self._take_asides()

    def add(self, tagger: Tagger) -> "Candidates":
        """Take in what the tagger sees, the quoted names and the known fields."""
        tagged = zip(self._story, tagger.names(self._story), strict=True)
        self._take_tagged([[n for n in names if not is_common(line, n)] for line, names in tagged])
        self._repeat()
        self._refer()
        for line in self._story:
            for start, end, first, last in fields(line):
                self._note(line, first, last, Label.SECTOR, line.text[start:end])
        for found in self.mentions:
            found.sort(key=lambda mention: mention.first)
        self._join()
        return self

    def _join(self) -> None:
        """Note which candidates stand in one list: `A와 B, C`."""
        for line in self._story:
            for a, b in pairwise(self.mentions[line.number]):
                between = line.forms[a.last : b.first]
                alike = self.all[a.candidate].label is self.all[b.candidate].label
                if alike and 0 < len(between) < 3 and _LINKS.issuperset(between):
                    self.mates[a.candidate].add(b.candidate)
                    self.mates[b.candidate].add(a.candidate)

    def _take_referents(self, proposal: Proposal) -> None:
        named = gazetteer().named
        lined = [line for line in self._story if line.raw and not line.aside]
        begins = [line.raw[0] for line in lined]
        for referent in proposal.referents:
            names = (referent.name, *(tie.name for tie in referent.ties), *referent.aliases)
            entries = (entry for name in names if (entry := named(name)) is not None)
            entry = next((e for e in entries if e.label is referent.label), None)
            number = len(self.all)
            candidate = Candidate(
                referent.label, referent.kind, referent.name, referent.id, entry, trust=0.5
            )
            candidate.spans.update(referent.mentions)
            self._append(candidate)
            for name in names:
                self._named.setdefault(_key(name), number)
            for span in referent.mentions:
                at = bisect_right(begins, span[0])
                for line in reversed(lined[max(0, at - _NESTED) : at]):
                    if (masked := line.masked(*span)) is not None:
                        if tokens := line.tokens(*masked):
                            self._place(line, *tokens, number)
                        break

    def _take_asides(self) -> None:
        """The names that the rules see in brackets, which no rule goes on to read."""
        for line in (line for line in self._story if line.aside):
            for name in line.names:
                span = line.tokens(name.start, name.end)
                if span is not None and name.rank != UNSURE:
                    self._note(line, *span, name.label, name.surface)

    def _take_tagged(self, tagged: Sequence[list[Tagged]]) -> None:
        votes: dict[str, Counter[Label]] = defaultdict(Counter)
        for line, found in zip(self._story, tagged, strict=True):
            for name in found:
                votes[_key(self._words(line, name.first, name.last))][name.label] += 1
        for line, found in zip(self._story, tagged, strict=True):
            for name in found:
                words = self._words(line, name.first, name.last)
                key = _key(words)
                label = max(votes[key], key=votes[key].__getitem__)
                if key not in self._named:
                    whole = self._whole(words, label)
                    if whole is not None:
                        self._named[key] = whole
                number = self._note(line, name.first, name.last, label, words)
                if number is not None:
                    candidate = self.all[number]
                    agreed = name.probability if candidate.label is label else 0.0
                    candidate.trust = max(candidate.trust, agreed)
        for line in self._story:
            for start, end in line.quotes:
                span = line.tokens(start, end)
                if span is None:
                    continue
                number = self._note(line, *span, Label.PRODUCT, line.text[start:end])
                if number is not None:
                    self.all[number].quoted = True

    def _whole(self, words: str, label: Label) -> int | None:
        """The one candidate that the words are a short form of: `김 대표`, `이노베이션`."""
        if label is Label.PERSON:
            surname, _, title = words.partition(" ")
            if not title or len(surname) > 2:
                return None
            found = [i for i in self._edges[surname[:1]] if _surname(self.all[i], surname)]
        elif label is Label.ORGANIZATION and len(words) > 2:
            near = self._edges[words[:3]] | self._edges[words[-3:]]
            found = [i for i in near if _longer(self.all[i], words)]
        else:
            return None
        return found[0] if len(found) == 1 else None

    def _refer(self) -> None:
        """`이 회사` is what the story speaks of, `양사` the last two spoken of together."""
        topic, both = None, list[int]()
        for line in (line for line in self._story if not line.aside):
            for first, last, plural in anaphors(line):
                meant = both if plural else [topic] if topic is not None else []
                if not any(i in self._taken[line.number] for i in range(first, last)):
                    for number in meant:
                        self._stand(line, first, last, number)
            here = sorted(self.mentions[line.number], key=lambda mention: mention.first)
            firms = [m for m in here if self.all[m.candidate].label is Label.ORGANIZATION]
            subject = next((m for m in firms if line.particle(m.last) in ("은", "도")), None)
            if subject is None and firms and (firms[0].first <= 1 or line.headline):
                subject = firms[0]
            topic = subject.candidate if subject is not None else topic
            beside = [
                (a.candidate, b.candidate)
                for a, b in pairwise(firms)
                if b.first - a.last <= 1 and a.candidate != b.candidate
            ]
            both = list(beside[0]) if beside else both

    def _stand(self, line: Line, first: int, last: int, number: int) -> None:
        start, end = line.starts[first], line.ends[last - 1]
        mention = Mention(number, line.number, first, last, start, end)
        self._taken[line.number].update(dict.fromkeys(range(first, last), number))
        self.mentions[line.number].append(mention)

    def _repeat(self) -> None:
        """The tagger's names wherever else they stand."""
        names = ahocorasick.Automaton()
        for number, candidate in enumerate(self.all):
            if candidate.referent is None and len(candidate.surface) > 1:
                names.add_word(candidate.surface, (len(candidate.surface), number))
        if not len(names):
            return
        names.make_automaton()
        for line in self._story:
            for last, (size, number) in names.iter(line.text):
                span = line.tokens(last + 1 - size, last + 1)
                if span is not None:
                    self._place(line, *span, number)

    def _note(self, line: Line, first: int, last: int, label: Label, words: str) -> int | None:
        """The candidate of these tokens: the one that has them, one of that name, or a new one."""
        start, end = line.starts[first], line.ends[last - 1]
        if len(set(line.raw[start:end])) < end - start:
            return None  # it stands for speech
        taken = self._taken[line.number]
        held = {taken[i] for i in range(first, last) if i in taken}
        if held:
            return held.pop() if len(held) == 1 else None
        key = _key(words)
        number = self._named.get(key)
        if number is None:
            number = self._named[key] = len(self.all)
            kind = "company" if label is Label.ORGANIZATION else None
            entry = gazetteer().named(words)
            known = entry if entry is not None and entry.label is label else None
            self._append(Candidate(label, kind, words, entry=known))
        self._place(line, first, last, number)
        return number

    def _append(self, candidate: Candidate) -> None:
        name, number = candidate.surface, len(self.all)
        for edge in (name[:1], name[:3], name[-3:]):
            self._edges[edge].add(number)
        self.all.append(candidate)

    def _place(self, line: Line, first: int, last: int, number: int) -> None:
        taken = self._taken[line.number]
        if any(i in taken for i in range(first, last)):
            return
        taken.update(dict.fromkeys(range(first, last), number))
        start, end = line.starts[first], line.ends[last - 1]
        self.mentions[line.number].append(Mention(number, line.number, first, last, start, end))
        self.all[number].mentions.append(self.mentions[line.number][-1])
        self.all[number].spans.add((line.raw[start], line.raw[end - 1] + 1))

    @staticmethod
    def _words(line: Line, first: int, last: int) -> str:
        return line.text[line.starts[first] : line.ends[last - 1]]


def _surname(candidate: Candidate, surname: str) -> bool:
    return candidate.label is Label.PERSON and candidate.surface.startswith(surname)


def _longer(candidate: Candidate, words: str) -> bool:
    """Whether the words begin or end the organization's name."""
    name = candidate.surface
    if candidate.label is not Label.ORGANIZATION or len(name) <= len(words):
        return False
    return candidate.kind != "unit" and (name.endswith(words) or name.startswith(words))


def _key(words: str) -> str:
    return "".join(words.split()).casefold()
