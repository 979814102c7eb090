"""Rounds of money: the firm that a paragraph tells to have raised some, for those who gave it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.korean.discourse.topics import organizations, topic_in
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

_ROUND = re.compile(
    r"시리즈 ?[A-G]|프리 ?IPO|프리 ?시리즈|라운드|시드 투자"
    r"|투자(?:금|를|도|금을)? ?(?:유치|받았|받아)"
    r"|[조억만] ?(?:원|달러|유로|엔|위안)(?:을|를)? (?:유치|수혈)"
)
_RAISES = re.compile(r"유치했|유치한|마쳤|마무리했|조달했|끌어모았|끌어모은|받았|따냈")
_PARTAKES = re.compile(r"이끌|이끈|주도|참여|합류|가세|동참|앞장")
"""What investors do: who does so raises no money."""
_SAME = re.compile(r"(?:이번|이|해당) (?:투자 ?)?(?:라운드|시리즈)")
"""What points back to the round that was told of before."""
_RUNS = frozenset(
    ["진행하다", "유치하다", "추진하다", "실시하다", "마무리하다", "받다", "조달하다"]
)


class Rounds:
    """Tells whom the investors of a sentence put their money into."""

    def __init__(self) -> None:
        self.raised: tuple[Name, ...] = ()
        self._last: tuple[Name, ...] = ()

    def hear(
        self, words: Sequence[Word], text: str, spoken: Sequence[Name], *, fresh: bool
    ) -> None:
        """Take in a sentence; a `fresh` one begins a paragraph, and ends the round before.

        Who raises money is the topic of the sentence that tells of the round, or is `spoken` of.
        """
        if fresh:
            self.raised = ()
        if _ROUND.search(text):
            partakes = _PARTAKES.search(text) and not _RAISES.search(text)
            topic = self._last if partakes else topic_in(words)
            raised = _raiser(words) or topic or _subject(words, text, spoken)
            if _SAME.search(text) and self._last:
                raised = self._last
            self.raised = raised if len(raised) == 1 else ()
            self._last = self.raised or self._last


def _raiser(words: Sequence[Word]) -> tuple[Name, ...]:
    """Whose round it is: `B가 진행한 시리즈C를 A가 이끈다`."""
    for acting, verb in pairwise(w for w in words if w.part is Part.VERB or w.particle == "이"):
        if verb.part is Part.VERB and verb.ending == "ㄴ" and verb.text in _RUNS:
            return organizations(acting)
    return ()


def _subject(words: Sequence[Word], text: str, spoken: Sequence[Name]) -> tuple[Name, ...]:
    """Who `X가 투자를 유치했다` names, be it nobody known; of another sentence who is spoken of."""
    if _RAISES.search(text):
        acting = next(
            (w for w in words if w.particle in ("이", "은") and w.part is Part.NOUN), None
        )
        if acting is not None:
            return organizations(acting)
    return tuple(spoken)
