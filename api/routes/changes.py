"""Changes: what is different between two days."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from api.openapi import answers
from api.parameters import Cursor, Limit, PartialDate
from api.services import StoreDep
from api.wire.changes import ChangeOut, changes_out, ends_of
from api.wire.lists import ListOut
from graph.questions.changes import changes

router = APIRouter(tags=["changes"])


@router.get("/changes", responses=answers("list_changes", 400))
def list_changes(
    store: StoreDep,
    since: Annotated[PartialDate, Query(description="as the graph was on that day")],
    until: Annotated[
        PartialDate | None, Query(description="and as it was on this one; today (UTC) if not given")
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> ListOut[ChangeOut]:
    """The difference of the graph as of two days: entities that appeared, then facts, by id.

    A month or a year stands for its last day.
    """
    end = until or datetime.now(UTC).date().isoformat()
    page = changes(store, since=since, until=end, after=cursor, limit=limit)
    ends = store.entities(ends_of(page.items))
    return ListOut(items=changes_out(page.items, ends), next=page.next)
