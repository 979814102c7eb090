"""The app: puts the routes on what the composition root hands in."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from api.openapi import describe
from api.parameters import UnknownRefused
from api.problems import answer_problems
from api.routes import articles, changes, entities, facts, graph, health, judgements, log
from api.services import Services, StoreDoor
from graph.claims import Reading
from graph.documents import Document
from graph.errors import StoreUnavailableError
from graph.stores.base import Reader, Store

_SUMMARY = "Who owns whom, who does what with whom, where and since when, and which article says so"


def create_app(
    *,
    open_store: Callable[[], Store],
    read: Callable[[Document], Reading],
    graphml: Callable[[Reader, str | None], Iterator[bytes]],
    version: str,
    actor: str = "api",
    max_article_bytes: int = 2_000_000,
) -> FastAPI:
    """The app; nothing is opened before it starts.

    `read` turns an article into what it says; it raises UnsupportedLanguageError or BadInputError,
    and is called by several threads at once. `graphml` writes the graph that a reader reads,
    in the flavor of a tool that needs its own. A store that does not open is tried again
    with every request, which is answered 503 until it does.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[dict[str, Services]]:
        door = StoreDoor(open_store)
        services = Services(door, read, graphml, actor, max_article_bytes, version)
        with suppress(StoreUnavailableError):
            await run_in_threadpool(door.store)
        try:
            yield {"services": services}
        finally:
            await run_in_threadpool(door.close)

    app = FastAPI(
        title="strategraph",
        summary=_SUMMARY,
        version=version,
        lifespan=lifespan,
        redirect_slashes=False,
        dependencies=[UnknownRefused],
    )
    for module in (articles, entities, facts, changes, judgements, log, graph, health):
        app.include_router(module.router)
    app.add_route("/", _to_docs, include_in_schema=False)
    answer_problems(app)
    app.openapi = describe(app)  # type: ignore[method-assign]  # the way FastAPI documents
    return app


async def _to_docs(_: object) -> RedirectResponse:
    return RedirectResponse("docs")
