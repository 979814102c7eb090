"""Bodies: an article as it is posted, read within bounds and made a document."""

import re
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from api.problems import ProblemError
from api.services import ServicesDep
from graph.dates import partial_date
from graph.documents import Document, make_document
from graph.errors import BadInputError

JSON, TEXT = "application/json", "text/plain"
# JSON writes a Hangul syllable of three bytes as `\uac00`, and has titles and braces besides.
_ESCAPED, _BESIDES = 2, 64 * 1024
# A client that is still sending does not hear an answer: so much more is read, and let go.
_PATIENCE = 16
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DATE_OF_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*")


def _date(value: str | None) -> str | None:
    """The date of a date or a time; raises ValueError for what is neither."""
    moment = _DATE_OF_TIME.fullmatch(value or "")
    return partial_date(moment[1] if moment else value) if value else None


def _without_nul(value: str) -> str:
    if "\0" in value:
        raise ValueError("there is a NUL in it")
    return value.strip()


Words = Annotated[str, Field(max_length=2000), AfterValidator(_without_nul)]


class ArticleIn(BaseModel):
    """An article: its text, which is kept character for character, and where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(description="the whole text; evidence is a span of it")
    url: Words | None = Field(
        None, description="a text posted again under its URL replaces the one before"
    )
    publisher: Words | None = None
    published: Annotated[str | None, AfterValidator(_date)] = Field(
        None, description="`2023`, `2023-05`, `2023-05-18`, or a time of ISO 8601"
    )
    title: Words | None = None
    language: str | None = Field(
        None, pattern="^[a-z]{2,3}$", description="ISO 639; found out where it is not given"
    )

    def document(self) -> Document:
        """The document; raises BadInputError for a text that is none."""
        return make_document(
            self.text,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            url=self.url,
            language=self.language,
        )


async def _posted(request: Request, services: ServicesDep) -> Document:
    """The article in the request's body."""
    kind, limit = _content_type(request), services.max_article_bytes
    if kind == TEXT:
        text = _decoded(await _read(request, limit, limit)).removeprefix("\ufeff")
        return make_document(text)
    raw = await _read(request, _ESCAPED * limit + _BESIDES, limit)
    article = _parsed(_decoded(raw.removeprefix(_BYTE_ORDER_MARK)))
    if len(article.text.encode(errors="surrogatepass")) > limit:
        raise _too_large(limit)
    return article.document()


PostedDep = Annotated[Document, Depends(_posted)]


def _content_type(request: Request) -> str:
    header = request.headers.get("content-type", "")
    kind, _, parameters = header.partition(";")
    kind = kind.strip().lower()
    charset = re.search(r'charset\s*=\s*"?([^\s";]+)', parameters, re.IGNORECASE)
    encoding = request.headers.get("content-encoding", "identity").lower()
    if kind not in (JSON, TEXT):
        given = f"'{kind}'" if kind else "no type"
        detail = f"an article is {JSON} or {TEXT}, and this has {given}"
    elif charset and charset[1].lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
        detail = f"an article is UTF-8, and this is '{charset[1]}'"
    elif encoding != "identity":
        detail = f"an article is sent as it is, and this is encoded as '{encoding}'"
    else:
        return kind
    raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)


async def _read(request: Request, most: int, limit: int) -> bytes:
    """The body; measured while it comes in, whatever its Content-Length says."""
    pieces: list[bytes] = []
    length = 0
    async for piece in request.stream():
        length += len(piece)
        if length <= most:
            pieces.append(piece)
        elif length > most * _PATIENCE:
            break
    if length > most:
        raise _too_large(limit)
    return b"".join(pieces)


def _too_large(limit: int) -> ProblemError:
    detail = f"an article has {limit:,} bytes of UTF-8 at most, and this has more"
    return ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        byte = f"byte {error.start} is 0x{raw[error.start]:02x}"
        raise BadInputError(f"this is not UTF-8: {byte}") from error


def _parsed(text: str) -> ArticleIn:
    try:
        return ArticleIn.model_validate_json(text)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if faults[0]["type"] == "json_invalid":
            raise BadInputError(f"this is not JSON: {faults[0]['msg']}") from error
        raise RequestValidationError(
            [{**fault, "loc": ("body", *fault["loc"])} for fault in faults]
        ) from error
