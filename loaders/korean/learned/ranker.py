"""The ranker: adds facts where the rules are silent, and says how sure every fact is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from graph.admission import claim_words
from graph.claims import Claim, Evidence, Proposal, Referent, Rejected
from graph.ontology import ontology
from loaders.korean.encoder.encoder import Encoder
from loaders.korean.encoder.encoder import shipped as shipped_encoder
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import (
    Considered,
    Triple,
    canonical,
    gather,
    relations_between,
    stated,
    weighable,
)
from loaders.korean.learned.details import Details, details
from loaders.korean.learned.features import Features
from loaders.korean.learned.lines import Line
from loaders.korean.learned.model import Model, Scorer, shipped
from loaders.korean.learned.objections import Objections
from loaders.korean.learned.pairs import RELATIONS, Pair, pairs
from loaders.korean.learned.regression import sigmoid
from loaders.korean.learned.tagger import Tagger
from loaders.korean.learned.weighing import rows

EXTRACTOR = "korean"


@dataclass(frozen=True, slots=True)
class Ranked:
    """A proposal as the ranker leaves it, with all that it weighed for that.

    `confidence` is of what was worth weighing; `added` are the claims that no rule states, and
    `withdrawn` says what spoke against one that was sure enough.
    """

    proposal: Proposal
    found: Candidates
    considered: Mapping[Triple, Considered]
    confidence: Mapping[Triple, float]
    added: Mapping[Triple, Claim]
    withdrawn: Mapping[Triple, str]
    least: float

    def why_not(self, triple: Triple) -> str:
        """Why a fact that no rule states was not added."""
        return self.withdrawn.get(triple, _too_low(self.confidence[triple], self.least))


class Ranker:
    """Weighs what a document may state; the same reading always gives the same proposal.

    Raises ValueError for a model that was fitted with another encoder.
    """

    def __init__(self, model: Model | None = None, encoder: Encoder | None = None) -> None:
        model = model or shipped()
        self._encoder = encoder or shipped_encoder()
        if model.encoder != self._encoder.digest:
            raise ValueError("the model was fitted with another encoder: run scripts/train")
        self.tagger = Tagger(model.tagger)
        self._keep, self._least = model.keep, model.least
        self._precision, self._final = model.precision, model.final
        self._sums = model.scorer.sums()
        self._turn = Lock()  # what the sums remember is one thread's at a time

    def rank(
        self, text: str, proposal: Proposal, story: Sequence[Line], least: float | None = None
    ) -> Ranked:
        """The rules' proposal for the text with calibrated confidences and what they did not see.

        `least` is the confidence that every fact needs; by default the model's own two.
        """
        keep = self._keep if least is None else least
        least = self._least if least is None else least
        found = Candidates(proposal, story).add(self.tagger)
        rules = stated(proposal, found)
        joined = list(pairs(found, story))
        meant = self._encoder.meant(text, found, story)
        with self._turn:
            self._sums.forget()
            features = Features(found, story, relations_between(rules), self._sums)
            seen = [features.of(pair) for pair in joined]
            scored = Scorer.scored(found, joined, seen, self._sums)
            considered = gather(scored, rules, meant)
        confidence = self._confidence(considered, found)
        amended = _Amended(proposal, found, story, keep, least)
        final = amended.with_facts(considered, confidence)
        return Ranked(final, found, considered, confidence, amended.added, amended.withdrawn, least)

    def _confidence(
        self, considered: Mapping[Triple, Considered], found: Candidates
    ) -> dict[Triple, float]:
        wanted = weighable(considered)
        if not wanted:
            return {}
        matrix = rows(considered, wanted, found, self._precision)
        sure = sigmoid(matrix @ self._final)
        return {triple: round(float(p), 4) for triple, p in zip(wanted, sure, strict=True)}


class _Amended:
    """A proposal being amended: new referents follow the rules' own."""

    def __init__(
        self,
        proposal: Proposal,
        found: Candidates,
        story: Sequence[Line],
        keep: float,
        least: float,
    ) -> None:
        self._proposal, self._found, self._story = proposal, found, story
        self._keep, self._least = keep, least
        self._referents = list(proposal.referents)
        self._ids = {i: c.referent for i, c in enumerate(found.all) if c.referent is not None}
        self._numbers = {referent: number for number, referent in self._ids.items()}
        self.added: dict[Triple, Claim] = {}
        self.withdrawn: dict[Triple, str] = {}

    def with_facts(
        self,
        considered: Mapping[Triple, Considered],
        confidence: Mapping[Triple, float],
    ) -> Proposal:
        """The proposal with these confidences and these facts more.

        What the rules state and too little else speaks for is refused, and says so.
        """
        claims, refused = [], list(self._proposal.refused)
        stated = list[Triple]()
        for claim in self._proposal.claims:
            triple = self._triple(claim)
            sure = confidence.get(triple, 0.0)
            if sure >= self._keep:
                claims.append(replace(claim, confidence=sure))
                stated.append(triple)
            else:
                words = claim_words(claim, self._proposal.referents)
                refused.append(Rejected(words, _too_low(sure, self._keep)))
        objections = Objections(stated, self._found)
        for triple, sure in confidence.items():
            place = considered[triple].place
            if place is not None and not considered[triple].rules and sure >= self._least:
                self._add(triple, place, sure, objections)
        claims.extend(self.added.values())
        return replace(
            self._proposal,
            referents=tuple(self._referents),
            claims=tuple(claims),
            refused=tuple(refused),
        )

    def _triple(self, claim: Claim) -> Triple:
        subject, other = self._numbers[claim.subject], self._numbers[claim.object]
        return canonical(RELATIONS.index(claim.type), subject, other)

    def _add(self, triple: Triple, place: Pair, sure: float, objections: Objections) -> None:
        """Add the fact, or say what speaks against it."""
        relation, line = RELATIONS[triple[0]], self._story[place.line]
        subject, other = (self._found.all[end].label for end in triple[1:])
        told = details(relation, place, line)
        if not ontology().relations[relation].allows(subject, other):
            self.withdrawn[triple] = f"{relation} does not go from {subject} to {other}"
        elif told.denied:
            self.withdrawn[triple] = f"'{told.denied}' takes it back"
        elif objection := objections.to(triple):
            self.withdrawn[triple] = objection
        else:
            self.added[triple] = self._claim(triple, told, line, sure)

    def _claim(self, triple: Triple, told: Details, line: Line, sure: float) -> Claim:
        relation = RELATIONS[triple[0]]
        return Claim(
            subject=self._id(triple[1]),
            type=relation,
            object=self._id(triple[2]),
            evidence=(Evidence(line.raw[0], line.raw[-1] + 1, EXTRACTOR, f"learned:{relation}"),),
            qualifiers=told.qualifiers,
            status=told.status,
            modality=told.modality,
            confidence=sure,
        )

    def _id(self, number: int) -> str:
        known = self._ids.get(number)
        if known is not None:
            return known
        candidate = self._found.all[number]
        referent = Referent(
            id=f"e{len(self._referents) + 1}",
            label=candidate.label,
            name=candidate.surface,
            kind=candidate.kind,
            mentions=tuple(sorted(candidate.spans)),
        )
        self._referents.append(referent)
        self._ids[number] = referent.id
        return referent.id


def _too_low(sure: float, least: float) -> str:
    return f"its confidence is {sure:.2f}, and {least:.2f} is the least"
