"""Facts: relations between two entities, each resting on one or more claims."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any

import orjson

from graph.copies import stories
from graph.documents import DocumentKind
from graph.names import normal_name
from graph.ontology import Modality, Relation, Status, ontology

_STATUS_ORDER = {status: n for n, status in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of evidence stands: the document without its text.

    `signature` tells copies of one story (see `graph.copies`); shipped data has none.
    """

    document: str
    kind: DocumentKind
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class FactEvidence:
    """One document's statement of a fact: the words, where they stand, and what they qualify."""

    source: Source
    start: int
    end: int
    quote: str
    extractor: str
    rule: str | None
    qualifiers: Mapping[str, Any]
    status: Status | None
    modality: Modality
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge of the graph.

    `qualifiers` holds what the evidence agrees on or says most;
    `conflicts` every value of a qualifier on which it differs;
    `sources` is how many independent ones say it: copies of one story count as one.
    """

    id: str
    type: str
    subject: str
    object: str
    evidence: tuple[FactEvidence, ...]
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    conflicts: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    status: Status | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0
    sources: int = 1

    @property
    def history(self) -> list[tuple[str | None, Status]]:
        """Each status with the date of the document that first stated it, in the order of dates."""
        stated: dict[Status, str | None] = {}
        for e in self.evidence:
            if e.status is not None and e.modality is not Modality.DENIED:
                stated.setdefault(e.status, e.source.published)
        return [(published, status) for status, published in stated.items()]


def ends(relation: Relation, subject: str, object_: str) -> tuple[str, str]:
    """The two ends in the order they are stored in: a symmetric relation's by id."""
    return (
        (min(subject, object_), max(subject, object_)) if relation.symmetric else (subject, object_)
    )


def facts_of(
    type_: str, subject: str, object_: str, evidence: Iterable[FactEvidence]
) -> list[Fact]:
    """The facts that the claims of one type between two entities add up to."""
    relation = ontology().relations[type_]
    groups = _told_apart(relation, sorted(evidence, key=_evidence_order))
    return [
        weigh(fact_id(type_, subject, object_, apart), type_, subject, object_, members)
        for apart, members in sorted(groups.items())
    ]


def fact_id(type_: str, subject: str, object_: str, apart: Sequence[str]) -> str:
    """The fact's id: a function of its type, its ends and what tells it apart."""
    words = orjson.dumps([type_, subject, object_, list(apart)])
    return "fact_" + hashlib.sha256(words).hexdigest()[:20]


def apart_of(type_: str, qualifiers: Mapping[str, Any]) -> str:
    """What tells a claim apart from another between the same ends, in a word; often nothing."""
    return "|".join(_apart(ontology().relations[type_], qualifiers)).strip("|")


def _evidence_order(e: FactEvidence) -> tuple[Any, ...]:
    """By date, document and place; then by all that can differ, so that no two orders are left."""
    words = orjson.dumps(
        [dict(e.qualifiers), e.status, e.modality, e.confidence], option=orjson.OPT_SORT_KEYS
    )
    published = e.source.published or ""
    return (published, e.source.document, e.start, e.end, e.extractor, e.rule or "", words)


def _told_apart(
    relation: Relation, evidence: Sequence[FactEvidence]
) -> dict[tuple[str, ...], list[FactEvidence]]:
    """The evidence by what makes it another fact.

    What does not say belongs to the one fact that does, or is a fact of its own beside several.
    """
    groups: dict[tuple[str, ...], list[FactEvidence]] = {}
    for item in evidence:
        groups.setdefault(_apart(relation, item.qualifiers), []).append(item)
    silent = tuple("" for _ in relation.apart_by)
    said = [apart for apart in groups if apart != silent]
    if silent in groups and len(said) == 1:
        groups[said[0]] = sorted(groups[said[0]] + groups.pop(silent), key=_evidence_order)
    return groups


def _apart(relation: Relation, qualifiers: Mapping[str, Any]) -> tuple[str, ...]:
    values = (qualifiers.get(name) for name in relation.apart_by)
    return tuple(normal_name(str(value)) if value else "" for value in values)


def weigh(
    id_: str, type_: str, subject: str, object_: str, evidence: Sequence[FactEvidence]
) -> Fact:
    """The fact that this evidence, in its order and all of one event, adds up to.

    Where anybody asserts it, denials and rumors are kept, and count neither for nor against.
    """
    asserted = [e for e in evidence if e.modality is Modality.ASSERTED] or list(evidence)
    qualifiers: dict[str, Any] = {}
    conflicts: dict[str, tuple[Any, ...]] = {}
    for name in sorted({name for e in asserted for name in e.qualifiers}):
        distinct = _distinct([e.qualifiers[name] for e in asserted if name in e.qualifiers])
        qualifiers[name] = distinct[0]
        if len(distinct) > 1:
            conflicts[name] = tuple(distinct)
    best = _best_of_each_story(asserted)
    return Fact(
        id=id_,
        type=type_,
        subject=subject,
        object=object_,
        evidence=tuple(evidence),
        qualifiers=qualifiers,
        conflicts=conflicts,
        status=_latest_status(asserted),
        modality=asserted[-1].modality,
        confidence=round(1 - prod(1 - confidence for confidence in best), 6),
        sources=len(best),
    )


def _distinct(values: Sequence[Any]) -> list[Any]:
    """The values that say different things; a vague date says nothing else than a precise one.

    The most stated comes first, among equals the last stated.
    """
    counts: dict[bytes, int] = {}
    last: dict[bytes, int] = {}
    by_words: dict[bytes, Any] = {}
    for position, value in enumerate(values):
        words = orjson.dumps(_comparable(value), option=orjson.OPT_SORT_KEYS)
        counts[words] = counts.get(words, 0) + 1
        last[words] = position
        by_words.setdefault(words, value)
    ranked = sorted(by_words, key=lambda words: (-counts[words], -last[words]))
    kept: list[Any] = []
    for words in ranked:
        value = by_words[words]
        if not any(_vaguer(value, by_words[other]) for other in ranked if other != words):
            kept.append(value)
    return kept


def _comparable(value: Any) -> Any:
    """The value without the words it was written in."""
    if isinstance(value, Mapping):
        return {key: part for key, part in value.items() if key != "text"}
    return normal_name(value) if isinstance(value, str) else value


def _vaguer(value: Any, other: Any) -> bool:
    """Whether a date (2023) only says less than another (2023-01)."""
    return isinstance(value, str) and isinstance(other, str) and other.startswith(value + "-")


def _latest_status(evidence: Sequence[FactEvidence]) -> Status | None:
    stated = [e for e in evidence if e.status is not None]
    if not stated:
        return None
    last = max(
        stated, key=lambda e: (e.source.published or "", _STATUS_ORDER[e.status or Status.PLANNED])
    )
    return last.status


def _best_of_each_story(evidence: Sequence[FactEvidence]) -> list[float]:
    """The highest confidence in each independent story, for a noisy-or over them."""
    signatures = {e.source.document: e.source.signature for e in evidence}
    of_story = dict(zip(signatures, stories(list(signatures.values())), strict=True))
    best: dict[int, float] = {}
    for e in evidence:
        story = of_story[e.source.document]
        best[story] = max(best.get(story, 0.0), e.confidence)
    return [best[story] for story in sorted(best)]
