"""Context: the settings of this run, and the store that they name."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import BadInputError
from graph.stores import open_store
from graph.stores.base import Store
from strategraph.settings import Settings

_FILE = "sqlite:///"


MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0,
        max=1,
        help="How sure every fact must be; by default rules count, and what is nearly certain.",
    ),
]


def settings_of(context: typer.Context) -> Settings:
    """The settings that the command line was started with."""
    settings: Settings = context.obj
    return settings


def least_of(context: typer.Context, given: float | None) -> float | None:
    """How sure a fact must be: what is given with the command goes before the environment."""
    return settings_of(context).min_confidence if given is None else given


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
