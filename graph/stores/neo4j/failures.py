"""Failures: what Neo4j's errors mean to a user, in one sentence without credentials."""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import StoreUnavailableError
from graph.stores.neo4j.address import Address

# What the driver raises where a host has no address or a socket breaks at the wrong moment.
_CONNECTION_ERRORS = (ServiceUnavailable, SessionExpired, OSError)
_MESSAGES = {
    "Neo.ClientError.Database.DatabaseNotFound": "has no database '{database}'",
    "Neo.ClientError.Security.CredentialsExpired": "wants its first password changed before use",
    "Neo.ClientError.Security.AuthenticationRateLimit": "refuses the user name or password, "
    "and after so many tries will not answer for a few seconds",
    "Neo.ClientError.Security.Forbidden": "does not let this user do that",
    "Neo.ClientError.Transaction.TransactionTimedOut": "ended a change that took too long",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": "has too little memory for so much "
    "at once",
}


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """The driver's errors in the block become StoreUnavailableError."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        raise StoreUnavailableError(f"Neo4j at {address.place} {_says(error, address)}") from error
    except ValueError as error:
        # The driver's word for a host name without an address; any other is not the server's.
        if not str(error).startswith("Cannot resolve address"):
            raise
        raise StoreUnavailableError(f"Neo4j at {address.place} does not answer") from error


def retryable(error: Neo4jError | DriverError) -> bool:
    """Whether the same may work when tried again: lock trouble, or a connection gone stale."""
    return isinstance(error, ServiceUnavailable | SessionExpired) or error.is_retryable()


def _says(error: Exception, address: Address) -> str:
    code = getattr(error, "code", None) or ""
    if code in _MESSAGES:
        return _MESSAGES[code].format(database=address.database)
    if isinstance(error, AuthError):
        return "refuses the user name or password"
    if isinstance(error, IncompleteCommit):
        return "went away while it stored a change; doing the same again is safe"
    if isinstance(error, _CONNECTION_ERRORS):
        return "does not answer"
    if isinstance(error, ConfigurationError):
        return "cannot be reached in the way that the URL says"
    if isinstance(error, TransientError):
        return f"gave way to another change and stored nothing of this one ({code})"
    return f"could not do it ({code or type(error).__name__})"
