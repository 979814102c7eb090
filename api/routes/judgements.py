"""Judgements: what to decide, decide it, look at what was decided, and take it back."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.decisions import DecisionDep
from api.judgements import judge, judgement, judgement_page
from api.openapi import answers, example, judgement_body, refusals
from api.parameters import Cursor, Limit
from api.services import LedgerDep, StoreDep
from api.wire.judgements import CandidateOut, JudgementOut, ReviewOut
from api.wire.lists import ListOut
from graph.ontology import Label
from graph.questions.review import candidates

router = APIRouter(tags=["judgements"])
JudgementId = Annotated[str, Path(description="a judgement's id")]


@router.get("/review", responses=answers("get_review"))
def get_review(
    store: StoreDep,
    label: Annotated[Label | None, Query(description="only entities of this label")] = None,
    limit: Limit = 20,
) -> ReviewOut:
    """Pairs of entities that may be one, the most alike first; what is judged is left out."""
    found = candidates(store, label=label, limit=limit + 1)
    items = [CandidateOut.from_candidate(candidate) for candidate in found[:limit]]
    return ReviewOut(items=items, cut=len(found) > limit)


@router.post(
    "/judgements",
    status_code=201,
    responses={
        **answers("post_judgement", 400, 404, 413, 415, status=201),
        200: {
            "description": "the same was decided already",
            "model": JudgementOut,
            **example("post_judgement"),
        },
    },
    openapi_extra=judgement_body(),
)
def post_judgement(
    decision: DecisionDep, store: StoreDep, ledger: LedgerDep, request: Request, response: Response
) -> JudgementOut:
    """Decide that two are one or are not, that a fact is wrong, or what an entity is called.

    The graph is rebuilt with it at once, and with every article that comes later.
    """
    stored, new = judge(store, ledger, decision)
    if not new:
        response.status_code = 200
    path = request.app.url_path_for("get_judgement", judgement_id=stored.document.id)
    response.headers["Location"] = request.scope.get("root_path", "") + path
    return JudgementOut.from_reading(stored)


@router.get("/judgements", responses=answers("list_judgements", 400))
def list_judgements(
    store: StoreDep, cursor: Cursor = None, limit: Limit = 20
) -> ListOut[JudgementOut]:
    """What was decided, by id."""
    page = judgement_page(store, after=cursor, limit=limit)
    return ListOut(items=[JudgementOut.from_reading(r) for r in page.items], next=page.next)


@router.get("/judgements/{judgement_id}", responses=answers("get_judgement", 404))
def get_judgement(judgement_id: JudgementId, store: StoreDep) -> JudgementOut:
    """One decision, with who took it, when and why."""
    return JudgementOut.from_reading(judgement(store, judgement_id))


@router.delete("/judgements/{judgement_id}", status_code=204, responses=refusals(404))
def delete_judgement(judgement_id: JudgementId, store: StoreDep, ledger: LedgerDep) -> None:
    """Take a decision back: the graph is what it would be without it."""
    ledger.retract([judgement(store, judgement_id).document.id])
