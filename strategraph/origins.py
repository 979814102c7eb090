"""Origins: which file each stored reading came from, as the log says."""

from collections.abc import Iterator

from graph.claims import Reading
from graph.stores.base import Store
from graph.stores.log import LogEntry

_PAGE = 5000


def last_origins(store: Store) -> dict[tuple[str, str], str | None]:
    """The origin of the last entry about each document and source; not all are stored still."""
    return {(entry.document, entry.source): entry.origin for entry in _entries(store)}


def _entries(store: Store) -> Iterator[LogEntry]:
    after: str | None = None
    while True:
        page = store.log(after=after, limit=_PAGE)
        yield from page.items
        after = page.next
        if after is None:
            return


class Origins:
    """Who said what: keeps a file from replacing what another one of its name said."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._logged: dict[tuple[str, str], str | None] | None = None
        self._given: dict[tuple[str, str], tuple[str, Reading]] = {}

    def rival(self, reading: Reading, origin: str) -> str | None:
        """The other file whose different reading of the same name this one would replace."""
        document, source = reading.document.id, reading.source
        if (document, source) in self._given:
            other, given = self._given[document, source]
            return None if other == origin or _said(given) == _said(reading) else other
        stored = (r for r in self._store.readings(document) if r.source == source)
        if all(_said(r) == _said(reading) for r in stored):
            return None
        if self._logged is None:
            self._logged = last_origins(self._store)
        logged = self._logged.get((document, source))
        return None if logged == origin else logged

    def keep(self, reading: Reading, origin: str) -> None:
        """Remember what this run loads, for the log has it only afterwards."""
        self._given.setdefault((reading.document.id, reading.source), (origin, reading))


def _said(reading: Reading) -> object:
    return reading.referents, reading.claims


def refusal(source: str, origin: str, rival: str) -> str:
    """Why a file is not loaded, and how to go on."""
    return (
        f"{origin} would replace what {rival} says of the same article, for files are told apart "
        f"by their names: rename one '{source}', or retract the other one first"
    )
