"""Entities: find one, and ask what is known of it."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.openapi import answers
from api.parameters import Cursor, Denied, EntityId, Limit, PartialDate, Partnership, Types
from api.services import ReaderDep
from api.wire.articles import ArticleOut
from api.wire.chains import PartnersOut, SurroundingsOut
from api.wire.entities import GraphEntityOut, KnownEntityOut
from api.wire.facts import GraphFactOut, facts_out
from api.wire.lists import ListOut
from graph.entities import Entity
from graph.errors import NotFoundError
from graph.ontology import Label, Status
from graph.questions.partners import Wanted, partners
from graph.questions.surroundings import surroundings
from graph.stores.base import Direction, Reader

router = APIRouter(prefix="/entities", tags=["entities"])


@router.get("", responses=answers("list_entities", 400))
def list_entities(
    reader: ReaderDep,
    q: Annotated[str, Query(max_length=200, description="words of a name, in any script")] = "",
    label: Annotated[Label | None, Query(description="only entities of this label")] = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> ListOut[GraphEntityOut]:
    """Entities by name, the same names first; all of them, by id, where `q` is empty."""
    page = reader.search(q, label=label, after=cursor, limit=limit)
    return ListOut(
        items=[GraphEntityOut.from_entity(entity) for entity in page.items], next=page.next
    )


@router.get("/{entity_id}", responses=answers("get_entity", 404))
def get_entity(entity_id: EntityId, reader: ReaderDep) -> KnownEntityOut:
    """One entity, with its names and keys; under any id that it ever had."""
    entity = _known(reader, entity_id)
    return KnownEntityOut.from_keys(entity, reader.keys_of([entity.id]).get(entity.id, []))


@router.get("/{entity_id}/facts", responses=answers("list_entity_facts", 400, 404))
def list_entity_facts(
    entity_id: EntityId,
    reader: ReaderDep,
    type_: Types = None,
    direction: Annotated[
        Direction, Query(description="`out` where the entity is the subject, `in` the object")
    ] = Direction.BOTH,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> ListOut[GraphFactOut]:
    """The facts of an entity, by id, denied ones among them; each says how firmly it is held."""
    entity = _known(reader, entity_id)
    page = reader.facts([entity.id], types=type_, direction=direction, after=cursor, limit=limit)
    ends = reader.entities({end for f in page.items for end in (f.subject, f.object)})
    return ListOut(items=facts_out(page.items, ends), next=page.next)


@router.get("/{entity_id}/articles", responses=answers("list_entity_articles", 400, 404))
def list_entity_articles(
    entity_id: EntityId, reader: ReaderDep, cursor: Cursor = None, limit: Limit = 20
) -> ListOut[ArticleOut]:
    """The articles and records that name an entity, by id."""
    page = reader.mentions(_known(reader, entity_id).id, after=cursor, limit=limit)
    return ListOut(
        items=[ArticleOut.from_document(document) for document in page.items], next=page.next
    )


@router.get("/{entity_id}/partners", responses=answers("list_partners", 400, 404))
def list_partners(
    entity_id: EntityId,
    reader: ReaderDep,
    relation: Annotated[
        list[Partnership] | None,
        Query(description="how a chain may end; may be repeated. HAS_STAKE_IN: a joint parent"),
    ] = None,
    status: Annotated[list[Status] | None, Query(description="may be repeated")] = None,
    since: Annotated[PartialDate | None, Query(description="happened then or later")] = None,
    until: Annotated[PartialDate | None, Query(description="happened then or earlier")] = None,
    partner: Annotated[
        str | None, Query(max_length=200, description="the partner's id, or one that it had")
    ] = None,
    name: Annotated[
        str | None, Query(max_length=200, description="words of the partner's name")
    ] = None,
    denied: Denied = False,
    depth: Annotated[
        int, Query(ge=0, le=5, description="how many levels of subsidiaries and units down")
    ] = 3,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> PartnersOut:
    """Everyone a group or company works with, each with the whole chain that leads there.

    Chains lead down to subsidiaries, units and joint ventures, on to what these pursue,
    and end at a partner, an acquired company, a supplier, a customer, an investor, or the
    other parent of a joint venture; every hop has its words and its article.
    By relation, then the latest first.
    """
    wanted = Wanted(
        relations=relation or (),
        statuses=status or (),
        since=since,
        until=until,
        partner=partner,
        name=name,
        denied=denied,
    )
    found = partners(reader, entity_id, wanted=wanted, depth=depth, after=cursor, limit=limit)
    return PartnersOut.from_partners(found)


@router.get("/{entity_id}/surroundings", responses=answers("get_surroundings", 404))
def get_surroundings(
    entity_id: EntityId,
    reader: ReaderDep,
    hops: Annotated[int, Query(ge=1, le=4, description="how far to go")] = 1,
    type_: Types = None,
    denied: Denied = False,
    limit: Annotated[int, Query(ge=1, le=1000, description="how many facts at most")] = 200,
) -> SurroundingsOut:
    """The entities and facts within a few hops of one, the nearest first."""
    around = surroundings(reader, entity_id, hops=hops, types=type_, denied=denied, limit=limit)
    return SurroundingsOut.from_surroundings(around)


def _known(reader: Reader, entity_id: str) -> Entity:
    entity = reader.entity(entity_id)
    if entity is None:
        raise NotFoundError(f"no entity '{entity_id}'")
    return entity
