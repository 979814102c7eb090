"""Samples: readings, entities and facts in a line each."""

from typing import Any

from graph.claims import Claim, Evidence, Reading, Referent
from graph.documents import Document, DocumentKind, make_document
from graph.entities import Entity
from graph.facts import Fact, FactEvidence, Source, facts_of
from graph.keys import Key, key_id, name_key
from graph.ontology import Label, Modality, Status
from graph.stores.base import Store
from graph.stores.writing import ClaimRow


def article(number: int = 1, text: str = "LG화학은 GM과 손잡았다.", **origin: Any) -> Document:
    """An article of its own URL."""
    return make_document(text, url=f"https://news.example/{number}", **origin)


def reading(
    number: int = 1, text: str = "LG화학은 GM과 손잡았다.", source: str = "text"
) -> Reading:
    """What one source read in an article, without a claim."""
    span = (0, len(text))
    referent = Referent("e1", Label.ORGANIZATION, text.split()[0], mentions=(span,))
    return Reading(article(number, text), (referent,), source=source)


def states(
    number: int,
    subject: str,
    type_: str,
    object_: str,
    *,
    labels: tuple[Label, Label] = (Label.ORGANIZATION, Label.ORGANIZATION),
    origin: dict[str, Any] | None = None,
    **claim: Any,
) -> Reading:
    """An article that states one fact between the first and the last words of its text."""
    text = f"{subject} … {object_}"
    last = (len(text) - len(object_), len(text))
    return Reading(
        article(number, text, **(origin or {})),
        (
            Referent("e1", labels[0], subject, _kind(labels[0]), mentions=((0, len(subject)),)),
            Referent("e2", labels[1], object_, _kind(labels[1]), mentions=(last,)),
        ),
        (Claim("e1", type_, "e2", (Evidence(0, len(text), "test"),), **claim),),
    )


def _kind(label: Label) -> str | None:
    return "company" if label is Label.ORGANIZATION else None


def key(name: str, label: Label = Label.ORGANIZATION) -> Key:
    """The key of a name."""
    return name_key(label, name)


def entity(name: str, label: Label = Label.ORGANIZATION, **more: Any) -> Entity:
    """An entity that is filed under its name alone."""
    return Entity(key_id(key(name, label)), label, name, **more)


def file_entities(store: Store, *entities: Entity) -> None:
    """Store entities, each with the key of its name."""
    keys = {key(e.name, e.label): e.id for e in entities}
    with store.transaction() as transaction:
        transaction.count_keys(dict.fromkeys(keys, 1))
        transaction.assign(keys)
        transaction.put_entities(entities)


def evidence(
    document: Document, *, status: Status | None = None, confidence: float = 0.9, **qualifiers: Any
) -> FactEvidence:
    """A document's statement in its whole text."""
    return FactEvidence(
        source=Source(
            document=document.id,
            kind=document.kind,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            url=document.url,
        ),
        start=0,
        end=len(document.text),
        quote=document.text,
        extractor="test",
        rule=None,
        qualifiers=qualifiers,
        status=status,
        modality=Modality.ASSERTED,
        confidence=confidence,
    )


def fact(type_: str, subject: Entity, object_: Entity, *said: FactEvidence) -> Fact:
    """The fact that the evidence adds up to, or one that the sample article states."""
    (found,) = facts_of(type_, subject.id, object_.id, said or [evidence(article())])
    return found


def claim(number: int, type_: str, subject: Key, object_: Key, *, source: str = "text") -> ClaimRow:
    """A claim of the sample article of this number."""
    document = article(number)
    return ClaimRow(document.id, source, 0, type_, subject, object_, "", (evidence(document),))


def record(number: int, text: str) -> Document:
    """A row of shipped data."""
    return article(number, text, kind=DocumentKind.REFERENCE)
