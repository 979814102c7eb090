"""Judgements: taken in once, however often they are posted, and found again."""

from collections.abc import Iterator
from dataclasses import replace

from api.decisions import DecisionIn, WrongIn
from graph.claims import ClaimPlace, Judgement, Reading
from graph.documents import Document, DocumentKind
from graph.errors import NotFoundError
from graph.facts import FactEvidence, ends, facts_of
from graph.filing import Filing
from graph.ledger import Ledger
from graph.ontology import ontology
from graph.stores.base import Page, Store

_KINDS = (DocumentKind.JUDGEMENT,)
_PAGE = 500


def judge(store: Store, ledger: Ledger, decision: DecisionIn) -> tuple[Reading, bool]:
    """Take a decision in; what is stored of it, and whether it is new.

    The same person's same decision for the same reason is there already, on whichever day
    if it is not dated. Raises NotFoundError for an unknown id, BadInputError for no decision.
    """
    try:
        given = decision.reading(store)
    except NotFoundError:
        # A fact that was judged wrong is gone: only the judgement still tells of it.
        earlier = _refusal(store, decision)
        if earlier is None:
            raise
        return earlier, False
    # Where two post it at once, either this finds the other's, or both are one document.
    earlier = _repeated(store, decision, given)
    if earlier is not None:
        return earlier, False
    (loaded,) = ledger.load([given])
    return given, loaded.action is not None


def judgement(store: Store, judgement_id: str) -> Reading:
    """The stored judgement; raises NotFoundError, and says so where the id is an article's."""
    document = store.documents([judgement_id]).get(judgement_id)
    if document is not None and document.kind is not DocumentKind.JUDGEMENT:
        where = f"see /articles/{judgement_id}"
        raise NotFoundError(f"no judgement '{judgement_id}': it is an article or record, {where}")
    reading = _read(store, document) if document is not None else None
    if reading is None:
        raise NotFoundError(f"no judgement '{judgement_id}'")
    return reading


def judgement_page(store: Store, *, after: str | None, limit: int) -> Page[Reading]:
    """The stored judgements, by id."""
    page = store.document_page(kinds=_KINDS, after=after, limit=limit)
    readings = (_read(store, document) for document in page.items)
    return Page([reading for reading in readings if reading is not None], page.next)


def reason_of(document: Document) -> str:
    """The reason that a judgement's text gives, between the decision and who signed it."""
    told = document.text.removeprefix(f"{document.title}\nReason: ")
    return told.rpartition(f"\n{document.publisher}, {document.published}\n")[0]


def _read(store: Store, document: Document) -> Reading | None:
    return next((r for r in store.readings(document.id) if r.judgement is not None), None)


def _repeated(store: Store, decision: DecisionIn, given: Reading) -> Reading | None:
    """The stored judgement that decides the same."""
    return next(
        (r for r, judged in _signed_alike(store, decision) if _alike(judged, given.judgement)), None
    )


def _refusal(store: Store, decision: DecisionIn) -> Reading | None:
    """The stored judgement that the decision's fact is wrong."""
    if not isinstance(decision, WrongIn):
        return None
    for reading, judged in _signed_alike(store, decision):
        documents = {place.document for place in judged.claims}
        asked = decision.document is None or {decision.document} == documents
        if asked and decision.fact in _refused(store, judged):
            return reading
    return None


def _signed_alike(store: Store, decision: DecisionIn) -> Iterator[tuple[Reading, Judgement]]:
    """The stored judgements of the decision's author, reason and, where it has one, date."""
    after: str | None = None
    while True:
        page = store.document_page(kinds=_KINDS, after=after, limit=_PAGE)
        for document in page.items:
            if (
                document.publisher == decision.author
                and decision.date in (None, document.published)
                and reason_of(document) == decision.reason
            ):
                reading = _read(store, document)
                if reading is not None and reading.judgement is not None:
                    yield reading, reading.judgement
        after = page.next
        if after is None:
            return


def _alike(one: Judgement, other: Judgement | None) -> bool:
    """Whether the two decide the same, whichever key is named first."""
    return (
        other is not None
        and replace(one, keys=()) == replace(other, keys=())
        and (sorted(one.keys) == sorted(other.keys))
    )


def _refused(store: Store, judged: Judgement) -> set[str]:
    """The ids of the facts that the claims which are judged wrong would add up to."""
    filing = Filing()
    for document in sorted({place.document for place in judged.claims}):
        for reading in store.readings(document):
            filing.add(reading)
    rows = [
        row
        for row in filing.claims
        if ClaimPlace(row.document, row.type, row.subject, row.object, row.apart) in judged.claims
    ]
    entities = store.assigned({key for row in rows for key in (row.subject, row.object)})
    evidence: dict[tuple[str, str, str], list[FactEvidence]] = {}
    for row in rows:
        relation = ontology().relations[row.type]
        between = ends(relation, entities[row.subject], entities[row.object])
        evidence.setdefault((row.type, *between), []).extend(row.evidence)
    return {fact.id for between, said in evidence.items() for fact in facts_of(*between, said)}
