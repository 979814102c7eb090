"""Health: whether the program is alive, and whether the store answers."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api.openapi import answers
from api.services import ServicesDep, StoreDep

router = APIRouter(tags=["health"])


class HealthOut(BaseModel):
    """The program is alive."""

    status: Literal["alive"] = "alive"
    version: str


class ReadyOut(BaseModel):
    """The store answers, and holds so much."""

    status: Literal["ready"] = "ready"
    documents: int
    entities: int
    facts: int


@router.get("/healthz", responses=answers("get_health"))
async def get_health(services: ServicesDep) -> HealthOut:
    """Whether the program is alive; it does not ask the store, nor wait for who does."""
    return HealthOut(version=services.version)


@router.get("/readyz", responses=answers("get_readiness"))
def get_readiness(store: StoreDep) -> ReadyOut:
    """Whether the store answers, and how much it holds; 503 where it does not."""
    store.ping()
    totals = store.totals()
    return ReadyOut(
        documents=totals["documents"], entities=totals["entities"], facts=totals["facts"]
    )
