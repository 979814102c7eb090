"""The ledger: takes readings in and back, and keeps the graph what they add up to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from graph.claims import Reading
from graph.errors import NotFoundError
from graph.filing import Filing
from graph.imprints import as_one
from graph.reading_records import reading_record
from graph.rebuilding import rebuild
from graph.records import document_record, dump
from graph.stores.base import Store
from graph.stores.log import Action, LogEntry
from graph.stores.writing import Transaction


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a reading: `action` is None where it was stored already, word for word.

    Those given come first; one that ended because its document's text changed is RETRACTED.
    """

    document: str
    source: str
    action: Action | None


_Sources = Mapping[str, Reading]
"""The readings of one document by source."""


@dataclass(slots=True)
class _Change:
    """What a transaction will do: readings to put and to drop, and what became of each."""

    put: list[Reading] = field(default_factory=list)
    drop: list[Reading] = field(default_factory=list)
    loaded: list[Loaded] = field(default_factory=list)

    def load(self, before: _Sources, given: Sequence[Reading]) -> None:
        """Note what has to change so that these readings of one document are stored."""
        after = before
        for reading in given:
            after = _with(after, reading)
        changed = self._make(before, after)
        now = given[-1].document
        renewed = any(r.document.sha256 != now.sha256 for r in before.values())
        # Of a text that another one in the same batch has replaced nothing is stored.
        for source in dict.fromkeys(r.source for r in given if r.source in after):
            action = Action.REPLACED if source in before or renewed else Action.LOADED
            done = action if source in changed else None
            self.loaded.append(Loaded(now.id, source, done))
        self._end(now.id, before.keys() - after.keys())

    def retract(self, before: _Sources, taken: Collection[str]) -> None:
        """Note what has to change so that these sources of one document are gone."""
        self._make(before, {s: r for s, r in before.items() if s not in taken})
        self._end(before[next(iter(taken))].document.id, taken)

    def _make(self, before: _Sources, after: _Sources) -> Collection[str]:
        """Note what to put and to drop; gives the sources to put.

        A source that stays is put anew where what another says of the document came or went.
        """
        kept = as_one(after)
        changed = {
            s: r for s, r in kept.items() if s not in before or _words(before[s]) != _words(r)
        }
        self.put.extend(changed.values())
        self.drop.extend(r for s, r in before.items() if s in changed or s not in kept)
        return changed.keys()

    def _end(self, document: str, sources: Collection[str]) -> None:
        self.loaded.extend(Loaded(document, s, Action.RETRACTED) for s in sorted(sources))


class Ledger:
    """The one way into a store; `actor` is who loads, for the audit log."""

    def __init__(self, store: Store, *, actor: str = "anonymous") -> None:
        self._store = store
        self._actor = actor

    def load(self, readings: Sequence[Reading]) -> list[Loaded]:
        """Take readings in, all in one transaction.

        A document whose text changed replaces the stored one with all that was read in it.
        """
        given: dict[str, list[Reading]] = {}
        for reading in readings:
            given.setdefault(reading.document.id, []).append(reading)
        with self._store.transaction() as transaction:
            change, stored = _Change(), transaction.readings(given.keys())
            for document, ours in given.items():
                change.load(_by_source(stored.get(document, [])), ours)
            self._carry_out(transaction, change)
        return change.loaded

    def retract(self, documents: Collection[str], *, source: str | None = None) -> list[Loaded]:
        """Take documents back, or what one source read in them, all in one transaction.

        Raises NotFoundError naming the first that is not there; then nothing is taken back.
        """
        with self._store.transaction() as transaction:
            change, stored = _Change(), transaction.readings(documents)
            for document in dict.fromkeys(documents):
                before = _by_source(stored.get(document, []))
                taken = [s for s in before if source in (None, s)]
                if not taken:
                    raise NotFoundError(f"no document '{document}' is stored")
                change.retract(before, taken)
            self._carry_out(transaction, change)
        return change.loaded

    def _carry_out(self, transaction: Transaction, change: _Change) -> None:
        if not (change.put or change.drop):
            return
        filing = Filing()
        for reading in change.drop:
            filing.take(reading)
        for reading in change.put:
            filing.add(reading)
        dropped = [(r.document.id, r.source) for r in change.drop]
        with rebuild(transaction, filing):
            transaction.drop_claims(dropped)
            transaction.drop_mentions(dropped)
            transaction.drop_readings(dropped)
            transaction.put_readings(change.put)
            transaction.count_keys(filing.keys)
            transaction.count_ties(filing.ties)
            transaction.count_namings(filing.namings)
            transaction.count_refusals(filing.refusals)
            transaction.put_mentions(filing.mentions)
            transaction.put_claims(filing.claims)
        transaction.append_log(self._entries(change))

    def _entries(self, change: _Change) -> list[LogEntry]:
        at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        origins = {(r.document.id, r.source): r.origin for r in change.put}
        return [
            LogEntry(
                at=at,
                action=item.action,
                document=item.document,
                source=item.source,
                actor=self._actor,
                origin=origins.get((item.document, item.source)),
            )
            for item in change.loaded
            if item.action is not None
        ]


def _by_source(readings: Sequence[Reading]) -> _Sources:
    return {reading.source: reading for reading in readings}


def _with(readings: _Sources, given: Reading) -> _Sources:
    """The readings of one document after one more; one of another text ends those before.

    Their places in the old text are gone.
    """
    same = {s: r for s, r in readings.items() if r.document.sha256 == given.document.sha256}
    return same | {given.source: given}


def _words(reading: Reading) -> str:
    """All of a reading that the graph is made of; where its sentences end is not."""
    said = reading_record(reading) | {"sentences": None}
    return dump([document_record(reading.document), said])
