"""The log: what was loaded and taken back, when and by whom."""

from fastapi import APIRouter

from api.openapi import answers
from api.parameters import Cursor, Limit
from api.services import StoreDep
from api.wire.lists import ListOut
from api.wire.log import LogEntryOut

router = APIRouter(tags=["log"])


@router.get("/log", responses=answers("list_log", 400))
def list_log(store: StoreDep, cursor: Cursor = None, limit: Limit = 20) -> ListOut[LogEntryOut]:
    """The audit log, the oldest first: articles, records and judgements, in and back."""
    page = store.log(after=cursor, limit=limit)
    return ListOut(items=[LogEntryOut.from_entry(entry) for entry in page.items], next=page.next)
