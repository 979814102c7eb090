"""The command `changes`: what became different between two days."""

from typing import Annotated

import typer

from graph.dates import partial_date
from graph.errors import BadInputError
from graph.facts import Fact
from graph.questions.changes import Change, changes
from graph.stores.base import Store
from strategraph.context import store_of
from strategraph.terminal import put

_PAGE = 500
Since = Annotated[str, typer.Option("--since", help="The first day: YYYY-MM-DD, or a part of it.")]
Until = Annotated[str, typer.Option("--until", help="The last day.")]


def tell_changes(context: typer.Context, since: Since, until: Until) -> None:
    """List the entities that appeared and the facts that began, changed or ended."""
    for date in (since, until):
        try:
            partial_date(date)
        except ValueError as error:
            raise BadInputError(str(error)) from error
    with store_of(context) as store:
        after: str | None = None
        while True:
            page = changes(store, since=since, until=until, after=after, limit=_PAGE)
            for line in _lines(store, page.items):
                put(line)
            after = page.next
            if after is None:
                return


def _lines(store: Store, page: list[Change]) -> list[str]:
    facts = [fact for c in page if (fact := c.after or c.before) is not None]
    names = {
        id_: entity.name
        for id_, entity in store.entities({e for f in facts for e in (f.subject, f.object)}).items()
    }
    return [_line(change, names) for change in page]


def _line(change: Change, names: dict[str, str]) -> str:
    if change.entity is not None:
        return f"{change.kind}\t{change.entity.label}\t{change.entity.name}\t{change.entity.id}"
    fact = change.after or change.before
    told = _told(fact, names) if fact is not None else ""
    fields = f"\t{', '.join(change.fields)}" if change.fields else ""
    return f"{change.kind}\t{told}{fields}"


def _told(fact: Fact, names: dict[str, str]) -> str:
    ends = (names.get(fact.subject, fact.subject), names.get(fact.object, fact.object))
    status = f" ({fact.status})" if fact.status else ""
    return f"{ends[0]} {fact.type} {ends[1]}{status}\t{fact.evidence[-1].quote}\t{fact.id}"
