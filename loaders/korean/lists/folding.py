"""Folding: two words become one that stands for the names of both."""

from loaders.korean.words.words import Word


def joined(left: Word, right: Word) -> Word:
    """The right word, standing for the names of both."""
    names = tuple(dict.fromkeys((*left.names, *right.names)))
    owners = tuple(dict.fromkeys((*left.owners, *right.owners)))
    return right._replace(start=left.start, names=names, tight=left.tight, owners=owners)


def absorbed(word: Word, tail: Word) -> Word:
    """The word, reaching over a tail that names nobody, with the particle of that."""
    return word._replace(end=tail.end, particle=tail.particle)
