"""Endings: what a word shows itself to be by how it ends."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.fields.sectors import is_sector
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import LONGEST_PARTICLE, REMEMBERED, stem
from loaders.reference.gazetteer import Gazetteer

_LONGEST_NAME = 40
_NUMBERED = re.compile(r"제\d{1,2}")


@dataclass(frozen=True, slots=True)
class Ended:
    """A word without its particle, what it names, and by which ending."""

    name: str
    label: Label
    kind: str | None
    end: str


class Endings:
    """Tells a unit, a site and a company by the end of the word; every word is looked at once."""

    def __init__(
        self, gazetteer: Gazetteer, lexicon: Lexicon, proper: Callable[[str], bool]
    ) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._proper = proper
        self.of = lru_cache(REMEMBERED)(self._of)

    def _of(self, word: str) -> Ended | None:
        """What the word names; None where its end does not tell."""
        if len(word) > _LONGEST_NAME + LONGEST_PARTICLE:
            return None
        # `라온저축은행` ends with what may be a particle, too.
        whole = word if self._lexicon.company_ending.search(word) else stem(word, self._lexicon)
        if not 3 <= len(whole) <= _LONGEST_NAME or self._lexicon.firm_noun.search(whole):
            return None
        if whole.endswith("장") and self._lexicon.unit_ending.search(whole[:-1]):
            whole = whole[:-1]
        if (m := self._lexicon.unit_ending.search(whole)) and m.start() >= 2:
            return Ended(whole, Label.ORGANIZATION, self._lexicon.unit_kind[m[0]], m[0])
        if (m := self._lexicon.site_ending.search(whole)) and self._site(whole, m):
            return Ended(whole, Label.PLACE, None, m[0])
        if (m := self._lexicon.company_ending.search(whole)) and self._firm(whole, m):
            return Ended(whole, Label.ORGANIZATION, self._lexicon.company_kind[m[0]], m[0])
        return None

    def _site(self, whole: str, ending: re.Match[str]) -> bool:
        """`창원공장` is a place; `합작공장` and `배터리공장` are kinds of plant."""
        head = whole[: ending.start()]
        entry = self._gazetteer.named(head)
        if entry is not None and entry.label is Label.PLACE:
            return True
        return len(head) >= 2 and (self._proper(head) or bool(_NUMBERED.fullmatch(head)))

    def _firm(self, whole: str, ending: re.Match[str]) -> bool:
        """A firm's ending counts after a group's name, or after two syllables of its own."""
        if is_sector(whole):  # 신재생에너지
            return False
        head = whole[: ending.start()]
        entry = self._gazetteer.named(head)
        if entry is not None and entry.label is Label.ORGANIZATION:
            return True
        return len(ending[0]) >= 3 and len(head) >= 2 and entry is None
