"""Coordination: a list of names (`A, B와 C 등 4개사`) becomes one word that stands for all."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.lists.addresses import are_places
from loaders.korean.lists.folding import absorbed, joined
from loaders.korean.lists.list_ends import list_end, numbered_end
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

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


def _next(words: Sequence[Word], i: int, word: Word) -> tuple[Word, int] | None:
    """The word grown by what stands at `i`, and where the rest begins; None if it does not grow."""
    if i >= len(words) or word.part is not Part.NOUN:
        return None
    if not word.particle and words[i].part is Part.NOUN:
        grown = _with_noun(words, i, word)
        if grown is not None:
            return grown
    if word.particle == "을" and words[i].text in _FOREMOST and i + 1 < len(words):
        return _with_alike(words, i + 1, word)
    if (after := _in_turn(words, i, word)) < len(words):
        return _with_alike(words, after, word)
    return _with_linked(words, i, word)


def _with_noun(words: Sequence[Word], i: int, word: Word) -> tuple[Word, int] | None:
    """`A와 B 등 4개사`, `A와 B 두 회사`, `경남 창원`: what follows the name without a link."""
    if (end := list_end(words, i)) is not None:
        return absorbed(word, words[end]), end + 1
    if len(word.names) > 1 and (end := numbered_end(words, i)) is not None:
        return absorbed(word, words[end]), end + 1
    return (joined(word, words[i]), i + 1) if are_places(word, words[i]) else None


def _with_alike(
    words: Sequence[Word], i: int, word: Word, *, marked: bool = False
) -> tuple[Word, int] | None:
    """The next name of the list, where the one at `i` may be of it."""
    alike = _alike(word, words[i], marked=marked)
    return (joined(word, words[i]), i + 1) if alike else None


def _with_linked(words: Sequence[Word], i: int, word: Word) -> tuple[Word, int] | None:
    """`A와 B`, `A, B`, `A와 현지 B`: what a link joins to the list."""
    j = i
    linked = word.particle in ("와", "나")
    while j < len(words) and j < i + 2 and _is_link(words[j], word):
        linked, j = True, j + 1
    if linked and j + 1 < len(words) and _is_between(words[j], marked=j > i):
        j += 1
    if not linked or j >= len(words):
        return None
    grown = _with_alike(words, j, word, marked=j > i)
    return _past(words, j, word) if grown is None and j > i and _unknown(words[j]) else grown


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
        return absorbed(word, unknown), k
    if unknown.particle or k + 1 >= len(words) or not _is_link(words[k], unknown):
        return None
    return _with_alike(words, k + 1, word)


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
