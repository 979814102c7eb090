"""Ends: what the subject and the object of a hand-written fact are."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.errors import BadInputError
from graph.ontology import Label, Relation, ontology
from loaders.facts.rows import Row
from loaders.reference.gazetteer import gazetteer

SIDES = ("subject", "object")
# Where an organization is known by the name, it is no place and no person.
_NEVER_AN_ORGANIZATION = frozenset({Label.PLACE, Label.PERSON})


@dataclass(frozen=True, slots=True)
class End:
    """A name with what it is."""

    name: str
    label: Label
    kind: str | None


def labels_said(rows: Iterable[Row]) -> dict[str, Label]:
    """The labels of names that some row leaves no doubt about."""
    said: dict[str, Label] = {}
    for row in rows:
        relation = ontology().relations.get(row.text("relation") or "")
        for side in SIDES:
            name, given = row.text(side), row.text(f"{side}_label")
            legal = _legal(relation, side) if relation else frozenset()
            certain = {given.capitalize()} & set(Label) if given else legal
            if name is not None and len(certain) == 1:
                said.setdefault(name, Label(*certain))
    return said


def end(row: Row, side: str, relation: Relation, said: Mapping[str, Label]) -> End:
    """The row's subject or object; raises BadInputError where nothing says what it is."""
    name = row.text(side)
    if name is None:
        raise BadInputError(f"there is no {side}")
    label = _given(row, side) or _inferred(name, side, relation, said)
    return End(name, label, _kind(row, side, name, label, relation))


def kind_known(name: str, *, otherwise: str | None = None) -> str | None:
    """The kind of the organization of this name, from the reference data or the name itself."""
    entry = gazetteer().named(name)
    if entry is not None and entry.label is Label.ORGANIZATION:
        return entry.kind
    if otherwise is not None:
        return otherwise
    return "group" if name.endswith(("그룹", " Group")) else None


def _given(row: Row, side: str) -> Label | None:
    """The label that the row itself gives, however it is capitalized."""
    text = row.text(f"{side}_label")
    if text is None:
        return None
    try:
        return Label(text.capitalize())
    except ValueError as error:
        raise BadInputError(f"{side}_label '{text}' is not one of {', '.join(Label)}") from error


def _legal(relation: Relation, side: str) -> frozenset[Label]:
    return relation.subjects if side == "subject" else relation.objects


def _inferred(name: str, side: str, relation: Relation, said: Mapping[str, Label]) -> Label:
    legal = _legal(relation, side)
    entry = gazetteer().named(name)
    known = entry.label if entry else None
    if len(legal) == 1:
        (label,) = legal
        organization = known is Label.ORGANIZATION and label in _NEVER_AN_ORGANIZATION
        return Label.ORGANIZATION if organization else label
    for candidate in (said.get(name), known, Label.ORGANIZATION):
        if candidate is not None and candidate in legal:
            return candidate
    raise BadInputError(f"say what '{name}' is: {side}_label is {_either(legal)}")


def _kind(row: Row, side: str, name: str, label: Label, relation: Relation) -> str | None:
    kind = row.text(f"{side}_kind")
    if kind is not None:
        if kind not in ontology().kinds:
            kinds = ", ".join(ontology().kinds)
            raise BadInputError(f"{side}_kind '{kind}' is not one of {kinds}")
        return kind
    if label is not Label.ORGANIZATION:
        return None
    unit = relation.name == "HAS_UNIT" and side == "object"
    return kind_known(name, otherwise="unit" if unit else None)


def _either(labels: Collection[Label]) -> str:
    return " or ".join(sorted(labels))
