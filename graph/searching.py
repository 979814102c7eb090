"""Searching by name: one set of words and one order of answers for every store."""

from graph.entities import Entity
from graph.names import fold, normal_name, search_terms
from graph.ontology import Label

MOST_TERMS = 64
"""A query's further terms are not looked for."""


def search_text(entity: Entity) -> str:
    """The words, with a space between any two, that find the entity."""
    return " ".join(sorted({t for name in _names(entity) for t in search_terms(name)}))


def query_terms(query: str) -> list[str]:
    """The words that an entity's search text must hold, all of them.

    A run of Hangul stands for its pairs, so 에너지 finds LG에너지솔루션.
    """
    terms = search_terms(query)
    return [t for t in terms if len(t) <= 2 or not "가" <= t[0] <= "힣"][:MOST_TERMS]


def search_forms(entity: Entity) -> list[str]:
    """The entity's names, each in the form in which a query is the same name."""
    kind = _form(entity)
    return sorted({_normal(name, kind) for name in _names(entity)})


def query_forms(query: str) -> list[str]:
    """The query as a name of each form: an entity is called just so where one is among its own."""
    return [_normal(query, kind) for kind in ("plain", "organization", "group")]


def search_rank(entity: Entity, query: str) -> int:
    """0 where the entity is called just so, 1 where its name begins so, 2 otherwise."""
    if not set(search_forms(entity)).isdisjoint(query_forms(query)):
        return 0
    return 1 if fold(entity.name).startswith(fold(query)) else 2


def search_order(entity: Entity, query: str) -> tuple[int, int, str]:
    """Where the entity stands among the answers: the lowest first."""
    return search_rank(entity, query), len(entity.name), entity.id


def _names(entity: Entity) -> list[str]:
    return [entity.name, *entity.aliases, *entity.names.values()]


def _form(entity: Entity) -> str:
    if entity.label is not Label.ORGANIZATION:
        return "plain"
    return "group" if entity.kind == "group" else "organization"


def _normal(name: str, form: str) -> str:
    normal = normal_name(name, organization=form != "plain", group=form == "group")
    return f"{form}:{normal}"
