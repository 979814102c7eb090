"""Discourse: the topic that is carried on, and what `이 회사` and `양사` stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.discourse.topics import (
    TIME,
    acting_before,
    is_state,
    opens_sentence,
    organizations,
    subject_keys,
    topic_of,
)
from loaders.korean.lexicon import load_data
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_HEADING = 6
_GROUP = "그룹"


class _DiscourseFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    pointers: list[str]
    selves: list[str]
    kinds: list[str]
    ventures: list[str]
    pairs: list[str]
    pair_nouns: list[str]


@dataclass(frozen=True, slots=True)
class _Nouns:
    pointers: frozenset[str]
    selves: frozenset[str]
    kinds: tuple[str, ...]
    ventures: frozenset[str]
    pairs: frozenset[str]
    pair_nouns: frozenset[str]


@cache
def _nouns() -> _Nouns:
    file = _DiscourseFile.model_validate(load_data("discourse"))
    return _Nouns(
        frozenset(file.pointers),
        frozenset(file.selves),
        tuple(file.kinds),
        frozenset(file.ventures),
        frozenset(file.pairs),
        frozenset(file.pair_nouns),
    )


class Discourse:
    """What has been spoken of so far."""

    def __init__(self) -> None:
        self.topic: tuple[Name, ...] = ()
        self.venture: tuple[Name, ...] = ()
        """The last joint venture that was named."""
        self.last: tuple[Name, ...] = ()
        """The organization that the sentence before was about at its end: its complement."""
        self.story: tuple[Name, ...] = ()
        """What the whole story is about."""
        self.marked: tuple[Name, ...] = ()
        """What the sentence before begins with, where it stands in the same line."""
        self._pair: tuple[Name, ...] = ()
        self._by_kind: dict[str, Name] = {}

    def resolve(self, words: Sequence[Word], *, headline: bool = False) -> list[Word]:
        """The words with anaphors standing for what they mean."""
        resolved: list[Word] = []
        for word in _ventures(_titled(words) if headline else list(words)):
            before = resolved[-1] if resolved else None
            if word.part is not Part.NOUN or word.names:
                resolved.append(word)
                continue
            meant, pointed = self._stands_for(word, before, resolved)
            if pointed and meant and before is not None:
                resolved[-1] = word._replace(names=meant, start=before.start)
            else:
                resolved.append(word._replace(names=meant) if meant else word)
        return resolved

    def _stands_for(
        self, word: Word, before: Word | None, resolved: Sequence[Word]
    ) -> tuple[tuple[Name, ...], bool]:
        """What the word means, and whether the word before it belongs to it."""
        nouns = _nouns()
        pointer = before.text if before is not None and not before.particle else ""
        if word.text in nouns.pairs:
            return self._both(), False
        if word.text in nouns.pair_nouns and pointer in ("두", "양"):
            return self._both(), True
        if pointer in nouns.pointers:
            return self._pointed(word.text, resolved[:-1]), True
        if word.text == "이곳":
            return self._meant(resolved), False
        if word.particle in ("은", "이", "도") and not any(map(_is_plain, resolved)):
            return self._bare(word.text), False
        return (), False

    def _both(self) -> tuple[Name, ...]:
        return self._pair if len(self._pair) > 1 else ()

    def _pointed(self, noun: str, before: Sequence[Word]) -> tuple[Name, ...]:
        if noun in _nouns().ventures and self.venture:
            return self.venture
        if noun in self._by_kind and not (noun == _GROUP and self._is_of_group()):
            return (self._by_kind[noun],)
        if noun in _nouns().selves or noun in _nouns().ventures:
            return self._meant(before)
        return ()

    def _is_of_group(self) -> bool:
        """Whether `이 그룹` can be who is spoken of: a group that need not be called one."""
        return len(self.topic) == 1 and self.topic[0].kind == "group"

    def _bare(self, noun: str) -> tuple[Name, ...]:
        """`회사는`, `합작사는`, `연구원은` at the start of a sentence."""
        if noun in _nouns().ventures:
            return self.venture
        if noun == "회사":
            return self.marked or self.story or self.topic
        if noun in self._by_kind and len(noun) > 2:
            return (self._by_kind[noun],)
        return ()

    def _meant(self, before: Sequence[Word]) -> tuple[Name, ...]:
        """What `이 회사` means: the topic so far, or who stood last where that is the subject."""
        keys = subject_keys(before)
        acting = acting_before(before)
        if acting and not {n.key for n in acting} & keys:
            return acting
        if not keys:
            return self.topic if len(self.topic) == 1 else ()
        if len(self.topic) == 1 and self.topic[0].key not in keys:
            return self.topic
        others = [n for w in before for n in organizations(w) if n.key not in keys]
        return tuple(others[-1:])

    def hear(self, words: Sequence[Word]) -> bool:
        """Note the topic and the last two organizations spoken of together.

        False where the sentence has another subject: the old topic does not stand in for it.
        """
        topic = topic_of(words)
        if topic is not None:
            self.marked = organizations(topic) if opens_sentence(topic, words) else ()
        if topic is not None and not is_state(organizations(topic)):
            self.topic = organizations(topic)
        self._note(words)
        self._pair_up(words, named=topic is not None)
        other = any(w.particle in ("은", "이") and w.part is Part.NOUN for w in words)
        return topic is not None or not other

    def _note(self, words: Sequence[Word]) -> None:
        kinds = _nouns().kinds
        for word in words:
            for name in word.names:
                if name.label is not Label.ORGANIZATION:
                    continue
                if name.kind == "joint_venture":
                    self.venture = (name,)
                for kind in kinds if name.surface.endswith(kinds) else ():
                    if name.surface.endswith(kind) and len(name.surface) > len(kind):
                        self._by_kind[kind] = name
        complement = next((w for w in reversed(words) if w.particle == "이다"), None)
        self.last = organizations(complement) if complement is not None else ()

    def _pair_up(self, words: Sequence[Word], *, named: bool) -> None:
        listed = (organizations(w) for w in words if len(w.names) > 1)
        both = next((names for names in listed if len(names) == 2), None)
        if both is not None:
            self._pair = both
        elif named and len(self.topic) == 1:
            partner = next(
                (w for w in words if w.role == "와" and len(organizations(w)) == 1), None
            )
            if partner is not None:
                self._pair = (*self.topic, *organizations(partner))


def _is_plain(word: Word) -> bool:
    """Whether it is a noun, and none that says when."""
    return word.part is Part.NOUN and not TIME.fullmatch(word.text)


def _titled(words: Sequence[Word]) -> list[Word]:
    """The words of a headline with `X, …` read as `X는`."""
    line = list(words)
    for i in range(1, len(line[:_HEADING])):
        if line[i].text == "," and line[i - 1].names and _opens(line[:i]):
            line[i - 1] = line[i - 1]._replace(particle="은")
            del line[i]
            break
    return line


def _ventures(words: list[Word]) -> list[Word]:
    """The words with `합작법인 X` read as a joint venture, whatever X is known to be."""
    line = list(words)
    for i in range(1, len(line)):
        before, word = line[i - 1], line[i]
        if before.text in _nouns().ventures and not before.particle and word.names:
            firms = (replace(n, kind="joint_venture") for n in word.names)
            line[i] = word._replace(names=tuple(firms))
    return line


def _opens(words: Sequence[Word]) -> bool:
    """Whether the words are a headline's first phrase, an organization at its end."""
    plain = all(not w.particle and (w.part is Part.NOUN or w.text in "·[]") for w in words)
    return plain and bool(organizations(words[-1]))
