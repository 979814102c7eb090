"""Names: what a name is, and how the words around one are told from it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.reference.gazetteer import Entry

UNSURE = -1
"""The rank of a name that is a common word too: it counts where the analyzer reads a name."""
LONGEST_PARTICLE = 6
REMEMBERED = 20_000
"""Of how many words what they show by themselves is remembered: the same ones come again."""
REMEMBERED_TEXTS = 512
"""Of how many sentences it is remembered: those of one document are asked for again."""
ACTS = frozenset(["은", "는", "이", "가", "의", "와", "과"])
"""The particles of who acts, or of who is listed with it."""
_SPACES = re.compile(r"\s+")
_IN_WORD = r"[^\s▲■●◆▶△○□◇▷◈▣※=,·/…:;|\"“”‘’'→~+!?.]+"
WORD = re.compile(rf"{_IN_WORD}(?:\.{_IN_WORD})*")


@lru_cache(REMEMBERED_TEXTS)
def words_of(text: str) -> tuple[re.Match[str], ...]:
    """The words of a sentence, from left to right, without the marks between them."""
    return tuple(WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place in a masked sentence.

    `rank` orders rivals for the same place; `of` is the key of what a second name stands for;
    `title` is the post that a person's name stands beside; `by` says in words what shows it
    to be a name, and tells no two names apart.
    """

    start: int
    end: int
    label: Label
    kind: str | None
    entry: Entry | None
    rank: int
    surface: str
    of: str | None = None
    title: str = ""
    by: str = field(default="", compare=False)

    @property
    def kind_of_place(self) -> str | None:
        """What kind of place it is; None of a plant or site that the document alone names."""
        return self.entry.kind if self.entry is not None else self.kind

    @property
    def key(self) -> str:
        """What makes two names of a document one: the entry they name, or the words."""
        if self.of is not None:
            return self.of
        if self.entry is not None:
            return self.entry.id
        return _spelled(self.label, self.surface)


@lru_cache(REMEMBERED)
def _spelled(label: Label, surface: str) -> str:
    return f"{label}:{_SPACES.sub('', surface).casefold()}"


@dataclass(frozen=True, slots=True)
class Learned:
    """A name that the document itself introduces, and how (`by`).

    `of` is the key of a name that it glosses.
    """

    label: Label
    kind: str | None
    of: str | None = None
    by: str = field(default="", compare=False)


@lru_cache(REMEMBERED)
def introduces(word: str, lexicon: Lexicon) -> bool:
    """Whether the word names a kind of firm, which then comes after it."""
    noun = lexicon.firm_noun
    if noun.search(word):  # 합작법인
        return True
    return len(word) > 3 and word.endswith("인") and noun.search(word[:-1]) is not None


@lru_cache(REMEMBERED)
def stem(word: str, lexicon: Lexicon) -> str:
    """The word without its particle; at least two characters stay."""
    match = lexicon.particle.search(word, max(2, len(word) - LONGEST_PARTICLE))
    return word[: match.start()] if match else word
