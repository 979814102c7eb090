"""Extract objects, ours or another extractor's, as readings."""

from collections.abc import Collection
from dataclasses import replace

from graph.admission import admit
from graph.claims import Claim, Proposal, Reading, Referent
from graph.extracts import ExtractOut
from graph.ontology import Label
from loaders.facts.ends import kind_known
from loaders.facts.places import Places
from loaders.languages import detect


def reading_of(extract: ExtractOut, *, name: str, own: Collection[str]) -> Reading:
    """What the object says; raises BadInputError where it has no text.

    What `strategraph extract` made is what reading the text again would give, so it counts as that.
    What another extractor made stands beside it, under the name of the file it came in.
    """
    proposal = extract.proposal()
    document = proposal.document
    if document.language is None:
        document = replace(document, language=detect(document.text))
    proposal = replace(proposal, document=document)
    if _is_own(extract, own):
        return admit(proposal)
    return admit(replace(proposal, referents=_completed(proposal)), source=name)


def _is_own(extract: ExtractOut, own: Collection[str]) -> bool:
    extractors = {e.extractor for fact in extract.facts for e in fact.evidence}
    return extract.report is not None and extractors <= set(own)


def _completed(proposal: Proposal) -> tuple[Referent, ...]:
    """The referents with their mentions, and with their kinds where only the name says them."""
    return tuple(
        replace(r, kind=kind_known(r.name))
        if r.label is Label.ORGANIZATION and r.kind is None
        else r
        for r in _mentioned(proposal)
    )


def _mentioned(proposal: Proposal) -> tuple[Referent, ...]:
    """The referents, those without mentions with where their names or their facts stand."""
    places = Places(proposal.document.text, (r.name for r in proposal.referents))
    evidence = _evidence_of(proposal.claims)
    return tuple(
        r
        if r.mentions
        else replace(r, mentions=places.mentions(r.name) or tuple(evidence.get(r.id, ())))
        for r in proposal.referents
    )


def _evidence_of(claims: Collection[Claim]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for claim in claims:
        spans = [(e.start, e.end) for e in claim.evidence]
        for local in (claim.subject, claim.object):
            found.setdefault(local, []).extend(spans)
    return found
