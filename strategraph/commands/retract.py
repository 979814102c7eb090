"""The command `retract`: takes documents back, with all that rests on them alone."""

from pathlib import Path
from typing import Annotated

import typer

from graph.errors import BadInputError, NotFoundError
from graph.ledger import Ledger
from graph.stores.base import Store
from loaders.files import expand, is_facts_file, origin_of
from strategraph.context import settings_of, store_of
from strategraph.loading import REFERENCE
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
        taken = {name: _stored(store, name) for name in names}
        if reference:
            taken[REFERENCE] = store.document_ids(origin=REFERENCE)
        ledger = Ledger(store, actor=settings_of(context).actor)
        facts = {name: ids for name, ids in taken.items() if _is_facts(name)}
        whole = {id_ for name, ids in taken.items() if name not in facts for id_ in ids}
        retracted = {one.document for one in ledger.retract(sorted(whole))}
        for name, ids in facts.items():
            left = [id_ for id_ in ids if id_ not in whole]
            gone = ledger.retract(left, source=Path(name).name)
            retracted.update(one.document for one in gone)
    put(f"documents: {len(retracted)} retracted")


def _stored(store: Store, name: str) -> list[str]:
    """The documents that an argument stands for; raises NotFoundError where there are none."""
    if store.documents([name]):
        return [name]
    ids = store.document_ids(url=name) or _from(store, name)
    if not ids:
        raise NotFoundError(f"'{name}' is neither a stored document nor a file that one came from")
    return ids


def _from(store: Store, name: str) -> list[str]:
    """The documents that came from a file, or from the files of a folder."""
    if not Path(name).is_dir():
        return store.document_ids(origin=origin_of(name))
    found = (store.document_ids(origin=origin_of(path)) for path in expand([name]))
    return sorted({id_ for ids in found for id_ in ids})


def _is_facts(name: str) -> bool:
    return "://" not in name and is_facts_file(name)
