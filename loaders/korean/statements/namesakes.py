"""Namesakes: what bears a firm's name first (`LG AI연구원`, `쿠팡플레이`) is the firm's."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from graph.claims import Claim, Evidence
from graph.ontology import Label, Modality
from loaders.korean.lexicon import lexicon
from loaders.korean.names import Name
from loaders.korean.naming.finder import QUOTED
from loaders.korean.naming.membership import Appearance
from loaders.korean.statements.statements import EXTRACTOR
from loaders.korean.text.sentences import Sentence

_RULE = "unit-named-after-owner"
_CONFIDENCE = 0.8
_PRODUCT_CONFIDENCE = 0.65
_PRODUCT_RULE = "product-named-after-maker"
_SURE = 3
"""So many letters of a firm's name are enough; of a shorter one, more words must follow."""
_LONGEST = 10
_IS_FIRM = re.compile(
    r"[점관사역몰배컵]$|^ ?[A-Z]+$|코리아$|재팬$|차이나$|아메리카$|월드$|파크$|아울렛$|공장$|지수$"
    r"|오픈$|챌린지$|어워[드즈]$|포럼$|데이$|페스티벌$|아카데미$|빌딩$|단지$|랩$|센터$|스튜디오$|컴퍼니$|파트너스$|그룹$|재단$|하우스$|타워$"
)
"""A shop, a firm or a house of its own."""
_UNITS = ("unit", "institute")
_OWNERS = frozenset(["company", "group", "university", "holding", None])


class Namesakes:
    """Collects the units of a document and the firms that they may be named after."""

    def __init__(self) -> None:
        self._owners: dict[str, Appearance] = {}
        self._units: dict[str, Appearance] = {}
        self._products: dict[str, Appearance] = {}

    def note(self, number: int, names: Sequence[Name]) -> None:
        """Take in what a sentence names."""
        for name in names:
            if name.label is Label.PRODUCT:
                self._products.setdefault(name.key, Appearance(name, number))
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

    def products(self, told: Container[str]) -> Iterator[tuple[Appearance, Appearance]]:
        """The firm of the longest name that a product begins with, and the product.

        `told` are the products of which the text itself says whose they are.
        """
        firms = {s: a for s, a in self._owners.items() if a.name.kind == "company"}
        for product in self._products.values():
            surface = product.name.surface
            owner = _longest(firms, surface)
            if product.name.key in told or owner is None:
                continue
            rest = surface[len(owner.name.surface) :]
            if _IS_FIRM.search(rest) or len(rest) > _LONGEST:
                continue
            if product.name.by != QUOTED and not (rest.startswith(" ") or rest.isascii()):
                continue
            if len(owner.name.surface) >= _SURE or rest.startswith(" "):
                yield owner, product


def _longest(owners: Mapping[str, Appearance], surface: str) -> Appearance | None:
    ends = range(len(surface) - 1, 1, -1)
    return next((owners[surface[:end]] for end in ends if surface[:end] in owners), None)


def claim(owner: Appearance, owned: Appearance, sentence: Sentence) -> Claim:
    """That the firm has the unit, or makes the product; the sentence that names it shows it."""
    made = owned.name.label is Label.PRODUCT
    rule = _PRODUCT_RULE if made else _RULE
    return Claim(
        subject=owner.name.key,
        type="DEVELOPED" if made else "HAS_UNIT",
        object=owned.name.key,
        evidence=(Evidence(sentence.start, sentence.end, EXTRACTOR, rule),),
        # Its name says so, and no sentence.
        modality=Modality.REPORTED,
        confidence=_PRODUCT_CONFIDENCE if made else _CONFIDENCE,
    )
