"""Word pieces: a text cut into the pieces that the encoder knows, each with its span.

The pieces and their scores are those of a unigram model as of Kudo (2018), "Subword
Regularization": of all ways to cut a word, the likeliest.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BEGIN, END, UNKNOWN = 0, 2, 3
"""The numbers of what stands before a text, after it, and for a character that no piece has."""
_FIRST = 4
_WORD = re.compile(r"\S+")
_EDGE = "▁"
_HOPELESS = -1e9
_REMEMBERED, _LONG = 1 << 14, 40
"""How many words are remembered, and how long they may be."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A text's pieces in order: their numbers, and where each starts and ends in the text."""

    numbers: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def sections(self, longest: int) -> Iterator["Cut"]:
        """The pieces in parts of at most so many, as even as can be."""
        number = -(-len(self.numbers) // longest)
        for part in np.array_split(np.arange(len(self.numbers)), max(1, number)):
            yield Cut(self.numbers[part], self.starts[part], self.ends[part])

    def within(self, spans: Iterable[tuple[int, int]]) -> "Cut":
        """The pieces that start in one of the text's spans."""
        inside = np.zeros(int(self.ends[-1]) + 1 if len(self.ends) else 0, np.bool_)
        for start, end in spans:
            inside[start:end] = True
        kept = inside[self.starts]
        return Cut(self.numbers[kept], self.starts[kept], self.ends[kept])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The pieces `[first, last)` that overlap the text's span."""
        first = int(np.searchsorted(self.ends, start, "right"))
        return first, int(np.searchsorted(self.starts, end, "left"))


class WordPieces:
    """Cuts texts; the same text always gives the same pieces."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._number = {piece: _FIRST + i for i, piece in enumerate(pieces)}
        self._score = dict(zip(pieces, scores, strict=True))
        self._longest = max(map(len, pieces))
        self._unknown = min(scores) - 10
        self._cut_word = lru_cache(_REMEMBERED)(self._likeliest)

    def cut(self, text: str) -> Cut:
        """The pieces of the text, word by word; the edge of a word belongs to its first piece."""
        numbers, starts, ends = list[int](), list[int](), list[int]()
        for word in _WORD.finditer(text):
            before = word.start() - len(_EDGE)
            cut = self._cut_word if len(word[0]) <= _LONG else self._likeliest
            for start, end, number in cut(_EDGE + _narrow(word[0])):
                numbers.append(number)
                starts.append(max(word.start(), before + start))
                ends.append(before + end)
        return Cut(
            np.array(numbers, np.int64), np.array(starts, np.int64), np.array(ends, np.int64)
        )

    def _likeliest(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Of the likeliest cut of a word each piece's start, end and number."""
        best = [0.0] + [_HOPELESS] * len(word)
        last = [(0, UNKNOWN)] * (len(word) + 1)
        for start in range(len(word)):
            so_far = best[start]
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                piece = word[start:end]
                score = self._score.get(piece)
                if score is not None and so_far + score > best[end]:
                    best[end], last[end] = so_far + score, (start, self._number[piece])
            if so_far + self._unknown > best[start + 1]:
                best[start + 1], last[start + 1] = so_far + self._unknown, (start, UNKNOWN)
        found, end = list[tuple[int, int, int]](), len(word)
        while end:
            start, number = last[end]
            found.append((start, end, number))
            end = start
        return tuple(reversed(found))


def _narrow(word: str) -> str:
    """The word in the characters of the pieces: each in its compatible form, if that is one."""
    forms = (unicodedata.normalize("NFKC", character) for character in word)
    return "".join(form if len(form) == 1 else own for form, own in zip(forms, word, strict=True))
