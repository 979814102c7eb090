"""The command `serve`: the graph over HTTP."""

from functools import partial
from importlib.metadata import version
from typing import Annotated

import typer

from graph.exports import graphml
from graph.stores import open_store
from strategraph.context import settings_of
from strategraph.reading import read
from strategraph.terminal import put

Host = Annotated[str | None, typer.Option(help="The address to listen on.")]
Port = Annotated[int | None, typer.Option(help="The port to listen on.", min=0, max=65535)]


def serve(context: typer.Context, host: Host = None, port: Port = None) -> None:
    """Answer questions over HTTP until interrupted."""
    import uvicorn

    from api.app import create_app

    settings = settings_of(context)
    app = create_app(
        open_store=lambda: open_store(settings.store),
        read=partial(read, least=settings.min_confidence),
        graphml=graphml.write,
        version=version("strategraph"),
        actor=settings.actor,
        max_article_bytes=settings.max_article_bytes,
    )
    host = settings.host if host is None else host
    port = settings.port if port is None else port
    put(f"Open http://{host}:{port}/docs to ask the graph; stop with Ctrl-C.")
    uvicorn.run(app, host=host, port=port, log_level="warning")
