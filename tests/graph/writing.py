"""Readings for tests, written as the statements that a document makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.admission import admit
from graph.claims import Basis, Claim, Evidence, Proposal, Reading, Referent, Tie
from graph.documents import DocumentKind, make_document
from graph.ontology import Label, Status


@dataclass(frozen=True, slots=True)
class Thing:
    """What a document names: `ties` are other full names of it, by what ties them."""

    name: str
    label: Label = Label.ORGANIZATION
    kind: str | None = None
    ties: tuple[tuple[str, Basis], ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between two things, as one sentence of a document."""

    subject: Thing
    type: str
    object: Thing
    qualifiers: Mapping[str, Any] = field(default_factory=dict)
    status: Status | None = None
    confidence: float = 0.9


def company(name: str, **more: Any) -> Thing:
    """A company."""
    return Thing(name, kind="company", **more)


def group(name: str, **more: Any) -> Thing:
    """A business group."""
    return Thing(name, kind="group", **more)


def unit(name: str) -> Thing:
    """A unit inside a company."""
    return Thing(name, kind="unit")


def person(name: str) -> Thing:
    """A person."""
    return Thing(name, Label.PERSON)


def write(
    *statements: Statement,
    names: Sequence[Thing] = (),
    url: str | None = None,
    published: str | None = None,
    kind: DocumentKind = DocumentKind.ARTICLE,
    source: str = "text",
) -> Reading:
    """A document that makes these statements, a line each, and names further things, read."""
    things = list(dict.fromkeys([*(t for s in statements for t in (s.subject, s.object)), *names]))
    lines = [f"{s.subject.name} {s.type} {s.object.name}" for s in statements]
    lines += [" = ".join([t.name, *(n for n, _ in t.ties)]) for t in things]
    text = "\n".join(lines)
    of = {thing: f"e{n}" for n, thing in enumerate(things)}
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    claims = [
        Claim(
            subject=of[s.subject],
            type=s.type,
            object=of[s.object],
            evidence=(Evidence(start, start + len(line), "test"),),
            qualifiers=s.qualifiers,
            status=s.status,
            confidence=s.confidence,
        )
        for s, start, line in zip(statements, starts, lines, strict=False)
    ]
    document = make_document(text, url=url, published=published, kind=kind)
    referents = [_referent(thing, of[thing], text) for thing in things]
    reading = admit(Proposal(document, tuple(referents), tuple(claims)), source=source)
    assert not reading.rejected, reading.rejected
    return reading


def _referent(thing: Thing, local: str, text: str) -> Referent:
    start = text.index(thing.name)
    return Referent(
        id=local,
        label=thing.label,
        name=thing.name,
        kind=thing.kind,
        mentions=((start, start + len(thing.name)),),
        ties=tuple(Tie(name, basis) for name, basis in thing.ties),
        identifiers=dict(thing.identifiers),
    )
