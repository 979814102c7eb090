"""The OpenAPI pages: what every route can answer, with an example of each."""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from api.bodies import JSON, TEXT, ArticleIn
from api.decisions import DECISIONS
from api.problems import MEDIA_TYPE, FaultOut, ProblemOut

Responses = dict[int | str, dict[str, Any]]

_PROBLEMS = {
    400: "what was given cannot be read: the detail says what is wrong with it",
    404: "nothing is known under this id",
    413: "what is posted is too long",
    415: "the content is of a type, character set or encoding that is not read",
    422: "a field or parameter is unknown or not valid, or the text's language is not read",
    500: "a fault of the program",
    503: "the store does not answer; try again",
}
_ALWAYS = (422, 500, 503)
# What routes take and answer without FastAPI's knowing.
_SHAPES: tuple[type[BaseModel], ...] = (ArticleIn, *DECISIONS.values(), FaultOut, ProblemOut)


@cache
def examples() -> dict[str, Any]:
    """An answer of every route, by the route's name."""
    loaded: dict[str, Any] = orjson.loads(files("api").joinpath("data/examples.json").read_bytes())
    return loaded


def answers(route: str, *problems: int, status: int = 200) -> Responses:
    """What a route answers: its example, and the problems it can meet besides the usual ones."""
    return {status: example(route)} | refusals(*problems)


def example(route: str) -> dict[str, Any]:
    """An answer of the route, as OpenAPI writes it."""
    return {"content": {JSON: {"example": examples().get(route)}}}


def refusals(*problems: int) -> Responses:
    """The problems that a route can meet."""
    return {
        status: {"description": _PROBLEMS[status], "content": {MEDIA_TYPE: _problem(status)}}
        for status in sorted({*problems, *_ALWAYS})
    }


def article_body() -> dict[str, Any]:
    """The body of `POST /articles`, which is read by hand to measure it."""
    article = examples().get("article_posted", {})
    content = {
        JSON: {"schema": {"$ref": "#/components/schemas/ArticleIn"}, "example": article},
        TEXT: {"schema": {"type": "string"}, "example": article.get("text")},
    }
    return {"requestBody": {"required": True, "content": content}}


def judgement_body() -> dict[str, Any]:
    """The body of `POST /judgements`, whose verdict tells its shape."""
    shapes = {str(v): f"#/components/schemas/{m.__name__}" for v, m in DECISIONS.items()}
    content = {
        "schema": {
            "oneOf": [{"$ref": shape} for shape in shapes.values()],
            "discriminator": {"propertyName": "verdict", "mapping": shapes},
        },
        "example": examples().get("judgement_posted", {}),
    }
    return {"requestBody": {"required": True, "content": {JSON: content}}}


def describe(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """A function that makes the app's OpenAPI document once, with the shapes used above."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                summary=app.summary,
                description=app.description,
                routes=app.routes,
            )
            shapes = schema.setdefault("components", {}).setdefault("schemas", {})
            for model in _SHAPES:
                shape = model.model_json_schema(ref_template="#/components/schemas/{model}")
                shape.pop("$defs", None)
                shapes[model.__name__] = shape
            app.openapi_schema = schema
        return app.openapi_schema

    return openapi


def _problem(status: int) -> dict[str, Any]:
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return {"schema": {"$ref": "#/components/schemas/ProblemOut"}, "example": problem}
