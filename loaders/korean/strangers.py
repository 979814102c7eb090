"""Organizations that nobody knows and no noun introduces, told by all that stands beside them.

A word that no dictionary holds is a name more often than not; what is said of it in the whole
document shows whether an organization's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.ontology import Label
from loaders.korean.introductions import Introduction
from loaders.korean.lexicon import Lexicon
from loaders.korean.masking import Masked
from loaders.korean.morphemes import Morphemes
from loaders.korean.names import WORD, Learned, Name, introduces
from loaders.korean.neighbors import PARTICLE, Neighbors, Seen
from loaders.korean.sectors import is_sector

_BY = "what stands beside it"
_SHAPE = re.compile(r"[가-힣A-Za-z0-9&+\-]{2,30}")
_VERBAL = ("하", "되", "시키", "거", "습니", "ㅂ니")
_LEAST = 2
_SURNAMED = 3
_SHORT, _COMMON, _PERSONAL, _NEVER = 2, 2, 3, 9
"""How much has to speak for a short word or an acronym, a common word, a person's name."""


@dataclass(slots=True)
class _Stranger:
    """What has been seen beside one word so far: the cues, each once."""

    cues: dict[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much speaks for an organization."""
        return sum(self.cues.values())


class Strangers:
    """Finds them in one document after another."""

    def __init__(self, lexicon: Lexicon, morphemes: Morphemes) -> None:
        self._lexicon = lexicon
        self._morphemes = morphemes

    def of(
        self,
        raw: str,
        read: Sequence[tuple[Masked, Sequence[Name]]],
        learned: Mapping[str, Learned],
    ) -> Iterator[Introduction]:
        """Those of a document's sentences, beside the names that they are known to hold."""
        found: dict[str, _Stranger] = defaultdict(_Stranger)
        quoted = {masked.text[a:b] for masked, _ in read for a, b in masked.quotes}
        for masked, names in read:
            neighbors = Neighbors(raw, masked, names, learned, self._is_name)
            for seen in self._words(masked, neighbors.taken):
                name = masked.text[seen.start : seen.end]
                if not (cues := neighbors.cues(seen)):
                    continue
                for cue, weight in cues.items():
                    found[name].cues.setdefault(cue, weight)
        for name, stranger in found.items():
            if name not in quoted and self._is_firm(name, stranger):
                yield Introduction(name, Label.ORGANIZATION, "company", _BY, certain=True)

    def _words(self, masked: Masked, taken: set[int]) -> Iterator[Seen]:
        ends = {bracket.at for bracket in masked.brackets}
        for word in WORD.finditer(masked.text):
            start, end = word.span()
            if start in taken:
                continue
            cut = PARTICLE.search(word[0], 2)
            stop = start + cut.start() if cut else end
            stop = next((at for at in ends if start + 1 < at < end), stop)
            if end in ends:
                stop = end
            if stop - start > 1 and _SHAPE.fullmatch(masked.text, start, stop):
                yield Seen(start, stop, masked.text[stop:end], end)

    def _is_firm(self, name: str, stranger: _Stranger) -> bool:
        """Whether what was seen is enough for such a word."""
        return (
            stranger.weight > 0
            and self._may_be(name)
            and stranger.weight >= self._least(name, stranger)
        )

    def _least(self, name: str, stranger: _Stranger) -> int:
        """The weight that the word needs: the less, the less it can be anything but a name."""
        if not self._is_name(name):
            ending = self._lexicon.company_ending.search(name)
            firm = "gloss" in stranger.cues or (ending is not None and ending.start() > 0)
            return _COMMON if firm else _NEVER
        if len(name) == _SURNAMED and name[0] in self._lexicon.surnames:
            return _PERSONAL
        return _SHORT if len(name) == _LEAST or name.isascii() else 1

    def _is_name(self, word: str) -> bool:
        return self._morphemes.coined(word) or self._morphemes.reads_as_name(word)

    def _may_be(self, name: str) -> bool:
        if not name[0].isalpha() or name.endswith(_VERBAL) or is_sector(name):
            return False
        unit = self._lexicon.unit_ending.search(name) or self._lexicon.site_ending.search(name)
        common = introduces(name, self._lexicon) or name in self._lexicon.titles
        return not (unit or common)
