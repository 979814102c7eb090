"""Admission: which proposed claims enter the graph, and why the others do not."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from graph.claims import Claim, Proposal, Reading, Referent, Rejected, Span
from graph.dates import partial_date
from graph.documents import DocumentKind
from graph.ontology import PART_OF, Ontology, Qualifier, ontology


def admit(proposal: Proposal, *, source: str = "text") -> Reading:
    """The proposal with every claim either accepted or rejected with its reason.

    A referent whose mentions lie outside the text loses those mentions;
    one that is left without any mention is dropped, and its claims are rejected.
    """
    rules, text = ontology(), proposal.document.text
    referents = {r.id: r for r in proposal.referents if not _faulty(r, text, rules)}
    accepted: list[Claim] = []
    rejected = list(proposal.refused)
    for claim in proposal.claims:
        reason = _reason(claim, referents, proposal, rules)
        if reason is None:
            accepted.append(claim)
        else:
            rejected.append(Rejected(claim_words(claim, proposal.referents), reason))
    return Reading(
        document=proposal.document,
        referents=tuple(referents.values()),
        claims=tuple(accepted),
        rejected=tuple(rejected),
        sentences=proposal.sentences,
        source=source,
    )


def claim_words(claim: Claim, referents: tuple[Referent, ...]) -> dict[str, Any]:
    """The claim as a person reads it: names for ids."""
    names = {r.id: r.name for r in referents}
    return {
        "subject": names.get(claim.subject, claim.subject),
        "type": claim.type,
        "object": names.get(claim.object, claim.object),
        "qualifiers": dict(claim.qualifiers),
        "evidence": [[e.start, e.end] for e in claim.evidence],
    }


def qualifier_fault(qualifiers: Mapping[str, Any], allowed: Mapping[str, Qualifier]) -> str | None:
    """What is wrong with the first faulty qualifier, or None."""
    for name, value in qualifiers.items():
        if name not in allowed:
            return f"qualifier '{name}' is not one of {', '.join(sorted(allowed)) or 'none'}"
        fault = _value_fault(value, allowed[name])
        if fault:
            return f"qualifier '{name}': {fault}"
    return None


def _faulty(referent: Referent, text: str, rules: Ontology) -> bool:
    inside = all(_inside(span, text) for span in referent.mentions)
    kind_known = referent.kind is None or referent.kind in rules.kinds
    return not (referent.mentions and inside and kind_known and referent.name.strip())


def _reason(
    claim: Claim, referents: Mapping[str, Referent], proposal: Proposal, rules: Ontology
) -> str | None:
    relation = rules.relations.get(claim.type)
    if relation is None:
        return f"'{claim.type}' is not a relation of the ontology"
    if claim.type == PART_OF and proposal.document.kind is DocumentKind.ARTICLE:
        return "PART_OF is structural: reference data states it, not an article"
    for end in (claim.subject, claim.object):
        if end not in referents:
            return f"'{end}' is not among the entities that the text names"
    subject, object_ = referents[claim.subject], referents[claim.object]
    if not relation.allows(subject.label, object_.label):
        return f"{claim.type} does not go from {subject.label} to {object_.label}"
    if claim.subject == claim.object:
        return f"{claim.type} joins '{subject.name}' with itself"
    if not claim.evidence:
        return "there is no evidence"
    if not all(_inside((e.start, e.end), proposal.document.text) for e in claim.evidence):
        return "the evidence lies outside the text"
    if not 0 <= claim.confidence <= 1:
        return f"confidence {claim.confidence} is not between 0 and 1"
    return qualifier_fault(claim.qualifiers, relation.qualifiers)


def _inside(span: Span, text: str) -> bool:
    start, end = span
    return 0 <= start < end <= len(text) and bool(text[start:end].strip())


def _value_fault(value: Any, qualifier: Qualifier) -> str | None:
    match qualifier.type:
        case "date":
            try:
                partial_date(value if isinstance(value, str) else str(value))
            except ValueError as error:
                return str(error)
        case "share":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
                return f"{value!r} is not a share between 0 and 1"
        case "money":
            if not _is_money(value):
                return f"{value!r} is not money (a value and an ISO 4217 currency)"
        case "choice":
            if value not in qualifier.values:
                return f"{value!r} is not one of {', '.join(qualifier.values)}"
        case "text":
            if not isinstance(value, str) or not value.strip():
                return f"{value!r} is not a text"
    return None


def _is_money(value: Any) -> bool:
    if not isinstance(value, Mapping) or not value.keys() <= {"value", "currency", "text"}:
        return False
    number, currency = value.get("value"), value.get("currency")
    return (
        isinstance(number, int | float)
        and not isinstance(number, bool)
        and isfinite(number)
        and number >= 0
        and isinstance(currency, str)
        and len(currency) == 3
        and currency.isupper()
        and isinstance(value.get("text", ""), str)
    )
