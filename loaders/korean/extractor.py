"""The Korean extractor: a document in, what it names and states out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.documents import Document
from loaders.korean.analyses import ByRules, ReadSentence
from loaders.korean.appointments import other_posts
from loaders.korean.asides import aside, asides
from loaders.korean.extraction import Extraction
from loaders.korean.finder import NameFinder
from loaders.korean.introductions import Introductions
from loaders.korean.learned.lines import lines
from loaders.korean.learned.ranker import Ranker
from loaders.korean.lexicon import lexicon
from loaders.korean.masking import Masked, mask
from loaders.korean.morphemes import Morphemes
from loaders.korean.names import UNSURE, Learned, Name
from loaders.korean.page import Page
from loaders.korean.proposals import Learner
from loaders.korean.sentences import Sentence, sentences, spoken
from loaders.korean.standing import standing
from loaders.korean.statements import EXTRACTOR
from loaders.reference.gazetteer import gazetteer

__all__ = ["EXTRACTOR", "KoreanExtractor"]


class _Named(NamedTuple):
    """A sentence with its masked words and the names that the finder sees in them."""

    sentence: Sentence
    masked: Masked
    names: Sequence[Name]


class KoreanExtractor:
    """Reads Korean business news; the same document always gives the same proposal."""

    def __init__(self, *, learned: bool = True) -> None:
        self._morphemes = Morphemes()
        self._finder = NameFinder(gazetteer(), lexicon(), self._morphemes.is_proper)
        introductions = Introductions(gazetteer(), lexicon())
        self._learner = Learner(self._finder, introductions, self._morphemes)
        self._ranker = Ranker() if learned else None

    def __call__(self, document: Document, least: float | None = None) -> Extraction:
        """What the document names and states, and how that came about.

        `least` is the confidence that a fact needs; by default the one the model was fitted to.
        """
        found = self.by_rules(document)
        if self._ranker is None:
            return Extraction(found, None)
        return Extraction(found, self._ranker.rank(found.proposal, lines(found.reads), least))

    def by_rules(self, document: Document) -> ByRules:
        """What the rules alone find."""
        text = document.text
        story = list(_story(text))
        learned = self._learner.learn(text, [masked for _, masked in story])
        named = [_Named(s, m, self._finder.names(m, learned)) for s, m in story]
        named = list(self._with_asides(text, named, learned))
        reads = self._trusting([self._analyzed(*row) for row in named], named)
        page = Page(document, reads)
        for number, read in enumerate(reads):
            page.read(number, read)
        return page.concluded()

    def _with_asides(
        self, text: str, named: Iterable[_Named], learned: Mapping[str, Learned]
    ) -> Iterator[_Named]:
        """The sentences, each followed by what its brackets say of names."""
        for outer in named:
            yield outer
            for masked, host, span in asides(text, outer.masked, outer.names):
                inner = [n for n in self._finder.names(masked, learned) if n.start > host.end]
                yield _Named(aside(span), masked, [host, *inner])

    def _trusting(
        self, reads: Sequence[ReadSentence], named: Sequence[_Named]
    ) -> list[ReadSentence]:
        """A word that was read as a name once is that name wherever it stands in the document."""
        proved = {n.surface for read in reads for n in read.names if n.rank == UNSURE}
        return [
            self._analyzed(r.sentence, r.masked, [_proved(n, proved) for n in row.names])
            if any(n.rank == UNSURE and n.surface in proved and n not in r.names for n in row.names)
            else r
            for r, row in zip(reads, named, strict=True)
        ]

    def _analyzed(self, sentence: Sentence, masked: Masked, names: Sequence[Name]) -> ReadSentence:
        spans = [(n.start, n.end, "NNP") for n in names if n.rank != UNSURE]
        tokens = self._morphemes.read(masked.text, spans)
        proper = {(t.start, t.start + t.len) for t in tokens if t.tag == "NNP"}
        sure = [n for n in names if n.rank != UNSURE or (n.start, n.end) in proper]
        return ReadSentence(sentence, masked, tuple(sure), tuple(tokens))


def _story(text: str) -> Iterator[tuple[Sentence, Masked]]:
    """The sentences and their masked words; what one quotes or lists in brackets follows it."""
    for sentence in sentences(text):
        outer = mask(text, sentence.start, sentence.end)
        yield sentence, outer
        if not standing(outer.text, event=False).denied:
            within = [s for span in outer.speech for s in spoken(text, span)]
            for inner in (*within, *other_posts(text, outer)):
                yield inner, mask(text, inner.start, inner.end)


def _proved(name: Name, proved: set[str]) -> Name:
    return replace(name, rank=1) if name.rank == UNSURE and name.surface in proved else name
