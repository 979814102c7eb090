"""Organizations that nobody knows and no noun introduces, told by all that stands beside them.

A word that no dictionary holds is a name more often than not; what is said of it in the whole
document shows whether an organization's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.ontology import Label
from loaders.korean.fields.sectors import is_sector
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import Learned, Name, introduces, words_of
from loaders.korean.naming.introductions import Introduction
from loaders.korean.strangers.cues import cues
from loaders.korean.strangers.neighbors import Neighbors, Seen, Tests
from loaders.korean.strangers.stems import Stems
from loaders.korean.text.masking import Masked
from loaders.korean.words.morphemes import Morphemes

_CALLED = "라는"
_CALLED_BY = re.compile(r"이?라는$")
_LIST_MARKS = (",", "·")
_BY = "what stands beside it"
_SHAPE = re.compile(r"[가-힣A-Za-z0-9&+\-]{2,30}")
_KINDS = ("사", "업자", "처")
_GROUP = "그룹"
_VERBAL = ("하", "되", "시키", "거", "습니", "ㅂ니")
_LEAST = 2
_LONGEST_LIST = 4
_SURNAMED = 3
_SHORT, _COMMON, _PERSONAL, _NEVER = 2, 2, 3, 9
"""How much has to speak for a short word or an acronym, a common word, a person's name."""


@dataclass(slots=True)
class _Stranger:
    """What has been seen beside one word so far: the cues, each once."""

    cues: dict[str, int] = field(default_factory=dict)
    word: str = ""
    """One of the words as they stand in the text, with a particle."""

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
        stems: Stems,
    ) -> Iterator[Introduction]:
        """Those of a document's sentences, beside the names that they are known to hold."""
        found: dict[str, _Stranger] = defaultdict(_Stranger)
        quoted = {masked.text[a:b] for masked, _ in read for a, b in masked.quotes}
        houses = _houses([name for _, names in read for name in names], learned)
        tests = Tests(self._is_name, self._is_kind)
        pairs: list[tuple[str, str]] = []
        for masked, names in read:
            neighbors = Neighbors(raw, masked, names, learned, tests)
            words = {seen.start: seen for seen in _words(masked, neighbors, stems)}
            for seen in words.values():
                name = masked.text[seen.start : seen.end]
                if name not in found:
                    found[name].cues.update(self._shape(name, houses))
                for cue, weight in neighbors.of(seen).items():
                    found[name].cues.setdefault(cue, weight)
                found[name].word = masked.text[seen.start : seen.word_end]
                if (other := words.get(neighbors.next_in_list(seen) or -1)) is not None:
                    pairs.append((name, masked.text[other.start : other.end]))
        yield from self._chosen(found, pairs, quoted)

    def _chosen(
        self, found: Mapping[str, _Stranger], pairs: Sequence[tuple[str, str]], quoted: set[str]
    ) -> Iterator[Introduction]:
        """Those for which enough speaks, also that they are listed with others."""
        firms = {n for n, one in found.items() if n not in quoted and self._is_firm(n, one)}
        for _ in range(_LONGEST_LIST):
            more = set[str]()
            for left, right in pairs:
                for one, other in ((left, right), (right, left)):
                    if one in firms and other not in firms and other not in quoted:
                        listed = _Stranger({**found[other].cues, "listed": 1}, found[other].word)
                        more |= {other} if self._is_firm(other, listed) else set()
            if not more:
                break
            firms |= more
        for name in found:
            if name in firms:
                kind = "group" if name.endswith(_GROUP) else "company"
                yield Introduction(name, Label.ORGANIZATION, kind, _BY, certain=True)

    def _is_firm(self, name: str, stranger: _Stranger) -> bool:
        """Whether what was seen is enough for such a word."""
        return (
            stranger.weight > 0
            and self._may_be(name)
            and not self._morphemes.is_common(stranger.word)
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

    def _shape(self, name: str, houses: set[str]) -> Iterator[tuple[str, int]]:
        """What the word shows by itself: a firm's end, or a beginning with a group's name."""
        if self._ends_as_firm(name):
            yield "end", 1
        if houses and any(name[:cut] in houses for cut in range(2, len(name) - 1)):
            yield "family", 1

    def _ends_as_firm(self, name: str) -> bool:
        """Whether it ends as a firm's name does, after a beginning that no dictionary holds."""
        ending = cues().ends.search(name)
        if ending is None or ending.start() < _LEAST:
            return False
        return self._morphemes.coined(name[: ending.start()])

    def _is_name(self, word: str) -> bool:
        return self._morphemes.coined(word) or self._morphemes.reads_as_name(word)

    def _is_kind(self, word: str) -> bool:
        return introduces(word, self._lexicon) or word.endswith(cues().kinds)

    def _may_be(self, name: str) -> bool:
        if not name[0].isalpha() or name.endswith(_VERBAL) or is_sector(name):
            return False
        unit = self._lexicon.unit_ending.search(name) or self._lexicon.site_ending.search(name)
        kind = name.endswith(_KINDS) and self._is_kind(name)
        common = kind or introduces(name, self._lexicon) or name in self._lexicon.titles
        return not (unit or common)


def _words(masked: Masked, neighbors: Neighbors, stems: Stems) -> Iterator[Seen]:
    """The words that no name holds, without their particles."""
    text, ends = masked.text, {bracket.at for bracket in masked.brackets}
    for word in words_of(text):
        start, end = word.span()
        if start in neighbors.taken:
            continue
        stop = start + len(stems.of(word[0], listed=text[end : end + 1] in _LIST_MARKS))
        if word[0].endswith(_CALLED) and (called := _CALLED_BY.search(word[0], 2)):
            stop = start + called.start() if neighbors.is_kind_ahead(end) else stop
        if ends:
            stop = next((at for at in ends if start + 1 < at <= end), stop)
        if stop - start > 1 and _SHAPE.fullmatch(text, start, stop):
            yield Seen(start, stop, text[stop:end], end)


def _houses(names: Sequence[Name], learned: Mapping[str, Learned]) -> set[str]:
    """What the groups that the document names are called in short: 아다니 of 아다니그룹."""
    surfaces = {n.surface for n in names if n.label is Label.ORGANIZATION} | learned.keys()
    groups = {n.surface for n in names if n.kind == "group"}
    shorter = {s.removesuffix("그룹") for s in surfaces if s.endswith("그룹")}
    return {s for s in groups | shorter if len(s) >= _LEAST}
