"""Role names: by which names a phrase plays a role of a frame."""

import re

from graph.ontology import Label
from loaders.korean.clauses.left_out import whose
from loaders.korean.frames.described import described
from loaders.korean.frames.frames import ANY, Role
from loaders.korean.names import Name
from loaders.korean.words.phrases import Clause, Phrase
from loaders.korean.words.tails import introduced, is_anothers

GOODS = frozenset([Label.PRODUCT])
"""What a role asks for that only products play."""
_RUNS = frozenset(
    ["운영하다", "서비스하다", "굴리다", "내놓다", "개발하다", "출시하다", "선보이다"]
)
_NUMBER = re.compile(r"^제?\d+(?=[가-힣])")
_WIDE = ("country", "region")
_HOME = "place:kr"
_FIRMS = frozenset([Label.ORGANIZATION])


def role_names(spec: Role, clause: Clause, phrase: Phrase, text: str) -> tuple[Name, ...]:
    """The names by which a phrase of the clause plays the role; none where it does not."""
    names = _fitting(spec, phrase, _named(spec, clause, phrase), text)
    if not names and spec.phrase is not None and not phrase.head.names:
        return described(spec, clause, phrase, text)
    return names


def _named(spec: Role, clause: Clause, phrase: Phrase) -> tuple[Name, ...]:
    """The names that the phrase stands for, of the labels asked for."""
    labels, head = spec.labels, phrase.head
    names = phrase.names(labels) if not spec.heads or spec.bare else ()
    if not names and Label.PLACE in labels and head.proper and not head.names:
        names = phrase.inner(labels)
    if not names and any(n.label in spec.owned for n in head.names):
        names = _owners(phrase, labels)
    if not names and not spec.phrase and _is_headed(spec, phrase):
        names = whose(clause, phrase, spec.heads, labels)
    if not names and labels == GOODS:
        names = _second_names(clause, phrase)
    return names


def _owners(phrase: Phrase, labels: frozenset[Label]) -> tuple[Name, ...]:
    """Whose the head is, by what was read of it, or by the name that stands right before it."""
    owners = tuple(n for n in phrase.head.owners if n.label in labels)
    beside = phrase.words[-2].names if len(phrase.words) > 1 else ()
    return owners or tuple(n for n in beside if n.label in labels)


def _is_headed(spec: Role, phrase: Phrase) -> bool:
    """Whether the head is one of the plain nouns asked for: `A 지분 5%를`, `A 제2공장을`."""
    if spec.heads == [ANY] and not phrase.head.names:
        return True
    return _NUMBER.sub("", phrase.head.text) in spec.heads


def _second_names(clause: Clause, phrase: Phrase) -> tuple[Name, ...]:
    """`업비트를 운영하는 두나무`: where a firm goes by its product's name, too."""
    subject = clause.subject if clause.verb.text in _RUNS else None
    own = {n.key: n.surface for n in subject.names(_FIRMS)} if subject is not None else {}
    return tuple(
        Name(n.start, n.end, Label.PRODUCT, None, None, 0, n.surface)
        for n in phrase.names(_FIRMS)
        if n.key in own and not own[n.key].startswith(n.surface)
    )


def _fitting(spec: Role, phrase: Phrase, names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """Those of the names that are as the role asks for."""
    if spec.sites:
        names = tuple(n for n in names if n.kind_of_place in (None, "site"))
    if spec.local and (all(_is_wide(n) for n in names) or is_anothers(phrase)):
        return ()
    if spec.wide and not all(_is_wide(n) for n in names):
        return ()
    if spec.introduced and not introduced(phrase, spec.introduced, text):
        return ()
    if spec.last and names and names[-1].label is Label.PLACE:
        names = names[-1:]
    return tuple(n for n in names if n.kind in spec.kinds) if spec.kinds else names


def _is_wide(place: Name) -> bool:
    """A country or a part of another one; `대전`, a region at home, is a town as well."""
    home = place.key.startswith(_HOME) and place.key != _HOME
    return place.kind_of_place in _WIDE and not home
