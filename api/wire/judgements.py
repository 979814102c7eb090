"""Judgements on the wire: what to decide, and what was decided."""

from pydantic import BaseModel, Field

from api.judgements import reason_of
from api.wire.entities import GraphEntityOut, KeyOut
from graph.claims import ClaimPlace, Reading, Verdict
from graph.questions.review import Candidate


class JudgedClaimOut(BaseModel):
    """A claim that is judged wrong: what one document says of two keys."""

    document: str
    type: str
    subject: KeyOut
    object: KeyOut

    @classmethod
    def from_place(cls, place: ClaimPlace) -> "JudgedClaimOut":
        """The wire shape of a claim's place."""
        return cls(
            document=place.document,
            type=place.type,
            subject=KeyOut.from_key(place.subject),
            object=KeyOut.from_key(place.object),
        )


class JudgementOut(BaseModel):
    """A person's decision, in terms of keys, which no merge changes."""

    id: str
    verdict: Verdict
    decision: str = Field(description="the decision in words, as of when it was taken")
    author: str
    date: str
    reason: str
    keys: list[KeyOut] = Field(description="what `same`, `different` and `name` speak of")
    name: str | None = Field(description="what a `name` judgement calls it")
    claims: list[JudgedClaimOut] = Field(description="what is `wrong`")

    @classmethod
    def from_reading(cls, reading: Reading) -> "JudgementOut":
        """The wire shape of a judgement's reading; raises ValueError where it decides nothing."""
        document, judged = reading.document, reading.judgement
        if judged is None:
            raise ValueError(f"'{document.id}' decides nothing")
        return cls(
            id=document.id,
            verdict=judged.verdict,
            decision=document.title or "",
            author=document.publisher or "",
            date=document.published or "",
            reason=reason_of(document),
            keys=[KeyOut.from_key(key) for key in judged.keys],
            name=judged.name,
            claims=[JudgedClaimOut.from_place(place) for place in judged.claims],
        )


class CandidateOut(BaseModel):
    """Two entities that may be one, by their most similar names."""

    one: GraphEntityOut
    other: GraphEntityOut
    names: tuple[str, str] = Field(description="the two names, as they were compared")
    likeness: float = Field(description="how alike the names are, from 0 to 100")

    @classmethod
    def from_candidate(cls, candidate: Candidate) -> "CandidateOut":
        """The wire shape of a candidate."""
        return cls(
            one=GraphEntityOut.from_entity(candidate.one),
            other=GraphEntityOut.from_entity(candidate.other),
            names=candidate.names,
            likeness=candidate.likeness,
        )


class ReviewOut(BaseModel):
    """Pairs to decide on, the most alike first; `cut` says that there are more than the limit."""

    items: list[CandidateOut]
    cut: bool
