"""Identifiers: one spelling of each, so that two writings of one number are one."""

import re
import unicodedata
from collections.abc import Mapping

from graph.names import digit_identifiers

_PLAIN = re.compile(r"[A-Z0-9_.:-]+")


def normal_identifiers(identifiers: Mapping[str, str]) -> dict[str, str]:
    """The identifiers in their one spelling; a value that cannot be one is left out.

    Numbers of the Korean registers are digits alone; others lose white space and case.
    """
    found = {scheme: _normal(scheme, value) for scheme, value in identifiers.items()}
    return {scheme: value for scheme, value in sorted(found.items()) if value is not None}


def _normal(scheme: str, value: str) -> str | None:
    text = unicodedata.normalize("NFKC", value).strip()
    if scheme in digit_identifiers():
        text = re.sub(r"\D", "", text)
    # Reference ids are our own and written in small letters.
    plain = _PLAIN.fullmatch(text.upper()) if scheme.isidentifier() else None
    if plain is None:
        return None
    return text if scheme == "reference" else text.upper()
