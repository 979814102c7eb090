"""Names that a document itself introduces, learned before it is read."""

from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.lexicon import lexicon
from loaders.korean.names import Learned, Name
from loaders.korean.naming.finder import QUOTED, NameFinder
from loaders.korean.naming.introductions import Introductions
from loaders.korean.strangers.bearers import borne
from loaders.korean.strangers.stems import Stems
from loaders.korean.strangers.strangers import Strangers
from loaders.korean.strangers.ventures import named_ventures, unnamed_ventures
from loaders.korean.text import brackets
from loaders.korean.text.masking import Masked
from loaders.korean.words.morphemes import Morphemes

_LEAST = 3
_GLOSS = "a gloss in brackets"


class Learner:
    """Learns the names of one document after another."""

    def __init__(
        self, finder: NameFinder, introductions: Introductions, morphemes: Morphemes
    ) -> None:
        self._finder = finder
        self._introductions = introductions
        self._morphemes = morphemes
        self._lexicon = lexicon()
        self._strangers = Strangers(self._lexicon, morphemes)

    def learn(self, text: str, masked: Sequence[Masked]) -> dict[str, Learned]:
        """What words like `업체` or `자회사` introduce, and the short names in brackets."""
        learned: dict[str, Learned] = {}
        read = [(sentence, self._finder.names(sentence, {})) for sentence in masked]
        stems = Stems(masked)
        for sentence, names in read:
            shown = self._introductions.of(text, sentence, names)
            for new in (*shown, *borne(text, sentence, names, self._lexicon)):
                name = new.surface if new.certain else self._checked(new.surface)
                if name and not self._finder.plain(name):
                    whole = name if new.certain else stems.whole(name)
                    learned.setdefault(whole, Learned(new.label, new.kind, by=new.by))
        for new in self._strangers.of(text, read, learned, stems):
            if not self._finder.plain(new.surface):
                learned.setdefault(new.surface, Learned(new.label, new.kind, by=new.by))
        for sentence in masked:
            if sentence.brackets:
                self._learn_glosses(text, sentence, learned)
        known = [name for _, names in read for name in names]
        learned.update(named_ventures(text))
        learned.update(unnamed_ventures(text, known, learned))
        self._learn_quoted(known, learned)
        return learned

    def _learn_quoted(self, names: Sequence[Name], learned: dict[str, Learned]) -> None:
        """What is quoted once is the same without; an undertaking once, it is one everywhere."""
        for label in (Label.INITIATIVE, Label.PRODUCT):
            for name in names:
                if name.by != QUOTED or name.label is not label or len(name.surface) < _LEAST:
                    continue
                if label is Label.INITIATIVE or self._morphemes.reads_as_name(name.surface):
                    learned.setdefault(name.surface, Learned(label, None, by=QUOTED))

    def _learn_glosses(self, text: str, sentence: Masked, learned: dict[str, Learned]) -> None:
        ends = {name.end: name for name in self._finder.names(sentence, learned)}
        for bracket in sentence.brackets:
            name = ends.get(bracket.at)
            if name is None or name.label is Label.PLACE:
                continue
            for start, end in brackets.gloss(text, (bracket.start, bracket.end)):
                surface = text[start:end].strip()
                if len(surface) > 1:
                    learned.setdefault(surface, Learned(name.label, name.kind, name.key, _GLOSS))

    def _checked(self, surface: str) -> str | None:
        """The part of the surface that reads as a name."""
        kept: list[str] = []
        for word in surface.split(" "):
            if self._finder.ends_firm(word) and kept:
                kept.append(word)
                break
            if not (self._morphemes.reads_as_name(word) or self._finder.firmlike(word)):
                break
            kept.append(word)
        name = " ".join(kept)
        return name if len(name) > 1 else None
