"""The page: one document read sentence after sentence into referents and claims."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.claims import Basis, Claim, Evidence, Proposal
from graph.documents import Document
from graph.ontology import Label, Modality, Status, ontology
from loaders.korean import brackets
from loaders.korean.clauses import clauses
from loaders.korean.construction_rules import Known
from loaders.korean.constructions import read_constructions
from loaders.korean.discourse import Discourse, topic_in
from loaders.korean.filling import read_frames
from loaders.korean.findings import SYMMETRIC, Finding
from loaders.korean.focus import focus_of, groups_in_focus
from loaders.korean.frames import verbal_nouns
from loaders.korean.lexicon import lexicon
from loaders.korean.masking import Masked
from loaders.korean.membership import CONFIDENCE, RULE, Members
from loaders.korean.names import Name
from loaders.korean.persons import mark_persons
from loaders.korean.referents import Register
from loaders.korean.sectors import sectors_in
from loaders.korean.sentences import Sentence
from loaders.korean.shares import Before, read_shares
from loaders.korean.standing import SETTLED, standing
from loaders.korean.trades import read_trades
from loaders.korean.words import Word, words

EXTRACTOR = "korean"
_TAIL = 40
_DEEDS = frozenset(["SUPPLIES", "ACQUIRED", "INVESTED_IN", "PARTNERS_WITH"])
_COULD = "수 있"
"""What could be done is no deed."""
_POST_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its masked text, its names and its tokens."""

    sentence: Sentence
    masked: Masked
    names: tuple[Name, ...]
    tokens: tuple[Any, ...]


def _guessed(claim: Claim) -> bool:
    """Whether only the story's focus tells whose post it is: what the text says goes before."""
    return all(evidence.rule == "head-of-context" for evidence in claim.evidence)


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
        self._claims: dict[tuple[str, str, str], Claim] = {}
        self._spans = tuple((r.sentence.start, r.sentence.end) for r in reads)

    def conclude(self) -> None:
        """Take in what only the whole story tells."""
        bought = {c.object for c in self._claims.values() if c.type == "ACQUIRED"}
        for group, member in self._members.found(bought):
            sentence = self._reads[member.sentence].sentence
            self._add(
                Claim(
                    subject=group.key,
                    type="HAS_SUBSIDIARY",
                    object=member.name.key,
                    evidence=(Evidence(sentence.start, sentence.end, EXTRACTOR, RULE),),
                    qualifiers={"basis": "group_member"},
                    # No sentence says so: what one does say goes before it.
                    modality=Modality.REPORTED,
                    confidence=CONFIDENCE,
                )
            )

    def read(self, number: int, read: ReadSentence) -> None:
        """Take in one sentence."""
        masked = read.masked
        for name in read.names:
            if name.rank:
                self._register.note(name, masked.span(name.start, name.end))
        self._read_brackets(read)
        line = words(read.tokens, read.names, masked.text)
        line = mark_persons(line, masked.text, lexicon())
        line = self._discourse.resolve(line, headline=read.sentence.headline)
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
            parts = clauses(line, verbal_nouns())
            findings.extend(read_frames(parts, masked.text, topic, self._document.published))
        held = {f.object.key: f.object for f in findings if f.relation == "HAS_STAKE_IN"}
        self._held = tuple(held.values()) if len(held) == 1 else ()
        for finding in findings:
            self._claim(read, finding)
            for sector in self._fields(finding):
                self._claim(read, sector)

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

    def _read_brackets(self, read: ReadSentence) -> None:
        for bracket in read.masked.brackets:
            name = next((n for n in read.names if n.end == bracket.at), None)
            if name is None:
                continue
            span = (bracket.start, bracket.end)
            for other in brackets.gloss(self._text, span):
                self._register.tie(name, other, Basis.GLOSS)
            if former := brackets.former_name(self._text, span):
                self._register.tie(name, former, Basis.RENAME)
            post = brackets.post(self._text, span)
            if post and name.label is Label.ORGANIZATION:
                self._holders(read, name, post)

    def _holders(self, read: ReadSentence, organization: Name, post: brackets.Post) -> None:
        start = read.masked.raw[organization.start]
        for a, b in post.persons:
            person = Name(a, b, Label.PERSON, None, None, 0, self._text[a:b])
            self._register.note(person, (a, b))
            self._add(
                Claim(
                    subject=person.key,
                    type="LEADS",
                    object=organization.key,
                    evidence=(Evidence(start, b + 1, EXTRACTOR, "post-in-bracket"),),
                    qualifiers={"title": post.title},
                    confidence=_POST_CONFIDENCE,
                )
            )

    def _claim(self, read: ReadSentence, finding: Finding) -> None:
        masked = read.masked
        end = min(len(masked.text), finding.end + _TAIL)
        tail = masked.text[finding.start : end]
        stands = SETTLED if finding.settled else standing(tail, event=finding.event)
        if not stands.claimed or (finding.relation in _DEEDS and _COULD in tail):
            return
        for name in (finding.subject, finding.object):
            if not self._register.has(name.key):
                if name.end > len(masked.text) or name.end <= name.start:
                    return
                self._register.note(name, masked.span(name.start, name.end))
        start, stop = masked.span(finding.start, max(finding.start + 1, finding.end))
        self._add(
            Claim(
                subject=finding.subject.key,
                type=finding.relation,
                object=finding.object.key,
                evidence=(Evidence(start, stop, EXTRACTOR, finding.rule),),
                qualifiers={k: v for k, v in finding.qualifiers.items() if k != "status"},
                status=Status(finding.qualifiers.get("status", stands.status))
                if stands.status or "status" in finding.qualifiers
                else None,
                modality=stands.modality,
                confidence=finding.confidence,
            )
        )

    def _add(self, claim: Claim) -> None:
        """Keep the claim, or add its evidence to what was already said."""
        if claim.subject == claim.object:
            return
        ends = (claim.subject, claim.object)
        if claim.type in SYMMETRIC:
            ends = (min(ends), max(ends))
        key = (ends[0], claim.type, ends[1])
        known = self._claims.get(key)
        if known is None:
            self._claims[key] = claim
        elif claim.evidence[0] not in known.evidence:
            doubt = (1 - known.confidence) * (1 - claim.confidence)
            self._claims[key] = replace(
                known,
                evidence=(*known.evidence, *claim.evidence),
                qualifiers={**claim.qualifiers, **known.qualifiers},
                confidence=round(1 - doubt, 4),
            )

    def proposal(self) -> Proposal:
        """The document's referents and claims, ids given in order of first mention."""
        used = {end for claim in self._claims.values() for end in (claim.subject, claim.object)}
        referents = self._register.referents(used)
        rules = ontology().relations
        placed = {c.subject for c in self._claims.values() if c.type == "LEADS" and not _guessed(c)}
        claims = tuple(
            replace(c, subject=referents[c.subject].id, object=referents[c.object].id)
            for c in self._claims.values()
            if not (_guessed(c) and c.subject in placed)
            and c.subject in referents
            and c.object in referents
            and rules[c.type].allows(referents[c.subject].label, referents[c.object].label)
        )
        return Proposal(
            document=self._document,
            referents=tuple(referents.values()),
            claims=claims,
            sentences=self._spans,
        )
