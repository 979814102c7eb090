"""The command `export`: the whole graph as a file."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.asof import AsOf
from graph.dates import last_day, partial_date
from graph.errors import BadInputError
from graph.exports import graphml
from graph.stores.base import Reader, Store
from loaders.files import STDIN
from strategraph.context import store_of
from strategraph.terminal import put_bytes


class Format(StrEnum):
    """What the graph can be written as."""

    GRAPHML = "graphml"


class Flavor(StrEnum):
    """Tools that need a form of their own."""

    YED = "yed"


FormatOption = Annotated[Format, typer.Option("--format", help="The form of the file.")]
Output = Annotated[str, typer.Option("--output", "-o", help="The file; - is standard output.")]
FlavorOption = Annotated[
    Flavor | None, typer.Option("--flavor", help="yed adds the graphics that only yEd reads.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="Only what was known on that day and held on it.")
]


def export(
    context: typer.Context,
    format_: FormatOption = Format.GRAPHML,
    output: Output = STDIN,
    flavor: FlavorOption = None,
    as_of: AsOfOption = None,
) -> None:
    """Write the graph for Gephi, Cytoscape, yEd, igraph, networkx or APOC."""
    writers = {Format.GRAPHML: graphml.write}
    with store_of(context) as store:
        pieces = writers[format_](_reader(store, as_of), flavor=flavor)
        if output == STDIN:
            for piece in pieces:
                put_bytes(piece)
        else:
            _write(Path(output), pieces)


def _reader(store: Store, as_of: str | None) -> Reader:
    """The store, or the store as of a day; raises BadInputError for what is no date."""
    if as_of is None:
        return store
    try:
        return AsOf(store, last_day(partial_date(as_of)))
    except ValueError as error:
        raise BadInputError(f"--as-of: {error}") from error


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the file whole: a run that breaks off leaves what was there before."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
