"""Accounts: how an extractor came to what it proposes, sentence by sentence, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from graph.claims import Proposal, Reading


@dataclass(frozen=True, slots=True)
class Named:
    """Words that are taken for a name: of what kind, and by what they were told."""

    surface: str
    kind: str
    by: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with its arguments, each after its role, and the rules that look at it."""

    lemma: str
    arguments: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact that was considered: by which rule, how sure, and why it is none, where it is none."""

    subject: str
    relation: str
    object: str
    by: str
    confidence: float | None
    refused: str


@dataclass(frozen=True, slots=True)
class SentenceAccount:
    """What became of one sentence.

    `stated` is what rules made of it, `weighed` what a model considered beside that, the surest
    first.
    """

    text: str
    named: tuple[Named, ...]
    predicates: tuple[Predicate, ...]
    stated: tuple[Stated, ...]
    weighed: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What was read in a document, and how."""

    reading: Reading
    sentences: tuple[SentenceAccount, ...]


class Extraction(Protocol):
    """What an extractor made of a document, and can account for."""

    @property
    def proposal(self) -> Proposal:
        """What the document names and states."""

    def sentences(self, reading: Reading) -> Iterator[SentenceAccount]:
        """How that came about, and what admission made of it in the reading."""
