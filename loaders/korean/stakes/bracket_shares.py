"""Shares in brackets: `고려아연 주주인 LG화학(1.9%)`, `X 아래에는 Y(60%)가 있다`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loaders.korean.discourse.topics import organizations
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.words.words import Word

RULE = "share-in-bracket"
_CONFIDENCE = 0.85
_SHARE = re.compile(
    r"(?:지분(?:율)? ?)?(?:약 ?)?(\d+(?:\.\d+)?) ?%(?: ?(?:보유|소유|출자))?(?:, ?.{0,12})?"
)
_OTHER = re.compile(r"점유율|시장|비중|찬성|상승|하락|증가|감소|올랐|내렸|뛰었|오른|내린|급등|급락")
_BELOW = re.compile(r"자회사|계열사|거느|밑|아래|산하")
_HOLDS = re.compile(r"주주|지분|출자")
_HELD_BEFORE = ("지분", "주식", "주주", "최대주주", "대주주", "의결권")


def bracket_share(inner: str) -> float | None:
    """The share that a bracket gives: `(지분 5%)`, `(19.49%)`."""
    match = _SHARE.fullmatch(inner)
    value = float(match[1]) / 100 if match else 0.0
    return round(value, 6) if 0 < value <= 1 else None


def read_bracket_shares(
    words: Sequence[Word], text: str, shares: Mapping[str, float], topic: Sequence[Name]
) -> Iterator[Finding]:
    """Who holds what: the firms with a share beside them hold the one whose shares are spoken of.

    `shares` are the shares by the keys of the names; `topic` is what the story speaks of.
    """
    if not shares or _OTHER.search(text):
        return
    listed = {n.key: n for w in words for n in organizations(w) if n.key in shares}
    below = _BELOW.search(text) is not None
    if not listed or not (below or _HOLDS.search(text)):
        return
    other = _holder(words, listed) if below else _held(words, listed)
    if other is None and not below and len(topic) == 1 and topic[0].key not in listed:
        other = topic[0]
    if other is None:
        return
    for key, name in listed.items():
        holder, held = (other, name) if below else (name, other)
        start, end = name.start, name.end
        share = {"share": shares[key]}
        yield Finding("HAS_STAKE_IN", holder, held, start, end, RULE, _CONFIDENCE, share)


def _holder(words: Sequence[Word], listed: Mapping[str, Name]) -> Name | None:
    """The firm that the others are below: the first that is no entry of the list."""
    names = [n for w in words for n in organizations(w) if n.key not in listed]
    return names[0] if len(names) == 1 else None


def _held(words: Sequence[Word], listed: Mapping[str, Name]) -> Name | None:
    """The firm before 지분 or 주주."""
    for word, following in pairwise(words):
        if word.particle in ("", "의") and following.text in _HELD_BEFORE:
            others = [n for n in organizations(word) if n.key not in listed]
            if others:
                return others[-1]
    return None
