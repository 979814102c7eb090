"""Coordination: a list of names (`A, B와 C 등 4개사`) becomes one word that stands for all."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.towns import NEAR
from loaders.korean.words import Part, Word

_REST = re.compile(
    r"(?:등|등지|측|쪽|사|들|\d+개?(?:사|곳|국|개국|개사|명|인|종)"
    r"|[두세네다섯여섯]+ ?(?:곳|회사|기업|나라)|양사|양국)"
)
_KIND = re.compile(
    r"[가-힣]*(?:업체|기업|(?<![자모])회사|그룹|스타트업|사업자)들?"
    r"|[가-힣]+(?<![객쟁력너회열계급문])사들?"
)
"""What a list of firms may end with: a kind that does not relate them to anyone."""
_COUNT = re.compile(r"\d+개?(?:사|곳|국|개국|개사|명)")
_LINKS = frozenset(["및", "또는", "그리고", "혹은"])
_FOREMOST = frozenset(["비롯하다", "포함하다"])
"""`A를 비롯해 B와 C`: the first of a list stands out by its verb."""
_BETWEEN = frozenset(
    [
        "현지",
        "국내",
        "해외",
        "글로벌",
        "모회사",
        "자회사",
        "계열사",
        "관계사",
        "지주사",
        "운용사",
        "업체",
        "기업",
        "사모펀드",
        "통신사",
    ]
)
"""`A와 현지 B`: what only says what sort of firm the next is."""
_NUMERAL = re.compile(r"두|세|네|다섯|여섯|일곱|여덟|아홉|열|\d+여?개?")
_COUNTED = frozenset(
    [
        "곳",
        "회사",
        "기업",
        "업체",
        "사",
        "개사",
        "계열사",
        "자회사",
        "그룹",
        "은행",
        "기관",
        "대학",
        "법인",
        "통신사",
        "운용사",
        "병원",
        "단체",
        "팀",
        "스타트업",
        "나라",
        "도시",
        "지역",
        "개국",
        "지자체",
    ]
)
"""`A, B 등 세 회사`, `등 24개 기관`."""
_FIRMS = {"venture", "organization"}
_DATE = re.compile(r"\d{4}년|\d{1,2}월|지난해|작년|올해|이듬해")
_FIRST = frozenset(["잇다", "더하다"])
"""`부산에 이어 대구에`: the place before has its turn first."""
_IN_TURN = frozenset([Label.PLACE, Label.ORGANIZATION])
_STARTS = frozenset(["시작", "필두"])
_PLAIN_LINKS = frozenset(["와", "나", ""])


def fold_lists(words: Sequence[Word]) -> list[Word]:
    """The words with every list of names of one kind folded into a single word."""
    folded: list[Word] = []
    i = 0
    while i < len(words):
        word, i = words[i], i + 1
        while word.names and (following := _next(words, i, word)) is not None:
            word, i = following
        folded.append(word)
    return folded


def fold_places(words: Sequence[Word]) -> list[Word]:
    """The words with `경남 창원` folded into one word that stands for both places."""
    folded: list[Word] = []
    for i, word in enumerate(words):
        last = folded[-1] if folded else None
        if last and last.names and not last.particle and _is_near(words, i, last):
            continue
        if last and last.names and _leads(last) and _nested_places(last, word):
            folded[-1] = _join(_without_region(last, word), word)
        else:
            folded.append(word)
    return folded


def _leads(word: Word) -> bool:
    """Whether a place in it may follow: `경남 창원`, `말레이시아의 코타키나발루`."""
    country = word.names[-1].kind_of_place == "country"
    return not word.particle or (word.particle == "의" and country)


def _is_near(words: Sequence[Word], i: int, last: Word) -> bool:
    """`빈 근교 슈베하트`: the word between two places only says how they lie."""
    if words[i].text not in NEAR or words[i].particle or i + 1 == len(words):
        return False
    return _nested_places(last, words[i + 1])


def _without_region(word: Word, following: Word) -> Word:
    """`유럽 폴란드`: a region before a country is no part of the address."""
    country = following.names[0].entry
    if country is None or country.kind != "country":
        return word
    kept = tuple(n for n in word.names if n.entry is None or n.entry.kind != "region")
    return word._replace(names=kept)


def _next(words: Sequence[Word], i: int, word: Word) -> tuple[Word, int] | None:
    """The word grown by what stands at `i`, and where the rest begins; None if it does not grow."""
    if i >= len(words) or word.part is not Part.NOUN:
        return None
    if not word.particle and words[i].part is Part.NOUN:
        if _REST.fullmatch(words[i].text) and not words[i].names:
            last = _counted_end(words, i)
            return _absorb(word, words[last]), last + 1
        if len(word.names) > 1 and (end := _numbered(words, i)) is not None:
            return _absorb(word, words[end]), end + 1
        if _nested_places(word, words[i]):
            return _join(word, words[i]), i + 1
    if word.particle == "을" and words[i].text in _FOREMOST and i + 1 < len(words):
        return (_join(word, words[i + 1]), i + 2) if _alike(word, words[i + 1]) else None
    if (after := _in_turn(words, i, word)) < len(words):
        return (_join(word, words[after]), after + 1) if _alike(word, words[after]) else None
    j = i
    linked = word.particle in ("와", "나")
    while j < len(words) and j < i + 2 and _is_link(words[j], word):
        linked, j = True, j + 1
    if linked and j + 1 < len(words) and _is_between(words[j], marked=j > i):
        j += 1
    if linked and j < len(words) and _alike(word, words[j], marked=j > i):
        return _join(word, words[j]), j + 1
    if linked and j > i and j < len(words) and _unknown(words[j]):
        return _past(words, j, word)
    return None


def _is_between(word: Word, *, marked: bool) -> bool:
    """`A와 현지 B`, `2020년 A, 2021년 B`: what only says which or when the next one is."""
    dated = marked and _DATE.fullmatch(word.text) is not None
    return not word.particle and (word.text in _BETWEEN or dated)


def _in_turn(words: Sequence[Word], i: int, word: Word) -> int:
    """Where the next place begins after `부산에 이어` or `부산을 시작으로`; nowhere without."""
    verb = words[i]
    turn = word.particle == "에" and verb.text in _FIRST and verb.ending == "고"
    starts = word.particle == "을" and verb.text in _STARTS and verb.particle == "로"
    label = word.names[-1].label
    follows = (label is Label.PLACE and starts) or (label in _IN_TURN and turn)
    return i + 1 if follows else len(words)


def _unknown(word: Word) -> bool:
    """Whether the word may be a name that nobody knows."""
    return word.part is Part.NOUN and not word.names and (word.proper or word.coined)


def _past(words: Sequence[Word], j: int, word: Word) -> tuple[Word, int] | None:
    """`A, (no known name), B`, `A, (no known name)와`: the list goes on past the unknown."""
    unknown, k = words[j], j + 1
    if unknown.particle in ("와", "와은", "와도") and word.names[-1].label is Label.ORGANIZATION:
        return _absorb(word, unknown), k
    if unknown.particle or k + 1 >= len(words) or not _is_link(words[k], unknown):
        return None
    return (_join(word, words[k + 1]), k + 2) if _alike(word, words[k + 1]) else None


def _counted_end(words: Sequence[Word], i: int) -> int:
    """Where `등 지상파 3사` or `등 세계 10여 개국` ends that begins at `i`."""
    for j in (i + 1, i + 2):
        if words[j - 1].particle or j >= len(words) or words[j].part is not Part.NOUN:
            break
        if (end := _numbered(words, j)) is not None:
            return end
    for j in (i + 1, i + 2):
        if words[j - 1].particle or j >= len(words) or words[j].part is not Part.NOUN:
            break
        if _COUNT.fullmatch(words[j].text):
            return j
    return _kind_end(words, i)


def _kind_end(words: Sequence[Word], i: int) -> int:
    """Where `등 유통 회사를` ends that begins at `i`: the kind says no more of whom it is."""
    if words[i].text != "등" or words[i].particle not in ("", "의"):
        return i
    for j in range(i + 1, min(i + 5, len(words))):
        word = words[j]
        if word.part is not Part.NOUN or word.names or word.proper:
            break
        if word.particle:
            return j if _KIND.fullmatch(word.text) else i
    return i


def _numbered(words: Sequence[Word], i: int) -> int | None:
    """Where `세 회사` ends that begins at `i`, if it does."""
    if i + 1 >= len(words) or words[i].particle or not _NUMERAL.fullmatch(words[i].text):
        return None
    return i + 1 if words[i + 1].text in _COUNTED else None


def _is_link(word: Word, before: Word) -> bool:
    if word.part is Part.MARK:
        return word.text in ",·&" and before.particle in _PLAIN_LINKS
    return word.text in _LINKS and not word.particle


def _alike(left: Word, right: Word, *, marked: bool = False) -> bool:
    """Whether the two may be of one list; beside a `marked` comma a venture may be of a list."""
    if right.part is not Part.NOUN or not right.names:
        return False
    a, b = left.names[-1], right.names[0]
    classes = {_class(a), _class(b)}
    firms = classes == _FIRMS and (marked or _strange(a, b))
    return a.label is b.label and (len(classes) == 1 or firms)


def _strange(left: Name, right: Name) -> bool:
    """Whether two known firms are of two houses: no firm and its own venture."""
    if left.entry is None or right.entry is None:
        return False
    kin = left.entry.id == right.entry.parent or right.entry.id == left.entry.parent
    return not kin and left.entry.group != right.entry.group


def _class(name: Name) -> str:
    if name.label is not Label.ORGANIZATION:
        plant = name.label is Label.PLACE and name.kind_of_place is None
        return "site" if plant else "other"
    if name.kind == "joint_venture":
        return "venture"
    return "unit" if name.kind == "unit" else "organization"


def _nested_places(left: Word, right: Word) -> bool:
    return (
        bool(right.names)
        and left.names[-1].label is Label.PLACE
        and right.names[0].label is Label.PLACE
    )


def _absorb(word: Word, tail: Word) -> Word:
    return word._replace(end=tail.end, particle=tail.particle)


def _join(left: Word, right: Word) -> Word:
    names = tuple(dict.fromkeys((*left.names, *right.names)))
    owners = tuple(dict.fromkeys((*left.owners, *right.owners)))
    return right._replace(start=left.start, names=names, tight=left.tight, owners=owners)
