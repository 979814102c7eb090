"""Needed words: what a text must hold for a pattern to match, so that few patterns are tried."""

import re
from collections import deque
from collections.abc import Iterable

import ahocorasick

Needed = frozenset[frozenset[str]]
"""Sets of words, of each of which the text holds one."""

_PIECE = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\."  # an escaped character
    r"|\[(?:\\u[0-9a-fA-F]{4}|\\.|[^\]\\])*\]"  # a class of characters
    r"|\((?:\?(?::|P<\w+>|<?[=!]))?"  # the beginning of a group
    r"|(?:[?*+]|\{\d*,?\d*\})[?+]?"  # how often what stands before it comes
    r"|.",
    re.DOTALL,
)
_REPEATED = re.compile(r"[?*+{].*")
_OPTIONAL = re.compile(r"[?*].?|\{0?,.*|\{0\}.?")
_CHARACTERS = re.compile(r"\[([^\^\\\-]+)\]")


def needed(pattern: str) -> Needed:
    """The words that every match of the regular expression takes; none where that is open."""
    return frozenset(_group(deque(_PIECE.findall(pattern))))


def _group(pieces: deque[str]) -> set[frozenset[str]]:
    """What the pieces need, up to the end of the group that they stand in."""
    branch, branches, word = set[frozenset[str]](), list[set[frozenset[str]]](), ""
    while pieces and (piece := pieces.popleft()) != ")":
        inner = _group(pieces) if piece[0] == "(" else _characters(piece)
        times = pieces.popleft() if pieces and _REPEATED.fullmatch(pieces[0]) else ""
        if piece.isalnum() and not times:
            word += piece
            continue
        branch, word = branch | _word(word), ""
        if piece == "|":
            branches.append(branch)
            branch = set()
        elif not _OPTIONAL.fullmatch(times) and piece not in ("(?!", "(?<!"):
            branch |= inner
    return _one_of([*branches, branch | _word(word)])


def _characters(piece: str) -> set[frozenset[str]]:
    """What a class of characters needs, or a character that may be repeated."""
    listed = _CHARACTERS.fullmatch(piece)
    if listed and " " not in listed[1]:
        return {frozenset(listed[1])}
    return _word(piece if piece.isalnum() else "")


def _word(word: str) -> set[frozenset[str]]:
    return {frozenset([word])} if word else set()


def _one_of(branches: list[set[frozenset[str]]]) -> set[frozenset[str]]:
    """What one of the branches needs, whichever it is: of each the longest words."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return set()
    longest = (
        max(branch, key=lambda words: (min(map(len, words)), *sorted(words))) for branch in branches
    )
    return {frozenset[str]().union(*longest)}


class Wanted:
    """The words that many patterns need, each set of them one bit of a number."""

    def __init__(self, needs: Iterable[Needed]) -> None:
        sets = dict.fromkeys(words for need in needs for words in need)
        self._bits = {words: 1 << i for i, words in enumerate(sets)}
        of_word = dict[str, int]()
        for words, bit in self._bits.items():
            for word in words:
                of_word[word] = of_word.get(word, 0) | bit
        self._words = ahocorasick.Automaton()
        for word, bits in of_word.items():
            self._words.add_word(word, bits)
        self._words.make_automaton()

    def bits(self, need: Needed) -> int:
        """The sets of the need."""
        return sum(self._bits[words] for words in need)

    def within(self, words: frozenset[str]) -> int:
        """The sets that hold none but these words."""
        return sum(bit for own, bit in self._bits.items() if own <= words)

    def held(self, text: str) -> int:
        """The sets of which the text holds a word."""
        found = 0
        for _, bits in self._words.iter(text):
            found |= bits
        return found
