"""Whose shares a sentence shares out among holders."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.words.words import Part, Word

PORTIONS = frozenset(["몫", "비중"])
_HELD_BY_TOPIC = re.compile(
    r"(?:의)? ?(?:지분|주식) ?\d[\d.]* ?%를 (?:쥔|가진|든|보유한|갖고 있는|들고 있는)"
)
_STAKE_NOUNS = frozenset(["지분", "주식", "지분율", "자본금"])
_FIRMS = frozenset(["회사", "법인", "합작사", "합작법인", "곳", "업체"])


@dataclass(frozen=True, slots=True)
class Before:
    """What the sentences before were about: for `지분은 …` that does not say whose."""

    held_last: tuple[Name, ...]
    venture: tuple[Name, ...]
    last: tuple[Name, ...]
    topic: tuple[Name, ...]
    story: tuple[Name, ...] = ()
    """The firm that the story is about."""

    def held(self) -> Name | None:
        """The firm whose shares a bare 지분 means."""
        for names in (self.held_last, self.last, self.venture, self.topic):
            if len(names) == 1:
                return names[0]
        return None


def held_firm(words: Sequence[Word], holders: set[str], before: Before, text: str) -> Name | None:
    """The firm that is held: before 지분, what the clause modifies, the topic, the object."""
    others = [
        w
        for w in words
        if any(n.key not in holders for n in organizations(w))
        and not _stands_before(words, w, PORTIONS)
    ]
    candidates = [
        next((w for w in others if _is_shared_out(words, w, text)), None),
        _modified(words, others),
        next((w for w in others if w.particle in ("은", "에은")), None),
        next((w for w in others if w.role in ("을", "에") and w.particle), None),
    ]
    for word in candidates:
        if word is not None:
            return next(n for n in organizations(word) if n.key not in holders)
    if _modified(words, [w for w in words if w.text in _FIRMS]) is not None:
        held = before.topic[0] if len(before.topic) == 1 and not _speaks_of(words) else None
    else:
        bare = any(w.text in _STAKE_NOUNS | PORTIONS for w in words)
        held = before.held() if (bare or not others) and not _speaks_of(words) else None
    return held if held is not None and held.key not in holders else None


def _speaks_of(words: Sequence[Word]) -> bool:
    """Whether the sentence has another topic than the shares: `로손은 A와 B가 절반씩 …`."""
    parts = _STAKE_NOUNS | PORTIONS | {"나머지", "이들"}
    return any(
        w.particle == "은" and w.part is Part.NOUN and not organizations(w) and w.text not in parts
        for w in words
    )


def _is_shared_out(words: Sequence[Word], word: Word, text: str) -> bool:
    """`X 지분을 A가 …`; of `A는 X 지분 64%를 쥔 지주사로 …` the shares that follow are A's own."""
    aside = _HELD_BY_TOPIC.match(text, word.start + len(word.text)) is not None
    return not aside and _stands_before(words, word, _STAKE_NOUNS)


def _stands_before(words: Sequence[Word], word: Word, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands right after the name: `X 지분`, `X의 지분`."""
    if word.particle not in ("", "의"):
        return False
    after = words[next(i for i, w in enumerate(words) if w is word) + 1 :][:1]
    return bool(after) and after[0].text in nouns


def _modified(words: Sequence[Word], others: Sequence[Word]) -> Word | None:
    """The organization after a verb that modifies it: `… 출자한 합작사 X`."""
    for i, word in enumerate(words):
        if word.part is Part.VERB and word.ending == "ㄴ" and word.text != "이다":
            for following in words[i + 1 : i + 4]:
                if any(following is w for w in others):
                    return following
                if following.part is not Part.NOUN or following.particle:
                    break
    return None


def names_stake(words: Sequence[Word], held: Name) -> bool:
    """Whether it is the firm's shares that the sentence names: `X 지분`."""
    return any(held in w.names and _stands_before(words, w, _STAKE_NOUNS) for w in words)


def organizations(word: Word) -> tuple[Name, ...]:
    """The organizations that the word stands for."""
    return tuple(n for n in word.names if n.label is Label.ORGANIZATION)
