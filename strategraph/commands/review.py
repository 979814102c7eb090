"""The command `review`: pairs of entities that may be one, the most alike first."""

from typing import Annotated

import typer

from graph.entities import Entity
from graph.ontology import Label
from graph.questions.review import candidates
from strategraph.context import store_of
from strategraph.terminal import put

OfLabel = Annotated[Label | None, typer.Option("--label", help="Only entities of this label.")]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many pairs at most.")]


def review(context: typer.Context, label: OfLabel = None, limit: Limit = 20) -> None:
    """List pairs that nobody has judged; decide with `judge same` or `judge different`."""
    with store_of(context) as store:
        found = candidates(store, label=label, limit=limit)
    for candidate in found:
        put(f"{candidate.likeness:5.1f}  {_told(candidate.one)}  |  {_told(candidate.other)}")
    if not found:
        put("no two names are alike that nobody has judged")


def _told(entity: Entity) -> str:
    return f"{entity.name} ({entity.kind or entity.label}, {entity.id})"
