"""What an extract object consists of: the document, entities, facts and rejected claims."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from graph.claims import Basis
from graph.documents import DocumentKind
from graph.ontology import Label, Modality, Status

OFFSETS = 2**31
"""Past this no text has a character."""


class Wire(BaseModel):
    """What an extract object consists of; fields that it does not know are left out."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class DocumentOut(Wire):
    """The document's origin; `text` only where it was asked for."""

    id: str | None = None
    kind: DocumentKind = DocumentKind.ARTICLE
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str | None = None
    text: str | None = None


class TieOut(Wire):
    """A full name of the same thing, why it is one, and where the text says so."""

    name: str
    basis: Basis
    start: int | None = None
    end: int | None = None


class EntityOut(Wire):
    """What the document names, with where it names it."""

    id: str
    label: Label
    kind: str | None = None
    name: str
    aliases: list[str] = []
    mentions: list[tuple[int, int]] = []
    ties: list[TieOut] = []
    identifiers: dict[str, str] = {}


class EvidenceOut(Wire):
    """The very words that state a fact: `text[start:end] == quote`."""

    start: int = Field(ge=-OFFSETS, le=OFFSETS)
    end: int = Field(ge=-OFFSETS, le=OFFSETS)
    quote: str | None = None
    extractor: str = "unknown"
    rule: str | None = None


class FactOut(Wire):
    """A claim: `subject` and `object` are entity ids."""

    id: str
    subject: str
    type: str
    object: str
    qualifiers: dict[str, Any] = {}
    status: Status | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0
    evidence: list[EvidenceOut] = []


class RejectedOut(Wire):
    """A claim that was not admitted, and why."""

    claim: dict[str, Any]
    reason: str


class ReportOut(Wire):
    """How much was found: `accepted + rejected == proposed`; `seconds` is the time it took."""

    proposed: int
    accepted: int
    rejected: int
    sentences: int
    sentences_with_facts: int
    seconds: float
