"""The words of a sentence: nouns with particles and mentions, predicates with endings."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from loaders.korean.lexicon import load_data
from loaders.korean.names import Name

_EXISTENCE = frozenset(["있다", "없다"])
_UNKNOWN = frozenset([2, 3])
"""The analyzer's ids of a common and of a proper noun that its dictionary does not hold."""


class Part(StrEnum):
    """What a word is to the grammar."""

    NOUN = "noun"
    VERB = "verb"
    MARK = "mark"
    OTHER = "other"


class Word(NamedTuple):
    """A word of a sentence.

    A noun has its particles in one spelling (`을`, `이`, `은`, `와`, `의`, `로`, `에서`, …);
    a verb has its dictionary form in `text` and the kind of its ending:
    `다` closes, `고` joins, `ㄴ` modifies a noun, `기` makes a noun.
    `pieces` counts the morphemes of a noun; one is `coined` that no dictionary holds.
    `names` are the mentions that a noun stands for: several, once a list has been folded into one.
    `owners` are the firms whose it is, where the words say so: `LG화학의 청주공장`, `KT ‘믿음’`.
    """

    part: Part
    text: str
    start: int
    end: int
    particle: str = ""
    ending: str = ""
    names: tuple[Name, ...] = ()
    phrase: str = ""
    proper: bool = False
    coined: bool = False
    tight: bool = False
    pieces: int = 1
    owners: tuple[Name, ...] = ()

    @property
    def topic(self) -> bool:
        """Whether the particle marks the sentence's topic."""
        return self.particle.endswith(("은", "도"))

    @property
    def role(self) -> str:
        """The particle without topic marks: what the noun is to its predicate."""
        return _role(self.particle)


@lru_cache(1024)
def _role(particle: str) -> str:
    return particle.removesuffix("은").removesuffix("도").removesuffix("만")


class _WordsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    particles: dict[str, list[str]]
    nominal: list[str]
    endings: dict[str, str]
    marks: dict[str, str]
    signs: list[str]
    determiners: list[str]


@dataclass(frozen=True, slots=True)
class _Forms:
    particles: dict[str, str]
    nominal: frozenset[str]
    endings: dict[str, str]
    marks: dict[str, str]
    signs: frozenset[str]
    determiners: frozenset[str]


@cache
def _forms() -> _Forms:
    file = _WordsFile.model_validate(load_data("words"))
    return _Forms(
        particles={form: one for one, forms in file.particles.items() for form in forms},
        nominal=frozenset(file.nominal),
        endings=file.endings,
        marks=file.marks,
        signs=frozenset(file.signs),
        determiners=frozenset(file.determiners),
    )


_CLIPPED = {"산": "사다", "판": "팔다", "단": "달다", "쓴": "쓰다", "낸": "내다", "찍은": "찍다"}
"""Short modifying verbs that the analyzer takes for nouns."""
_COMPOUND = {("내다", "놓다"): "내놓다"}
"""Verbs that the analyzer parts where they are contracted: `내놨다`."""
_BEFORE_VERB = frozenset(["이", "을", "에", "에서", "에게", "로부터", "로"])


def _unclipped(line: list[Word]) -> list[Word]:
    """The words with `A가 산 회사`, `B를 단 차` read as the verbs that they are."""
    for i in range(1, len(line) - 1):
        verb = _CLIPPED.get(line[i].text)
        if verb is None or line[i].part is not Part.NOUN or line[i].particle or line[i].names:
            continue
        before = line[i - 1]
        if (
            before.part is Part.NOUN
            and before.particle in _BEFORE_VERB | {""}
            and (before.particle or before.text[-1:] in "년월일초말")
            and line[i + 1].part is Part.NOUN
        ):
            line[i] = line[i]._replace(part=Part.VERB, text=verb, ending="ㄴ", proper=False)
    return line


def words(tokens: Sequence[Any], names: Sequence[Name], text: str) -> list[Word]:
    """The words that Kiwi's tokens make up, with the names that they stand for."""
    return _unclipped(_Reader(tokens, names, text).read())


class _Reader:
    def __init__(self, tokens: Sequence[Any], names: Sequence[Name], text: str) -> None:
        self._forms = _forms()
        self._tokens = tokens
        self._text = text
        self._at = {name.start: name for name in names}
        self._words: list[Word] = []
        self._adjective = False

    def read(self) -> list[Word]:
        for token in self._tokens:
            self._take(token, token.tag.split("-")[0])
        return self._words

    def _take(self, token: Any, tag: str) -> None:
        end = token.start + token.len
        if token.form in self._forms.signs:
            self._words.append(Word(Part.MARK, token.form, token.start, end))
        elif tag in self._forms.nominal:
            self._noun(token, end)
        elif tag.startswith("J"):
            self._particle(token, end)
        elif tag in ("XSV", "XSA"):
            self._derived(token, end)
        elif tag == "VCP":
            self._copula(token, end)
        elif tag in ("VV", "VA", "VX", "VCN"):
            self._verb(token, end, tag)
        elif tag.startswith("E"):
            self._ending(token, tag, end)
        elif tag.startswith("S"):
            mark = self._forms.marks.get(token.form, token.form)
            self._words.append(Word(Part.MARK, mark, token.start, end))
        else:
            self._words.append(Word(Part.OTHER, token.form, token.start, end))

    @property
    def _last(self) -> Word | None:
        return self._words[-1] if self._words else None

    def _noun(self, token: Any, end: int) -> None:
        name = self._at.get(token.start)
        last = self._last
        tight = last is not None and last.end == token.start
        joins = tight and last is not None and last.part is Part.NOUN and not last.particle
        if name is not None or not joins or last is None or last.names:
            named = (name,) if name else ()
            surface = self._text[token.start : end]
            coined = token.id in _UNKNOWN and name is None
            self._words.append(
                Word(
                    Part.NOUN,
                    surface,
                    token.start,
                    end,
                    names=named,
                    proper=token.tag == "NNP" or coined,
                    coined=coined,
                    tight=tight,
                )
            )
        else:
            self._words[-1] = last._replace(
                text=self._text[last.start : end], end=end, pieces=last.pieces + 1
            )

    def _particle(self, token: Any, end: int) -> None:
        last = self._last
        if last is not None and last.part is Part.NOUN:
            particle = last.particle + self._forms.particles.get(token.form, token.form)
            text = last.text[: max(1, token.start - last.start)]
            self._words[-1] = last._replace(text=text, particle=particle, end=end)

    def _derived(self, token: Any, end: int) -> None:
        last = self._last
        if last is None or last.part is not Part.NOUN or last.particle:
            return
        lemma = last.text + token.form + "다"
        self._adjective = False
        self._words[-1] = Word(Part.VERB, lemma, last.start, end, names=last.names)

    def _copula(self, token: Any, end: int) -> None:
        last = self._last
        if last is not None and last.part is Part.NOUN and not last.particle:
            self._words[-1] = last._replace(particle="이다")
        self._adjective = False
        self._words.append(Word(Part.VERB, "이다", token.start, end))

    def _verb(self, token: Any, end: int, tag: str) -> None:
        last = self._last
        self._adjective = tag == "VA" and token.lemma not in _EXISTENCE
        if tag == "VX" and last is not None and last.part is Part.VERB:
            text = _COMPOUND.get((last.text, token.lemma), last.text)
            phrase = f"{last.phrase} {token.lemma}".strip()
            self._words[-1] = last._replace(text=text, end=end, phrase=phrase)
            return
        if token.lemma == "되다" and last is not None and last.phrase.endswith("게"):
            self._words[-1] = last._replace(end=end, ending="")  # 갖게 된: the state is the verb's
            return
        self._words.append(Word(Part.VERB, token.lemma, token.start, end))

    def _ending(self, token: Any, tag: str, end: int) -> None:
        last = self._last
        if last is None or last.part is not Part.VERB:
            return
        if tag == "ETM" and (last.text in self._forms.determiners or self._adjective):
            self._words[-1] = Word(Part.OTHER, last.text, last.start, max(end, last.end))
            return
        ending = self._forms.endings.get(tag, last.ending)
        phrase = f"{last.phrase} {token.form}".strip()
        self._words[-1] = last._replace(end=max(end, last.end), ending=ending, phrase=phrase)
