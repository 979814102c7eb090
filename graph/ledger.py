"""The ledger: takes readings in and back, and keeps the graph what they add up to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from graph.claims import Reading
from graph.documents import Document
from graph.errors import NotFoundError
from graph.filing import Filing
from graph.rebuilding import rebuild
from graph.records import document_record, dump, reading_record
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


@dataclass(slots=True)
class _Change:
    """What a transaction will do: readings to put and to drop, and what became of each."""

    put: list[Reading] = field(default_factory=list)
    drop: list[Reading] = field(default_factory=list)
    loaded: list[Loaded] = field(default_factory=list)


class Ledger:
    """The one way into a store; `actor` is who loads, for the audit log."""

    def __init__(self, store: Store, *, actor: str = "anonymous") -> None:
        self._store = store
        self._actor = actor

    def load(self, readings: Sequence[Reading]) -> list[Loaded]:
        """Take readings in, all in one transaction.

        A document whose text changed replaces the stored one with all that was read in it.
        """
        with self._store.transaction() as transaction:
            change, by_document = _Change(), _by_document(readings)
            stored = transaction.readings(by_document.keys())
            for document, given in by_document.items():
                _compare(stored.get(document, []), given, change)
            self._carry_out(transaction, change)
        return change.loaded

    def retract(self, documents: Collection[str], *, source: str | None = None) -> list[Loaded]:
        """Take documents back, or what one source read in them, all in one transaction.

        Raises NotFoundError naming the first that is not there; then nothing is taken back.
        """
        with self._store.transaction() as transaction:
            change, stored = _Change(), transaction.readings(documents)
            for document in dict.fromkeys(documents):
                taken = [r for r in stored.get(document, []) if source in (None, r.source)]
                if not taken:
                    raise NotFoundError(f"no document '{document}' is stored")
                change.drop.extend(taken)
                change.loaded.extend(Loaded(document, r.source, Action.RETRACTED) for r in taken)
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


def _by_document(readings: Sequence[Reading]) -> dict[str, dict[str, Reading]]:
    """The last reading of each document and source; a changed text ends the earlier ones."""
    grouped: dict[str, dict[str, Reading]] = {}
    for reading in readings:
        sources = grouped.setdefault(reading.document.id, {})
        if any(other.document.sha256 != reading.document.sha256 for other in sources.values()):
            sources.clear()
        sources[reading.source] = reading
    return grouped


def _compare(stored: list[Reading], given: dict[str, Reading], change: _Change) -> None:
    """Note what has to change so that the given readings of one document are stored.

    A changed text ends what others read in the old one: their places in it are gone.
    """
    document = next(reversed(given.values())).document
    same_text = [r for r in stored if r.document.sha256 == document.sha256]
    for reading in same_text:
        document = _with_origin_of(reading.document, document)
    kept = {r.source: replace(r, document=document) for r in same_text} | {
        source: replace(r, document=document) for source, r in given.items()
    }
    before = {r.source: r for r in stored}
    changed = {s: r for s, r in kept.items() if s not in before or _words(before[s]) != _words(r)}
    change.put.extend(changed.values())
    change.drop.extend(r for r in stored if r.source in changed or r.source not in kept)
    renewed = len(same_text) < len(stored)
    for source in given:
        action = Action.REPLACED if source in before or renewed else Action.LOADED
        done = action if source in changed else None
        change.loaded.append(Loaded(document.id, source, done))
    ended = [r.source for r in stored if r.source not in kept]
    change.loaded.extend(Loaded(document.id, source, Action.RETRACTED) for source in ended)


def _with_origin_of(stored: Document, given: Document) -> Document:
    """The given document, with what is stored of its origin where it does not say."""
    return replace(
        given,
        title=given.title or stored.title,
        publisher=given.publisher or stored.publisher,
        published=given.published or stored.published,
        language=given.language or stored.language,
    )


def _words(reading: Reading) -> str:
    """All of a reading that the graph is made of; where its sentences end is not."""
    said = reading_record(reading) | {"sentences": None}
    return dump([document_record(reading.document), said])
