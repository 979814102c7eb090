"""Services: what the routes work with, put together by whoever makes the app."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Query, Request

from api.parameters import PartialDate
from graph.asof import AsOf
from graph.claims import Reading
from graph.dates import last_day
from graph.documents import Document
from graph.errors import StoreUnavailableError
from graph.ledger import Ledger
from graph.stores.base import Reader, Store


class StoreDoor:
    """Opens the store when it is first asked for, and again after it could not be opened.

    One request tries at a time; those that waited for it share what came of it, so that
    a store which takes long to fail does not hold up each of them in turn.
    """

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._open_store = open_store
        self._lock = threading.Lock()
        self._store: Store | None = None
        self._tries = 0
        self._failure = ""

    def store(self) -> Store:
        """The open store; raises StoreUnavailableError where it does not open."""
        if self._store is not None:
            return self._store
        tries = self._tries
        with self._lock:
            if self._store is None:
                if self._tries != tries:
                    raise StoreUnavailableError(self._failure)
                self._store = self._opened()
            return self._store

    def _opened(self) -> Store:
        try:
            return self._open_store()
        except StoreUnavailableError as error:
            self._failure = str(error)
            raise
        finally:
            self._tries += 1

    def close(self) -> None:
        """Close the store if it was opened."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None


@dataclass(frozen=True, slots=True)
class Services:
    """The store behind its door, and what the composition root handed in."""

    door: StoreDoor
    read: Callable[[Document], Reading]
    graphml: Callable[[Reader, str | None], Iterator[bytes]]
    actor: str
    max_article_bytes: int
    version: str


async def _services(request: Request) -> Services:
    return cast("Services", request.state.services)


ServicesDep = Annotated[Services, Depends(_services)]


def _store(services: ServicesDep) -> Store:
    return services.door.store()


StoreDep = Annotated[Store, Depends(_store)]


def _reader(
    store: StoreDep,
    as_of: Annotated[
        PartialDate | None,
        Query(description="as the articles of that day and before told it, and as it held then"),
    ] = None,
) -> Reader:
    return AsOf(store, last_day(as_of)) if as_of is not None else store


ReaderDep = Annotated[Reader, Depends(_reader)]


def _ledger(services: ServicesDep, store: StoreDep) -> Ledger:
    return Ledger(store, actor=services.actor)


LedgerDep = Annotated[Ledger, Depends(_ledger)]
