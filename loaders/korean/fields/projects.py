"""Undertakings without quotation marks: a noun phrase that ends with a kind of undertaking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.findings import phrase_name
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_LONGEST = 4
_TELLING = re.compile(r"[A-Z][A-Za-z0-9-]+|(?:19|20)\d\d")
_COUNT = re.compile(r"(?!(?:19|20)\d\d$)\d.*")


class _ProjectsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    heads: list[str]
    works: list[str]
    events: list[str]
    kinds: list[str]
    general: list[str]


@dataclass(frozen=True, slots=True)
class _Nouns:
    heads: re.Pattern[str]
    works: frozenset[str]
    kinds: frozenset[str]
    general: frozenset[str]
    event: re.Pattern[str]


@cache
def _nouns() -> _Nouns:
    file = _ProjectsFile.model_validate(load_data("projects"))
    return _Nouns(
        re.compile(rf"[가-힣A-Za-z0-9]*(?:{any_of(file.heads)})"),
        frozenset(file.works),
        frozenset(file.kinds),
        frozenset(file.general),
        re.compile(rf"(?:{any_of(file.events)})(?:20\d\d)?"),
    )


def name_undertakings(words: Sequence[Word], text: str) -> list[Word]:
    """The words with each undertaking as one word that stands for it.

    `‘나래’ 프로젝트` stands for 나래; `국가 양자 플래그십 프로젝트` is a name itself.
    """
    line: list[Word] = []
    for number, word in enumerate(words):
        if word.part is Part.NOUN and not word.names:
            before = line[-1] if line else None
            if before is not None and _is_kind_of(before, word):
                line[-1] = _joined(before, word, before.names)
                continue
            called = not word.particle and _names_next(words, number)
            size = 0 if called else _size(line, word)
            if size and (name := _named(line, word, size, text)):
                first = line[-size + 1] if size > 1 else word
                del line[len(line) - size + 1 :]
                line.append(_joined(first, word, (name,)))
                continue
        line.append(word)
    return line


def tells(words: Sequence[Word]) -> bool:
    """Whether the words before a kind of undertaking tell which one is meant."""
    return any(w.text not in _nouns().general for w in words)


def _names_next(words: Sequence[Word], number: int) -> bool:
    """`메탄 감시 프로젝트 나래는`: what the name that follows is of."""
    after = words[number + 1] if number + 1 < len(words) else None
    return after is not None and after.part is Part.NOUN and (bool(after.names) or after.proper)


def _is_kind_of(before: Word, word: Word) -> bool:
    """Whether the word says what kind of undertaking the one before is."""
    last = before.names[-1].label if before.names else None
    beside = not before.particle and word.start - before.end == 1
    return last is Label.INITIATIVE and beside and word.text in _nouns().kinds


def _joined(first: Word, last: Word, names: tuple[Name, ...]) -> Word:
    return last._replace(start=first.start, names=names, proper=False, coined=False)


def _size(line: Sequence[Word], word: Word) -> int:
    """Of how many words the name is that ends with this word; none where there is no name."""
    nouns = _nouns()
    if nouns.event.fullmatch(word.text):
        return 1
    if word.text == "사업":
        run = _run(line, word)
        if not run or run[-1].text not in nouns.works:
            return 0
        return len(run) + 1 if len(run) > 1 and _tells(run[:-1], least=2) else 0
    if word.text in nouns.general or not nouns.heads.fullmatch(word.text):
        return 0
    run = _run(line, word)
    return len(run) + 1 if run and _tells(run, least=2) else 0


def _run(line: Sequence[Word], word: Word) -> list[Word]:
    """The plain nouns right before the word that can be of its name."""
    run: list[Word] = []
    after = word
    for before in reversed(line):
        plain = before.part is Part.NOUN and not before.names and not before.particle
        if not plain or after.start - before.end != 1 or len(run) == _LONGEST:
            break
        run.insert(0, before)
        after = before
    while run and (run[0].text in _nouns().general or _COUNT.fullmatch(run[0].text)):
        run.pop(0)
    return run


def _tells(run: Sequence[Word], *, least: int) -> bool:
    """Whether the words tell which one it is: a name among them, or several."""
    own = [w for w in run if w.text not in _nouns().general]
    return len(own) >= least or any(w.proper or _TELLING.fullmatch(w.text) for w in own)


def _named(line: Sequence[Word], word: Word, size: int, text: str) -> Name | None:
    start = line[-size + 1].start if size > 1 else word.start
    end = word.start + len(word.text)
    if size == 1 and text[end : end + 1] == " " and re.match(r" 20\d\d(?!\d)", text[end:]):
        end += 5
    return phrase_name(text, start, end, Label.INITIATIVE)
