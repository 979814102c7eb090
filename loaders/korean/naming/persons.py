"""Persons: a name by its surname or by its sound, beside a post."""

import re
from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.fields.sectors import is_sector
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import Name
from loaders.korean.naming.posts import is_post, person_words
from loaders.korean.text.headings import BULLETS
from loaders.korean.words.words import Part, Word

_HANGUL = re.compile(r"[가-힣]{1,6}")
_REACH = 5
_LONGEST = 3
_BESIDE = "a post beside it"
_AFTER_POST = ("", "에", "로", "이다", "은", "에은", "로은", "이")


def mark_persons(words: Sequence[Word], text: str, lexicon: Lexicon) -> list[Word]:
    """The words with the persons among them marked as names."""
    marked = list(words)
    i = 0
    while i < len(marked):
        length = _person_at(marked, i, lexicon)
        if length:
            last = marked[i + length - 1]
            marked[i : i + length] = [_person(last, marked[i].start, text)]
        i += 1
    return [w for w in marked if not (w.part is Part.OTHER and _HANGUL.fullmatch(w.text) is None)]


def _person_at(words: Sequence[Word], i: int, lexicon: Lexicon) -> int:
    """How many words from `i` on are one person's name; none where they are not."""
    if not _is_name(words[i], lexicon):
        return 0
    listed = i > 0 and is_post(words[i - 1], lexicon)
    if not listed and _are_two_names(words, i, lexicon):
        return 2
    if _ends_rarely(words, i, lexicon):
        return 2
    if any(beside(words, i, lexicon) for beside in (_holds_post, _before_post, _after_post)):
        return 1
    if _is_korean(words[i], lexicon) and _leads(words, i, i):
        return 1
    for length in range(2, _LONGEST + 1):
        run, last = words[i : i + length], i + length - 1
        if len(run) < length or not _is_foreign_run(run, lexicon):
            return 0
        before = _holds_post(words, last, lexicon) or _foreign_before_post(words, i, last, lexicon)
        if before or _foreign_after_post(words, i, last, lexicon) or _leads(words, i, last):
            return length
    return 0


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    if word.part is not Part.NOUN or word.names or not _HANGUL.fullmatch(word.text):
        return False
    return (
        not is_post(word, lexicon)
        and word.text not in person_words().former | person_words().between
    )


def _is_korean(word: Word, lexicon: Lexicon) -> bool:
    text = word.text
    if len(text) != 3 or text[0] not in lexicon.surnames or lexicon.firm_noun.search(text):
        return False
    common = word.pieces == 1 and not word.proper
    return not common and not is_sector(text)


def _is_foreign_run(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """`데이비드 김`, `라이얀 알 아킬`: words of a name, none with a particle but the last."""
    if any(w.particle for w in run[:-1]) or not all(_is_name(w, lexicon) for w in run):
        return False
    # `산제이` falls into two words that are common by themselves.
    proper = run[0].proper or (run[0].pieces > 1 and run[-1].proper)
    proper = proper or (run[0].coined and run[-1].proper)
    proper = proper or (run[0].text in person_words().given and run[-1].proper)
    if not proper:
        return False
    own = run[-1].text[0] in person_words().rare and run[-1].proper
    own = own and (run[0].text[0] in person_words().rare or not _is_korean(run[0], lexicon))
    firm = any(
        lexicon.company_ending.search(w.text) or lexicon.firm_noun.search(w.text) for w in run
    )
    return not firm and (own or not _is_korean(run[-1], lexicon))


def _ends_rarely(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`사티아 나델라 대표`: the last word of a foreign name may look like a whole Korean one."""
    run = words[i : i + 2]
    if (
        len(run) < 2
        or run[1].text[:1] not in person_words().rare
        or not _is_foreign_run(run, lexicon)
    ):
        return False
    before = not run[1].particle and _chain(words, i + 1, lexicon) is not None
    return before or _holds_post(words, i + 1, lexicon)


def _chain(words: Sequence[Word], i: int, lexicon: Lexicon) -> int | None:
    """How many organizations stand between the name at `i` and its post; None without one."""
    organizations = 0
    for j in range(i + 1, min(i + 1 + _REACH, len(words))):
        word = words[j]
        if word.part is Part.MARK and word.text == "·" and j == i + 1:
            continue
        if word.text in person_words().between and j > i and not word.particle:
            continue
        if word.part is not Part.NOUN or word.text in person_words().former:
            return None
        organizations += bool(word.names) and word.names[0].label is Label.ORGANIZATION
        if is_post(word, lexicon):
            return organizations
        if word.particle or (not organizations and not _is_korean(word, lexicon)):
            return None
    return None


def _are_two_names(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`우치다 마코토 사장`: two names of three syllables before one post are one person."""
    run = words[i : i + 2]
    if len(run) < 2 or any(w.particle for w in run):
        return False
    if not all(w.proper and _is_korean(w, lexicon) and _is_name(w, lexicon) for w in run):
        return False
    return _chain(words, i + 1, lexicon) is not None


def _ends_item(words: Sequence[Word], at: int) -> bool:
    """Whether an item of a list ends there."""
    ends = at >= len(words) or words[at].text in BULLETS
    return ends and any(w.text in BULLETS for w in words[:at])


def _holds_post(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`김민수가 대표를 맡는다`, `폴 리가 대표다`: who holds the post that follows."""
    if i + 1 >= len(words) or words[i].particle != "이" or not words[i].proper:
        return False
    following = list(words[i + 1 : i + 3])
    firm = len(following) == 2 and following[0].names and following[0].particle in ("", "의")
    post = following[-1] if firm else following[0]
    if not is_post(post, lexicon) or post.particle not in ("을", "이다", "로", "에", "직을"):
        return False
    return len(words[i].text) != 1 or i > 0


def _leads(words: Sequence[Word], i: int, last: int) -> bool:
    """`김민수가 이끄는 X`, `X를 이끄는 짐 켈러는`: who leads a firm, by what leaders do."""
    if not words[last].particle or not any(w.proper for w in words[i : last + 1]):
        return False
    if words[last].particle == "이" and last + 1 < len(words):
        verb = words[last + 1]
        if verb.text in person_words().leading and verb.ending in ("ㄴ", "다", "고"):
            return True
    if i < 2 or words[i - 1].text not in person_words().leading or words[i - 1].ending != "ㄴ":
        return False
    led = words[i - 2]
    return led.particle == "을" and (bool(led.names) or led.text in person_words().led)


def _post_before(words: Sequence[Word], i: int) -> Word | None:
    """The word before a name, past `이다`: `회장인 김민수`."""
    at = (
        i - 2 if i > 1 and words[i - 1].part is Part.VERB and words[i - 1].text == "이다" else i - 1
    )
    return words[at] if at >= 0 else None


def _before_post(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`김민수 대표`, `김민수 X전자 대표`: a post follows in the same chain of bare nouns."""
    if words[i].particle:
        return False
    if i + 1 < len(words) and words[i + 1].text == "씨":
        return _is_korean(words[i], lexicon)
    between = _chain(words, i, lexicon)
    if between is None:
        return False
    return _is_korean(words[i], lexicon) or (between > 0 and words[i].proper)


def _foreign_before_post(words: Sequence[Word], i: int, last: int, lexicon: Lexicon) -> bool:
    if words[last].particle:
        return False
    between = _chain(words, last, lexicon)
    if between is None:
        return False
    return (
        between > 0
        or words[i].proper
        or words[last].proper
        or words[i].text in person_words().given
    )


def _after_post(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`대표 김민수`, `대표에 김민수를`, `대표는 김민수`: a post stands right before the name."""
    before = _post_before(words, i)
    if before is None or not _is_korean(words[i], lexicon) or _goes_on(words, i, lexicon):
        return False
    post = is_post(before, lexicon) or before.text in person_words().roles
    if not post or before.particle not in _AFTER_POST:
        return False
    return before.particle in ("", "에", "로", "이다") or words[i].proper or words[i].pieces == 3


def _goes_on(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`제임스 하트만`: the next word is the rest of the name."""
    rest = words[i + 1] if not words[i].particle and i + 1 < len(words) else None
    return rest is not None and rest.proper and _is_name(rest, lexicon)


def _foreign_after_post(words: Sequence[Word], i: int, last: int, lexicon: Lexicon) -> bool:
    """`CEO는 로버트 리`, `CEO 로버트 리는`: a post stands before the name."""
    closes = last + 1 == len(words) or words[last + 1].text == "."
    listed = _ends_item(words, last + 1)
    before = _post_before(words, i)
    if before is None or not (words[last].particle or closes or listed):
        return False
    if not (is_post(before, lexicon) or before.text in person_words().roles):
        return False
    proper = [w.proper for w in words[i : last + 1]]
    if before.particle == "이다":
        return any(proper)
    # `대표 상품`: what stands for a firm's best is a post as well.
    bare = listed or (before.text != "대표" and words[last].particle)
    return all(proper) and before.particle in (_AFTER_POST if bare else _AFTER_POST[1:])


def _person(word: Word, start: int, text: str) -> Word:
    end = word.start + len(word.text)
    name = Name(start, end, Label.PERSON, None, None, 0, text[start:end], by=_BESIDE)
    return word._replace(start=start, names=(name,))
