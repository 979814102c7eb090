"""The ledger: takes readings in and back, and keeps the graph what they add up to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.claims import Reading
from graph.stores.base import Action, Store


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a reading: `action` is None where it was stored already, word for word."""

    document: str
    source: str
    action: Action | None


class Ledger:
    """The one way into a store.

    `actor` is who loads, for the audit log.
    """

    def __init__(self, store: Store, *, actor: str = "anonymous") -> None:
        self._store = store
        self._actor = actor

    def load(self, readings: Sequence[Reading], *, origin: str | None = None) -> list[Loaded]:
        """Take readings in, all in one transaction; `origin` is the file they came from.

        A document whose text changed replaces the stored one with all that was read in it.
        """
        raise StopIteration

    def retract(self, documents: Collection[str], *, source: str | None = None) -> list[Loaded]:
        """Take documents back, or what one source read in them, all in one transaction.

        Raises NotFoundError naming the first that is not there; then nothing is taken back.
        """
        raise StopIteration
