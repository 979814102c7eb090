"""The ledger: documents with their readings, and the audit log."""

from dataclasses import replace

from graph.claims import Basis, Claim, Evidence, Reading, Referent, Rejected, Tie
from graph.documents import DocumentKind, Imprint, make_document
from graph.ontology import Label, Modality, Status
from graph.stores.base import Store
from graph.stores.log import Action, LogEntry
from tests.graph.stores.samples import article, reading


def put(store: Store, *readings: Reading) -> None:
    """Store readings."""
    with store.transaction() as transaction:
        transaction.put_readings(readings)


def test_a_reading_comes_back_as_it_was(store: Store) -> None:
    """Everything that a reading holds survives, of whatever type."""
    text = "엘지화학(LG화학)은 지엠과 2조원 규모의 합작을 검토 중이다."
    full = Reading(
        document=make_document(
            text,
            kind=DocumentKind.REGISTER,
            title="합작 검토",
            publisher="한국경제",
            published="2023-01",
            url="https://news.example/full",
            language="ko",
        ),
        referents=(
            Referent(
                "e1",
                Label.ORGANIZATION,
                "LG화학",
                "company",
                aliases=("엘화",),
                mentions=((0, 4), (5, 9)),
                ties=(Tie("엘지화학", Basis.GLOSS, (0, 10)), Tie("LG Chem", Basis.REFERENCE)),
                identifiers={"ticker": "051910"},
            ),
            Referent("e2", Label.ORGANIZATION, "지엠", mentions=((12, 14),)),
        ),
        claims=(
            Claim(
                "e1",
                "PARTNERS_WITH",
                "e2",
                (Evidence(0, len(text), "korean", "clause/합작"), Evidence(0, 4, "llm")),
                {"amount": {"value": 2e12, "currency": "KRW", "text": "2조원"}, "share": 0.5},
                Status.PLANNED,
                Modality.REPORTED,
                0.75,
            ),
        ),
        rejected=(Rejected({"subject": "LG화학", "qualifiers": {}}, "there is no evidence"),),
        sentences=((0, len(text)),),
        source="text",
        imprint=Imprint(DocumentKind.ARTICLE, title="합작 검토"),
    )
    put(store, full)
    assert store.readings(full.document.id) == [full]
    assert store.documents([full.document.id]) == {full.document.id: full.document}


def test_a_reading_is_seen_in_its_own_transaction(store: Store) -> None:
    """A writer reads what it has written."""
    first, second = reading(1), reading(1, source="by-hand")
    with store.transaction() as transaction:
        assert transaction.readings([first.document.id]) == {}
        transaction.put_readings([first, second])
        assert transaction.readings([first.document.id, "doc_none"]) == {
            first.document.id: [second, first]
        }


def test_a_reading_takes_the_place_of_one_of_its_source(store: Store) -> None:
    """Another source's reading of the document stays."""
    other = reading(1, source="by-hand")
    put(store, reading(1), other)
    renewed = replace(reading(1), sentences=((0, 5),))
    put(store, renewed)
    assert store.readings(other.document.id) == [other, renewed]


def test_a_document_that_is_put_again_is_renewed(store: Store) -> None:
    """Text, title and kind are those given last."""
    put(store, reading(1, "옛 기사"))
    new = article(1, "새 자료", title="제목", kind=DocumentKind.REFERENCE)
    put(store, replace(reading(1), document=new))
    assert store.documents([new.id]) == {new.id: new}
    assert [r.document for r in store.readings(new.id)] == [new]


def test_a_document_goes_with_its_last_reading(store: Store) -> None:
    """Two sources read it: it stays until both are taken back."""
    first, second = reading(1), reading(1, source="by-hand")
    id_ = first.document.id
    put(store, first, second, reading(2))
    with store.transaction() as transaction:
        transaction.drop_readings([(id_, "text"), ("doc_unknown", "text")])
    assert store.readings(id_) == [second]
    with store.transaction() as transaction:
        transaction.drop_readings([(id_, "by-hand")])
    assert store.documents([id_]) == {}
    assert store.totals()["documents"] == 1


def test_dropping_and_putting_in_one_transaction_replaces(store: Store) -> None:
    """So a text that changed takes the old one's place."""
    put(store, reading(1, "옛 기사"))
    new = reading(1, "새 기사")
    with store.transaction() as transaction:
        transaction.drop_readings([(new.document.id, "text")])
        transaction.put_readings([new])
    assert store.readings(new.document.id) == [new]


def test_documents_are_found_by_url(store: Store) -> None:
    """A URL nobody loaded finds nothing."""
    put(store, reading(1), reading(2))
    assert store.document_ids(url="https://news.example/2") == [article(2).id]
    assert store.document_ids(url="https://news.example/3") == []


def entry(number: int, action: Action, origin: str | None = None) -> LogEntry:
    """A line of the log about the article of this number."""
    document = article(number).id
    return LogEntry(f"2026-01-01T00:00:0{number}.000Z", action, document, "text", "kim", origin)


def log(store: Store, *entries: LogEntry) -> None:
    """Add to the log."""
    with store.transaction() as transaction:
        transaction.append_log(entries)


def test_documents_are_found_by_the_path_they_were_last_loaded_from(store: Store) -> None:
    """One that another path has replaced since, or that is not stored any more, is not."""
    by_hand = replace(entry(3, Action.LOADED, "/data/facts.csv"), source="by-hand")
    put(store, *(reading(n) for n in (1, 2, 3)))
    log(store, *(entry(n, Action.LOADED, "/data/a.txt") for n in (1, 2, 3, 4)))
    log(store, entry(2, Action.REPLACED, "/data/b.txt"), by_hand)
    assert store.document_ids(origin="/data/a.txt") == sorted(article(n).id for n in (1, 3))
    assert store.document_ids(origin="/data/facts.csv") == [article(3).id]
    assert store.document_ids(origin="/data/b.txt") == [article(2).id]
    assert store.document_ids(origin="/data/c.txt") == []


def test_the_log_is_kept_in_the_order_it_was_written(store: Store) -> None:
    """The oldest entry comes first, whatever its time says, and pages lead through all."""
    entries = [entry(n, Action.LOADED, f"/data/{n}.txt") for n in (3, 1, 2)]
    log(store, *entries[:2])
    log(store, entries[2])
    assert store.log().items == entries
    first = store.log(limit=2)
    assert first.items == entries[:2]
    assert first.next is not None
    last = store.log(limit=2, after=first.next)
    assert (last.items, last.next) == (entries[2:], None)


def test_the_log_is_not_repeated_after_documents_go(store: Store) -> None:
    """The audit log outlives what it tells of."""
    put(store, reading(1))
    log(store, entry(1, Action.LOADED))
    with store.transaction() as transaction:
        transaction.drop_readings([(article(1).id, "text")])
        transaction.append_log([entry(1, Action.RETRACTED)])
    assert [e.action for e in store.log().items] == [Action.LOADED, Action.RETRACTED]
