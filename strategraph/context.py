"""Context: the settings of this run, and the store that they name."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import typer

from graph.stores import open_store
from graph.stores.base import Store
from strategraph.settings import Settings


def settings_of(context: typer.Context) -> Settings:
    """The settings that the command line was started with."""
    settings: Settings = context.obj
    return settings


@contextmanager
def store_of(context: typer.Context) -> Iterator[Store]:
    """The store, closed behind the command."""
    with closing(open_store(settings_of(context).store)) as store:
        yield store
