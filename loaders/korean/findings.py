"""Findings: what a rule reads off a sentence, before it is a claim of the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.ontology import Label
from loaders.korean.names import Name


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation between two names, the masked span that states it, and the rule that found it.

    `settled` is what a noun phrase says in passing (미국 기업 X): no predicate puts it in doubt.
    """

    relation: str
    subject: Name
    object: Name
    start: int
    end: int
    rule: str
    confidence: float
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    event: bool = False
    settled: bool = False


SYMMETRIC = frozenset(["PARTNERS_WITH", "COMPETES_WITH"])


def phrase_name(text: str, start: int, end: int, label: Label) -> Name | None:
    """The name of a plain phrase (a sector, a product) at a place of the masked sentence."""
    while start < end and not (text[start].isalnum()):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")+%"):
        end -= 1
    surface = text[start:end]
    return Name(start, end, label, None, None, 0, surface) if len(surface) > 1 else None
