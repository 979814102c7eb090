"""Persons: a name by its surname, beside a post."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import Name
from loaders.korean.words import Part, Word

_KOREAN_NAME = re.compile(r"[가-힣]{3}|[가-힣]{2}|[가-힣]{4}")
_HANGUL = re.compile(r"[가-힣]{1,6}")
_REACH = 5


def mark_persons(words: Sequence[Word], text: str, lexicon: Lexicon) -> list[Word]:
    """The words with the persons among them marked as names."""
    marked = list(words)
    for i, word in enumerate(marked):
        if not _is_name(word, lexicon):
            continue
        if _before_post(marked, i, lexicon) or _after_post(marked, i, lexicon):
            marked[i] = _person(word, word.start, text)
        elif (
            i + 1 < len(marked)
            and not word.particle
            and _is_foreign(marked[i + 1])
            and (word.proper or marked[i + 1].proper)
            and word.text not in _FORMER
            and not _is_korean(marked[i + 1], lexicon)
            and _before_post(marked, i + 1, lexicon)
        ):
            marked[i + 1] = _person(marked[i + 1], word.start, text)
            marked[i] = replace(word, part=Part.OTHER)
    return [w for w in marked if not (w.part is Part.OTHER and _HANGUL.fullmatch(w.text) is None)]


def is_title(word: Word, lexicon: Lexicon) -> bool:
    """Whether the word is a post, or a unit's head (`사업부장`)."""
    text = word.text
    return (
        text in lexicon.titles
        or text.endswith(_POSTS)
        or (text.endswith("장") and _heads_unit(text, lexicon))
    )


_FORMER = frozenset(["동생", "직후", "전", "옛", "당시", "출신", "측"])
_POSTS = ("대표", "대표이사", "사장", "회장", "책임자", "위원장", "총괄", "의장", "이사장", "총장")


def _heads_unit(text: str, lexicon: Lexicon) -> bool:
    return text == "장" or bool(lexicon.unit_ending.search(text[:-1]))


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    if word.part is not Part.NOUN or word.names or not _HANGUL.fullmatch(word.text):
        return False
    return not is_title(word, lexicon) and word.text not in _FORMER


def _is_korean(word: Word, lexicon: Lexicon) -> bool:
    text = word.text
    return len(text) == 3 and text[0] in lexicon.surnames and not lexicon.firm_noun.search(text)


def _is_foreign(word: Word) -> bool:
    return word.part is Part.NOUN and not word.names and bool(_HANGUL.fullmatch(word.text))


def _before_post(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`김민수 대표`, `김민수 X전자 대표`: a post follows in the same chain of bare nouns."""
    if words[i].particle:
        return False
    organizations = 0
    for j in range(i + 1, min(i + 1 + _REACH, len(words))):
        word = words[j]
        if word.part is Part.MARK and word.text == "·" and j == i + 1:
            continue
        if word.part is not Part.NOUN:
            return False
        if word.text in _FORMER:
            return False
        organizations += bool(word.names) and word.names[0].label is Label.ORGANIZATION
        if is_title(word, lexicon):
            return _is_korean(words[i], lexicon) or (organizations > 0 and words[i].proper)
        if word.particle or (not organizations and not _is_korean(word, lexicon)):
            return False
    return False


def _after_post(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """`대표 김민수`, `대표에 김민수를`: a post stands right before a Korean name."""
    if i == 0 or not _is_korean(words[i], lexicon):
        return False
    before = words[i - 1]
    return is_title(before, lexicon) and before.particle in ("", "에", "로", "이다")


def _person(word: Word, start: int, text: str) -> Word:
    end = word.start + len(word.text)
    name = Name(start, end, Label.PERSON, None, None, 0, text[start:end])
    return replace(word, start=start, names=(name,))
