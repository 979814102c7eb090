"""Statements: what the rules state, sentence after sentence, and what becomes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from graph.claims import Claim, Evidence, Referent
from graph.ontology import Modality, Status, ontology
from loaders.korean.findings import SYMMETRIC, Finding
from loaders.korean.names import Name
from loaders.korean.statements.referents import Register
from loaders.korean.statements.standing import SETTLED, Standing, standing
from loaders.korean.text.masking import Masked

EXTRACTOR = "korean"
_TAIL = 40
_DEEDS = frozenset(["SUPPLIES", "ACQUIRED", "INVESTED_IN", "PARTNERS_WITH"])
_GIVEN_UP = frozenset(["접었", "포기", "철회", "백지화", "무산"])
"""What is given up was an undertaking until then."""
_ENDED = Standing(status=Status.CANCELLED, modality=Modality.ASSERTED)
_COULD = "수 있"
"""What could be done is no deed."""

Fact = tuple[str, str, str]
"""A relation between two ends; of one without direction the ends are in order."""


def fact_of(relation: str, subject: str, other: str) -> Fact:
    """The same for every way to state the same fact."""
    if relation in SYMMETRIC and other < subject:
        return relation, other, subject
    return relation, subject, other


@dataclass(frozen=True, slots=True)
class Statement:
    """What a rule made of a sentence; `refused` says why it is no claim, where it is none."""

    sentence: int
    rule: str
    relation: str
    subject: Name
    object: Name
    refused: str = ""


class Statements:
    """Collects the statements of one document and adds them up to claims."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._all: list[Statement] = []
        self._claims: dict[Fact, Claim] = {}

    def find(
        self, sentence: int, masked: Masked, finding: Finding, *, spoken: bool = False
    ) -> None:
        """Take in what a rule read off the sentence, as firmly as the words put it.

        What is only quoted is reported, however firm the speaker's own words are.
        """
        tail = masked.text[finding.start : min(len(masked.text), finding.end + _TAIL)]
        stands = SETTLED if finding.settled else standing(tail, event=finding.event)
        if finding.relation == "PURSUES" and stands.denied in _GIVEN_UP:
            stands = _ENDED
        subject, other = finding.subject, finding.object
        refused = _taken_back(finding, stands, tail) or self._unnamed(masked, subject, other)
        if refused:
            refusal = Statement(sentence, finding.rule, finding.relation, subject, other, refused)
            self._all.append(refusal)
            return
        start, stop = masked.span(finding.start, max(finding.start + 1, finding.end))
        claim = Claim(
            subject=subject.key,
            type=finding.relation,
            object=other.key,
            evidence=(Evidence(start, stop, EXTRACTOR, finding.rule),),
            qualifiers={k: v for k, v in finding.qualifiers.items() if k != "status"},
            status=Status(finding.qualifiers.get("status", stands.status))
            if stands.status or "status" in finding.qualifiers
            else None,
            modality=Modality.REPORTED if spoken else stands.modality,
            confidence=finding.confidence,
        )
        self.add(sentence, subject, other, claim)

    def add(self, sentence: int, subject: Name, other: Name, claim: Claim) -> None:
        """Take in a claim about these names, or its evidence for what was already said."""
        refused = self._merge(claim)
        rule = claim.evidence[0].rule or ""
        self._all.append(Statement(sentence, rule, claim.type, subject, other, refused))

    def _unnamed(self, masked: Masked, *names: Name) -> str:
        """Why a name is no mention of the text; each that is one is noted."""
        for name in names:
            # What another sentence names has no place in this one: it is noted there.
            if name.start < name.end and masked.text[name.start : name.end] == name.surface:
                self._register.note(name, masked.span(name.start, name.end))
            elif not self._register.has(name.key) and not (
                name.start < name.end <= len(masked.text)
            ):
                return f"'{name.surface}' is no mention of the text"
        return ""

    def _merge(self, claim: Claim) -> str:
        if claim.subject == claim.object:
            return "it joins what it names with itself"
        key = fact_of(claim.type, claim.subject, claim.object)
        known = self._claims.get(key)
        if known is None:
            self._claims[key] = claim
        elif claim.evidence[0] in known.evidence:
            return "the same rule states it of the same words already"
        else:
            doubt = (1 - known.confidence) * (1 - claim.confidence)
            self._claims[key] = replace(
                known,
                evidence=(*known.evidence, *claim.evidence),
                qualifiers={**claim.qualifiers, **known.qualifiers},
                confidence=round(1 - doubt, 4),
            )
        return ""

    def objects(self, relation: str) -> set[str]:
        """The keys of what the document puts at the far end of the relation."""
        return {claim.object for claim in self._claims.values() if claim.type == relation}

    def ends(self) -> set[str]:
        """The keys of all that claims are about."""
        return {end for c in self._claims.values() for end in (c.subject, c.object)}

    def concluded(
        self, referents: Mapping[str, Referent]
    ) -> tuple[tuple[Claim, ...], tuple[Statement, ...]]:
        """The claims, their ends by the referents' ids, and every statement with its outcome."""
        dropped = dict(self._dropped(referents))
        claims = tuple(
            replace(c, subject=referents[c.subject].id, object=referents[c.object].id)
            for fact, c in self._claims.items()
            if fact not in dropped
        )
        return claims, tuple(_told(statement, dropped) for statement in self._all)

    def _dropped(self, referents: Mapping[str, Referent]) -> Iterator[tuple[Fact, str]]:
        """The claims that the whole document speaks against, and why."""
        held = self._claims.values()
        placed = {c.subject for c in held if c.type == "LEADS" and not _guessed(c)}
        for fact, claim in self._claims.items():
            if _guessed(claim) and claim.subject in placed:
                yield fact, "the text itself says whose post it is"
            elif claim.subject not in referents or claim.object not in referents:
                yield fact, "an end is no mention of the text"
            else:
                ends = referents[claim.subject].label, referents[claim.object].label
                if not ontology().relations[claim.type].allows(*ends):
                    yield fact, f"{claim.type} does not go from {ends[0]} to {ends[1]}"


def _taken_back(finding: Finding, stands: Standing, tail: str) -> str:
    """Why the words claim no such thing; empty where they do."""
    if stands.denied:
        return f"'{stands.denied}' takes it back"
    if finding.relation in _DEEDS and _COULD in tail:
        return f"'{_COULD}' says what could be done"
    return ""


def _told(statement: Statement, dropped: Mapping[Fact, str]) -> Statement:
    fact = fact_of(statement.relation, statement.subject.key, statement.object.key)
    if statement.refused or fact not in dropped:
        return statement
    return replace(statement, refused=dropped[fact])


def _guessed(claim: Claim) -> bool:
    """Whether only the story's focus tells whose post it is: what the text says goes before."""
    return all(evidence.rule == "head-of-context" for evidence in claim.evidence)
