"""Analyses: the sentences of a document as the rules see them, and what comes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.claims import Proposal
from loaders.korean.names import Name
from loaders.korean.statements.statements import Statement
from loaders.korean.text.masking import Masked
from loaders.korean.text.sentences import Sentence
from loaders.korean.words.phrases import Clause
from loaders.korean.words.words import Word


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its masked text, its names and its tokens."""

    sentence: Sentence
    masked: Masked
    names: tuple[Name, ...]
    tokens: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sentence as the rules see it.

    `words` have their persons and stand-ins named, before phrases are shrunk and lists folded;
    `clauses` come after that, and `topic` is what fills in for a subject that is left out.
    """

    read: ReadSentence
    words: tuple[Word, ...] = ()
    clauses: tuple[Clause, ...] = ()
    topic: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class ByRules:
    """What the rules make of a document, with what they saw and stated on the way.

    `ids` are the proposal's ids of referents, by the keys of their names.
    """

    proposal: Proposal
    analyses: tuple[Analysis, ...]
    statements: tuple[Statement, ...]
    ids: Mapping[str, str]

    @property
    def reads(self) -> tuple[ReadSentence, ...]:
        """The sentences as they were read before any rule."""
        return tuple(analysis.read for analysis in self.analyses)
