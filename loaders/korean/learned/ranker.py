"""The ranker: adds facts where the rules are silent, and says how sure every fact is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.claims import Claim, Evidence, Proposal, Referent
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
        return _Amended(proposal, found, story).with_facts(
            {t: p for t, p in confidence.items() if p >= self._model.keep},
            self._additions(considered, confidence),
        )

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

    def __init__(self, proposal: Proposal, found: Candidates, story: Sequence[Line]) -> None:
        self._proposal, self._found, self._story = proposal, found, story
        self._referents = list(proposal.referents)
        self._ids = {i: c.referent for i, c in enumerate(found.all) if c.referent is not None}
        self._numbers = {referent: number for number, referent in self._ids.items()}

    def with_facts(
        self,
        confidence: Mapping[Triple, float],
        additions: Iterator[tuple[Triple, Considered]],
    ) -> Proposal:
        """The proposal with these confidences and these facts more."""
        weighed = (self._weighed(claim, confidence) for claim in self._proposal.claims)
        claims = [claim for claim in weighed if claim is not None]
        for triple, considered in additions:
            claim = self._claim(triple, considered, confidence[triple])
            if claim is not None:
                claims.append(claim)
        return replace(self._proposal, referents=tuple(self._referents), claims=tuple(claims))

    def _weighed(self, claim: Claim, confidence: Mapping[Triple, float]) -> Claim | None:
        """The rules' claim with its confidence; None where it is more likely wrong."""
        subject, other = self._numbers[claim.subject], self._numbers[claim.object]
        triple = canonical(RELATIONS.index(claim.type), subject, other)
        sure = confidence.get(triple)
        return None if sure is None else replace(claim, confidence=sure)

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
