"""Candidates: what a document may name, by the rules, the tagger and the reference data."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.claims import Proposal, Span
from graph.ontology import Label
from loaders.korean.learned.fields import fields
from loaders.korean.learned.lines import Line
from loaders.korean.learned.tagger import Tagged, Tagger
from loaders.reference.gazetteer import Entry, gazetteer

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate's tokens `[first, last)` in a line, and its masked span."""

    candidate: int
    line: int
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Candidate:
    """One thing that the document may name; `referent` is the rules' own id of it."""

    label: Label
    kind: str | None
    surface: str
    referent: str | None = None
    entry: Entry | None = None
    trust: float = 0.0
    quoted: bool = False
    mentions: list[Mention] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)


class Candidates:
    """Collects the candidates of one document; each token belongs to one at most."""

    def __init__(self, proposal: Proposal, story: Sequence[Line]) -> None:
        self.all: list[Candidate] = []
        self.mentions: list[list[Mention]] = [[] for _ in story]
        self._story = story
        self._taken: list[dict[int, int]] = [{} for _ in story]
        self._named: dict[str, int] = {}
        self._take_referents(proposal)

    def add(self, tagger: Tagger | Sequence[list[Tagged]]) -> "Candidates":
        """Take in what the tagger sees, the quoted names and the known fields."""
        tagged = (
            [tagger.names(line) for line in self._story] if isinstance(tagger, Tagger) else tagger
        )
        self._take_tagged(tagged)
        self._repeat()
        for line in self._story:
            for start, end, first, last in fields(line):
                self._note(line, first, last, Label.SECTOR, line.text[start:end])
        for found in self.mentions:
            found.sort(key=lambda mention: mention.first)
        return self

    def _take_referents(self, proposal: Proposal) -> None:
        named = gazetteer().named
        for referent in proposal.referents:
            names = (referent.name, *(tie.name for tie in referent.ties), *referent.aliases)
            entry = next((e for name in names if (e := named(name))), None)
            number = len(self.all)
            candidate = Candidate(
                referent.label, referent.kind, referent.name, referent.id, entry, trust=0.5
            )
            candidate.spans.update(referent.mentions)
            self.all.append(candidate)
            for name in names:
                self._named.setdefault(_key(name), number)
            for line in self._story:
                for span in referent.mentions:
                    if not line.raw or not line.raw[0] <= span[0] <= line.raw[-1]:
                        continue
                    masked = line.masked(*span)
                    tokens = line.tokens(*masked) if masked else None
                    if tokens:
                        self._place(line, *tokens, number)

    def _take_tagged(self, tagged: Sequence[list[Tagged]]) -> None:
        votes: dict[str, Counter[Label]] = defaultdict(Counter)
        for line, found in zip(self._story, tagged, strict=True):
            for name in found:
                votes[_key(self._words(line, name.first, name.last))][name.label] += 1
        for line, found in zip(self._story, tagged, strict=True):
            for name in found:
                words = self._words(line, name.first, name.last)
                label = votes[_key(words)].most_common(1)[0][0]
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

    def _repeat(self) -> None:
        """The tagger's names wherever else they stand."""
        for number, candidate in enumerate(self.all):
            if candidate.referent is not None or len(candidate.surface) < 2:
                continue
            for line in self._story:
                at = line.text.find(candidate.surface)
                while at >= 0:
                    span = line.tokens(at, at + len(candidate.surface))
                    if span is not None:
                        self._place(line, *span, number)
                    at = line.text.find(candidate.surface, at + 1)

    def _note(self, line: Line, first: int, last: int, label: Label, words: str) -> int | None:
        """The candidate of these tokens: the one that has them, one of that name, or a new one."""
        taken = self._taken[line.number]
        held = {taken[i] for i in range(first, last) if i in taken}
        if held:
            return held.pop() if len(held) == 1 else None
        key = _key(words)
        number = self._named.get(key)
        if number is None:
            number = self._named[key] = len(self.all)
            kind = "company" if label is Label.ORGANIZATION else None
            self.all.append(Candidate(label, kind, words, entry=gazetteer().named(words)))
        self._place(line, first, last, number)
        return number

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


def _key(words: str) -> str:
    return _SPACES.sub("", words).casefold()
