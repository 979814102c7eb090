"""The names in a sentence: known ones, others by how they end, and those of the document."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import Learned, Name, introduces, words_of
from loaders.korean.naming.endings import Endings
from loaders.korean.naming.known_names import HANGUL_TAIL, KnownNames
from loaders.korean.naming.model_names import models_in
from loaders.korean.text.masking import Masked
from loaders.korean.text.quoted import is_brand, is_defined, quoted_kind
from loaders.reference.gazetteer import Entry, Gazetteer

_BESIDE = 32
"""How much of a sentence is looked at before and after a quoted name."""
_REMEMBERED = 500
"""Of how many sentences the names that show by themselves are kept: of one long document's."""
QUOTED = "quotation marks"
_UNIT_BEFORE = re.compile(r"(?:조직|부서|전담팀|사업부|본부|태스크포스|부문) ?$")
_UNIT_AFTER = re.compile(r" ?(?:조직|부서|사업부|본부|부문|사업단|연구소|연구센터)(?![가-힣]{3})")


class NameFinder:
    """Finds the names of one document's sentences."""

    def __init__(
        self, gazetteer: Gazetteer, lexicon: Lexicon, proper: Callable[[str], bool]
    ) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._known = KnownNames(gazetteer, lexicon)
        self._endings = Endings(gazetteer, lexicon, proper)
        self._proper = proper
        self._shown = lru_cache(_REMEMBERED)(self._shown_by)

    def names(self, masked: Masked, learned: Mapping[str, Learned]) -> list[Name]:
        """The names that stand, none overlapping another; `learned` are the document's own."""
        known, built = self._shown(masked.text)
        own = self._learned(masked.text, learned)
        found = [
            *(self._as_brand(masked, name) for name in known),
            *own,
            *built,
            *self._quoted(masked),
        ]
        return [part for name in _apart(found) for part in self._known.parts(name)]

    def _shown_by(self, text: str) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """The names that the text shows whatever the document has learned: known, and by form."""
        models = models_in(text, self._lexicon, self._proper)
        return tuple(self._known.of(text)), (*self._built(text), *models)

    def ends_firm(self, word: str) -> bool:
        """Whether the word is what a company's name ends with."""
        return word in self._lexicon.company_kind

    def firmlike(self, word: str) -> bool:
        """Whether the word ends as a company's name does, after two syllables of its own."""
        ending = self._lexicon.company_ending.search(word)
        return ending is not None and ending.start() > 1 and len(ending[0]) > 1

    def plain(self, name: str) -> bool:
        """Whether it is no name of an organization: a kind of firm, a site."""
        site = bool(self._lexicon.site_ending.fullmatch(name))
        return site or introduces(name, self._lexicon)

    def _learned(self, text: str, learned: Mapping[str, Learned]) -> Iterator[Name]:
        for surface, known in learned.items():
            at = text.find(surface)
            while at >= 0:
                end = at + len(surface)
                if self._edges(text, at, end):
                    yield Name(
                        at, end, known.label, known.kind, None, 2, surface, known.of, by=known.by
                    )
                at = text.find(surface, end)

    def _edges(self, text: str, start: int, end: int) -> bool:
        if start and text[start - 1].isalnum():
            return False
        tail = HANGUL_TAIL.match(text, end)
        rest = tail[0] if tail else ""
        if not rest:
            return not text[end : end + 1].isalnum()
        return rest in self._lexicon.particles

    def _built(self, text: str) -> Iterator[Name]:
        for word in words_of(text):
            found = self._endings.of(word[0])
            if found is None:
                continue
            start, by = word.start(), f"its end …{found.end}"
            end = start + len(found.name)
            if found.kind == "institute" and (owner := self._owner(text, start)) is not None:
                yield Name(owner, end, found.label, found.kind, None, 1, text[owner:end], by=by)
            yield Name(start, end, found.label, found.kind, None, 1, found.name, by=by)

    def _quoted(self, masked: Masked) -> Iterator[Name]:
        """What stands in quotation marks is a name: a product's, until something says otherwise."""
        for start, end in masked.quotes:
            if is_defined(masked.text[end:]):
                continue
            surface = masked.text[start:end]
            before, after = masked.text[max(0, start - 8) : start], masked.text[end : end + 8]
            if _UNIT_BEFORE.search(before) or _UNIT_AFTER.match(after):
                yield Name(start, end, Label.ORGANIZATION, "unit", None, 1, surface, by=QUOTED)
                continue
            wide = masked.text[max(0, start - _BESIDE) : start], masked.text[end : end + _BESIDE]
            found = quoted_kind(surface, *wide, self._lexicon)
            if found == (Label.PRODUCT, None) and self._is_of_state(masked.text[:start]):
                found = Label.INITIATIVE, None
            if found is not None:
                yield Name(start, end, *found, None, 0, surface, by=QUOTED)

    def _is_of_state(self, before: str) -> bool:
        """Whether a ministry or an agency stands right before: what it has is an undertaking."""
        word = before.rstrip().rsplit(" ", 1)[-1]
        owner = self._gazetteer.named(word) or self._gazetteer.named(word.removesuffix("의"))
        return owner is not None and owner.kind == "government"

    def _as_brand(self, masked: Masked, name: Name) -> Name:
        """The name, as that of a product where quotation marks set a firm's brand apart."""
        entry, span = name.entry, (name.start, name.end)
        if entry is None or entry.kind != "company" or span not in masked.quotes:
            return name
        before, after = masked.text[: name.start], masked.text[name.end : name.end + _BESIDE]
        alias = entry.name != name.surface
        last = before.rstrip().rsplit(" ", 1)[-1]
        owner = self._gazetteer.named(last)  # `신한은행 ‘땡겨요’`
        owned = owner is not None and owner.label is Label.ORGANIZATION and owner != entry
        told = owned or is_brand(before[-_BESIDE:], after, alias=alias)
        if introduces(last, self._lexicon) or not told:
            return name
        product = Entry(
            f"product:{name.surface}",
            Label.PRODUCT,
            None,
            name.surface,
            (name.surface,),
            firms=(entry.id,) if alias else (),
        )
        return replace(name, label=Label.PRODUCT, kind=None, entry=product, by=QUOTED)

    def _owner(self, text: str, start: int) -> int | None:
        """Where the university or group begins that an institute's name begins with."""
        word = text[:start].rstrip(" ").rsplit(" ", 1)[-1]
        entry = self._gazetteer.named(word)
        if entry is None or entry.kind not in ("university", "group"):
            return None
        return start - 1 - len(word) if text[start - 1 : start] == " " else None


def _apart(found: Iterable[Name]) -> list[Name]:
    """The longest, then the surest, of those that overlap."""
    kept: list[Name] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda n: (n.start - n.end, -n.rank, n.start)):
        span = range(name.start, name.end)
        if not any(i in taken for i in span):
            kept.append(name)
            taken.update(span)
    return sorted(kept, key=lambda n: n.start)
