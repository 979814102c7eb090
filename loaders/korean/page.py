"""The page: one document read sentence after sentence into referents and claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.claims import Claim, Evidence, Proposal, Span
from graph.documents import Document
from graph.ontology import Label, Modality
from loaders.korean import namesakes
from loaders.korean.appointments import Appointments
from loaders.korean.bracket_shares import read_bracket_shares
from loaders.korean.bracketed import Bracketed
from loaders.korean.clauses import clauses
from loaders.korean.construction_rules import Known
from loaders.korean.constructions import read_constructions
from loaders.korean.discourse import Discourse
from loaders.korean.filling import StandIns, read_frames
from loaders.korean.findings import Finding
from loaders.korean.focus import Opened, agreed, firms, focus_of, groups_in_focus, speaks_of
from loaders.korean.frames import frames, verbal_nouns
from loaders.korean.headings import Items
from loaders.korean.lexicon import lexicon
from loaders.korean.masking import Masked
from loaders.korean.membership import CONFIDENCE, RULE, Appearance, Members
from loaders.korean.names import Name
from loaders.korean.namesakes import Namesakes
from loaders.korean.offerings import read_offerings
from loaders.korean.persons import mark_persons
from loaders.korean.phrases import Clause
from loaders.korean.referents import Register
from loaders.korean.rounds import Rounds
from loaders.korean.sectors import sectors_in
from loaders.korean.sentences import Sentence
from loaders.korean.shares import Before, read_shares
from loaders.korean.statements import EXTRACTOR, Statement, Statements
from loaders.korean.topics import topic_in, topics_in
from loaders.korean.trades import read_trades
from loaders.korean.undertakings import owned
from loaders.korean.words import Word, words


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
        self._items = Items(document.text)
        self._appointments = Appointments(lexicon())
        self._appointed: dict[int, tuple[Name, Name | None, Span]] = {}
        """Who is appointed to a post, by where the name ends in the text."""
        headed = [(r.sentence.headline, r.names) for r in reads]
        self._focus = focus_of(headed)
        self._main = self._focus or focus_of(headed, lead=1)
        self._opened = Opened(document.text)
        self._discourse = Discourse()
        self._discourse.story = self._focus
        self._held: tuple[Name, ...] = ()
        self._rounds = Rounds()
        opening = [(r.masked.text, r.names) for r in reads]
        self._members = Members(groups_in_focus(opening, self._focus))
        self._namesakes = Namesakes()
        self._reads = reads
        self._companies = {n.entry.id: n for r in reads for n in r.names if n.entry is not None}
        self._quoted = {name.key for read in reads for name in read.names}
        self._statements = Statements(self._register)
        self._undertaking: tuple[Name, ...] = ()
        """The undertaking that the sentences before named last."""
        self._bracketed = Bracketed(document.text, self._register, self._statements)
        self._analyses: list[Analysis] = []

    def read(self, number: int, read: ReadSentence) -> None:
        """Take in one sentence; an aside is left to those who weigh it."""
        if read.sentence.aside:
            self._analyses.append(Analysis(read, (), (), ()))
            return
        if read.sentence.post:
            self._read_post(number, read)
            return
        masked = read.masked
        self._namesakes.note(number, read.names)
        for name in read.names:
            if name.rank:
                self._register.note(name, masked.span(name.start, name.end))
        shares = self._bracketed.read(number, masked, read.names)
        if not read.sentence.spoken and self._items.turn(masked, read.names):
            self._discourse.topic = self._items.about
        self._opened.begin(read.sentence.start)
        if self._opened.fresh:
            self._discourse.marked = ()
        line = words(read.tokens, read.names, masked.text)
        line = mark_persons(line, masked.text, lexicon())
        line = self._items.as_topic(line)
        line = self._discourse.resolve(line, headline=read.sentence.headline)
        named, parts, topic = tuple(line), tuple[Clause, ...](), tuple[Name, ...]()
        findings: list[Finding] = []
        if masked.text:
            said = self._discourse
            before = Before(self._held, said.venture, said.last, said.topic)
            carried, marked = said.topic, said.marked
            whose = self._spoken_of()
            self._rounds.hear(line, masked.text, whose, fresh=self._opened.fresh)
            own = self._discourse.hear(line)
            topic = self._discourse.topic if own else ()
            here = _told(topic, line) or (() if read.sentence.headline else self._here(carried))
            known = self._known(topic, carried, line)
            held_now = self._held or self._rounds.raised
            known = replace(known, spoken=whose, held=held_now, here=here)
            findings.extend(self._appointments.read(line, masked.text))
            for person, company in self._appointments.persons:
                span = masked.span(person.start, person.end)
                self._appointed[span[1]] = person, company, span
            line, found = read_constructions(line, masked.text, known)
            findings.extend(found)
            about = (*self._main, *self._items.about)
            spoken_of = [n for n in before.topic if speaks_of(about, n)]
            findings.extend(read_bracket_shares(named, masked.text, shares, spoken_of))
            self._discourse.hear(line)
            self._members.note(number, line, named)
            self._opened.name(named)
            topic = () if read.sentence.headline else self._discourse.topic
            findings.extend(read_shares(line, masked.text, before))
            findings.extend(read_trades(line, masked.text))
            parts = tuple(frames().readings(clauses(line, verbal_nouns())))
            # A topic that the story is not about stands in for no subject: it was another's turn.
            sure = tuple(n for n in topic if speaks_of(about, n))
            first = agreed(carried, self._opened.first) if own else ()
            near = marked if own else ()
            joined = [n for n in read.names if n.label is Label.INITIATIVE]
            stand_ins = StandIns(
                sure, first, () if joined else self._undertaking, self._rounds.raised, near
            )
            self._undertaking = tuple(joined[-1:]) or self._undertaking
            findings.extend(read_frames(parts, masked.text, stand_ins, self._document.published))
            if not read.sentence.headline:
                findings.extend(read_offerings(named, sure))
            if said.marked is marked:
                said.marked = ()
        held = {f.object.key: f.object for f in findings if f.relation == "HAS_STAKE_IN"}
        self._held = tuple(held.values()) if len(held) == 1 else ()
        spoken = read.sentence.spoken
        for finding in map(owned, findings):
            self._statements.find(number, masked, finding, spoken=spoken)
            for sector in self._fields(finding):
                self._statements.find(number, masked, sector, spoken=spoken)
        self._analyses.append(Analysis(read, named, parts, topic))

    def _read_post(self, number: int, read: ReadSentence) -> None:
        """Take in what a list's line says in brackets of the person before them."""
        masked = read.masked
        line = words(read.tokens, read.names, masked.text)
        self._analyses.append(Analysis(read, tuple(line), (), ()))
        before = self._text[: read.sentence.start - 1].rstrip()
        if (known := self._appointed.get(len(before))) is None:
            return
        person, company, span = known
        for name in read.names:
            if name.rank:
                self._register.note(name, masked.span(name.start, name.end))
        for finding in self._appointments.others(line, person, company):
            self._register.note(person, span)
            whole = replace(finding, start=0, end=len(masked.text))
            self._statements.find(number, masked, whole)

    def _known(self, topic: Sequence[Name], carried: Sequence[Name], line: Sequence[Word]) -> Known:
        return Known(
            topic=topic,
            groups=self._register.groups(),
            context=self._about(),
            carried=carried,
            sentence=topic_in(line) or self._about(),
            head=topic_in(line) or self._headed(carried, line),
            topics=topics_in(line),
            companies=self._companies,
        )

    def _about(self) -> tuple[Name, ...]:
        """What a sentence without a topic of its own is about."""
        return self._items.about if self._items.inside else self._focus

    def _spoken_of(self) -> tuple[Name, ...]:
        """Whom a sentence without a topic speaks of: a new paragraph turns to the story's own."""
        story = self._about() or self._main
        heard = self._discourse.topic if self._opened.first else ()
        return story if self._opened.fresh or len(heard) != 1 else heard

    def _here(self, carried: Sequence[Name]) -> tuple[Name, ...]:
        """Whose a place without an owner is: what the line began with, or else the story's own."""
        if self._opened.first:
            return agreed(carried, self._opened.first)
        return self._about()

    def _headed(self, carried: Sequence[Name], line: Sequence[Word]) -> tuple[Name, ...]:
        """The organization whose head a person with a bare post is."""
        known = self._items.about or agreed(carried, self._opened.first)
        if known or self._items.inside:
            return known
        # A line that turns to no other firm speaks of the story's own.
        named = (*self._opened.first, *(n for word in line for n in firms(word)))
        return self._focus if all(n.key == f.key for n in named for f in self._focus) else ()

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

    def concluded(self) -> ByRules:
        """What the whole story adds up to; ids are given in order of first mention."""
        for group, member in self._members.found(self._statements.objects("ACQUIRED")):
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
        for owner, unit in self._namesakes.found(self._statements.objects("HAS_UNIT")):
            self._noted(owner)
            self._noted(unit)
            claim = namesakes.claim(owner, unit, self._reads[unit.sentence].sentence)
            self._statements.add(unit.sentence, owner.name, unit.name, claim)
        referents = self._register.referents(self._statements.ends())
        claims, statements = self._statements.concluded(referents)
        proposal = Proposal(
            document=self._document,
            referents=tuple(referents.values()),
            claims=claims,
            sentences=tuple(
                (r.sentence.start, r.sentence.end) for r in self._reads if not r.sentence.within
            ),
        )
        ids = {key: referent.id for key, referent in referents.items()}
        return ByRules(proposal, tuple(self._analyses), statements, ids)

    def _noted(self, seen: Appearance) -> None:
        """Note what no sentence has made a mention."""
        if not self._register.has(seen.name.key):
            masked = self._reads[seen.sentence].masked
            self._register.note(seen.name, masked.span(seen.name.start, seen.name.end))


def _told(topic: Sequence[Name], line: Sequence[Word]) -> tuple[Name, ...]:
    """What of the topic the sentence itself names."""
    keys = {n.key for word in line for n in word.names}
    return tuple(n for n in topic if n.key in keys)
