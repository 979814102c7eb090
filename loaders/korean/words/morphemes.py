"""Morphemes: the analyzer, with words of business news added, and its view of single words."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kiwipiepy import Kiwi

from loaders.korean.lexicon import lexicon

_PROPER = frozenset(["NNP", "SL"])
_UNKNOWN = frozenset([2, 3])
"""The ids of a common and of a proper noun that the analyzer's dictionary does not hold."""
_NOT_NAMES = ("V", "E", "J", "M", "XS", "NNB", "NP", "NR")
_COMMON = ("NNG", "NNB", "XSN", "XPN")
_REMEMBERED = 20_000


class Morphemes:
    """The analyzer, and its view of single words, remembered."""

    def __init__(self) -> None:
        self._kiwi = Kiwi(load_multi_dict=False, num_workers=1)
        for noun in sorted(lexicon().nouns):
            self._kiwi.add_user_word(noun, "NNG")
        self._kiwi.tokenize("가")  # the first call makes its tables: what that takes is used again
        self._of = lru_cache(_REMEMBERED)(self._tokens)
        self.reads_as_name = lru_cache(_REMEMBERED)(self._reads_as_name)

    def read(self, text: str, spans: list[tuple[int, int, str]]) -> Sequence[Any]:
        """The tokens of a sentence; each span is one token of its tag."""
        return list(self._kiwi.tokenize(text, pretokenized=spans))

    def _reads_as_name(self, word: str) -> bool:
        """Whether the word holds a proper noun and nothing that a name cannot hold."""
        tokens = self._of(word)
        common = not any(tag in _PROPER or id_ in _UNKNOWN for tag, id_ in tokens)
        wrong = any(tag.startswith(_NOT_NAMES) for tag, _ in tokens) and not word.isascii()
        return not (common or (wrong and len(tokens) < 4))

    def is_proper(self, word: str) -> bool:
        """Whether the word begins with a proper noun."""
        tag, id_ = self._of(word)[0]
        return tag == "NNP" or id_ in _UNKNOWN

    def coined(self, word: str) -> bool:
        """Whether no dictionary holds the word's beginning: a name, or a word from abroad."""
        _, id_ = self._of(word)[0]
        return id_ in _UNKNOWN

    def is_common(self, word: str) -> bool:
        """Whether the word is made of nouns of the dictionary alone, no name and no particle."""
        return all(tag.startswith(_COMMON) and id_ not in _UNKNOWN for tag, id_ in self._of(word))

    def _tokens(self, word: str) -> tuple[tuple[str, int], ...]:
        return tuple((t.tag, t.id) for t in self._kiwi.tokenize(word))
