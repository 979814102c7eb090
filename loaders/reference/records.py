"""Records: rows of the shipped data as text, with the place of every name in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.admission import admit
from graph.claims import Basis, Claim, Evidence, Proposal, Reading, Referent, Span, Tie
from graph.documents import SHIPPED, DocumentKind, make_document
from graph.ontology import Label, ontology

EXTRACTOR = "reference"
PUBLISHER = "strategraph reference data"


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that the reference data names; `listed` where it has a row of its own."""

    id: str
    label: Label
    name: str
    kind: str | None = None
    listed: bool = True


@dataclass(slots=True)
class Record:
    """A row being written as lines of `column: value`; empty columns are left out.

    The row's name comes first and what it is related to next,
    so that a relation's evidence runs from the name to the line that states it.
    """

    subject: Known
    ties: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ticker: str = ""
    _text: str = field(default="", init=False)
    _mentions: dict[Known, list[Span]] = field(default_factory=dict, init=False)
    _claims: list[Claim] = field(default_factory=list, init=False)

    def name(self, column: str) -> None:
        """Write the row's own name."""
        self._write(column, [(self.subject, "")])

    def related(self, column: str, ends: Iterable[tuple[Known, str]]) -> Span:
        """Write what the row is related to, each with the note behind it; where that stands."""
        ends = list(ends)
        return self._write(column, ends) if ends else (0, 0)

    def value(self, column: str, *values: str) -> None:
        """Write a column that states no relation."""
        if any(values):
            self._text += f"{column}: {' | '.join(v for v in values if v)}\n"

    def claim(
        self, subject: Known, type_: str, object_: Known, evidence: Span, **qualifiers: object
    ) -> None:
        """State a relation; qualifiers that the relation does not know are left out."""
        allowed = ontology().relations[type_].qualifiers
        self._claims.append(
            Claim(
                subject=subject.id,
                type=type_,
                object=object_.id,
                evidence=(Evidence(*evidence, extractor=EXTRACTOR),),
                qualifiers={k: v for k, v in qualifiers.items() if v is not None and k in allowed},
            )
        )

    def reading(self, table: str, as_of: str | None = None) -> Reading:
        """The record as a document with what it names and states."""
        document = make_document(
            self._text,
            kind=DocumentKind.REFERENCE,
            title=f"Reference data: {self.subject.name}",
            publisher=PUBLISHER,
            published=as_of,
            url=f"{SHIPPED}{table}/{self.subject.id}",
        )
        referents = tuple(self._referent(known) for known in self._mentions)
        return admit(Proposal(document, referents, tuple(self._claims)))

    def _referent(self, known: Known) -> Referent:
        mentions = tuple(self._mentions[known])
        identifiers = {"reference": known.id} if known.listed else {}
        other = Referent(
            known.id,
            known.label,
            known.name,
            kind=known.kind,
            mentions=mentions,
            identifiers=identifiers,
        )
        if known != self.subject:
            return other
        return replace(
            other,
            aliases=self.aliases,
            ties=tuple(Tie(name, Basis.REFERENCE) for name in self.ties),
            identifiers=identifiers | ({"ticker": self.ticker} if self.ticker else {}),
        )

    def _write(self, column: str, ends: Iterable[tuple[Known, str]]) -> Span:
        start = len(self._text)
        self._text += f"{column}: "
        for n, (known, note) in enumerate(ends):
            self._text += " | " if n else ""
            at = len(self._text)
            self._mentions.setdefault(known, []).append((at, at + len(known.name)))
            self._text += f"{known.name} ({note})" if note else known.name
        end = len(self._text)
        self._text += "\n"
        return start, end
