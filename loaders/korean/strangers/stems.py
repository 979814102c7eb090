"""Stems: the words of one document without their particles, told by all the forms they take.

`가도카와는` may be 가도카 and 와는; where `가도카와의` stands, too, it is 가도카와.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from loaders.korean.names import REMEMBERED, words_of
from loaders.korean.text.masking import Masked

PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "은 는 이 가 을 를 와 과 도 의 에 로 으로 까지 보다 만 다 이다 며 이며 란 이란 인 "
        "처럼 뿐 등 에서 에게 에는 에도 에선 엔 에서는 에서도 에게는 로는 으로는 로도 "
        "으로도 로부터 으로부터 에게서 와는 과는 와도 과도 와의 과의 라는 이라는 라고 "
        "이라고 측 측은 측이 측의 측에 측과 이고 이자 였다 이었다 이나 부터 에까지 에만",
    )
)
"""What may follow a name within its word."""
_LONGEST = max(map(len, PARTICLES))
_LEAST = 2
_DOUBTFUL = ("라", "이라", "다", "인", "이", "만", "로", "도", "나")
"""How particles begin that names often end with: the stem with more to it goes first."""
_BRACKET = "("
_AFTER_PARTICLE = frozenset(["", "는", "도", "의", "서", "선", "서는", "서도", "부터", "게"])
"""What may follow a particle: no sign that what stands before is the name's own."""


class Stems:
    """Tells the stem of each word of a document."""

    def __init__(self, sentences: Iterable[Masked]) -> None:
        self._forms: dict[str, set[str]] = defaultdict(set)
        for masked in sentences:
            ends = {bracket.at for bracket in masked.brackets}
            for word in words_of(masked.text):
                for cut in _cuts(word[0]):
                    at = word.start() + cut
                    tail = _BRACKET if at in ends else word[0][cut:]
                    self._forms[word[0][:cut]].add(tail)

    def of(self, word: str, *, listed: bool = False) -> str:
        """The stem that takes the most forms; of two alike the one with the longer particle.

        A word before a comma is `listed`, and more often bare.
        """
        if listed and word[-1] in _DOUBTFUL:
            return word
        cuts = _cuts(word)
        if len(cuts) == 1:
            return word
        return word[: max(cuts, key=lambda cut: (self._weight(word, cut), -cut))]

    def whole(self, stem: str) -> str:
        """The stem, or the longer one that all of its forms share: 가도카 is 가도카와."""
        nexts = {form[:1] for form in self._forms.get(stem, ())}
        longer = stem + next(iter(nexts), "")
        shared = len(nexts) == 1 and nexts != {_BRACKET}
        return longer if shared and self._forms.get(longer, set()) - _AFTER_PARTICLE else stem

    def _weight(self, word: str, cut: int) -> float:
        bare = cut == len(word)
        doubtful = bare or word[cut:].startswith(_DOUBTFUL)
        forms = self._forms.get(word[:cut], ())
        return len(forms) + (_BRACKET in forms) - (0.5 if bare else 0.25 if doubtful else 0)


@lru_cache(REMEMBERED)
def _cuts(word: str) -> tuple[int, ...]:
    """Where the word may end and its particle begin; its own end comes last."""
    first = max(_LEAST, len(word) - _LONGEST)
    return (*(cut for cut in range(first, len(word)) if word[cut:] in PARTICLES), len(word))
