"""Parameters: the query parameters that routes share, and the refusal of unknown ones."""

from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import AfterValidator, WithJsonSchema

from graph.dates import partial_date
from graph.documents import DocumentKind
from graph.ontology import ontology
from graph.questions.partners import PARTNERSHIPS


def _is_relation(name: str) -> str:
    return _one_of(name, sorted(ontology().relations))


def _is_partnership(name: str) -> str:
    return _one_of(name, PARTNERSHIPS)


def _is_no_judgement(kind: DocumentKind) -> DocumentKind:
    if kind is DocumentKind.JUDGEMENT:
        raise ValueError("judgements are listed at /judgements")
    return kind


def _one_of(name: str, known: Any) -> str:
    if name not in known:
        raise ValueError(f"'{name}' is not one of {', '.join(known)}")
    return name


Relation = Annotated[
    str,
    AfterValidator(_is_relation),
    WithJsonSchema({"type": "string", "enum": sorted(ontology().relations)}),
]
Partnership = Annotated[
    str,
    AfterValidator(_is_partnership),
    WithJsonSchema({"type": "string", "enum": list(PARTNERSHIPS)}),
]
ArticleKind = Annotated[
    DocumentKind,
    AfterValidator(_is_no_judgement),
    WithJsonSchema(
        {"type": "string", "enum": [k for k in DocumentKind if k is not DocumentKind.JUDGEMENT]}
    ),
]
PartialDate = Annotated[
    str,
    AfterValidator(partial_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]

Limit = Annotated[int, Query(ge=1, le=200, description="how many items a page has at most")]
Cursor = Annotated[
    str | None,
    Query(description="`next` of the page before", min_length=1, max_length=4000),
]
EntityId = Annotated[
    str, Path(description="an entity's id, or one that it had before it was merged with another")
]
Types = Annotated[
    list[Relation] | None, Query(alias="type", description="relation types; may be repeated")
]
Denied = Annotated[bool, Query(description="also what every document that says it denies")]


async def refuse_unknown(request: Request) -> None:
    """Refuse query parameters that the route does not have, by name."""
    known = sorted(_names(request.scope["route"].dependant))
    unknown = dict.fromkeys(name for name in request.query_params if name not in known)
    if unknown:
        among = f"known are {', '.join(known)}" if known else "there are none here"
        raise RequestValidationError(
            [
                {"loc": ("query", name), "msg": f"no such parameter: {among}", "type": "extra"}
                for name in unknown
            ]
        )


UnknownRefused = Depends(refuse_unknown)


def _names(dependant: Any) -> set[str]:
    own = {field.alias for field in dependant.query_params}
    return own.union(*(_names(inner) for inner in dependant.dependencies))
