"""Fetching: a web page's bytes from its URL, or one sentence that says why not."""

from dataclasses import dataclass
from importlib.metadata import version
from time import monotonic

from graph.errors import BadInputError
from loaders.files import within

_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_REDIRECTS = 5
_SECONDS = 30.0
"""How long a page may take: to begin with, to pause, and altogether."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server gave it, and the charset that the server says it has."""

    raw: bytes
    charset: str | None


def fetch(url: str, *, max_bytes: int, seconds: float = _SECONDS) -> Fetched:
    """The page under an http or https URL, wherever it redirects to.

    Raises BadInputError where there is none, it comes too slowly, or it is too long.
    """
    # Its import takes a tenth of a second, which commands without pages need not wait.
    import httpx2

    agent = f"strategraph/{version('strategraph')}"
    client = httpx2.Client(
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=seconds,
        headers={"User-Agent": agent, "Accept": "text/html, application/xhtml+xml"},
    )
    slow = f"the server did not give the page within {seconds:g} seconds"
    begun = monotonic()
    try:
        with client, client.stream("GET", url) as answer:
            _check(answer.status_code, answer.reason_phrase, answer.headers.get("Content-Type"))
            raw = bytearray()
            for piece in answer.iter_bytes():
                raw += piece
                if len(raw) > max_bytes:
                    break
                if monotonic() - begun > seconds:
                    raise BadInputError(slow)
            return Fetched(within(bytes(raw), max_bytes), answer.charset_encoding)
    except httpx2.TimeoutException as error:
        raise BadInputError(slow) from error
    except httpx2.TooManyRedirects as error:
        raise BadInputError(f"it redirects more than {_REDIRECTS} times") from error
    except httpx2.UnsupportedProtocol as error:
        raise BadInputError("it redirects to what is not http or https") from error
    except httpx2.ConnectError as error:
        raise BadInputError(f"the server cannot be reached ({error})") from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise BadInputError(f"the page cannot be fetched ({error})") from error


def _check(status: int, reason: str, kind: str | None) -> None:
    if status != 200:
        raise BadInputError(f"the server answered {f'{status} {reason}'.strip()}")
    media = (kind or "text/html").partition(";")[0].strip().lower()
    if media not in _TYPES:
        raise BadInputError(f"this is no web page but {media}")
