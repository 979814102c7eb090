"""Bodies: what is posted, read within bounds; and an article, made a document."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from api.problems import ProblemError
from api.services import ServicesDep
from graph.dates import partial_date
from graph.documents import Document, make_document
from graph.errors import BadInputError

Body = TypeVar("Body")
JSON, TEXT = "application/json", "text/plain"
# JSON writes a Hangul syllable of three bytes as `\uac00`, and has titles and braces besides.
_ESCAPED, _BESIDES = 2, 64 * 1024
# A client that is still sending does not hear an answer: so much more is read, and let go.
_PATIENCE = 16
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
PublishedDay = Annotated[str | None, AfterValidator(_date)]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a body may be: what it is called, its content types, its length as UTF-8."""

    what: str
    kinds: tuple[str, ...]
    limit: int

    def too_large(self) -> ProblemError:
        """The refusal of a longer one."""
        detail = f"{self.what} has {self.limit:,} bytes of UTF-8 at most, and this has more"
        return ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)


class ArticleIn(BaseModel):
    """An article: its text, which is kept character for character, and where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(description="the whole text; evidence is a span of it")
    url: Words | None = Field(
        None, description="a text posted again under its URL replaces the one before"
    )
    publisher: Words | None = None
    published: PublishedDay = Field(
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
    bounds = Bounds("an article", (JSON, TEXT), services.max_article_bytes)
    if content_type(request, bounds) == TEXT:
        return make_document(await read_text(request, bounds))
    most = _ESCAPED * bounds.limit + _BESIDES
    article = parsed(ArticleIn.model_validate_json, await read_text(request, bounds, most=most))
    if len(article.text.encode(errors="surrogatepass")) > bounds.limit:
        raise bounds.too_large()
    return article.document()


PostedDep = Annotated[Document, Depends(_posted)]


def content_type(request: Request, bounds: Bounds) -> str:
    """The type of the request's content; raises ProblemError for one that is not read."""
    header = request.headers.get("content-type", "")
    kind, _, parameters = header.partition(";")
    kind = kind.strip().lower()
    charset = re.search(r'charset\s*=\s*"?([^\s";]+)', parameters, re.IGNORECASE)
    encoding = request.headers.get("content-encoding", "identity").lower()
    if kind not in bounds.kinds:
        given = f"'{kind}'" if kind else "no type"
        detail = f"{bounds.what} is {' or '.join(bounds.kinds)}, and this has {given}"
    elif charset and charset[1].lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
        detail = f"{bounds.what} is UTF-8, and this is '{charset[1]}'"
    elif encoding != "identity":
        detail = f"{bounds.what} is sent as it is, and this is encoded as '{encoding}'"
    else:
        return kind
    raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)


async def read_text(request: Request, bounds: Bounds, *, most: int | None = None) -> str:
    """The body without a byte order mark, of `most` bytes where its form needs more than it says.

    Measured while it comes in, whatever its Content-Length says; raises ProblemError for more,
    BadInputError for what is not UTF-8.
    """
    raw = await _read(request, bounds, bounds.limit if most is None else most)
    return _decoded(raw).removeprefix("\ufeff")


async def _read(request: Request, bounds: Bounds, most: int) -> bytes:
    pieces: list[bytes] = []
    length = 0
    async for piece in request.stream():
        length += len(piece)
        if length <= most:
            pieces.append(piece)
        elif length > most * _PATIENCE:
            break
    if length > most:
        raise bounds.too_large()
    return b"".join(pieces)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        byte = f"byte {error.start} is 0x{raw[error.start]:02x}"
        raise BadInputError(f"this is not UTF-8: {byte}") from error


def parsed(validate: Callable[[str], Body], text: str) -> Body:
    """What the JSON says, by this model's validation.

    Raises BadInputError for what is not JSON, RequestValidationError for wrong fields.
    """
    try:
        return validate(text)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if faults[0]["type"] == "json_invalid":
            raise BadInputError(f"this is not JSON: {faults[0]['msg']}") from error
        raise RequestValidationError(
            [{**fault, "loc": ("body", *fault["loc"])} for fault in faults]
        ) from error
