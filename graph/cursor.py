"""Cursors: where a list was left off, as one opaque word."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import orjson

from graph.errors import BadInputError

_LARGEST = 2**63 - 1


def encode_cursor(values: Sequence[str | int]) -> str:
    """The cursor that leads on from the item with this sort key."""
    return base64.urlsafe_b64encode(orjson.dumps(list(values))).rstrip(b"=").decode()


def decode_cursor(cursor: str, *shape: type) -> list[Any]:
    """The sort key in a cursor, checked against its types where they are given.

    Raises BadInputError for a word that no list of ours has handed out.
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        values = orjson.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (UnicodeEncodeError, binascii.Error, orjson.JSONDecodeError) as error:
        raise BadInputError("the cursor is not one of this list's") from error
    if not isinstance(values, list) or not _fits(values, shape):
        raise BadInputError("the cursor is not one of this list's")
    return values


def _fits(values: list[Any], shape: tuple[type, ...]) -> bool:
    if any(type(value) is int and abs(value) > _LARGEST for value in values):
        return False
    return not shape or [type(value) for value in values] == list(shape)
