"""Loading: files and shipped data become readings, and readings go through the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graph.claims import OWN, Reading
from graph.documents import Document
from graph.errors import BadInputError
from graph.ledger import Ledger
from graph.stores.base import Store, batches
from loaders.articles import Item, Unread
from loaders.facts.handwritten import read_facts
from loaders.files import STDIN, called, is_facts_file, origin_of, spelled
from loaders.reference.documents import reference_readings
from strategraph.items import items_of
from strategraph.origins import Origins, refusal
from strategraph.settings import Settings
from strategraph.tally import Tally
from strategraph.terminal import followed
from strategraph.workers import readings

REFERENCE = "reference"
"""The origin of what ships with the program."""

_BATCH = 50
_REFERENCE_BATCH = 2500
"""What Neo4j holds in one transaction with its memory by default, with room to spare."""


class Loading:
    """One run of `load`, with the tally of what became of what.

    `least` is the confidence that a fact of an article needs; by default the extractor's own.
    """

    def __init__(self, store: Store, settings: Settings, least: float | None = None) -> None:
        self._store = store
        self._settings = settings
        self._least = least
        self._ledger = Ledger(store, actor=settings.actor)
        self._origins = Origins(store)
        self.tally = Tally()

    def reference(self) -> None:
        """Load the shipped data, or nothing where all of it is stored; what it dropped goes."""
        shipped = list(reference_readings())
        hashes = {r.document.id: r.document.sha256 for r in shipped}
        stored = self._store.documents(hashes.keys())
        outdated = set(self._store.document_ids(origin=REFERENCE)) - hashes.keys()
        if outdated:
            self.tally.count((), self._ledger.retract(sorted(outdated)))
        if {id_: document.sha256 for id_, document in stored.items()} == hashes:
            self.tally.documents["unchanged"] += len(shipped)
            self.tally.accepted += sum(len(reading.claims) for reading in shipped)
            return
        for batch in batches(shipped, _REFERENCE_BATCH):
            self._load(batch, origin=REFERENCE)

    def files(self, names: Sequence[str]) -> None:
        """Load files; those with facts come last, for they may speak of the other ones."""
        articles = [name for name in names if not is_facts_file(name)]
        items = (
            item
            for name in followed(articles, "articles")
            for item in items_of(name, max_bytes=self._settings.max_article_bytes)
        )
        for batch in batches(self._read(items), _BATCH):
            self._load(batch)
        for name in filter(is_facts_file, names):
            self._facts(name)

    def _read(self, items: Iterable[Item | Unread]) -> Iterator[Reading]:
        """The items' readings; what cannot be read is told."""
        for outcome in readings(items, self._least):
            if isinstance(outcome, Unread):
                self.tally.miss(outcome.place, outcome.reason)
            elif self._may_load([outcome], outcome.origin):
                yield outcome

    def _facts(self, name: str) -> None:
        path, origin = Path(name), origin_of(name)
        try:
            found = read_facts(path, find=self._find, max_bytes=self._settings.max_article_bytes)
        except BadInputError as error:
            self.tally.miss(called(name), str(error))
            return
        if not self._may_load(found.readings, origin):
            return
        self.tally.refuse(found.rejected)
        self._load(found.readings, origin=origin)
        self._forget(spelled(path.name), origin, {r.document.id for r in found.readings})

    def _may_load(self, readings: Sequence[Reading], origin: str | None) -> bool:
        """Whether they replace nothing that another file of the same name said; tells it if so."""
        if origin is None or origin == STDIN:
            return True
        ours = [r for r in readings if r.source != OWN]
        for reading in ours:
            rival = self._origins.rival(reading, origin)
            if rival is not None:
                self.tally.miss(reading.source, refusal(reading.source, origin, rival))
                return False
        for reading in ours:
            self._origins.keep(reading, origin)
        return True

    def _forget(self, source: str, origin: str, said: set[str]) -> None:
        """Take back what an earlier state of the file said of documents it no longer names."""
        gone = [
            id_
            for id_ in self._store.document_ids(origin=origin)
            if id_ not in said and any(r.source == source for r in self._store.readings(id_))
        ]
        if gone:
            self.tally.count((), self._ledger.retract(gone, source=source))

    def _find(self, article: str) -> Document | None:
        ids = self._store.document_ids(url=article) or [article]
        return self._store.documents(ids[:1]).get(ids[0])

    def _load(self, readings: Iterable[Reading], *, origin: str | None = None) -> None:
        batch = [replace(r, origin=origin) if origin else r for r in readings]
        if batch:
            self.tally.count(batch, self._ledger.load(batch))
