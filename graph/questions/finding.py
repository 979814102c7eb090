"""Finding: the id of what a person names, by an id or by a name that only one thing has."""

from graph.entities import Entity
from graph.errors import BadInputError, NotFoundError
from graph.keys import key_id, name_key
from graph.searching import search_rank
from graph.stores.base import Reader

_SHOWN = 5


def id_of(reader: Reader, words: str) -> str:
    """The id that the words are, or the id of the key of just this name.

    Where several names were merged, each goes on finding its own key, so a merge can be undone
    by its names. Raises NotFoundError where nothing is called so,
    BadInputError where several things are.
    """
    if reader.entity(words) is not None:
        return words
    named = [e for e in reader.search(words, limit=50).items if search_rank(e, words) == 0]
    if not named:
        raise NotFoundError(f"nothing is called '{words}'")
    if len(named) > 1:
        told = "; ".join(f"{_told(entity)} {entity.id}" for entity in named[:_SHOWN])
        raise BadInputError(f"'{words}' names {len(named)} entities, give an id: {told}")
    (entity,) = named
    keys = reader.keys_of([entity.id])[entity.id]
    own = {name_key(entity.label, words, kind) for kind in (entity.kind, None)}
    return next((key_id(key) for key in keys if key in own), entity.id)


def _told(entity: Entity) -> str:
    return f"{entity.name} ({entity.kind or entity.label})"
