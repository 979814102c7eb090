"""Undertakings: one that bears a firm's name is that firm's own; who runs it too is a partner.

An alliance is the undertaking of each of its members.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.ontology import Label
from loaders.korean.fields.sectors import sectors_in
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.reference.gazetteer import Entry, gazetteer

FIELD_RULE = "field-in-name"
_STEM = 2
"""So many syllables a firm and its group share at least: LG화학 and ‘LG 챌린지’."""


_ALLIANCE = re.compile(r"(?:얼라이언스|동맹|협의체|컨소시엄|연합체|협력체|연맹)")
_NAMED_AS = re.compile(r".*(?:얼라이언스|동맹|협의체|컨소시엄|연합체|협력체)(?:인)? ?$")


def owned(finding: Finding, text: str) -> Finding:
    """The finding, as taking part where the undertaking is named after another firm.

    Who joins an alliance pursues it; `text` is the sentence that says so.
    """
    if finding.relation == "PARTNER_IN" and _is_alliance(finding.object, text):
        finding = replace(finding, relation="PURSUES")
    if finding.relation != "PURSUES":
        return finding
    first, _, rest = finding.object.surface.partition(" ")
    owner = gazetteer().named(first)
    if not rest or owner is None or owner.label is not Label.ORGANIZATION:
        return finding
    return (
        finding if _akin(finding.subject, owner, first) else replace(finding, relation="PARTNER_IN")
    )


def fields_in_names(names: Iterable[Name]) -> Iterator[Finding]:
    """The fields that the names of undertakings hold: ‘로봇 경진대회’ is of 로봇."""
    for name in names:
        for field in sectors_in(name) if name.label is Label.INITIATIVE else ():
            place = name.start, name.end
            yield Finding("IN_SECTOR", name, field, *place, FIELD_RULE, 0.85, settled=True)


def _is_alliance(name: Name, text: str) -> bool:
    """Whether the name, or a noun beside it, says that it is an alliance of firms."""
    if name.surface.endswith(("얼라이언스", "동맹", "협의체", "컨소시엄", "연합체", "협력체")):
        return True
    if text[name.start : name.end] != name.surface:
        return False
    before = text[max(0, name.start - 8) : name.start]
    return bool(_ALLIANCE.match(text[name.end :].lstrip()) or _NAMED_AS.match(before))


def _akin(firm: Name, owner: Entry, name: str) -> bool:
    """Whether the firm is the owner or of its house, by the reference data or by its name."""
    entry = firm.entry
    if entry is not None and owner.id in (entry.id, entry.group, entry.parent):
        return True
    return firm.surface.startswith(name[:_STEM]) or name.startswith(firm.surface[:_STEM])
