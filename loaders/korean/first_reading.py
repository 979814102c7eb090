"""The first reading: a document's sentences and names, before rules or a model go on from there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.documents import Document
from loaders.korean.analyses import ReadSentence
from loaders.korean.names import Learned, Name
from loaders.korean.text.masking import Masked
from loaders.korean.text.sentences import Sentence


class NamedSentence(NamedTuple):
    """A sentence with its masked words and the names that the finder sees in them."""

    sentence: Sentence
    masked: Masked
    names: Sequence[Name]


@dataclass(frozen=True, slots=True)
class FirstReading:
    """A document's sentences with the names that rules and reference data see in them.

    `learned` are the names that the document itself introduces.
    """

    document: Document
    learned: Mapping[str, Learned]
    named: tuple[NamedSentence, ...]
    reads: tuple[ReadSentence, ...]

    def with_asides(self) -> Iterator[list[NamedSentence]]:
        """Each sentence of the story with what its brackets say of names."""
        rows: list[NamedSentence] = []
        for row in self.named:
            if rows and not row.sentence.aside:
                yield rows
                rows = []
            rows.append(row)
        if rows:
            yield rows
