"""Tally: what became of everything that a command was given."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.claims import Reading, Rejected
from graph.ledger import Loaded
from strategraph.failures import tell
from strategraph.terminal import most_common


@dataclass(slots=True)
class Tally:
    """Counts of documents and claims; what could not be read at all makes the command fail."""

    documents: Counter[str] = field(default_factory=Counter)
    accepted: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    unread: int = 0

    def count(self, readings: Iterable[Reading], loaded: Iterable[Loaded]) -> None:
        """Count readings and what the ledger did with them."""
        for reading in readings:
            self.accepted += len(reading.claims)
            self.reasons.update(rejected.reason for rejected in reading.rejected)
        self.documents.update(one.action or "unchanged" for one in loaded)

    def refuse(self, rejected: Iterable[Rejected]) -> None:
        """Count rows that belong to no document."""
        self.reasons.update(one.reason for one in rejected)

    def miss(self, place: str, reason: str) -> None:
        """Say what could not be read, and count it."""
        tell(f"{place}: {reason}")
        self.unread += 1

    def lines(self) -> Iterator[str]:
        """The counts as a person reads them."""
        done = {name: self.documents[name] for name in ("loaded", "replaced", "unchanged")}
        other = {"retracted": self.documents["retracted"], "not read": self.unread}
        counted = done | {name: count for name, count in other.items() if count}
        yield "documents: " + ", ".join(f"{count} {name}" for name, count in counted.items())
        yield f"claims: {self.accepted} accepted, {self.reasons.total()} rejected"

    def why(self) -> Iterator[str]:
        """Why claims were rejected, the commonest reasons first."""
        yield from most_common(self.reasons.items())
