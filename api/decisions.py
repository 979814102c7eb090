"""Decisions: a judgement as it is posted, by its verdict, and the reading that it makes."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import Depends, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.bodies import JSON, Bounds, PublishedDay, Words, content_type, parsed, read_text
from graph.claims import Reading, Verdict
from graph.judgements import judged_different, judged_name, judged_same, judged_wrong
from graph.stores.base import Store

_BOUNDS = Bounds("a judgement", (JSON,), 64 * 1024)


def _not_empty(value: str) -> str:
    if not value:
        raise ValueError("this is empty")
    return value


Something = Annotated[Words, AfterValidator(_not_empty)]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Two = Annotated[
    tuple[Id, Id],
    Field(description="the ids of two entities, or of two keys of one: `GET /entities/{id}`"),
]


class DecisionIn(BaseModel, ABC):
    """What every judgement has: who decided, why, and on which day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    author: Something
    reason: Something
    date: PublishedDay = Field(None, description="when it was decided; today (UTC) if not given")

    @abstractmethod
    def reading(self, store: Store) -> Reading:
        """The judgement; raises NotFoundError for an unknown id, BadInputError for no decision."""

    def signed(self) -> dict[str, str]:
        """Who, when and why."""
        date = self.date or datetime.now(UTC).date().isoformat()
        return {"author": self.author, "date": date, "reason": self.reason}


class SameIn(DecisionIn):
    """Two ids name one entity, although no document says so."""

    verdict: Literal["same"]
    entities: Two

    def reading(self, store: Store) -> Reading:
        """The judgement that the two are one."""
        return judged_same(store, *self.entities, **self.signed())


class DifferentIn(DecisionIn):
    """Two ids name two entities, whatever ties them: parts what was merged."""

    verdict: Literal["different"]
    entities: Two

    def reading(self, store: Store) -> Reading:
        """The judgement that the two are two."""
        return judged_different(store, *self.entities, **self.signed())


class WrongIn(DecisionIn):
    """A fact is wrong, or what one document says of it."""

    verdict: Literal["wrong"]
    fact: Id
    document: Id | None = Field(None, description="only what this document says of it")

    def reading(self, store: Store) -> Reading:
        """The judgement that the fact's claims are wrong."""
        return judged_wrong(store, self.fact, document=self.document, **self.signed())


class NameIn(DecisionIn):
    """An entity is to be called so."""

    verdict: Literal["name"]
    entity: Id
    name: Something

    def reading(self, store: Store) -> Reading:
        """The judgement that the entity is called so."""
        return judged_name(store, self.entity, self.name, **self.signed())


DECISIONS: dict[Verdict, type[DecisionIn]] = {
    Verdict.SAME: SameIn,
    Verdict.DIFFERENT: DifferentIn,
    Verdict.WRONG: WrongIn,
    Verdict.NAME: NameIn,
}
"""The shape of the body, which its verdict decides."""


class _OfVerdict(BaseModel):
    """As much of a body as tells its shape."""

    verdict: Verdict


async def _posted(request: Request) -> DecisionIn:
    """The judgement in the request's body."""
    content_type(request, _BOUNDS)
    text = await read_text(request, _BOUNDS)
    shape = DECISIONS[parsed(_OfVerdict.model_validate_json, text).verdict]
    return parsed(shape.model_validate_json, text)


DecisionDep = Annotated[DecisionIn, Depends(_posted)]
