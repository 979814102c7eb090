"""The page: one document read sentence after sentence into referents and claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.claims import Claim, Evidence, Proposal, Span
from graph.documents import Document
from graph.ontology import Modality
from loaders.korean.analyses import Analysis, ByRules, ReadSentence
from loaders.korean.bracketed import Bracketed
from loaders.korean.clauses.clauses import clauses
from loaders.korean.constructions.constructions import read_constructions
from loaders.korean.discourse.focus import groups_in_focus
from loaders.korean.discourse.offerings import read_offerings
from loaders.korean.fields.known_makers import read_known_makers
from loaders.korean.fields.trades import read_trades
from loaders.korean.fields.undertakings import fields_in_names, owned
from loaders.korean.findings import Finding
from loaders.korean.frames.filling import read_frames
from loaders.korean.frames.frames import frames, verbal_nouns
from loaders.korean.lexicon import lexicon
from loaders.korean.lists.appointments import Appointments
from loaders.korean.names import Name
from loaders.korean.naming.membership import CONFIDENCE, RULE, Appearance, Members
from loaders.korean.stakes.bracket_shares import read_bracket_shares
from loaders.korean.stakes.shares import read_shares
from loaders.korean.statements import namesakes
from loaders.korean.statements.namesakes import Namesakes
from loaders.korean.statements.referents import Register
from loaders.korean.statements.statements import EXTRACTOR, Statements
from loaders.korean.story import Story, undertakings_in
from loaders.korean.words.phrases import Clause
from loaders.korean.words.words import Word, words


class Page:
    """One document being read, sentence after sentence."""

    def __init__(self, document: Document, reads: Sequence[ReadSentence]) -> None:
        self._document = document
        self._reads = reads
        self._register = Register(document.text)
        self._statements = Statements(self._register)
        self._bracketed = Bracketed(document.text, self._register, self._statements)
        self._appointments = Appointments(lexicon())
        self._appointed: dict[int, tuple[Name, Name | None, Span]] = {}
        """Who is appointed to a post, by where the name ends in the text."""
        self._story = Story(document.text, reads)
        opening = [(r.masked.text, r.names) for r in reads]
        self._members = Members(groups_in_focus(opening, self._story.focus))
        self._namesakes = Namesakes()
        self._analyses: list[Analysis] = []

    def read(self, number: int, read: ReadSentence) -> None:
        """Take in one sentence; an aside is left to those who weigh it."""
        if read.sentence.aside:
            self._analyses.append(Analysis(read))
        elif read.sentence.post:
            self._read_post(number, read)
        else:
            self._read_telling(number, read)

    def _read_telling(self, number: int, read: ReadSentence) -> None:
        """Take in a sentence of the story itself."""
        masked, spoken = read.masked, read.sentence.spoken
        self._namesakes.note(number, read.names)
        self._note(read)
        shares = self._bracketed.read(number, masked, read.names)
        named = self._story.words(read)
        for name in undertakings_in(named):
            self._register.note(name, masked.span(name.start, name.end))
        turn, parts, topic = None, tuple[Clause, ...](), tuple[Name, ...]()
        findings: list[Finding] = []
        if masked.text:
            turn = self._story.hear(read, named, self._register.groups())
            findings += self._appointments_in(read, named)
            line, found = read_constructions(named, masked.text, turn.known)
            findings += found
            told_of = self._story.told_of(turn.before.topic)
            findings += read_bracket_shares(named, masked.text, shares, told_of)
            self._members.note(number, line, named)
            self._story.go_on(line, named, spoken=spoken)
            findings += read_shares(line, masked.text, turn.before)
            findings += read_trades(line, masked.text)
            findings += read_known_makers(named)
            parts = tuple(frames().readings(clauses(line, verbal_nouns())))
            self._story.heed(findings)
            topic, stand_ins = self._story.topic(read), self._story.stand_ins(read, named, turn)
            findings += read_frames(parts, masked.text, stand_ins, self._document.published)
            if not read.sentence.headline:
                findings += read_offerings(named, stand_ins.topic)
        findings += fields_in_names(read.names)
        self._story.end(named, turn, findings)
        for finding in (owned(f, masked.text) for f in findings):
            self._statements.find(number, masked, finding, spoken=spoken)
        self._analyses.append(Analysis(read, named, parts, topic))

    def _note(self, read: ReadSentence) -> None:
        for name in read.names:
            if name.rank:
                self._register.note(name, read.masked.span(name.start, name.end))

    def _appointments_in(self, read: ReadSentence, line: Sequence[Word]) -> Iterator[Finding]:
        """The posts that the sentence fills; who fills one may have others on the lines below."""
        yield from self._appointments.read(line, read.masked.text)
        for person, company in self._appointments.persons:
            span = read.masked.span(person.start, person.end)
            self._appointed[span[1]] = person, company, span

    def _read_post(self, number: int, read: ReadSentence) -> None:
        """Take in what a list's line says in brackets of the person before them."""
        masked = read.masked
        line = words(read.tokens, read.names, masked.text)
        self._analyses.append(Analysis(read, tuple(line)))
        before = self._document.text[: read.sentence.start - 1].rstrip()
        if (known := self._appointed.get(len(before))) is None:
            return
        person, company, span = known
        self._note(read)
        for finding in self._appointments.others(line, person, company):
            self._register.note(person, span)
            whole = replace(finding, start=0, end=len(masked.text))
            self._statements.find(number, masked, whole)

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
        units = self._namesakes.found(self._statements.objects("HAS_UNIT"))
        products = self._namesakes.products(self._statements.objects("DEVELOPED"))
        for owner, owned_ in (*units, *products):
            self._noted(owner)
            self._noted(owned_)
            claim = namesakes.claim(owner, owned_, self._reads[owned_.sentence].sentence)
            self._statements.add(owned_.sentence, owner.name, owned_.name, claim)
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
