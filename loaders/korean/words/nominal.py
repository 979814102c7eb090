"""Nominal predicates: `X 인수를 마무리했다` says what `X를 인수했다` says."""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.korean.words.phrases import Clause, Phrase
from loaders.korean.words.words import Part


class NominalPredicates:
    """Clauses whose predicate is a noun with a light verb, read as the noun's own verb."""

    def __init__(self, nouns: str, tails: str, light: frozenset[str]) -> None:
        self._head = re.compile(rf"(?P<noun>{nouns})(?: ?(?:{tails}))?")
        self._tail = re.compile(rf"(?:{tails})")
        self._light = light

    def readings(self, clause: Clause) -> Iterator[Clause]:
        """The clause as it stands, then each reading by a noun among its arguments."""
        yield clause
        if clause.verb.text not in self._light:
            return
        for phrase in clause.phrases:
            if phrase.role not in ("을", "에", "이", "-", ""):
                continue
            reading = self._reading(clause, phrase)
            if reading is not None:
                yield reading

    def _reading(self, clause: Clause, phrase: Phrase) -> Clause | None:
        words = list(phrase.core().words)
        if len(words) > 2 and self._tail.fullmatch(words[-1].text):
            words.pop()
        match = self._head.fullmatch(words[-1].text) if words[-1].part is Part.NOUN else None
        if match is None or len(words) < 2:
            return None
        before = words[:-1]
        role = before[-1].particle or "을"
        if role.endswith("의"):
            role = "을"
        inner = Phrase((*before[:-1], before[-1]._replace(particle=role)))
        others = tuple(p for p in clause.phrases if p is not phrase)
        return replace(clause, lemmas=(match["noun"] + "하다",), phrases=(*others, inner))
