"""Details: how a line puts a fact that was learned from it, and what it adds to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.ontology import Modality, Status
from loaders.korean.learned.lines import Line
from loaders.korean.learned.pairs import Pair
from loaders.korean.lexicon import lexicon
from loaders.korean.statements.standing import standing

_EVENTS = frozenset(["ACQUIRED", "PARTNERS_WITH", "SUPPLIES", "INVESTED_IN", "PURSUES"])
_TAIL = 60
_NEAR = 3
_SITES = ("공장", "사업장", "캠퍼스", "라인")


@dataclass(frozen=True, slots=True)
class Details:
    """Status, modality and qualifiers of a fact; `denied` are the words that take it back."""

    status: Status | None
    modality: Modality
    qualifiers: Mapping[str, Any]
    denied: str


def details(relation: str, place: Pair, line: Line) -> Details:
    """What the line says of the fact between the pair."""
    mentions = [m for m in (place.left, place.right) if m is not None]
    start = min(m.start for m in mentions)
    end = max(m.end for m in mentions)
    stands = standing(line.text[start : end + _TAIL], event=relation in _EVENTS)
    qualifiers = _qualifiers(relation, place, line)
    return Details(stands.status, stands.modality, qualifiers, stands.denied)


def _qualifiers(relation: str, place: Pair, line: Line) -> dict[str, Any]:
    if relation == "LEADS" and place.left is not None:
        near = line.forms[place.left.last : place.left.last + _NEAR]
        before = line.forms[max(0, place.left.first - _NEAR) : place.left.first][::-1]
        title = next((word for word in (*near, *before) if word in lexicon().leading_titles), None)
        return {"title": title} if title else {}
    if relation == "LOCATED_IN" and place.right is not None:
        after = line.forms[place.right.last : place.right.last + 2]
        surface = line.text[place.right.start : place.right.end]
        if surface.endswith(_SITES) or any(word in _SITES for word in after):
            return {"role": "plant"}
    return {}
