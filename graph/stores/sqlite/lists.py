"""Lists: values of any number as one parameter of a statement."""

from collections.abc import Collection

import orjson

# `[…]` in JSON as rows.
LISTED = "(SELECT value FROM json_each(?))"


def listed(values: Collection[str]) -> str:
    """The parameter that `LISTED` reads."""
    return orjson.dumps(list(values)).decode()
