"""Values: what a person writes for a qualifier, as the ontology's type of it."""

import re
from collections.abc import Mapping
from math import isfinite
from typing import Any

from graph.ontology import Qualifier

_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_NUMBER = r"(\d[\d,_]*(?:\.\d+)?)"
_MONEY = (
    re.compile(rf"(?P<value>{_NUMBER})\s*(?P<currency>[A-Z]{{3}})"),
    re.compile(rf"(?P<currency>[A-Z]{{3}})\s*(?P<value>{_NUMBER})"),
)


def qualifier_values(given: Mapping[str, Any], allowed: Mapping[str, Qualifier]) -> dict[str, Any]:
    """The qualifiers in their types; a faulty value stays as it is, for admission to refuse."""
    return {
        name: _value(value, allowed[name].type) if name in allowed else value
        for name, value in given.items()
    }


def number(text: str) -> float | int | None:
    """The number that is written, thousands apart or not, or None."""
    try:
        value = float(text.replace(",", "").replace("_", ""))
    except ValueError:
        return None
    if not isfinite(value):
        return None
    return int(value) if value.is_integer() and "." not in text else value


def _value(value: Any, type_: str) -> Any:
    if type_ == "share" and isinstance(value, str):
        percent = _PERCENT.fullmatch(value)
        parsed = round(float(percent[1]) / 100, 9) if percent else number(value)
        return value if parsed is None else parsed
    if type_ == "money":
        return _money(value)
    return value


def _money(value: Any) -> Any:
    """`300000000 USD`, `USD 300,000,000`, or the object itself with its number as text."""
    if isinstance(value, Mapping):
        written = value.get("value")
        parsed = number(written) if isinstance(written, str) else written
        return dict(value) | ({} if parsed is None else {"value": parsed})
    if isinstance(value, str):
        for pattern in _MONEY:
            if match := pattern.fullmatch(value):
                return {"value": number(match["value"]), "currency": match["currency"]}
    return value
