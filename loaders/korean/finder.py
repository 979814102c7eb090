"""The names in a sentence: known ones, others by how they end, and those of the document."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.endings import Endings
from loaders.korean.lexicon import Lexicon
from loaders.korean.masking import Masked
from loaders.korean.names import (
    ACTS,
    UNSURE,
    WORD,
    Learned,
    Name,
    introduces,
    stem,
)
from loaders.korean.quoted import quoted_kind
from loaders.reference.gazetteer import Gazetteer, Hit

_BESIDE = 32
"""How much of a sentence is looked at before and after a quoted name."""
_REMEMBERED = 500
"""Of how many sentences the names that show by themselves are kept: of one long document's."""
_REFERENCE = "reference data"
_QUOTED = "quotation marks"
_HANGUL_TAIL = re.compile(r"[가-힣]*")
_LIES_THERE = re.compile(
    r"에(?:는|도|서)? (?:[가-힣A-Z]{1,6} ){0,2}?(?:[가-힣]{2}본부|본사|본점|공장|법인|지사|사무소"
    r"|연구소|캠퍼스|매장|점포|[\d가-힣]호점|생산|물류센터|데이터센터|세[운웠]|차린|있[는다])"
)
_PLACE_NOUN = re.compile(
    r" (?:공장|본사|사업장|캠퍼스|법인|지사|연구소|산업단지|국가산단|[가-힣]{1,4}공장)"
)
_PLACE_SUFFIX = re.compile(
    r"(?:시|군|구|주|성|현|도|공장|사업장|본사|법인|지사|지점|현지|산|계|발|행|내|식|인|제)?"
)
_HANJA = re.compile(r"[一-鿿]")
_PARTS = (" ", "·")
_UNIT_BEFORE = re.compile(r"(?:조직|부서|전담팀|사업부|본부|태스크포스|부문) ?$")
_UNIT_AFTER = re.compile(r" ?(?:조직|부서|사업부|본부|부문|사업단|연구소|연구센터)(?![가-힣]{3})")
_HEADED = ("은행", "대학", "연구원", "기술원", "공사", "위원회", "재단", "협회", "그룹")


class NameFinder:
    """Finds the names of one document's sentences."""

    def __init__(
        self, gazetteer: Gazetteer, lexicon: Lexicon, proper: Callable[[str], bool]
    ) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._endings = Endings(gazetteer, lexicon, proper)
        self._shown = lru_cache(_REMEMBERED)(self._shown_by)

    def names(self, masked: Masked, learned: Mapping[str, Learned]) -> list[Name]:
        """The names that stand, none overlapping another; `learned` are the document's own."""
        known, built = self._shown(masked.text)
        own = self._learned(masked.text, learned)
        found = [*known, *own, *built, *self._quoted(masked)]
        return [part for name in _apart(found) for part in self._parts(name)]

    def _shown_by(self, text: str) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """The names that the text shows whatever the document has learned: known, and by end."""
        hits = self._gazetteer.occurrences(text)
        known = (n for hit in hits if (n := self._known(text, hit)))
        return tuple(self._extended(text, name) for name in known), tuple(self._built(text))

    def ends_firm(self, word: str) -> bool:
        """Whether the word is what a company's name ends with."""
        return word in self._lexicon.company_kind

    def firmlike(self, word: str) -> bool:
        """Whether the word ends as a company's name does, after two syllables of its own."""
        ending = self._lexicon.company_ending.search(word)
        return ending is not None and ending.start() > 1 and len(ending[0]) > 1

    def plain(self, name: str) -> bool:
        """Whether it is no name of an organization: a kind of firm, a site."""
        site = bool(self._lexicon.site_ending.fullmatch(name))
        return site or introduces(name, self._lexicon)

    def _stem(self, word: str) -> str:
        return stem(word, self._lexicon)

    def _known(self, text: str, hit: Hit) -> Name | None:
        tail = _HANGUL_TAIL.match(text, hit.end)
        rest = tail[0] if tail else ""
        following = text[hit.end : hit.end + 1]
        if following.isascii() and following.isalnum() and text[hit.end - 1].isascii():
            return None
        if rest and not self._fits(rest, hit.entry.label, text[hit.start : hit.end]):
            return None
        if hit.end - hit.start == 1 and hit.start and text[hit.start - 1].isalnum():
            return None
        sure = not hit.ambiguous or self._anchored(text, hit, rest)
        surface = text[hit.start : hit.end]
        if not sure and (len(surface) < 2 or surface in self._lexicon.place_words):
            return None
        return Name(
            hit.start,
            hit.end,
            hit.entry.label,
            hit.entry.kind if hit.entry.label is Label.ORGANIZATION else None,
            hit.entry,
            3 if sure else UNSURE,
            text[hit.start : hit.end],
            by=_REFERENCE,
        )

    def _extended(self, text: str, name: Name) -> Name:
        """`코스모 신소재`, where only `코스모신소재` is known: the longer name."""
        following = WORD.match(text, name.end + 1)
        if name.entry is None or following is None or text[name.end] != " ":
            return name
        for word in (following[0], self._stem(following[0])):
            if name.surface + word in name.entry.names:
                end = name.end + 1 + len(word)
                return replace(name, end=end, surface=text[name.start : end])
        return name

    def _parts(self, name: Name) -> tuple[Name, ...]:
        """`충북 진천`, `삼성전자 평택캠퍼스`: what stands before a place is named as well."""
        first, _, rest = name.surface.partition(" ")
        entry = self._gazetteer.named(first)
        if name.entry is None or name.label is not Label.PLACE or entry in (None, name.entry):
            return (name,)
        if rest not in name.entry.names:
            return (name,)
        kind = entry.kind if entry.label is Label.ORGANIZATION else None
        middle = name.start + len(first)
        before = replace(name, end=middle, label=entry.label, kind=kind, entry=entry, surface=first)
        return before, replace(name, start=middle + 1, surface=rest)

    def _fits(self, rest: str, label: Label, before: str) -> bool:
        if rest in self._lexicon.particles:
            return True
        if rest.startswith("장") and label is Label.ORGANIZATION and before.endswith(_HEADED):
            return rest[1:] in self._lexicon.particles or rest == "장"
        if label is Label.PLACE:
            suffix = _PLACE_SUFFIX.match(rest)
            left = rest[suffix.end() :] if suffix else rest
            return not left or left in self._lexicon.particles
        return False

    def _anchored(self, text: str, hit: Hit, rest: str) -> bool:
        before = text[: hit.start].rstrip().rsplit(" ", 1)[-1]
        if hit.entry.label is Label.PLACE:
            return self._is_place(text, hit, rest, before)
        surface = text[hit.start : hit.end]
        if introduces(before, self._lexicon) or len(surface) > 3:
            return True
        if surface.isascii() and surface.isalnum():
            return rest in ACTS or self._gazetteer.named(f"{surface}그룹") is not None
        return len(surface) == 3 and rest in ACTS

    def _is_place(self, text: str, hit: Hit, rest: str, before: str) -> bool:
        """A place whose name is also a word: where a place's particle, noun or neighbor says so."""
        surface = text[hit.start : hit.end]
        if len(surface) < 2:
            return bool(_HANJA.fullmatch(surface)) and text[hit.end : hit.end + 1] in _PARTS
        if self._place_before(before) or rest.startswith(("시", "군", "공장", "사업장")):
            return True
        if surface in self._lexicon.place_words:
            return bool(rest) and _LIES_THERE.match(text, hit.end) is not None
        following = text[hit.end + len(rest) : hit.end + len(rest) + 12]
        return (
            rest.startswith(("에", "의"))
            or hit.entry.kind == "country"
            or bool(_PLACE_NOUN.match(following))
            or self._place_after(following)
        )

    def _place_after(self, following: str) -> bool:
        words = WORD.findall(following)
        return (
            following[:1] in "·,과와 " and bool(words) and self._place_before(self._stem(words[0]))
        )

    def _place_before(self, word: str) -> bool:
        entry = self._gazetteer.named(word) or self._gazetteer.named(self._stem(word))
        return entry is not None and entry.label is Label.PLACE

    def _learned(self, text: str, learned: Mapping[str, Learned]) -> Iterator[Name]:
        for surface, known in learned.items():
            at = text.find(surface)
            while at >= 0:
                end = at + len(surface)
                if self._edges(text, at, end):
                    yield Name(
                        at, end, known.label, known.kind, None, 2, surface, known.of, by=known.by
                    )
                at = text.find(surface, end)

    def _edges(self, text: str, start: int, end: int) -> bool:
        if start and text[start - 1].isalnum():
            return False
        tail = _HANGUL_TAIL.match(text, end)
        rest = tail[0] if tail else ""
        if not rest:
            return not text[end : end + 1].isalnum()
        return rest in self._lexicon.particles

    def _built(self, text: str) -> Iterator[Name]:
        for word in WORD.finditer(text):
            found = self._endings.of(word[0])
            if found is None:
                continue
            start, by = word.start(), f"its end …{found.end}"
            end = start + len(found.name)
            if found.kind == "institute" and (owner := self._owner(text, start)) is not None:
                yield Name(owner, end, found.label, found.kind, None, 1, text[owner:end], by=by)
            yield Name(start, end, found.label, found.kind, None, 1, found.name, by=by)

    def _quoted(self, masked: Masked) -> Iterator[Name]:
        """What stands in quotation marks is a name: a product's, until something says otherwise."""
        for start, end in masked.quotes:
            surface = masked.text[start:end]
            before, after = masked.text[max(0, start - 8) : start], masked.text[end : end + 8]
            if _UNIT_BEFORE.search(before) or _UNIT_AFTER.match(after):
                yield Name(start, end, Label.ORGANIZATION, "unit", None, 1, surface, by=_QUOTED)
                continue
            wide = masked.text[max(0, start - _BESIDE) : start], masked.text[end : end + _BESIDE]
            if (found := quoted_kind(surface, *wide, self._lexicon)) is not None:
                yield Name(start, end, *found, None, 0, surface, by=_QUOTED)

    def _owner(self, text: str, start: int) -> int | None:
        """Where the university or group begins that an institute's name begins with."""
        word = text[:start].rstrip(" ").rsplit(" ", 1)[-1]
        entry = self._gazetteer.named(word)
        if entry is None or entry.kind not in ("university", "group"):
            return None
        return start - 1 - len(word) if text[start - 1 : start] == " " else None


def _apart(found: Iterable[Name]) -> list[Name]:
    """The longest, then the surest, of those that overlap."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda n: (n.start - n.end, -n.rank, n.start)):
        span = range(name.start, name.end)
        if not any(i in taken for i in span):
            kept.append(name)
            taken.update(span)
    return sorted(kept, key=lambda n: n.start)
