"""What one document says: referents (what it names) and claims (what it states of them)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.documents import Document, Imprint
from graph.ontology import Label, Modality, Status

Span = tuple[int, int]
"""Character offsets `[start, end)` into the document's unchanged text."""


OWN = "text"
"""The source of what was read in the text itself; any other is the name of a file."""


class Basis(StrEnum):
    """Why two names are one thing: what the text says, or the shipped data, or a judgement."""

    GLOSS = "gloss"
    RENAME = "rename"
    REFERENCE = "reference"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Tie:
    """Another full name of the same thing, and what ties the two.

    `span` is where the text says so; a tie by shipped reference data has none.
    """

    name: str
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Referent:
    """What one document names: one or more mentions that are one thing within it.

    `id` is local to the document. `aliases` are short forms that hold in this document only
    (they find an entity, they never join two); full names that are one everywhere are `ties`.
    `identifiers` maps a scheme (`crn`, `lei`, `ticker`, …) to a value.
    """

    id: str
    label: Label
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    ties: tuple[Tie, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a claim, who found them, and by which rule."""

    start: int
    end: int
    extractor: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One document's statement that a relation holds between two of its referents.

    `subject` and `object` are local ids. Qualifier values are what JSON holds:
    text, partial ISO dates, shares from 0 to 1, and money as
    `{"value": number, "currency": ISO 4217 code, "text": the words}`.
    """

    subject: str
    type: str
    object: str
    evidence: tuple[Evidence, ...]
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    status: Status | None = None
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an extractor or reader found in a document, before admission.

    `refused` are claims that it had to drop itself, with the reason.
    """

    document: Document
    referents: tuple[Referent, ...] = ()
    claims: tuple[Claim, ...] = ()
    refused: tuple["Rejected", ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that was not admitted, in the words it came in, and why."""

    claim: Mapping[str, Any]
    reason: str


class Verdict(StrEnum):
    """What a person decided: that two names are one, or are not; that a claim is wrong; a name."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class ClaimPlace:
    """A claim as it is found again after its document is read anew.

    By its ends' keys, and by what tells it apart from another between the same two.
    """

    document: str
    type: str
    subject: str
    object: str
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision, in terms of identity keys, which no merge changes.

    `same` and `different` speak of two keys, `name` of one and its preferred `name`,
    `wrong` of claims.
    """

    verdict: Verdict
    keys: tuple[str, ...] = ()
    name: str | None = None
    claims: tuple[ClaimPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the claims admitted from it and those rejected.

    `source` tells readings of one document apart: `text` is what an extractor found in it
    (reading it again replaces that); a file of hand-written facts is a source of its own name.
    `origin` is the file it came from, for the audit log alone.
    `judgement` is what a document of kind judgement decides.
    `imprint` is what this source says of the document, where that is not all that
    the document says: other sources may know its day or title. The ledger sets it.
    """

    document: Document
    referents: tuple[Referent, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    sentences: tuple[Span, ...] = ()
    source: str = OWN
    origin: str | None = field(default=None, compare=False)
    judgement: Judgement | None = None
    imprint: Imprint | None = None

    @property
    def proposed(self) -> int:
        """How many claims were proposed: the accepted and the rejected."""
        return len(self.claims) + len(self.rejected)
