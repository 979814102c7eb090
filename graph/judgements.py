"""Judgements: a person's decisions, written as documents of the ledger."""

from graph.claims import ClaimPlace, Judgement, Reading, Verdict
from graph.documents import Document, DocumentKind, make_document
from graph.entities import Entity
from graph.errors import BadInputError, NotFoundError
from graph.keys import Key, key_id
from graph.stores.base import Store


def judged_same(
    store: Store, one: str, other: str, *, author: str, date: str, reason: str
) -> Reading:
    """The decision that two ids name one entity, although no document says so."""
    a, b = _known(store, one), _known(store, other)
    if a.label is not b.label:
        raise BadInputError(f"a {a.label} and a {b.label} cannot be one")
    keys = (_key(store, one, a), _key(store, other, b))
    _two(keys, "the same as itself")
    document = _document(f"'{a.name}' and '{b.name}' are one.", author, date, reason, keys)
    return Reading(document, judgement=Judgement(Verdict.SAME, keys))


def judged_different(
    store: Store, one: str, other: str, *, author: str, date: str, reason: str
) -> Reading:
    """The decision that two ids name two entities, whatever ties them.

    To part what was merged, give the ids of two of the entity's keys.
    """
    a, b = _known(store, one), _known(store, other)
    keys = (_key(store, one, a), _key(store, other, b))
    _two(keys, "different from itself")
    document = _document(f"{_told(keys)} are two.", author, date, reason, keys)
    return Reading(document, judgement=Judgement(Verdict.DIFFERENT, keys))


def judged_name(
    store: Store, entity_id: str, name: str, *, author: str, date: str, reason: str
) -> Reading:
    """The decision that the entity is called so."""
    entity = _known(store, entity_id)
    if not name.strip():
        raise BadInputError("the preferred name is empty")
    keys = (_key(store, entity_id, entity),)
    document = _document(f"'{entity.name}' is called '{name}'.", author, date, reason, keys)
    return Reading(document, judgement=Judgement(Verdict.NAME, keys, name=name.strip()))


def judged_wrong(
    store: Store,
    fact_id: str,
    *,
    document: str | None = None,
    author: str,
    date: str,
    reason: str,
) -> Reading:
    """The decision that a fact's claims are wrong: all of them, or those of one document."""
    fact = store.fact(fact_id)
    if fact is None:
        raise NotFoundError(f"no fact '{fact_id}'")
    places = [p for p in store.places(fact) if document in (None, p.document)]
    if not places:
        raise NotFoundError(f"document '{document}' does not state fact '{fact_id}'")
    ends = store.entities([fact.subject, fact.object])
    words = f"{ends[fact.subject].name} {fact.type} {ends[fact.object].name}"
    told = _document(
        f"'{words}' is wrong.", author, date, reason, tuple(_place_words(p) for p in places)
    )
    return Reading(told, judgement=Judgement(Verdict.WRONG, claims=tuple(places)))


def _known(store: Store, entity_id: str) -> Entity:
    entity = store.entity(entity_id)
    if entity is None:
        raise NotFoundError(f"no entity '{entity_id}'")
    return entity


def _key(store: Store, entity_id: str, entity: Entity) -> Key:
    """The key that the id is of; the id of an entity is that of one of its keys."""
    keys = store.keys_of([entity.id]).get(entity.id)
    if not keys:
        raise NotFoundError(f"entity '{entity_id}' was merged or taken back just now: try again")
    return next((key for key in keys if key_id(key) == entity_id), keys[0])


def _two(keys: tuple[Key, Key], what: str) -> None:
    if keys[0] == keys[1]:
        raise BadInputError(f"'{keys[0]}' cannot be {what}: give two entities, or two keys of one")


def _told(keys: tuple[Key, Key]) -> str:
    return f"'{keys[0]}' and '{keys[1]}'"


def _place_words(place: ClaimPlace) -> str:
    return f"{place.document}: {place.subject} {place.type} {place.object}"


def _document(
    decision: str, author: str, date: str, reason: str, about: tuple[str, ...]
) -> Document:
    if not author.strip():
        raise BadInputError("a judgement has an author")
    if not reason.strip():
        raise BadInputError("a judgement has a reason")
    text = "\n".join([decision, f"Reason: {reason.strip()}", f"{author}, {date}", *about])
    return make_document(
        text, kind=DocumentKind.JUDGEMENT, title=decision, publisher=author, published=date
    )
