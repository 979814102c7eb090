"""The commands `judge …`: a person's decisions, each with its author, date and reason."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from graph.claims import Reading
from graph.judgements import judged_different, judged_name, judged_same, judged_wrong
from graph.ledger import Ledger
from graph.questions.finding import id_of
from graph.stores.base import Store
from strategraph.context import settings_of, store_of
from strategraph.terminal import put

One = Annotated[str, typer.Argument(help="An entity's id, or a name that only one has.")]
Other = Annotated[str, typer.Argument(help="The other's id or name.")]
Name = Annotated[str, typer.Argument(help="What it is called.")]
Fact = Annotated[str, typer.Argument(help="A fact's id.")]
Reason = Annotated[str, typer.Option("--reason", help="Why: kept with the decision.")]
Document = Annotated[
    str | None, typer.Option("--document", help="Only what this document says of it.")
]


def same(context: typer.Context, one: One, other: Other, reason: Reason) -> None:
    """Two entities are one, although no document says so."""
    with store_of(context, create=True) as store:
        judged = judged_same(
            store, id_of(store, one), id_of(store, other), **_signed(context, reason)
        )
        _keep(context, store, judged)


def different(context: typer.Context, one: One, other: Other, reason: Reason) -> None:
    """Two names are two entities, whatever ties them: parts what was merged."""
    with store_of(context, create=True) as store:
        judged = judged_different(
            store, id_of(store, one), id_of(store, other), **_signed(context, reason)
        )
        _keep(context, store, judged)


def name(context: typer.Context, one: One, called: Name, reason: Reason) -> None:
    """An entity is to be called so."""
    with store_of(context, create=True) as store:
        _keep(
            context,
            store,
            judged_name(store, id_of(store, one), called, **_signed(context, reason)),
        )


def wrong(context: typer.Context, fact: Fact, reason: Reason, document: Document = None) -> None:
    """A fact is wrong, or what one document says of it."""
    with store_of(context, create=True) as store:
        judged = judged_wrong(store, fact, document=document, **_signed(context, reason))
        _keep(context, store, judged)


def _signed(context: typer.Context, reason: str) -> dict[str, str]:
    today = datetime.now(UTC).date().isoformat()
    return {"author": settings_of(context).actor, "date": today, "reason": reason}


def _keep(context: typer.Context, store: Store, judged: Reading) -> None:
    Ledger(store, actor=settings_of(context).actor).load([judged])
    put(f"{judged.document.id}  {judged.document.title}")
    put(f"Take it back with: strategraph retract {judged.document.id}")
