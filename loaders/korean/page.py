"""The page: one document read sentence after sentence into referents and claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.claims import Basis, Claim, Evidence, Proposal
from graph.documents import Document
from graph.ontology import Label, Modality
from loaders.korean import brackets
from loaders.korean.clauses import clauses
from loaders.korean.construction_rules import Known
from loaders.korean.constructions import read_constructions
from loaders.korean.discourse import Discourse, topic_in
from loaders.korean.filling import read_frames
from loaders.korean.findings import Finding
from loaders.korean.focus import focus_of, groups_in_focus
from loaders.korean.frames import frames, verbal_nouns
from loaders.korean.lexicon import lexicon
from loaders.korean.masking import Masked
from loaders.korean.membership import CONFIDENCE, RULE, Members
from loaders.korean.names import Name
from loaders.korean.persons import mark_persons
from loaders.korean.phrases import Clause
from loaders.korean.referents import Register
from loaders.korean.sectors import sectors_in
from loaders.korean.sentences import Sentence
from loaders.korean.shares import Before, read_shares
from loaders.korean.statements import EXTRACTOR, Statement, Statements
from loaders.korean.trades import read_trades
from loaders.korean.words import Word, words

_POST_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its masked text, its names and its tokens."""

    sentence: Sentence
    masked: Masked
    names: tuple[Name, ...]
    tokens: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence as the rules see it.

    `words` have their persons and stand-ins named, before phrases are shrunk and lists folded;
    `clauses` come after that, and `topic` is what fills in for a subject that is left out.
    """

    read: ReadSentence
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    topic: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ByRules:
    """What the rules make of a document, with what they saw and stated on the way.

    `ids` are the proposal's ids of referents, by the keys of their names.
    """

    proposal: Proposal
    analyses: tuple[Analysis, ...]
    statements: tuple[Statement, ...]
    ids: Mapping[str, str]

    @property
    def reads(self) -> tuple[ReadSentence, ...]:
        """The sentences as they were read before any rule."""
        return tuple(analysis.read for analysis in self.analyses)


class Page:
    """One document being read, sentence after sentence."""

    def __init__(self, document: Document, reads: Sequence[ReadSentence]) -> None:
        self._document = document
        self._text = document.text
        self._register = Register(document.text)
        self._discourse = Discourse()
        self._focus = focus_of((r.sentence.headline, r.names) for r in reads)
        self._held: tuple[Name, ...] = ()
        opening = [(r.masked.text, r.names) for r in reads]
        self._members = Members(groups_in_focus(opening, self._focus))
        self._reads = reads
        self._companies = {n.entry.id: n for r in reads for n in r.names if n.entry is not None}
        self._quoted = {name.key for read in reads for name in read.names}
        self._statements = Statements(self._register)
        self._analyses: list[Analysis] = []

    def read(self, number: int, read: ReadSentence) -> None:
        """Take in one sentence."""
        masked = read.masked
        for name in read.names:
            if name.rank:
                self._register.note(name, masked.span(name.start, name.end))
        self._read_brackets(number, read)
        line = words(read.tokens, read.names, masked.text)
        line = mark_persons(line, masked.text, lexicon())
        line = self._discourse.resolve(line, headline=read.sentence.headline)
        named, parts, topic = tuple(line), tuple[Clause, ...](), tuple[Name, ...]()
        findings: list[Finding] = []
        if masked.text:
            said = self._discourse
            before = Before(self._held, said.venture, said.last, said.topic)
            carried = said.topic
            own = self._discourse.hear(line)
            topic = self._discourse.topic if own else ()
            known = self._known(topic, carried, line)
            line, found = read_constructions(line, masked.text, known)
            findings.extend(found)
            self._discourse.hear(line)
            self._members.note(number, line)
            topic = () if read.sentence.headline else self._discourse.topic
            findings.extend(read_shares(line, masked.text, before))
            findings.extend(read_trades(line, masked.text))
            parts = tuple(frames().readings(clauses(line, verbal_nouns())))
            findings.extend(read_frames(parts, masked.text, topic, self._document.published))
        held = {f.object.key: f.object for f in findings if f.relation == "HAS_STAKE_IN"}
        self._held = tuple(held.values()) if len(held) == 1 else ()
        spoken = read.sentence.spoken
        for finding in findings:
            self._statements.find(number, masked, finding, spoken=spoken)
            for sector in self._fields(finding):
                self._statements.find(number, masked, sector, spoken=spoken)
        self._analyses.append(Analysis(read, named, parts, topic))

    def _known(self, topic: Sequence[Name], carried: Sequence[Name], line: Sequence[Word]) -> Known:
        return Known(
            topic=topic,
            groups=self._register.groups(),
            context=self._focus,
            carried=carried,
            sentence=topic_in(line) or self._focus,
            companies=self._companies,
        )

    def _fields(self, finding: Finding) -> list[Finding]:
        """What the name of an undertaking says of its field."""
        name = finding.object
        if name.label is not Label.INITIATIVE or name.key not in self._quoted:
            return []
        return [
            replace(
                finding,
                relation="IN_SECTOR",
                subject=name,
                object=sector,
                rule="field-in-name",
                qualifiers={},
                event=False,
            )
            for sector in sectors_in(name)
        ]

    def _read_brackets(self, number: int, read: ReadSentence) -> None:
        for bracket in read.masked.brackets:
            name = next((n for n in read.names if n.end == bracket.at), None)
            if name is None:
                continue
            span = (bracket.start, bracket.end)
            others = brackets.gloss(self._text, span)
            former = brackets.former_name(self._text, span)
            if others or former:  # an unsure name with another beside it is one
                self._register.note(name, read.masked.span(name.start, name.end))
            for other in others:
                self._register.tie(name, other, Basis.GLOSS)
            if former:
                self._register.tie(name, former, Basis.RENAME)
            post = brackets.post(self._text, span)
            if post and name.label is Label.ORGANIZATION:
                self._holders(number, read, name, post)

    def _holders(
        self, number: int, read: ReadSentence, organization: Name, post: brackets.Post
    ) -> None:
        start = read.masked.raw[organization.start]
        for a, b in post.persons:
            person = Name(a, b, Label.PERSON, None, None, 0, self._text[a:b])
            self._register.note(person, (a, b))
            claim = Claim(
                subject=person.key,
                type="LEADS",
                object=organization.key,
                evidence=(Evidence(start, b + 1, EXTRACTOR, "post-in-bracket"),),
                qualifiers={"title": post.title},
                confidence=_POST_CONFIDENCE,
            )
            self._statements.add(number, person, organization, claim)

    def concluded(self) -> ByRules:
        """What the whole story adds up to; ids are given in order of first mention."""
        for group, member in self._members.found(self._statements.bought()):
            sentence = self._reads[member.sentence].sentence
            claim = Claim(
                subject=group.key,
                type="HAS_SUBSIDIARY",
                object=member.name.key,
                evidence=(Evidence(sentence.start, sentence.end, EXTRACTOR, RULE),),
                qualifiers={"basis": "group_member"},
                # No sentence says so: what one does say goes before it.
                modality=Modality.REPORTED,
                confidence=CONFIDENCE,
            )
            self._statements.add(member.sentence, group, member.name, claim)
        referents = self._register.referents(self._statements.ends())
        claims, statements = self._statements.concluded(referents)
        proposal = Proposal(
            document=self._document,
            referents=tuple(referents.values()),
            claims=claims,
            sentences=tuple((r.sentence.start, r.sentence.end) for r in self._reads),
        )
        ids = {key: referent.id for key, referent in referents.items()}
        return ByRules(proposal, tuple(self._analyses), statements, ids)
