"""The command `load`: articles, pages, facts files and shipped data into the graph."""

from typing import Annotated

import typer

from graph.errors import BadInputError
from loaders.files import expand
from strategraph.context import MinConfidence, least_of, settings_of, store_of
from strategraph.failures import BAD_INPUT, tell
from strategraph.loading import Loading
from strategraph.terminal import put

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Articles (.txt, .json, .ndjson), web pages (.html or a URL), "
        "facts files (.csv, .yaml), folders or patterns; - is stdin."
    ),
]
Reference = Annotated[
    bool,
    typer.Option(
        "--reference", help="Also load the shipped groups, companies, places and sectors."
    ),
]


def load(
    context: typer.Context,
    paths: Paths = None,
    reference: Reference = False,
    min_confidence: MinConfidence = None,
) -> None:
    """Read files into the graph; loading one again replaces what it said before."""
    names = expand(paths or [])
    if paths and not names:
        raise BadInputError(f"there is nothing to read in {', '.join(paths)}")
    if not names and not reference:
        raise BadInputError("give a file, folder or URL to load, or --reference")
    with store_of(context, create=True) as store:
        loading = Loading(store, settings_of(context), least_of(context, min_confidence))
        if reference:
            loading.reference()
        loading.files(names)
    for line in loading.tally.lines():
        put(line)
    for line in loading.tally.why():
        tell(line)
    if loading.tally.unread:
        raise typer.Exit(BAD_INPUT)
