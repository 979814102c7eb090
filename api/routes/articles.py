"""Articles: take one in, look at what it says, and take it back."""

from time import perf_counter
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api.bodies import PostedDep
from api.extracts import article_readings, stored_extract
from api.openapi import answers, article_body, example, refusals
from api.parameters import ArticleKind, Cursor, Limit
from api.services import LedgerDep, ReaderDep, ServicesDep, StoreDep
from api.wire.articles import ArticleOut
from api.wire.lists import ListOut
from graph.documents import DocumentKind
from graph.errors import NotFoundError
from graph.extracts import ExtractOut
from graph.stores.base import Page

router = APIRouter(tags=["articles"])
ArticleId = Annotated[str, Path(description="an article's id, as evidence names it")]


@router.post(
    "/articles",
    status_code=201,
    response_model_exclude_none=True,
    responses={
        **answers("post_article", 400, 413, 415, status=201),
        200: {
            "description": "it is stored already, word for word",
            "model": ExtractOut,
            **example("post_article"),
        },
    },
    openapi_extra=article_body(),
)
def post_article(
    document: PostedDep,
    services: ServicesDep,
    store: StoreDep,
    ledger: LedgerDep,
    request: Request,
    response: Response,
) -> ExtractOut:
    """Read an article and store it with all that it says; answers with the extract object.

    Ids are the graph's, so that `/entities/{id}` and `/facts/{id}` find them.
    """
    started = perf_counter()
    reading = services.read(document)
    seconds = perf_counter() - started
    loaded, *_ = ledger.load([reading])
    if loaded.action is None:
        response.status_code = 200
    path = request.app.url_path_for("get_article", article_id=loaded.document)
    response.headers["Location"] = request.scope.get("root_path", "") + path
    return stored_extract(store, loaded.document, seconds=seconds)


@router.get("/articles", responses=answers("list_articles", 400))
def list_articles(
    store: StoreDep,
    reader: ReaderDep,
    url: Annotated[str | None, Query(description="only the article of this URL")] = None,
    kind: Annotated[
        ArticleKind, Query(description="what the documents are: news unless it is told")
    ] = DocumentKind.ARTICLE,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> ListOut[ArticleOut]:
    """The stored articles, by id, without their texts."""
    if url is None:
        page = reader.document_page(kinds=[kind], after=cursor, limit=limit)
    else:
        stored = reader.documents(store.document_ids(url=url))
        page = Page([document for document in stored.values() if document.kind is kind])
    return ListOut(
        items=[ArticleOut.from_document(document) for document in page.items], next=page.next
    )


@router.get(
    "/articles/{article_id}",
    response_model_exclude_none=True,
    responses=answers("get_article", 404),
)
def get_article(
    article_id: ArticleId,
    store: StoreDep,
    reader: ReaderDep,
    with_text: Annotated[bool, Query(description="with the text, unchanged")] = False,
) -> ExtractOut:
    """What a stored article says: the extract object, as it was answered when it was posted.

    `report.seconds` is 0 here: nothing was read anew.
    """
    if store.documents([article_id]) and not reader.documents([article_id]):
        raise NotFoundError(f"article '{article_id}' had not been published by then")
    return stored_extract(store, article_id, with_text=with_text)


@router.delete("/articles/{article_id}", status_code=204, responses=refusals(404))
def delete_article(article_id: ArticleId, store: StoreDep, ledger: LedgerDep) -> None:
    """Take an article back, with everything in the graph that rests on it alone."""
    article_readings(store, article_id)
    ledger.retract([article_id])
