"""Hand-written facts: rows of YAML or CSV become one reading an article."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from graph.admission import admit
from graph.claims import Claim, Evidence, Proposal, Reading, Referent, Rejected
from graph.documents import Document
from graph.errors import BadInputError
from graph.ontology import Label, Modality, Status, ontology
from loaders.articles import read_document
from loaders.facts.ends import SIDES, End, end, labels_said
from loaders.facts.places import Places
from loaders.facts.rows import Row, read_rows
from loaders.facts.values import number, qualifier_values
from loaders.files import spelled

EXTRACTOR = "manual"
Find = Callable[[str], Document | None]
"""Looks up a stored document by its URL or id."""

_ABOUT_THE_CLAIM = ("status", "modality", "confidence")
_COLUMNS = frozenset(
    {"article", "relation", "quote", "qualifiers", "note", *_ABOUT_THE_CLAIM, *SIDES}
    | {f"{side}_{what}" for side in SIDES for what in ("label", "kind")}
)
Choice = TypeVar("Choice", Status, Modality)


@dataclass(frozen=True, slots=True)
class FactsRead:
    """The readings that a file adds up to, and the rows whose article nobody knows."""

    readings: tuple[Reading, ...]
    rejected: tuple[Rejected, ...]


def read_facts(path: Path, *, find: Find, max_bytes: int) -> FactsRead:
    """Read a file of facts; each reading's source is the file's name.

    A row that cannot be used is rejected with its line, and the others are read.
    Raises BadInputError where the file itself cannot be read.
    """
    rows = read_rows(path, max_bytes=max_bytes)
    articles = _Articles(path, find, max_bytes)
    rejected: list[Rejected] = []
    written: dict[str, _Written] = {}
    for row in rows:
        try:
            document = articles.of(row)
        except BadInputError as error:
            rejected.append(_rejected(path, row, str(error)))
        else:
            written.setdefault(document.id, _Written(path, document)).rows.append(row)
    return FactsRead(tuple(w.reading() for w in written.values()), tuple(rejected))


class _Articles:
    """The articles that rows name: files beside the facts file, or stored documents."""

    def __init__(self, facts: Path, find: Find, max_bytes: int) -> None:
        self._facts, self._find, self._max_bytes = facts, find, max_bytes
        self._known: dict[str, Document] = {}

    def of(self, row: Row) -> Document:
        name = row.text("article")
        if name is None:
            raise BadInputError(row.fault or "there is no article")
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Document:
        path = self._facts.parent / name
        if "://" not in name and path.is_file():
            return read_document(path, max_bytes=self._max_bytes)
        document = self._find(name)
        if document is None:
            raise BadInputError(f"the article '{name}' is neither a file nor a stored document")
        # Of a stored article the file says nothing itself: a day that whoever loaded it
        # takes back, or corrects, would stay for the sake of these facts.
        return replace(document, title=None, publisher=None, published=None, language=None)


@dataclass(slots=True)
class _Written:
    """All rows of one file about one article."""

    path: Path
    document: Document
    rows: list[Row] = field(default_factory=list)

    def reading(self) -> Reading:
        names = {name for row in self.rows for side in SIDES if (name := row.text(side))}
        places, said = Places(self.document.text, sorted(names)), labels_said(self.rows)
        referents: dict[End, Referent] = {}
        claims: list[Claim] = []
        refused: list[Rejected] = []
        for row in self.rows:
            try:
                fact = _Fact(row, said, places)
                known = dict(referents)
                for end_ in fact.ends:
                    known.setdefault(end_, fact.referent(end_, f"e{len(known) + 1}"))
                subject, object_ = (known[end_] for end_ in fact.ends)
                claims.append(self._admitted(fact.claim(subject.id, object_.id), subject, object_))
            except BadInputError as error:
                refused.append(_rejected(self.path, row, str(error)))
            else:
                referents = known
        proposal = Proposal(self.document, tuple(referents.values()), tuple(claims), tuple(refused))
        return admit(proposal, source=spelled(self.path.name))

    def _admitted(self, claim: Claim, *referents: Referent) -> Claim:
        """The claim; raises BadInputError where admission would reject it."""
        alone = admit(Proposal(self.document, referents, (claim,)))
        if alone.rejected:
            raise BadInputError(alone.rejected[0].reason)
        return claim


class _Fact:
    """One row with its ends, its evidence and its qualifiers."""

    def __init__(self, row: Row, said: Mapping[str, Label], places: Places) -> None:
        self._row, self._places = row, places
        if row.fault is not None:
            raise BadInputError(row.fault)
        unknown = row.cells.keys() - _COLUMNS - _qualifier_names()
        if unknown:
            raise BadInputError(f"'{min(unknown)}' is not the name of a column")
        name = row.text("relation")
        relation = ontology().relations.get(name or "")
        if relation is None:
            raise BadInputError(f"'{name or ''}' is not a relation of the ontology")
        self._relation = relation
        self.ends = tuple(end(row, side, relation, said) for side in SIDES)
        quote = row.text("quote")
        if quote is None:
            raise BadInputError("there is no quote")
        span = places.quote(quote)
        if span is None:
            raise BadInputError("the quote does not stand in the article")
        self._span = span

    def referent(self, end_: End, id_: str) -> Referent:
        """What the row names, with where the article names it, else where the quote stands."""
        mentions = self._places.mentions(end_.name) or (self._span,)
        return Referent(id_, end_.label, end_.name, kind=end_.kind, mentions=mentions)

    def claim(self, subject: str, object_: str) -> Claim:
        """The row's claim between two referents."""
        given = self._row.cells.get("qualifiers", {})
        if not isinstance(given, Mapping):
            raise BadInputError("the qualifiers are not named values")
        columns = {n: v for n, v in self._row.cells.items() if n in _qualifier_names()}
        values = {**columns, **given}
        about = {n: str(values.pop(n, self._row.text(n) or "")) for n in _ABOUT_THE_CLAIM}
        return Claim(
            subject=subject,
            type=self._relation.name,
            object=object_,
            evidence=(Evidence(*self._span, extractor=EXTRACTOR),),
            qualifiers=qualifier_values(values, self._relation.qualifiers),
            status=_choice(Status, about["status"]),
            modality=_choice(Modality, about["modality"]) or Modality.ASSERTED,
            confidence=_confidence(about["confidence"]),
        )


@cache
def _qualifier_names() -> frozenset[str]:
    return frozenset(name for r in ontology().relations.values() for name in r.qualifiers)


def _choice(of: type[Choice], text: str) -> Choice | None:
    try:
        return of(text.lower()) if text else None
    except ValueError as error:
        raise BadInputError(
            f"{of.__name__.lower()} '{text}' is not one of {', '.join(of)}"
        ) from error


def _confidence(text: str) -> float:
    value = number(text) if text else 1.0
    if value is None:
        raise BadInputError(f"confidence '{text}' is not a number")
    return float(value)


def _rejected(path: Path, row: Row, reason: str) -> Rejected:
    return Rejected(
        {n: _plain(v) for n, v in row.cells.items()},
        f"{spelled(path.name)} line {row.line}: {reason}",
    )


def _plain(value: object) -> object:
    """The value as texts; what is nested deeper than qualifiers only by its type."""
    if isinstance(value, Mapping):
        return {str(name): _plain_part(part) for name, part in value.items()}
    return _plain_part(value)


def _plain_part(value: object) -> str:
    return f"({type(value).__name__})" if isinstance(value, Mapping | list) else str(value)
