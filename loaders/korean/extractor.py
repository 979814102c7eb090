"""The Korean extractor: a document in, what it names and states out."""

from collections.abc import Sequence
from dataclasses import replace

from graph.documents import Document
from loaders.korean.extraction import Extraction
from loaders.korean.finder import NameFinder
from loaders.korean.introductions import Introductions
from loaders.korean.learned.lines import lines
from loaders.korean.learned.ranker import Ranker
from loaders.korean.lexicon import lexicon
from loaders.korean.masking import Masked, mask
from loaders.korean.morphemes import Morphemes
from loaders.korean.names import UNSURE, Name
from loaders.korean.page import ByRules, Page, ReadSentence
from loaders.korean.proposals import Learner
from loaders.korean.sentences import Sentence, sentences, spoken
from loaders.korean.standing import standing
from loaders.korean.statements import EXTRACTOR
from loaders.reference.gazetteer import gazetteer

__all__ = ["EXTRACTOR", "KoreanExtractor"]


class KoreanExtractor:
    """Reads Korean business news; the same document always gives the same proposal."""

    def __init__(self, *, learned: bool = True) -> None:
        self._morphemes = Morphemes()
        self._finder = NameFinder(gazetteer(), lexicon(), self._morphemes.is_proper)
        introductions = Introductions(gazetteer(), lexicon())
        self._learner = Learner(self._finder, introductions, self._morphemes)
        self._ranker = Ranker() if learned else None

    def __call__(self, document: Document) -> Extraction:
        """What the document names and states, and how that came about."""
        found = self.by_rules(document)
        story = lines(found.reads)
        return Extraction(found, self._ranker.rank(found.proposal, story) if self._ranker else None)

    def by_rules(self, document: Document) -> ByRules:
        """What the rules alone find."""
        text = document.text
        story, masked = _story(text)
        learned = self._learner.learn(text, masked)
        found = [self._finder.names(m, learned) for m in masked]
        reads = [self._analyzed(s, m, f) for s, m, f in zip(story, masked, found, strict=True)]
        reads = self._trusting(reads, found)
        page = Page(document, reads)
        for number, read in enumerate(reads):
            page.read(number, read)
        return page.concluded()

    def _trusting(
        self, reads: Sequence[ReadSentence], found: Sequence[list[Name]]
    ) -> list[ReadSentence]:
        """A word that was read as a name once is that name wherever it stands in the document."""
        proved = {n.surface for read in reads for n in read.names if n.rank == UNSURE}
        return [
            self._analyzed(r.sentence, r.masked, [_proved(n, proved) for n in names])
            if any(n.rank == UNSURE and n.surface in proved and n not in r.names for n in names)
            else r
            for r, names in zip(reads, found, strict=True)
        ]

    def _analyzed(self, sentence: Sentence, masked: Masked, names: list[Name]) -> ReadSentence:
        spans = [(n.start, n.end, "NNP") for n in names if n.rank != UNSURE]
        tokens = self._morphemes.read(masked.text, spans)
        proper = {(t.start, t.start + t.len) for t in tokens if t.tag == "NNP"}
        sure = [n for n in names if n.rank != UNSURE or (n.start, n.end) in proper]
        return ReadSentence(sentence, masked, tuple(sure), tuple(tokens))


def _story(text: str) -> tuple[list[Sentence], list[Masked]]:
    """The sentences and their masked words; what one quotes follows it sentence by sentence."""
    story, masked = list[Sentence](), list[Masked]()
    for sentence in sentences(text):
        outer = mask(text, sentence.start, sentence.end)
        within = [sentence]
        if not standing(outer.text, event=False).denied:
            within += [inner for span in outer.speech for inner in spoken(text, span)]
        story += within
        masked += [outer, *(mask(text, inner.start, inner.end) for inner in within[1:])]
    return story, masked


def _proved(name: Name, proved: set[str]) -> Name:
    return replace(name, rank=1) if name.rank == UNSURE and name.surface in proved else name
