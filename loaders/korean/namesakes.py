"""Namesakes: a unit that bears a firm's name before its own (`LG AI연구원`) is the firm's."""

from collections.abc import Container, Iterator, Mapping, Sequence

from graph.claims import Claim, Evidence
from graph.ontology import Label, Modality
from loaders.korean.lexicon import lexicon
from loaders.korean.membership import Appearance
from loaders.korean.names import Name
from loaders.korean.sentences import Sentence
from loaders.korean.statements import EXTRACTOR

_RULE = "unit-named-after-owner"
_CONFIDENCE = 0.8
_UNITS = ("unit", "institute")
_OWNERS = frozenset(["company", "group", "university", "holding", None])


class Namesakes:
    """Collects the units of a document and the firms that they may be named after."""

    def __init__(self) -> None:
        self._owners: dict[str, Appearance] = {}
        self._units: dict[str, Appearance] = {}

    def note(self, number: int, names: Sequence[Name]) -> None:
        """Take in what a sentence names."""
        for name in names:
            if name.label is not Label.ORGANIZATION:
                continue
            if name.kind in _UNITS and lexicon().unit_ending.search(name.surface):
                self._units.setdefault(name.key, Appearance(name, number))
            elif name.kind in _OWNERS:
                self._owners.setdefault(name.surface, Appearance(name, number))

    def found(self, told: Container[str]) -> Iterator[tuple[Appearance, Appearance]]:
        """The firm of the longest name that a unit begins with, and the unit.

        `told` are the units of which the text itself says whose they are.
        """
        for unit in self._units.values():
            if unit.name.key in told:
                continue
            owner = _longest(self._owners, unit.name.surface)
            if owner is not None and owner.name.key != unit.name.key:
                yield owner, unit


def _longest(owners: Mapping[str, Appearance], surface: str) -> Appearance | None:
    ends = range(len(surface) - 1, 1, -1)
    return next((owners[surface[:end]] for end in ends if surface[:end] in owners), None)


def claim(owner: Appearance, unit: Appearance, sentence: Sentence) -> Claim:
    """That the firm has the unit; its evidence is the sentence that names it first."""
    return Claim(
        subject=owner.name.key,
        type="HAS_UNIT",
        object=unit.name.key,
        evidence=(Evidence(sentence.start, sentence.end, EXTRACTOR, _RULE),),
        # Its name says so, and no sentence.
        modality=Modality.REPORTED,
        confidence=_CONFIDENCE,
    )
