"""Addresses: what is given by its URL, and not by the name of a file."""

import re
from urllib.parse import urldefrag, urlsplit

from graph.errors import BadInputError

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_READ = frozenset({"http", "https"})


def is_address(name: str) -> bool:
    """Whether the name is a URL, of whatever scheme."""
    return bool(_SCHEME.match(name))


def address(name: str) -> str:
    """The URL of the page, without the place in it.

    Raises BadInputError for one that cannot be a page's.
    """
    try:
        parts = urlsplit(name)
    except ValueError as error:
        raise BadInputError(f"{name}: this is no address: {error}") from error
    if parts.scheme not in _READ:
        raise BadInputError(f"{name}: only http and https are read, not '{parts.scheme}'")
    if not parts.hostname:
        raise BadInputError(f"{name}: this is no address: it names no server")
    return without_place(name)


def without_place(name: str) -> str:
    """The URL without the place in its page; any other name as it is, up to a `#`."""
    return urldefrag(name).url
