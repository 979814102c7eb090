"""Rounds of money: the firm that a paragraph tells to have raised some, for those who gave it."""

import re
from collections.abc import Sequence

from loaders.korean.names import Name
from loaders.korean.topics import organizations, topic_in
from loaders.korean.words import Part, Word

_ROUND = re.compile(
    r"시리즈 ?[A-G]|프리 ?IPO|프리 ?시리즈|라운드|시드 투자"
    r"|투자(?:금|를|도|금을)? ?(?:유치|받았|받아)"
)
_RAISES = re.compile(r"유치했|유치한|마쳤|마무리했|조달했|끌어모았|끌어모은|받았|따냈")


class Rounds:
    """Tells whom the investors of a sentence put their money into."""

    def __init__(self) -> None:
        self.raised: tuple[Name, ...] = ()

    def hear(
        self, words: Sequence[Word], text: str, spoken: Sequence[Name], *, fresh: bool
    ) -> None:
        """Take in a sentence; a `fresh` one begins a paragraph, and ends the round before.

        Who raises money is the topic of the sentence that tells of the round, or is `spoken` of.
        """
        if fresh:
            self.raised = ()
        if _ROUND.search(text):
            raised = topic_in(words) or _subject(words, text, spoken)
            self.raised = raised if len(raised) == 1 else ()


def _subject(words: Sequence[Word], text: str, spoken: Sequence[Name]) -> tuple[Name, ...]:
    """Who `X가 투자를 유치했다` names, be it nobody known; of another sentence who is spoken of."""
    if _RAISES.search(text):
        acting = next(
            (w for w in words if w.particle in ("이", "은") and w.part is Part.NOUN), None
        )
        if acting is not None:
            return organizations(acting)
    return tuple(spoken)
