"""Partial ISO dates: `2023`, `2023-01` or `2023-01-18`."""

import re
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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
