"""Partial ISO dates: `2023`, `2023-01` or `2023-01-18`."""

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def partial_date(text: str) -> str:
    """The same date, checked against the calendar; raises ValueError saying what is wrong."""
    match = _PARTIAL.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not an ISO date (YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError as error:
        raise ValueError(f"'{text}' is not a day of the calendar") from error
    return text.strip()


def last_day(partial: str) -> str:
    """The last day that a partial date can mean: what is dated so is known by then."""
    year, month, day = (int(part) if part else None for part in _parts(partial))
    month = month or 12
    return f"{year:04}-{month:02}-{day or monthrange(year or 1, month)[1]:02}"


def first_day(partial: str) -> str:
    """The first day that a partial date can mean."""
    year, month, day = _parts(partial)
    return f"{year}-{month or '01'}-{day or '01'}"


def _parts(partial: str) -> tuple[str, str | None, str | None]:
    match = _PARTIAL.fullmatch(partial)
    if match is None:
        raise ValueError(f"'{partial}' is not an ISO date")
    return match[1], match[2], match[3]
