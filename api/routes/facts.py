"""Facts: one, with all its evidence."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.openapi import answers
from api.services import ReaderDep
from api.wire.facts import GraphFactOut
from graph.errors import NotFoundError

router = APIRouter(prefix="/facts", tags=["facts"])


@router.get("/{fact_id}", responses=answers("get_fact", 404))
def get_fact(
    fact_id: Annotated[str, Path(description="a fact's id")], reader: ReaderDep
) -> GraphFactOut:
    """One fact, with every article's words that state it and where they differ."""
    fact = reader.fact(fact_id)
    ends = reader.entities([fact.subject, fact.object]) if fact else {}
    if fact is None or len(ends) < 2:
        raise NotFoundError(f"no fact '{fact_id}'")
    return GraphFactOut.from_fact(fact, ends)
