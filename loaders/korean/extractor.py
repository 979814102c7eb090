"""The Korean extractor: a document in, what it names and states out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.documents import Document
from loaders.korean.analyses import ByRules, ReadSentence
from loaders.korean.extraction import Extraction
from loaders.korean.first_reading import FirstReading, NamedSentence
from loaders.korean.learned.lines import Line, lines
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.tagger import Tagger
from loaders.korean.lexicon import lexicon
from loaders.korean.lists.appointments import other_posts
from loaders.korean.names import UNSURE, Learned, Name
from loaders.korean.naming.finder import NameFinder
from loaders.korean.naming.introductions import Introductions
from loaders.korean.page import Page
from loaders.korean.statements.standing import denied
from loaders.korean.statements.statements import EXTRACTOR
from loaders.korean.strangers.proposals import Learner
from loaders.korean.taught import taught
from loaders.korean.text.asides import aside, asides
from loaders.korean.text.masking import Masked, mask
from loaders.korean.text.sentences import Sentence, sentences, spoken
from loaders.korean.words.morphemes import Morphemes
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

    def __call__(self, document: Document, least: float | None = None) -> Extraction:
        """What the document names and states, and how that came about.

        `least` is the confidence that a fact needs; by default the one the model was fitted to.
        """
        return self.concluded(self.first(document), self._ranker, least)

    def concluded(
        self, first: FirstReading, ranker: Ranker | None, least: float | None = None
    ) -> Extraction:
        """What comes of a first reading; without a ranker it is what the rules alone find."""
        if ranker is None:
            return Extraction(self.reread(first, None), None)
        before = lines(first.reads)
        rules = self._read_on(first, self._taught(before, ranker.tagger))
        story = lines(rules.reads, zip(first.reads, before, strict=True))
        return Extraction(rules, ranker.rank(first.document.text, rules.proposal, story, least))

    def by_rules(self, document: Document) -> ByRules:
        """What the rules alone find."""
        return self.reread(self.first(document), None)

    def first(self, document: Document) -> FirstReading:
        """The document's sentences and names, as any reading begins."""
        story = tuple(_story(document.text))
        learned = self._learner.learn(document.text, [masked for _, masked in story])
        named = tuple(self._named(document.text, story, learned))
        return FirstReading(document, learned, named, self._analyzed(named, {}))

    def reread(self, first: FirstReading, tagger: Tagger | None) -> ByRules:
        """What the rules find, with the names too that a tagger is sure of."""
        more = self._taught(lines(first.reads), tagger) if tagger is not None else {}
        return self._read_on(first, more)

    def _read_on(self, first: FirstReading, more: Mapping[str, Learned]) -> ByRules:
        reads = first.reads
        if more:
            known = {
                row.sentence: (row.names, read)
                for row, read in zip(first.named, reads, strict=True)
            }
            named = tuple(self._named_again(first, more))
            reads = self._analyzed(named, known)
        page = Page(first.document, reads)
        for number, read in enumerate(reads):
            page.read(number, read)
        return page.concluded()

    def _named_again(
        self, first: FirstReading, more: Mapping[str, Learned]
    ) -> Iterator[NamedSentence]:
        """The sentences with the names of `more`, too; those without any stay as they were."""
        text, learned = first.document.text, {**more, **first.learned}
        for rows in first.with_asides():
            if any(name in row.masked.text for row in rows for name in more):
                yield from self._named(text, [(rows[0].sentence, rows[0].masked)], learned)
            else:
                yield from rows

    def _taught(self, story: Sequence[Line], tagger: Tagger) -> dict[str, Learned]:
        found = taught(story, tagger.names(story))
        return {name: new for name, new in found.items() if not self._finder.plain(name)}

    def _named(
        self,
        text: str,
        story: Iterable[tuple[Sentence, Masked]],
        learned: Mapping[str, Learned],
    ) -> Iterator[NamedSentence]:
        """The sentences, each followed by what its brackets say of names."""
        for sentence, words in story:
            outer = NamedSentence(sentence, words, self._finder.names(words, learned))
            yield outer
            for masked, host, span in asides(text, words, outer.names):
                inner = [n for n in self._finder.names(masked, learned) if n.start > host.end]
                yield NamedSentence(aside(span), masked, [host, *inner])

    def _analyzed(
        self,
        named: Sequence[NamedSentence],
        known: Mapping[Sentence, tuple[Sequence[Name], ReadSentence]],
    ) -> tuple[ReadSentence, ...]:
        """The sentences with their morphemes; those whose names are `known` as they were read."""
        reads = [
            known[row.sentence][1]
            if row.sentence in known and known[row.sentence][0] == row.names
            else self._read(*row)
            for row in named
        ]
        return tuple(self._trusting(reads, named))

    def _trusting(
        self, reads: Sequence[ReadSentence], named: Sequence[NamedSentence]
    ) -> list[ReadSentence]:
        """A word that was read as a name once is that name wherever it stands in the document."""
        proved = {n.surface for read in reads for n in read.names if n.rank == UNSURE}
        return [
            self._read(r.sentence, r.masked, [_proved(n, proved) for n in row.names])
            if any(n.rank == UNSURE and n.surface in proved and n not in r.names for n in row.names)
            else r
            for r, row in zip(reads, named, strict=True)
        ]

    def _read(self, sentence: Sentence, masked: Masked, names: Sequence[Name]) -> ReadSentence:
        spans = [(n.start, n.end, "NNP") for n in names if n.rank != UNSURE]
        tokens = self._morphemes.read(masked.text, spans)
        if len(spans) < len(names):
            proper = {(t.start, t.start + t.len) for t in tokens if t.tag == "NNP"}
            names = [n for n in names if n.rank != UNSURE or (n.start, n.end) in proper]
        return ReadSentence(sentence, masked, tuple(names), tuple(tokens))


def _story(text: str) -> Iterator[tuple[Sentence, Masked]]:
    """The sentences and their masked words; what one quotes or lists in brackets follows it."""
    for sentence in sentences(text):
        outer = mask(text, sentence.start, sentence.end)
        yield sentence, outer
        if not denied(outer.text):
            within = [s for span in outer.speech for s in spoken(text, span)]
            for inner in (*within, *other_posts(text, outer)):
                yield inner, mask(text, inner.start, inner.end)


def _proved(name: Name, proved: set[str]) -> Name:
    return replace(name, rank=1) if name.rank == UNSURE and name.surface in proved else name
