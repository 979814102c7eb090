"""Known names: those that the reference data holds, where the text means them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import ACTS, UNSURE, WORD, Name, introduces, stem
from loaders.reference.gazetteer import Gazetteer, Hit

HANGUL_TAIL = re.compile(r"[가-힣]*")
_REFERENCE = "reference data"
_LIES_THERE = re.compile(
    r"에(?:는|도|서)? (?:[가-힣A-Z]{1,6} ){0,2}?(?:[가-힣]{2}본부|본사|본점|공장|법인|지사|사무소"
    r"|연구소|캠퍼스|매장|점포|[\d가-힣]호점|생산|물류센터|데이터센터|세[운웠]|차린|있[는다])"
)
_PLACE_NOUN = re.compile(
    r" (?:공장|본사|사업장|캠퍼스|법인|지사|연구소|산업단지|국가산단|[가-힣]{1,4}공장)"
)
_PLANT_THERE = re.compile(
    r" (?:[가-힣A-Z]{1,6} )?제?\d*(?:공장|사업장|산업단지|국가산단|산단|제철소|조선소|물류센터)"
)
_ADVERBS = frozenset(
    ["위해", "지난", "양산", "나라", "창사", "신장", "세부", "수단", "메인", "커머스"]
)
"""Of those that are words as well, what stands before a plant as a word."""
_PLACE_SUFFIX = re.compile(
    r"(?:시|군|구|주|성|현|도|공장|사업장|본사|법인|지사|지점|현지|산|계|발|행|내|식|인|제)?"
)
_HANJA = re.compile(r"[一-鿿]")
_PARTS = (" ", "·")
_HEADED = ("은행", "대학", "연구원", "기술원", "공사", "위원회", "재단", "협회", "그룹")


class KnownNames:
    """Finds the names of the reference data in a text."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon

    def of(self, text: str) -> Iterator[Name]:
        """Those of the text, from left to right, each as long as it is known."""
        for hit in self._gazetteer.occurrences(text):
            if (name := self._known(text, hit)) is not None:
                yield self._extended(text, name)

    def _stem(self, word: str) -> str:
        return stem(word, self._lexicon)

    def _known(self, text: str, hit: Hit) -> Name | None:
        tail = HANGUL_TAIL.match(text, hit.end)
        rest = tail[0] if tail else ""
        following = text[hit.end : hit.end + 1]
        latin = following.isascii() and following.isalnum()
        if latin and (following.isalpha() or text[hit.end - 1].isascii()):
            return None
        if rest and not self._fits(rest, hit.entry.label, text[hit.start : hit.end]):
            return None
        if hit.end - hit.start == 1 and hit.start and text[hit.start - 1].isalnum():
            return None
        sure = not hit.ambiguous or self._anchored(text, hit, rest)
        surface = text[hit.start : hit.end]
        if not sure and (len(surface) < 2 or surface in self._lexicon.place_words):
            return None
        if not sure and hit.entry.label is Label.PRODUCT:
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

    def parts(self, name: Name) -> tuple[Name, ...]:
        """`충북 진천`, `삼성전자 평택캠퍼스`: what stands before a place is named as well."""
        unit = name.kind == "unit"
        if name.entry is None or not (unit or name.label is Label.PLACE):
            return (name,)
        first, _, rest = name.surface.partition(" ")
        entry = self._gazetteer.named(first) if rest else None
        if entry is None or entry == name.entry:
            return (name,)
        if unit:  # `삼성전자 DS부문` names the firm, too
            division = self._lexicon.unit_ending.search(rest)
            if division is None or entry.label is not Label.ORGANIZATION:
                return (name,)
        elif rest not in name.entry.names:
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
        if hit.entry.label is Label.PERSON:
            following = WORD.match(text, hit.end + 1) if not rest else None
            posts = [before, following[0] if following is not None else ""]
            return any(self._stem(word) in self._lexicon.titles for word in posts)
        if hit.entry.label is Label.PRODUCT:
            maker = self._gazetteer.named(before) or self._gazetteer.named(self._stem(before))
            return maker is not None and maker.id in hit.entry.firms
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
            at_plant = not rest and surface not in _ADVERBS and _PLANT_THERE.match(text, hit.end)
            return bool(at_plant) or (bool(rest) and bool(_LIES_THERE.match(text, hit.end)))
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
        if word in self._lexicon.place_words:  # 위해 지난 18일
            return False
        entry = self._gazetteer.named(word) or self._gazetteer.named(self._stem(word))
        return entry is not None and entry.label is Label.PLACE
