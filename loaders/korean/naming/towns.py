"""Towns that no reference data holds: a word after a known place, in words that say it lies there.

`헝가리 코마롬에 공장을`, `네바다주 스파크스의`, `서울 강서구 등촌동`.
"""

import re
from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import WORD, Name, stem, words_of

KIND = "town"
"""The kind of a place that only the document tells of."""

NEAR = frozenset(
    ["근교", "인근", "근처", "동쪽", "서쪽", "남쪽", "북쪽", "동부", "서부", "남부", "북부"]
)
"""What may stand between a place and the town in it or by it."""

_REACH = 40
_HANGUL = re.compile(r"[가-힣]{2,12}")
_SITE = re.compile(
    r"(?:[가-힣A-Z]{1,6} ?)?제?\d*(?:공장|본사|사업장|법인|지사|사무소|캠퍼스|연구소|센터"
    r"|제련소|조선소|근교|인근|일대|소재)"
)
_LIES = re.compile(
    r"공장|본사|본부|창고|법인|지사|거점|센터|사업장|연구소|캠퍼스|시설|설비|라인|단지|기지|지점|사무소"
    r"|위치|자리|있[다는고던으]|들어[서선설]|[짓지][어었고는을기]|착공|증설|건설"
    r"|생산|제조|양산|조립|가동|만[들든]|찍어|돌[리려린]|굴[리려린]"
)
_AT = ("에", "에는", "에도", "엔", "에선", "에서", "에서는", "에서도")
_LISTED = ("", "와", "과")
_PROVINCE = re.compile(r"[가-힣]{2,}(?:주|성|현|섬|카운티)")
_WARD = re.compile(r"[가-힣]{1,5}(?:구|군|동|읍|면|리|로|지구|산단|산업단지|공단)")
_MARKS = (",", "·")
_HOME = "place:kr"


def towns(text: str, names: Sequence[Name], lexicon: Lexicon) -> Iterator[str]:
    """The words of a sentence that name a town; they still have to read as names."""
    places = {n.end: n for n in names if n.label is Label.PLACE and n.entry is not None}
    starts = {n.start for n in names}
    states = set[int]()
    for word in words_of(text):
        before, end = places.get(word.start() - 1), word.start() - 1
        if before is not None and word[0] in NEAR:
            places[word.end()] = before
            continue
        if word.start() in starts or text[end : end + 1] != " " or not _HANGUL.fullmatch(word[0]):
            continue
        if before is None and end not in states:
            continue
        wide = before is not None and before.kind_of_place in ("country", "region")
        name = stem(word[0], lexicon)
        if text[word.end() : word.end() + 1] in _MARKS:
            name = word[0]
        home = before is not None and before.key.startswith(_HOME)
        ward = next((w for w in (word[0], name) if _WARD.fullmatch(w)), "") if home else ""
        wide = wide and not home
        if len(ward) > 2:
            yield ward
        elif _PROVINCE.fullmatch(name) and len(name) > 3:
            states.add(word.start() + len(name))
            yield name
        elif _is_there(text, word, word[0][len(name) :], places, wide=wide):
            yield name


def _is_there(
    text: str, word: re.Match[str], particle: str, places: dict[int, Name], *, wide: bool
) -> bool:
    """Whether the words after it say that the word is a place; of a `wide` one before, surely."""
    rest = text[word.end() : word.end() + _REACH]
    if particle in _AT:
        return not wide or bool(_LIES.search(rest))
    if particle == "의":
        return not wide
    if particle not in _LISTED:
        return False
    if not particle and rest.startswith(" ") and _SITE.match(rest, 1):
        return True
    if not particle and rest.startswith(" 등"):
        return not wide
    following = WORD.search(text, word.end())
    if following is None or text[word.end() : following.start()] not in (" ", ", ", "·"):
        return False
    if not particle and text[word.end()] == " ":
        return False
    listed = any(n.start == following.start() for n in places.values())
    return listed and (not wide or bool(_LIES.search(rest)))
