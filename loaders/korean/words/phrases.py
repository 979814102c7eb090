"""Phrases and clauses: a noun with what stands before it, a predicate with what belongs to it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.names import REMEMBERED, Name
from loaders.korean.words.words import Word

_QUANTITY = re.compile(
    r"(?:약 ?)?(?:[\d,.]+[조억만천백]* ?)+"
    r"(?:%(?:가량|정도|대|쯤|선|안팎|남짓|여)?|퍼센트|주|원|달러|유로|위안|엔|t|톤|㎏|kg|대|개|명|건|척|기|장|곳|배럴|리터|ℓ|벌"
    r"|병|상자|편|종|매|여?[가-힣]{0,2}[GMk]?Wh?|㎿h?)?(?:어치)?(?:가량|정도)?씩?"
    r"|전량|전부|일부|모두|절반|과반|이상|이하|미만|안팎|남짓|내외|가량|어치|원어치|규모"
)

_SPELLED = re.compile("한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러|몇|수십|수백")
_COUNTERS = re.compile("곳|척|대|기|개|종|벌|병|편|문|량|칸|세트|가지")


@lru_cache(REMEMBERED)
def is_quantity(text: str) -> bool:
    """Whether the word only says how much."""
    return bool(_QUANTITY.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words up to the head, which carries the particle."""

    words: tuple[Word, ...]

    @property
    def head(self) -> Word:
        """The last word."""
        return self.words[-1]

    @property
    def role(self) -> str:
        """What the phrase is to its predicate."""
        return self.head.role

    def core(self) -> "Phrase":
        """The phrase without the quantity at its end: `X 지분 20%를`, `유조선 두 척을`."""
        words = list(self.words)
        while len(words) > 1 and not words[-1].names and is_quantity(words[-1].text):
            last = words.pop()
            words[-1] = words[-1]._replace(particle=last.particle)
        spelled = len(words) > 2 and bool(_SPELLED.fullmatch(words[-2].text))
        if spelled and _COUNTERS.fullmatch(words[-1].text):
            words[-3:] = [words[-3]._replace(particle=words[-1].particle)]
        return Phrase(tuple(words)) if len(words) < len(self.words) else self

    def first(self) -> "Phrase":
        """The phrase with the first name of a list alone: `X를 만드는 A와 B` says it of A."""
        head = self.head._replace(names=self.head.names[:1])
        return Phrase((*self.words[:-1], head))

    def names(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """The names that the head stands for, of these labels."""
        return tuple(name for name in self.head.names if name.label in labels)

    def inner(self, labels: frozenset[Label]) -> tuple[Name, ...]:
        """The names nearest before the head: `X 지분을` holds X."""
        for word in reversed(self.words[:-1]):
            found = tuple(name for name in word.names if name.label in labels)
            if found:
                return found
        return ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with what belongs to it; `noun` is what the clause modifies.

    `earlier` is the firm that the clause before acted on: `A를 인수해 자회사로 편입했다`.
    """

    verb: Word
    lemmas: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    subject: Phrase | None
    noun: Phrase | None
    gap: str
    start: int
    end: int
    final: bool
    earlier: Phrase | None = None
