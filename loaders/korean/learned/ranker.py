"""The ranker: adds facts where the rules are silent, and says how sure every fact is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.admission import claim_words
from graph.claims import Claim, Evidence, Proposal, Referent, Rejected
from graph.ontology import ontology
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.details import details
from loaders.korean.learned.features import Features
from loaders.korean.learned.lines import Line, Read, lines
from loaders.korean.learned.model import Model, shipped
from loaders.korean.learned.pairs import RELATIONS, pairs
from loaders.korean.learned.regression import sigmoid
from loaders.korean.learned.tagger import Tagger
from loaders.korean.learned.weighing import (
    Considered,
    Triple,
    canonical,
    gather,
    relations_between,
    rows,
    stated,
    weighable,
)

EXTRACTOR = "korean"


class Ranker:
    """Weighs what a document may state; the same reading always gives the same proposal."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or shipped()
        self._tagger = Tagger(self._model.tagger)

    def __call__(self, proposal: Proposal, reads: Sequence[Read]) -> Proposal:
        """The rules' proposal with calibrated confidences and what they did not see."""
        return self.rank(proposal, lines(reads))

    def rank(self, proposal: Proposal, story: Sequence[Line]) -> Proposal:
        """The same for sentences that are laid out already."""
        found = Candidates(proposal, story).add(self._tagger)
        rules = stated(proposal, found)
        features = Features(found, story, relations_between(rules))
        joined = list(pairs(found, story))
        scored = self._model.scorer.scored(found, joined, [features.of(p) for p in joined])
        considered = gather(scored, rules)
        confidence = self._confidence(considered, found)
        amended = _Amended(proposal, found, story, self._model.keep)
        return amended.with_facts(confidence, self._additions(considered, confidence))

    def _confidence(
        self, considered: Mapping[Triple, Considered], found: Candidates
    ) -> dict[Triple, float]:
        wanted = weighable(considered)
        if not wanted:
            return {}
        matrix = rows(considered, wanted, found, self._model.precision)
        sure = sigmoid(matrix @ self._model.final)
        return {triple: round(float(p), 4) for triple, p in zip(wanted, sure, strict=True)}

    def _additions(
        self, considered: Mapping[Triple, Considered], confidence: Mapping[Triple, float]
    ) -> Iterator[tuple[Triple, Considered]]:
        for triple, sure in confidence.items():
            if not considered[triple].rules and sure >= self._model.bars[triple[0]]:
                yield triple, considered[triple]


class _Amended:
    """A proposal being amended: new referents follow the rules' own."""

    def __init__(
        self, proposal: Proposal, found: Candidates, story: Sequence[Line], keep: float
    ) -> None:
        self._proposal, self._found, self._story = proposal, found, story
        self._keep = keep
        self._referents = list(proposal.referents)
        self._ids = {i: c.referent for i, c in enumerate(found.all) if c.referent is not None}
        self._numbers = {referent: number for number, referent in self._ids.items()}

    def with_facts(
        self,
        confidence: Mapping[Triple, float],
        additions: Iterator[tuple[Triple, Considered]],
    ) -> Proposal:
        """The proposal with these confidences and these facts more.

        What the rules state and too little else speaks for is refused, and says so.
        """
        claims, refused = [], list(self._proposal.refused)
        for claim in self._proposal.claims:
            sure = self._sure(claim, confidence)
            if sure >= self._keep:
                claims.append(replace(claim, confidence=sure))
            else:
                words = claim_words(claim, self._proposal.referents)
                reason = f"its confidence is {sure:.2f}, and {self._keep:.2f} is the least"
                refused.append(Rejected(words, reason))
        for triple, considered in additions:
            added = self._claim(triple, considered, confidence[triple])
            if added is not None:
                claims.append(added)
        return replace(
            self._proposal,
            referents=tuple(self._referents),
            claims=tuple(claims),
            refused=tuple(refused),
        )

    def _sure(self, claim: Claim, confidence: Mapping[Triple, float]) -> float:
        """How sure the rules' claim is, by all that speaks for and against it."""
        subject, other = self._numbers[claim.subject], self._numbers[claim.object]
        triple = canonical(RELATIONS.index(claim.type), subject, other)
        return confidence.get(triple, 0.0)

    def _claim(self, triple: Triple, considered: Considered, sure: float) -> Claim | None:
        relation = RELATIONS[triple[0]]
        found = self._found.all
        if (
            not ontology()
            .relations[relation]
            .allows(found[triple[1]].label, found[triple[2]].label)
        ):
            return None
        place = considered.place
        line = self._story[place.line]
        told = details(relation, place, line)
        if told is None:
            return None
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
