"""Addresses: where a Neo4j server is and who asks, read from one URL."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from graph.errors import BadInputError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
FORM = "neo4j://USER:PASSWORD@HOST:PORT/DATABASE"
_PORT = 7687
_DATABASE = "neo4j"


@dataclass(frozen=True, slots=True)
class Address:
    """A server, a database on it, and the credentials, which never show in a message."""

    uri: str
    place: str
    database: str
    user: str = field(repr=False)
    password: str = field(repr=False)

    @property
    def credentials(self) -> tuple[str, str] | None:
        """User and password, or None for a server that asks for none."""
        return (self.user, self.password) if self.user else None


def parse_address(url: str) -> Address:
    """The address in a URL like FORM; raises BadInputError, without repeating the URL.

    User and password are percent-encoded; the port is 7687 and the database `neo4j`
    where the URL does not say.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or _PORT
    except ValueError:
        # Not `from` it: what stands where the port should be can be half of a password.
        raise BadInputError(f"the store's URL is not one like {FORM}") from None
    path = unquote(parts.path).strip("/")
    odd = {"/", "@"} & set(path) or parts.query or parts.fragment
    if parts.scheme not in SCHEMES or not host or odd:
        raise BadInputError(f"the store's URL is not one like {FORM}")
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return Address(
        uri=f"{parts.scheme}://{place}",
        place=place,
        database=path or _DATABASE,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )
