"""Discourse: the topic that is carried on, and what `이 회사` and `양사` stand for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.words import Part, Word

_SELF = frozenset(["회사", "그룹", "업체", "기업"])
_PAIR = frozenset(["양사", "양측", "양자"])
_PAIR_NOUNS = frozenset(["회사", "기업", "그룹", "업체"])


class Discourse:
    """What has been spoken of so far."""

    def __init__(self) -> None:
        self.topic: tuple[Name, ...] = ()
        self._pair: tuple[Name, ...] = ()
        self._heard: Counter[str] = Counter()
        self._named: dict[str, Name] = {}

    @property
    def main(self) -> tuple[Name, ...]:
        """The one organization that the story is about so far: most often its topic."""
        ranked = self._heard.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ()
        return (self._named[ranked[0][0]],)

    def resolve(self, words: Sequence[Word]) -> list[Word]:
        """The words with anaphors standing for what they mean."""
        resolved: list[Word] = []
        for word in _headed(words):
            before = resolved[-1].text if resolved else ""
            if word.part is not Part.NOUN or word.names:
                resolved.append(word)
            elif word.text in _PAIR and len(self._pair) > 1:
                resolved.append(replace(word, names=self._pair))
            elif word.text in _PAIR_NOUNS and before in ("두", "양") and len(self._pair) > 1:
                resolved[-1] = replace(word, names=self._pair, start=resolved[-1].start)
            elif word.text in _SELF and before in ("이", "해당", "동"):
                meant = self._meant(resolved[:-1])
                if len(meant) == 1:
                    resolved[-1] = replace(word, names=meant, start=resolved[-1].start)
                else:
                    resolved.append(word)
            elif (
                word.text == "회사" and word.particle in ("은", "이") and not before and self.topic
            ):
                resolved.append(replace(word, names=self.topic))
            else:
                resolved.append(word)
        return resolved

    def _meant(self, before: Sequence[Word]) -> tuple[Name, ...]:
        """What `이 회사` means: after a subject the last other organization, else the topic."""
        own = next((w for w in before if w.particle in ("은", "이") and _organizations(w)), None)
        if own is None:
            return self.topic
        others = [n for w in before for n in _organizations(w) if n not in own.names]
        return tuple(others[-1:])

    def hear(self, words: Sequence[Word]) -> bool:
        """Note the topic and the last two organizations spoken of together.

        False where the sentence has another subject: the old topic does not stand in for it.
        """
        topic = next(
            (w for w in words if w.particle in ("은", "도") and _organizations(w)),
            None,
        )
        if topic is None:
            first = next((w for w in words if w.role == "이" and _organizations(w)), None)
            if first is not None and len(_organizations(first)) == 1 and first.particle == "이":
                topic = first
        if topic is not None:
            self.topic = _organizations(topic)
            for name in self.topic:
                self._heard[name.key] += 1
                self._named[name.key] = name
        listed = [w for w in words if len(_organizations(w)) == 2]
        if listed:
            self._pair = _organizations(listed[0])
        elif topic is not None and len(self.topic) == 1:
            partner = next(
                (w for w in words if w.role == "와" and len(_organizations(w)) == 1), None
            )
            if partner is not None:
                self._pair = (*self.topic, *_organizations(partner))
        other = any(w.particle in ("은", "이") and w.part is Part.NOUN for w in words)
        return topic is not None or not other


def _headed(words: Sequence[Word]) -> list[Word]:
    """The words with `▲X=` read as `X는`."""
    line = list(words)
    for i, word in enumerate(line[:4]):
        if word.text == "=" and i and line[i - 1].names and not line[i - 1].particle:
            line[i - 1] = replace(line[i - 1], particle="은")
            del line[i]
            break
    return line


def _organizations(word: Word) -> tuple[Name, ...]:
    return tuple(
        n
        for n in word.names
        if n.label is Label.ORGANIZATION and (n.kind != "unit" or n.entry is not None)
    )
