"""The command `retract`: takes documents back, with all that rests on them alone."""

from collections import defaultdict
from functools import cached_property
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import BadInputError, NotFoundError
from graph.ledger import Ledger
from graph.stores.base import Store
from loaders.addresses import without_place
from loaders.files import expand, origin_of, spelled
from strategraph.context import settings_of, store_of
from strategraph.loading import REFERENCE
from strategraph.origins import last_origins
from strategraph.terminal import put

Named = Annotated[
    list[str] | None,
    typer.Argument(help="Ids or URLs of documents, or the files or folders they came from."),
]
Reference = Annotated[bool, typer.Option("--reference", help="Take the shipped data back.")]


def retract(context: typer.Context, documents: Named = None, reference: Reference = False) -> None:
    """Take documents back; where one of them is not known, none is."""
    names = documents or []
    if not names and not reference:
        raise BadInputError("give the id, URL or file of a document, or --reference")
    with store_of(context) as store:
        taken = _Taken(store)
        for name in names:
            taken.add(name)
        if reference:
            taken.whole.update(store.document_ids(origin=REFERENCE))
        ledger = Ledger(store, actor=settings_of(context).actor)
        retracted = {one.document for one in ledger.retract(sorted(taken.whole))}
        for source, ids in sorted(taken.parts.items()):
            gone = ledger.retract(sorted(ids - taken.whole), source=source)
            retracted.update(one.document for one in gone)
    put(f"documents: {len(retracted)} retracted")


class _Taken:
    """What arguments stand for: whole documents, and by source what files said of documents."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.whole: set[str] = set()
        self.parts: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, name: str) -> None:
        """Take in an id, a URL or a path; raises NotFoundError where nothing is stored of it."""
        known = spelled(name)
        ids = (
            list(self._store.documents([known]))
            or self._store.document_ids(url=known)
            or self._store.document_ids(url=without_place(known))
        )
        self.whole.update(ids)
        if not ids and not self._from(expand([name]) if Path(name).is_dir() else [name]):
            raise NotFoundError(
                f"'{known}' is neither a stored document nor a file that one came from"
            )

    def _from(self, names: list[str]) -> bool:
        """Take in what files said, and nothing else that is said of the same documents."""
        origins = {origin_of(name) for name in names}
        found = False
        for id_ in {i for origin in origins for i in self._store.document_ids(origin=origin)}:
            for reading in self._store.readings(id_):
                if self._origins.get((id_, reading.source)) in origins:
                    self.parts[reading.source].add(id_)
                    found = True
        return found

    @cached_property
    def _origins(self) -> dict[tuple[str, str], str | None]:
        return last_origins(self._store)
