"""Discourse: the topic that is carried on, and what `이 회사` and `양사` stand for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.lexicon import load_data
from loaders.korean.names import Name
from loaders.korean.words import Part, Word

_DIVIDERS = (":", "—", "–")
_SUBJECTS = ("은", "이", "도", "에서은", "에서")
_MARKED = ("은", "에은")
_HEADING = 6
_HEADS = ("=", "—")
_BULLETS = frozenset("▲△◇■▶▷●◆□○")


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
        self.headed: tuple[Name, ...] = ()
        """Whom the last heading of a list (`▲X=…`) is about."""
        self.story: tuple[Name, ...] = ()
        """What the whole story is about."""
        self._pair: tuple[Name, ...] = ()
        self._by_kind: dict[str, Name] = {}

    def resolve(self, words: Sequence[Word], *, headline: bool = False) -> list[Word]:
        """The words with anaphors standing for what they mean."""
        resolved: list[Word] = []
        line = _headed(words, headline=headline)
        self._head(words, line)
        for word in _ventures(line):
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

    def _head(self, words: Sequence[Word], line: Sequence[Word]) -> None:
        """Note whom a heading is about; one of a name that nobody knows is about no one known."""
        opening = " ".join(w.text for w in words[:_HEADING])
        pairs = zip(line, words, strict=False)
        headed = next((own for own, raw in pairs if own.particle != raw.particle), None)
        if headed is not None and "," not in opening:
            self.headed = organizations(headed)
        elif opening[:1] in _BULLETS and "=" in opening:
            self.headed = self.topic = ()

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
        first = not any(w.part is Part.NOUN for w in resolved)
        if first and word.particle in ("은", "이", "도"):
            return self._bare(word.text), False
        return (), False

    def _both(self) -> tuple[Name, ...]:
        return self._pair if len(self._pair) > 1 else ()

    def _pointed(self, noun: str, before: Sequence[Word]) -> tuple[Name, ...]:
        if noun in _nouns().ventures and self.venture:
            return self.venture
        if noun in self._by_kind:
            return (self._by_kind[noun],)
        if noun in _nouns().selves or noun in _nouns().ventures:
            return self._meant(before)
        return ()

    def _bare(self, noun: str) -> tuple[Name, ...]:
        """`회사는`, `합작사는`, `연구원은` at the start of a sentence."""
        if noun in _nouns().ventures:
            return self.venture
        if noun == "회사":
            return self.story or self.topic
        if noun in self._by_kind and len(noun) > 2:
            return (self._by_kind[noun],)
        return ()

    def _meant(self, before: Sequence[Word]) -> tuple[Name, ...]:
        """What `이 회사` means: the topic so far, or who stood last where that is the subject."""
        keys = _subject_keys(before)
        acting = _acting_before(before)
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
        topic = _topic_of(words)
        if topic is not None and not _is_state(organizations(topic)):
            self.topic = organizations(topic)
        self._note(words)
        self._pair_up(words, named=topic is not None)
        other = any(w.particle in ("은", "이") and w.part is Part.NOUN for w in words)
        return topic is not None or not other

    def _note(self, words: Sequence[Word]) -> None:
        for word in words:
            for name in word.names:
                if name.label is not Label.ORGANIZATION:
                    continue
                if name.kind == "joint_venture":
                    self.venture = (name,)
                for kind in _nouns().kinds:
                    if name.surface.endswith(kind) and len(name.surface) > len(kind):
                        self._by_kind[kind] = name
        complement = next((w for w in reversed(words) if w.particle == "이다"), None)
        self.last = organizations(complement) if complement is not None else ()

    def _pair_up(self, words: Sequence[Word], *, named: bool) -> None:
        listed = [w for w in words if len(organizations(w)) == 2]
        if listed:
            self._pair = organizations(listed[0])
        elif named and len(self.topic) == 1:
            partner = next(
                (w for w in words if w.role == "와" and len(organizations(w)) == 1), None
            )
            if partner is not None:
                self._pair = (*self.topic, *organizations(partner))


def _acting_before(words: Sequence[Word]) -> tuple[Name, ...]:
    """Who acts in the clause that a comma has closed: `A가 공장을 운영하고, B는 이 회사 …`."""
    end = next(
        (
            i
            for i in range(len(words) - 1, 0, -1)
            if words[i].text == "," and words[i - 1].part is Part.VERB
        ),
        0,
    )
    acting = [w for w in words[:end] if w.particle == "이" and len(organizations(w)) == 1]
    later = {n.key for w in words[end:] for n in organizations(w)}
    return () if not acting else tuple(n for n in organizations(acting[-1]) if n.key not in later)


def _is_state(names: Sequence[Name]) -> bool:
    """An agency that grants or approves does not become what a business story is about."""
    return all(name.kind == "government" for name in names)


def _subject_keys(words: Sequence[Word]) -> set[str]:
    """The keys of the last subject, with what is listed before it: `A와 B는`."""
    last = next(
        (
            i
            for i in range(len(words) - 1, -1, -1)
            if words[i].particle in ("은", "이", "도") and organizations(words[i])
        ),
        None,
    )
    if last is None:
        return set()
    keys = {n.key for n in organizations(words[last])}
    for word in reversed(words[:last]):
        if word.part is Part.MARK and word.text in ",·":
            continue
        if not word.names or word.particle not in ("", "와"):
            break
        keys |= {n.key for n in organizations(word)}
    return keys


def topic_in(words: Sequence[Word]) -> tuple[Name, ...]:
    """The organizations that the sentence marks as its own topic."""
    topic = next((w for w in words if w.particle in ("은", "도") and organizations(w)), None)
    return organizations(topic) if topic is not None else ()


def topics_in(words: Sequence[Word]) -> tuple[tuple[int, tuple[Name, ...]], ...]:
    """What `은` marks, with where each begins: organizations, none for a plain noun."""
    marked = (w for w in words if w.particle in _MARKED and w.part is Part.NOUN)
    found = ((w.start, w.particle, organizations(w)) for w in marked)
    return tuple((start, names) for start, mark, names in found if names or mark == "은")


def _topic_of(words: Sequence[Word]) -> Word | None:
    topic = next((w for w in words if w.particle in ("은", "도") and organizations(w)), None)
    if topic is None:
        first = next((w for w in words if w.role == "이" and organizations(w)), None)
        if first is not None and len(organizations(first)) == 1 and first.particle == "이":
            topic = first
    return topic


def _headed(words: Sequence[Word], *, headline: bool) -> list[Word]:
    """The words with `▲X=` read as `X는`, and in a headline `X, …` too."""
    line = list(words)
    for i, word in enumerate(line[:_HEADING]):
        if not i or not line[i - 1].names or line[i - 1].particle:
            continue
        heads = word.text in _HEADS or (word.text in _DIVIDERS and line[0].part is Part.MARK)
        if heads or (headline and word.text == "," and _opens(line[:i])):
            line[i - 1] = line[i - 1]._replace(particle="은")
            del line[i]
            break
        if word.text.startswith(_HEADS):  # `X=로봇` without a space
            line[i - 1] = line[i - 1]._replace(particle="은")
            line[i] = word._replace(text=word.text[1:], start=word.start + 1)
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


def organizations(word: Word) -> tuple[Name, ...]:
    """The organizations that the word stands for, internal units left out."""
    return tuple(
        n
        for n in word.names
        if n.label is Label.ORGANIZATION and (n.kind != "unit" or n.entry is not None)
    )
