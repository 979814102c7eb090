"""Addresses: a place and the one that it lies in (`경남 창원`) become one word for both."""

from collections.abc import Sequence

from graph.ontology import Label
from loaders.korean.lists.folding import joined
from loaders.korean.naming.towns import NEAR
from loaders.korean.words.words import Word


def fold_places(words: Sequence[Word]) -> list[Word]:
    """The words with `경남 창원` folded into one word that stands for both places."""
    folded: list[Word] = []
    for i, word in enumerate(words):
        last = folded[-1] if folded else None
        if last and last.names and not last.particle and _is_near(words, i, last):
            continue
        if last and last.names and _leads(last) and are_places(last, word):
            folded[-1] = joined(_without_region(last, word), word)
        else:
            folded.append(word)
    return folded


def are_places(left: Word, right: Word) -> bool:
    """Whether a place stands beside a place."""
    return (
        bool(right.names)
        and left.names[-1].label is Label.PLACE
        and right.names[0].label is Label.PLACE
    )


def _leads(word: Word) -> bool:
    """Whether a place in it may follow: `경남 창원`, `말레이시아의 코타키나발루`."""
    country = word.names[-1].kind_of_place == "country"
    return not word.particle or (word.particle == "의" and country)


def _is_near(words: Sequence[Word], i: int, last: Word) -> bool:
    """`빈 근교 슈베하트`: the word between two places only says how they lie."""
    if words[i].text not in NEAR or words[i].particle or i + 1 == len(words):
        return False
    return are_places(last, words[i + 1])


def _without_region(word: Word, following: Word) -> Word:
    """`유럽 폴란드`: a region before a country is no part of the address."""
    country = following.names[0].entry
    if country is None or country.kind != "country":
        return word
    kept = tuple(n for n in word.names if n.entry is None or n.entry.kind != "region")
    return word._replace(names=kept)
