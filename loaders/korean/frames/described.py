"""Described ends: what a role takes that no name stands for, named by the words themselves."""

from collections.abc import Iterable, Sequence
from itertools import chain

from graph.ontology import Label
from loaders.korean.fields.products import is_goods, products_in
from loaders.korean.fields.projects import tells
from loaders.korean.fields.sectors import is_field, is_sector, sector_names
from loaders.korean.findings import phrase_name
from loaders.korean.frames.frames import Role
from loaders.korean.names import Name
from loaders.korean.words.phrases import Clause, Phrase
from loaders.korean.words.tails import COUNTED, headless, plain_tail
from loaders.korean.words.words import Word


def described(spec: Role, clause: Clause, phrase: Phrase, text: str) -> tuple[Name, ...]:
    """What the plain words of a phrase name: products, a field or a plan of the role's sort."""
    if spec.phrase is Label.PRODUCT:
        made = headless(phrase, spec.heads)
        return _products(clause, made, text, goods=spec.known) if made is not None else ()
    if spec.phrase is Label.SECTOR:
        phrase = _before_others(phrase)
    words = plain_tail(phrase.words)
    if not words:
        return ()
    if spec.phrase is Label.SECTOR:
        return _listed_sectors(spec, clause, phrase, words, text)
    told = words[-1].text in spec.heads and tells(words[:-1])
    if spec.phrase is Label.INITIATIVE and not told:
        return ()
    if words[-1].text.endswith(COUNTED):
        return ()
    end = words[-1].start + len(words[-1].text)
    name = phrase_name(text, words[0].start, end, spec.phrase or Label.INITIATIVE)
    return (name,) if name else ()


def _before_others(phrase: Phrase) -> Phrase:
    """What stands before `등`: `방산과 우주항공 등 신사업에` is of 우주항공."""
    at = next((i for i, word in enumerate(phrase.words) if word.text == "등"), 0)
    if not at or phrase.words[at - 1].names:
        return phrase
    last = phrase.words[at - 1]._replace(particle=phrase.head.particle)
    return Phrase((*phrase.words[: at - 1], last))


def _products(clause: Clause, phrase: Phrase, text: str, *, goods: bool) -> tuple[Name, ...]:
    """The products of the phrase, with those that `와` joins before it."""
    found = products_in(phrase.words, text, goods=goods)
    if not found:
        return ()
    for other in reversed(clause.phrases):
        if other.role in ("와", "나") and other.head.end <= phrase.words[0].start:
            found = (*products_in(other.words, text, goods=goods), *found)
    return found


def _listed_sectors(
    spec: Role, clause: Clause, phrase: Phrase, words: Sequence[Word], text: str
) -> tuple[Name, ...]:
    """The field of the phrase, with the known ones that a comma or `와` joins before it."""
    found = _sectors(spec, words, text)
    if not found:
        return ()
    for word in phrase.words[: -len(words)]:
        if not word.names and is_sector(word.text):
            found = (*_field(word, text), *found)
    for other in clause.phrases:
        ends = other.head.end <= phrase.words[0].start
        if other.role in ("와", "나") and ends and not other.head.names:
            tail = plain_tail(other.words)
            whole = _sectors(spec, tail, text) if tail else ()
            single = (_field(word, text) for word in other.words if is_sector(word.text))
            found = (*found, *(whole or chain.from_iterable(single)))
    return found


def _field(word: Word, text: str) -> tuple[Name, ...]:
    name = phrase_name(text, word.start, word.start + len(word.text), Label.SECTOR)
    return (name,) if name else ()


def _sectors(spec: Role, words: Sequence[Word], text: str) -> tuple[Name, ...]:
    """The field before `시장` or `사업`; without such a head, only a field that is known."""
    if words[-1].text in spec.heads and not spec.known:
        if len(words) < 2:
            return ()
        return sector_names(text, words[0].start, words[-2].start + len(words[-2].text))
    if words[-1].text in spec.heads and len(words) > 1:
        words = words[:-1]
    elif spec.headed:
        return ()
    end = words[-1].start + len(words[-1].text)
    found = sector_names(text, words[0].start, end)
    if spec.business and not spec.known and len(words) > 1:
        # What a firm is told to make is a field of several words, though nobody knows it.
        whole = phrase_name(text, words[0].start, end, Label.SECTOR)
        return (whole,) if whole and len(found) > 1 else _no_goods(found)
    fields = (name for name in found if is_field(name.surface))
    return _no_goods(fields) if spec.business else tuple(fields)


def _no_goods(fields: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(name for name in fields if not is_goods(name.surface))
