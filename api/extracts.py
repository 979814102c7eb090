"""Extracts: what a stored article says, as one object with the graph's ids."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.admission import claim_words
from graph.claims import Reading, Rejected
from graph.documents import DocumentKind
from graph.errors import NotFoundError
from graph.extract_shapes import EntityOut
from graph.extracts import ExtractOut
from graph.questions.placement import Placement, placed
from graph.stores.base import Store


def stored_extract(
    store: Store, document: str, *, seconds: float = 0.0, with_text: bool = False
) -> ExtractOut:
    """All that was read in a stored document; raises NotFoundError where there is none."""
    whole = _whole(article_readings(store, document))
    placement = placed(store, whole)
    reading, fact_ids = _as_the_graph_has_it(whole, placement)
    extract = ExtractOut.from_reading(
        reading,
        seconds=seconds,
        with_text=with_text,
        entity_ids=placement.entities,
        fact_ids=fact_ids,
    )
    return extract.model_copy(update={"entities": _each_once(extract.entities)})


def article_readings(store: Store, document: str) -> list[Reading]:
    """What sources read in a stored article or record.

    Raises NotFoundError where there is none, and says so where the id is a judgement's.
    """
    readings = store.readings(document)
    if not readings:
        raise NotFoundError(f"no article '{document}'")
    if readings[0].document.kind is DocumentKind.JUDGEMENT:
        where = f"see /judgements/{document}"
        raise NotFoundError(f"no article '{document}': it is a judgement, {where}")
    return readings


def _whole(readings: Sequence[Reading]) -> Reading:
    """The readings of one document as one, local ids told apart by their source."""
    if len(readings) == 1:
        return readings[0]
    apart = [_with_prefix(reading, f"{reading.source}/") for reading in readings]
    return Reading(
        document=readings[0].document,
        referents=tuple(r for reading in apart for r in reading.referents),
        claims=tuple(c for reading in apart for c in reading.claims),
        rejected=tuple(r for reading in apart for r in reading.rejected),
        sentences=max((reading.sentences for reading in apart), key=len),
    )


def _with_prefix(reading: Reading, prefix: str) -> Reading:
    return replace(
        reading,
        referents=tuple(replace(r, id=prefix + r.id) for r in reading.referents),
        claims=tuple(
            replace(c, subject=prefix + c.subject, object=prefix + c.object) for c in reading.claims
        ),
    )


def _as_the_graph_has_it(reading: Reading, placement: Placement) -> tuple[Reading, dict[int, str]]:
    """The reading with every claim that has no fact rejected, and the fact of each other one."""
    kept = [n for n in range(len(reading.claims)) if n in placement.facts]
    left_out = tuple(
        Rejected(
            claim_words(claim, reading.referents),
            "the graph takes its two names for one entity"
            if n in placement.loops
            else "a judgement says that it is wrong",
        )
        for n, claim in enumerate(reading.claims)
        if n not in placement.facts
    )
    whole = replace(
        reading,
        claims=tuple(reading.claims[n] for n in kept),
        rejected=(*reading.rejected, *left_out),
    )
    return whole, {position: placement.facts[n] for position, n in enumerate(kept)}


def _each_once(entities: Iterable[EntityOut]) -> list[EntityOut]:
    """The entities with those of one id put together: the first gives the name."""
    known: dict[str, EntityOut] = {}
    for entity in entities:
        first = known.get(entity.id)
        known[entity.id] = _together(first, entity) if first else entity
    return list(known.values())


def _together(one: EntityOut, other: EntityOut) -> EntityOut:
    names = dict.fromkeys([*one.aliases, other.name, *other.aliases])
    return one.model_copy(
        update={
            "kind": one.kind or other.kind,
            "aliases": [name for name in names if name != one.name],
            "mentions": sorted({*one.mentions, *other.mentions}),
            "ties": [*one.ties, *(tie for tie in other.ties if tie not in one.ties)],
            "identifiers": {**other.identifiers, **one.identifiers},
        }
    )
