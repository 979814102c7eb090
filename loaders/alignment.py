"""Alignment: which labeled entity each found one is, by its names."""

import re
import unicodedata
from collections.abc import Sequence

from graph.claims import Referent
from graph.ontology import Label
from loaders.labels import GoldEntity

OVERLAP = 0.6
"""Least share of common words for the name of an Initiative or a Sector to count as the same."""

SOFT_LABELS = frozenset([Label.INITIATIVE, Label.SECTOR])
_LEGAL_FORM = re.compile(
    r"\b(?:incorporated|inc|corporation|corp|company|co|limited|ltd|llc|plc|gmbh|ag)\b\.?\s*$"
)
_KOREAN_FORMS = ("(주)", "주식회사", "(유)")
_NOT_WORD = re.compile(r"[\W_]+")


def align(
    gold: Sequence[GoldEntity], referents: Sequence[Referent]
) -> tuple[dict[str, str], set[str]]:
    """Which labeled entity each referent is, and which were hit by a referent of their own."""
    ranked = sorted(
        (-likeness, g, r)
        for g, entity in enumerate(gold)
        for r, referent in enumerate(referents)
        if (likeness := _likeness(entity, referent)) > 0
    )
    aligned: dict[str, str] = {}
    hits: set[str] = set()
    for _, g, r in ranked:
        if referents[r].id not in aligned and gold[g].key not in hits:
            aligned[referents[r].id] = gold[g].key
            hits.add(gold[g].key)
    for _, g, r in ranked:
        aligned.setdefault(referents[r].id, gold[g].key)
    return aligned, hits


def _likeness(entity: GoldEntity, referent: Referent) -> float:
    """A name counts most, then an alias, then common words; the same label breaks ties."""
    keys = {normal(name) for name in entity.names}
    others = [*(tie.name for tie in referent.ties), *referent.aliases]
    same = entity.type is referent.label
    if normal(referent.name) in keys:
        base = 4.0
    elif any(normal(name) in keys for name in others):
        base = 3.0
    elif same and entity.type in SOFT_LABELS:
        pairs = ((a, b) for a in entity.names for b in (referent.name, *others))
        shared = max((_common(a, b) for a, b in pairs), default=0.0)
        base = 1.0 + shared if shared >= OVERLAP else 0.0
    else:
        base = 0.0
    return base + 0.5 if base and same else base


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def normal(name: str) -> str:
    """The name without case, legal form, spaces and punctuation."""
    text = _folded(name)
    for form in _KOREAN_FORMS:
        text = text.replace(form, " ")
    text = text.strip(" ,.")
    while (shorter := _LEGAL_FORM.sub("", text).rstrip(" ,.")) and shorter != text:
        text = shorter
    return _NOT_WORD.sub("", text) or _folded(name).strip()


def _common(left: str, right: str) -> float:
    a, b = ({part for part in _NOT_WORD.split(_folded(name)) if part} for name in (left, right))
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0
