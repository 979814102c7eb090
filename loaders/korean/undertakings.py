"""Undertakings: one that bears a firm's name is that firm's own; who runs it too is a partner."""

from dataclasses import replace

from graph.ontology import Label
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.reference.gazetteer import Entry, gazetteer

_STEM = 2
"""So many syllables a firm and its group share at least: LG화학 and ‘LG 챌린지’."""


def owned(finding: Finding) -> Finding:
    """The finding, as taking part where the undertaking is named after another firm."""
    if finding.relation != "PURSUES":
        return finding
    first, _, rest = finding.object.surface.partition(" ")
    owner = gazetteer().named(first)
    if not rest or owner is None or owner.label is not Label.ORGANIZATION:
        return finding
    return (
        finding if _akin(finding.subject, owner, first) else replace(finding, relation="PARTNER_IN")
    )


def _akin(firm: Name, owner: Entry, name: str) -> bool:
    """Whether the firm is the owner or of its house, by the reference data or by its name."""
    entry = firm.entry
    if entry is not None and owner.id in (entry.id, entry.group, entry.parent):
        return True
    return firm.surface.startswith(name[:_STEM]) or name.startswith(firm.surface[:_STEM])
