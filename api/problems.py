"""Problems: every error as an RFC 9457 answer; the one place where errors meet HTTP."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import compile_path

from graph.errors import (
    BadInputError,
    NotFoundError,
    StoreUnavailableError,
    UnsupportedLanguageError,
)

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
_STATUS: dict[type[Exception], HTTPStatus] = {
    BadInputError: HTTPStatus.BAD_REQUEST,
    UnsupportedLanguageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    StoreUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_TYPES = {
    HTTPStatus.BAD_REQUEST: "bad-input",
    HTTPStatus.NOT_FOUND: "not-found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method-not-allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unsupported-media-type",
    HTTPStatus.UNPROCESSABLE_ENTITY: "invalid-request",
    HTTPStatus.INTERNAL_SERVER_ERROR: "internal-error",
    HTTPStatus.SERVICE_UNAVAILABLE: "store-unavailable",
}


class FaultOut(BaseModel):
    """One thing wrong with a request: where, and what."""

    detail: str
    pointer: str | None = Field(
        default=None, description="JSON pointer into the body: `#/published`"
    )
    parameter: str | None = Field(default=None, description="the name of a query or path parameter")


class ProblemOut(BaseModel):
    """An error, as RFC 9457 writes it."""

    type: str = Field(description="what kind of problem it is, the same for all of its kind")
    title: str
    status: int
    detail: str | None = Field(default=None, description="what is wrong with this very request")
    instance: str | None = Field(default=None, description="the path that was asked for")
    errors: list[FaultOut] | None = Field(
        default=None, description="each fault of an invalid request"
    )


class ProblemError(Exception):
    """A request refused for what HTTP says of it: its size or the type of its content."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def invalid(place: str, name: str, message: str) -> RequestValidationError:
    """The error of one field of the `body`, or one `query` parameter."""
    return RequestValidationError([{"loc": (place, name), "msg": message, "type": "value_error"}])


def answer_problems(app: FastAPI) -> None:
    """Make the app answer every error with a problem document."""
    for error in (*_STATUS, ProblemError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(error, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    match error:
        case RequestValidationError():
            status, faults = HTTPStatus.UNPROCESSABLE_ENTITY, _faults(error.errors())
            detail = "; ".join(_sentence(fault) for fault in faults)
            return _problem(request, status, detail, errors=faults)
        case HTTPException():
            return _of_router(request, error)
        case ProblemError():
            return _problem(request, error.status, str(error))
    status = next(
        (_STATUS[cls] for cls in type(error).mro() if cls in _STATUS),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    if status is HTTPStatus.INTERNAL_SERVER_ERROR:
        return _problem(request, status, "this is a fault of the program; its log says more")
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        return _problem(request, status, str(error), {"Retry-After": str(RETRY_SECONDS)})
    kind = "unsupported-language" if isinstance(error, UnsupportedLanguageError) else None
    return _problem(request, status, str(error), kind=kind)


def _problem(
    request: Request,
    status: HTTPStatus,
    detail: str,
    headers: Mapping[str, str] | None = None,
    *,
    kind: str | None = None,
    errors: list[FaultOut] | None = None,
) -> Response:
    kind = kind or _TYPES.get(status)
    problem = ProblemOut(
        type=f"urn:strategraph:problem:{kind}" if kind else "about:blank",
        title=status.phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
        errors=errors,
    )
    return JSONResponse(
        problem.model_dump(exclude_none=True), status, headers, media_type=MEDIA_TYPE
    )


def _of_router(request: Request, error: HTTPException) -> Response:
    status, path = HTTPStatus(error.status_code), request.url.path
    if status is HTTPStatus.NOT_FOUND:
        return _problem(request, status, f"there is nothing at {path}")
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = ", ".join(_methods(request)) or (error.headers or {}).get("Allow", "")
        detail = f"{request.method} is not among the methods of {path}: {allowed}"
        return _problem(request, status, detail, {"Allow": allowed})
    return _problem(request, status, error.detail, error.headers)


def _methods(request: Request) -> list[str]:
    """All methods of the path; the router knows those of one of its routes."""
    path = request.url.path.removeprefix(request.scope.get("root_path", ""))
    described = request.app.openapi()["paths"].items()
    return sorted(
        method.upper()
        for template, operations in described
        if compile_path(template)[0].fullmatch(path)
        for method in operations
    )


def _faults(errors: Iterable[Mapping[str, Any]]) -> list[FaultOut]:
    return [_fault(error) for error in errors]


def _fault(error: Mapping[str, Any]) -> FaultOut:
    place, *path = error["loc"]
    message = str(error["msg"]).removeprefix("Value error, ")
    if place != "body":
        return FaultOut(detail=message, parameter=str(path[0]) if path else str(place))
    parts = [str(part).replace("~", "~0").replace("/", "~1") for part in path]
    return FaultOut(detail=message, pointer="/".join(["#", *parts]))


def _sentence(fault: FaultOut) -> str:
    return f"{fault.pointer or fault.parameter}: {fault.detail}"
