"""Context: the settings of this run, and the store that they name."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import typer

from graph.errors import BadInputError
from graph.stores import open_store
from graph.stores.base import Store
from strategraph.settings import Settings

_FILE = "sqlite:///"


def settings_of(context: typer.Context) -> Settings:
    """The settings that the command line was started with."""
    settings: Settings = context.obj
    return settings


@contextmanager
def store_of(context: typer.Context, *, create: bool = False) -> Iterator[Store]:
    """The store, closed behind the command.

    Raises BadInputError where its file is missing, unless the command is to `create` it.
    """
    url = settings_of(context).store
    path = Path(url.removeprefix(_FILE))
    if not create and url.startswith(_FILE) and not path.exists():
        raise BadInputError(f"there is no store at {path} yet: load something first")
    with closing(open_store(url)) as store:
        yield store
