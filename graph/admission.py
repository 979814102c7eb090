"""Admission: which proposed claims enter the graph, and why the others do not."""

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

from graph.claims import Basis, Claim, Proposal, Reading, Referent, Rejected, Span
from graph.dates import partial_date
from graph.documents import Document, DocumentKind
from graph.identifiers import normal_identifiers
from graph.names import fold
from graph.ontology import PART_OF, Ontology, Qualifier, ontology

# Past this a whole number is no longer exact in every program that reads ours.
_LARGEST = 2**53


def admit(proposal: Proposal, *, source: str = "text") -> Reading:
    """The proposal with every claim either accepted or rejected with its reason.

    A referent that the text does not name where it says so is dropped, and its claims are
    rejected; a tie or identifier that cannot be believed is left out.
    """
    rules, text = ontology(), proposal.document.text
    named = (r for r in proposal.referents if not _faulty(r, text, rules))
    referents = {r.id: _believed(r, proposal.document) for r in named}
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
        "qualifiers": {name: storable(value) for name, value in claim.qualifiers.items()},
        "evidence": [[storable(e.start), storable(e.end)] for e in claim.evidence],
    }


def storable(value: Any) -> Any:
    """The value, or its words where it is a number that JSON programs do not hold."""
    if isinstance(value, Mapping):
        return {str(key): storable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [storable(part) for part in value]
    return str(value) if isinstance(value, int) and abs(value) > _LARGEST else value


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


def _believed(referent: Referent, document: Document) -> Referent:
    """The referent with the ties and identifiers that its document can vouch for.

    A full name that an article ties to another stands in the article;
    what a register says only a register's record says.
    """
    text = fold(document.text)
    news = document.kind is DocumentKind.ARTICLE
    ties = tuple(
        tie
        for tie in referent.ties
        if fold(tie.name)
        and not (news and (tie.basis is Basis.REGISTER or fold(tie.name) not in text))
    )
    return replace(referent, ties=ties, identifiers=normal_identifiers(dict(referent.identifiers)))


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
            return _date_fault(value)
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


def _date_fault(value: Any) -> str | None:
    if not isinstance(value, str) or value != value.strip():
        return f"{value!r} is not an ISO date, written as a text"
    try:
        partial_date(value)
    except ValueError as error:
        return str(error)
    return None


def _is_money(value: Any) -> bool:
    if not isinstance(value, Mapping) or not value.keys() <= {"value", "currency", "text"}:
        return False
    number, currency = value.get("value"), value.get("currency")
    return (
        isinstance(number, int | float)
        and not isinstance(number, bool)
        and isfinite(number)
        and 0 <= number <= _LARGEST
        and isinstance(currency, str)
        and len(currency) == 3
        and currency.isupper()
        and isinstance(value.get("text", ""), str)
    )
