"""Mentions: one thing that a document may name, and where its lines do."""

from dataclasses import dataclass, field
from typing import NamedTuple

from graph.claims import Span
from graph.ontology import Label
from loaders.reference.gazetteer import Entry


class Mention(NamedTuple):
    """A candidate's tokens `[first, last)` in a line, and its masked span."""

    candidate: int
    line: int
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Candidate:
    """One thing that the document may name; `referent` is the rules' own id of it."""

    label: Label
    kind: str | None
    surface: str
    referent: str | None = None
    entry: Entry | None = None
    trust: float = 0.0
    quoted: bool = False
    mentions: list[Mention] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
