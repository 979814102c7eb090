"""Shares in a list: `X는 A가 51%, B가 49%를 나눠 갖는다`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.ontology import Label
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.quantities import share
from loaders.korean.words import Part, Word

_PERCENT = re.compile(r"\d+(?:\.\d+)?%(?:씩)?")
_HOLDING = frozenset(
    ["갖다", "가지다", "보유하다", "쥐다", "들다", "나누다", "출자하다", "소유하다"]
)
RULE = "shares-in-list"
_CONFIDENCE = 0.9


def read_shares(words: Sequence[Word]) -> Iterator[Finding]:
    """The stakes that a list of holders with percentages gives in the sentence's topic."""
    verb = next((w for w in words if w.part is Part.VERB and w.text in _HOLDING), None)
    held = next((n for w in words if w.particle == "은" for n in _organizations(w)), None)
    if verb is None or held is None:
        return
    for holder, percent in pairwise(words):
        fraction = share(percent.text) if _PERCENT.fullmatch(percent.text) else None
        if holder.role != "이" or fraction is None:
            continue
        for name in _organizations(holder):
            if name.key != held.key:
                qualifiers = {"share": fraction}
                start = min(w.start for w in words if held in w.names)
                yield Finding(
                    "HAS_STAKE_IN", name, held, start, verb.end, RULE, _CONFIDENCE, qualifiers
                )


def _organizations(word: Word) -> tuple[Name, ...]:
    return tuple(n for n in word.names if n.label is Label.ORGANIZATION)
