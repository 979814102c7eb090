"""Names that a sentence introduces: `업체 X`, `브랜드 X`, `A전자, X와`, `X Y(Latin gloss)`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.ontology import Label
from loaders.korean.lexicon import Lexicon
from loaders.korean.names import ACTS, Name, introduces, stem, words_of
from loaders.korean.naming.model_names import is_model
from loaders.korean.naming.towns import KIND, towns
from loaders.korean.text.masking import Masked
from loaders.reference.gazetteer import Gazetteer

_OBJECT = re.compile(r"(?<=..)(?:[을를은는이가의와과도]|으?로|에(?:는|서|선)?|까지|부터)$")
_LISTED_ON = re.compile(r",|·| 등")
_ABBREVIATION = re.compile(r"[A-Za-z]{2,6}")
_LATIN_NAME = re.compile(r"[A-Z][\w&.\-’']*(?: [A-Z][\w&.\-’']*){1,3}")
_TAKES = ACTS | {"을", "를", "도", "이다", "다", "이며", "에", "에는", "에서", "로", "으로"}
_LISTED = ACTS | {"을", "를", "도", ""}
_PARTS = 4
_HELD = re.compile(
    r"(?:[을를이가] (?:\S{1,8} ){0,2}?(?:개최|주최|주관|발족|결성|출범)"
    r"|에 (?:\S{1,8} )?(?:참가|참여|선정|합류|동참|가입|입주|출전|응모|도전장|출사표|뽑[혔혀힌히]))"
)
"""What is done with an undertaking, and with nothing else that has a quoted name."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that the document introduces, and how (`by`).

    `certain` needs no look at its morphemes.
    """

    surface: str
    label: Label
    kind: str | None
    by: str
    certain: bool = False


class Introductions:
    """Finds the names that sentences introduce, with the text of the raw document at hand."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon

    def of(self, raw: str, masked: Masked, names: list[Name]) -> Iterator[Introduction]:
        """The introductions of one sentence, in no order that matters."""
        text = masked.text
        taken = {i for n in names if not is_model(n) for i in range(n.start, n.end)}
        ends = {bracket.at for bracket in masked.brackets} | {b for _, b in masked.quotes}
        short = {
            bracket.at
            for bracket in masked.brackets
            if _ABBREVIATION.fullmatch(raw[bracket.start : bracket.end])
        }
        words = words_of(text)
        for town in towns(text, names, self._lexicon):
            yield Introduction(town, Label.PLACE, KIND, "after a place that it lies in")
        yield from self._listed(text, names, words, taken)
        yield from self._grouped(words, taken)
        yield from self._glossed(raw, masked, words)
        yield from self._undertakings(masked)
        closed = ends - short
        for i, word in enumerate(words[:-1]):
            if word[0].endswith(self._lexicon.product_sorts):
                yield from self._product(masked, word, words[i + 1], ends, taken)
                continue
            yield from self._firm(masked, words, i, ends, closed, taken)

    def _firm(
        self,
        masked: Masked,
        words: Sequence[re.Match[str]],
        i: int,
        ends: set[int],
        closed: set[int],
        taken: set[int],
    ) -> Iterator[Introduction]:
        """`업체 X`, `미국 X`: a word after a kind of firm or a country."""
        text, word, following = masked.text, words[i], words[i + 1]
        by = f"after {word[0]}"
        country = self._is_country(word[0])
        if not (country or introduces(word[0], self._lexicon)) or word.end() in closed:
            return
        quoted = next((q for q in masked.quotes if q[0] == following.start()), None)
        if quoted and quoted[0] == word.end() + 1:
            surface = text[quoted[0] : quoted[1]]
            if not country:
                yield Introduction(surface, Label.ORGANIZATION, kind_of(word[0]), by, certain=True)
            return
        if text[word.end() : following.start()] != " " or following.start() in taken:
            return
        if country and not self._acts(following, ends):
            return
        name = self._introduced(text, following, words[i + 2 :], ends)
        if name and not introduces(name, self._lexicon):
            yield Introduction(name, Label.ORGANIZATION, kind_of(word[0]), by)

    def _is_country(self, word: str) -> bool:
        entry = self._gazetteer.named(word)
        return entry is not None and entry.label is Label.PLACE and entry.kind == "country"

    def _product(
        self,
        masked: Masked,
        sort: re.Match[str],
        word: re.Match[str],
        ends: set[int],
        taken: set[int],
    ) -> Iterator[Introduction]:
        """`치료제 가나다를`, `브랜드 모아(MOA)`: a word after a sort of product is one."""
        beside = masked.text[sort.end() : word.start()] == " " and sort.end() not in ends
        if not beside or word.start() in taken:
            return
        by = f"after {sort[0]}"
        if word.end() in ends or _LISTED_ON.match(masked.text, word.end()):
            yield Introduction(word[0], Label.PRODUCT, None, by)
        elif (name := _OBJECT.sub("", word[0])) != word[0]:
            yield Introduction(name, Label.PRODUCT, None, by)

    def _listed(
        self, text: str, names: list[Name], words: Sequence[re.Match[str]], taken: set[int]
    ) -> Iterator[Introduction]:
        """`X전자, 가나다와`, `X전자와 가나다가`: what stands in a list with a firm is one."""
        ends = {
            n.end
            for n in names
            if n.label is Label.ORGANIZATION and n.kind not in ("unit", "government")
        }
        for word in words:
            if word.start() in taken or len(word[0]) < 3:
                continue
            begin = word.start()
            link = next((end for end in _LINKS if text.endswith(end, 0, begin)), None)
            if link is None or begin - len(link) not in ends:
                continue
            name = self._stem(word[0])
            particle = word[0][len(name) :]
            if particle.startswith("사"):
                name, particle = name + "사", particle[1:]
            following = text[word.end() : word.end() + 1]
            if particle in _LISTED and (particle or following in ",·"):
                yield Introduction(name, Label.ORGANIZATION, "company", "in a list with a firm")

    def _grouped(self, words: Sequence[re.Match[str]], taken: set[int]) -> Iterator[Introduction]:
        """`코오롱글로텍은`: a group's name with more after it is one of its firms."""
        for word in words:
            name = self._stem(word[0])
            if word.start() in taken or not 4 <= len(name) <= 14:
                continue
            for cut in range(len(name) - 2, 1, -1):
                entry = self._gazetteer.named(name[:cut])
                if entry is not None and entry.label is Label.ORGANIZATION and entry.group:
                    if word[0][len(name) :] in _TAKES and self._is_own(name, cut):
                        by = f"after the group's {name[:cut]}"
                        yield Introduction(name, Label.ORGANIZATION, "company", by)
                    break

    def _is_own(self, name: str, cut: int) -> bool:
        rest = name[cut:]
        unit = self._lexicon.unit_ending.search(name) or self._lexicon.site_ending.search(name)
        common = introduces(name, self._lexicon) or rest in self._lexicon.titles
        return not (unit or common) and rest not in self._lexicon.particles

    def _glossed(
        self, raw: str, masked: Masked, words: Sequence[re.Match[str]]
    ) -> Iterator[Introduction]:
        """`가나 다라(Gana Dara)`: as many words as the gloss has are one name."""
        for bracket in masked.brackets:
            gloss = raw[bracket.start : bracket.end]
            if not _LATIN_NAME.fullmatch(gloss):
                continue
            size = min(len(gloss.split()), _PARTS)
            last = next((i for i, w in enumerate(words) if w.end() == bracket.at), None)
            if last is None or last + 1 < size:
                continue
            run = words[last + 1 - size : last + 1]
            known = self._gazetteer.named(run[0][0])
            whole = masked.text[run[0].start() : run[-1].end()]
            if known is None or known.label is not Label.ORGANIZATION or len(run) < 2:
                continue
            if self._lexicon.unit_ending.search(whole) or "  " in whole or "," in whole:
                continue
            by = f"as many words as {gloss}"
            yield Introduction(whole, Label.ORGANIZATION, "company", by, certain=True)

    def _undertakings(self, masked: Masked) -> Iterator[Introduction]:
        """`프로그램 ‘가나’`, `‘가나’ 전략`: a quoted name beside a kind of undertaking is one."""
        for start, end in masked.quotes:
            before, after = masked.text[:start].rstrip(), masked.text[end:].lstrip()
            kinds = self._lexicon.undertaking_kinds
            beside = before.endswith(kinds) and len(before) >= start - 1
            follows = stem(after.split(" ")[0], self._lexicon) in kinds if after else False
            held = _HELD.match(after) is not None and not introduces(
                before.split(" ")[-1], self._lexicon
            )
            if beside or follows or held:
                surface = masked.text[start:end]
                by = "held or joined" if held else "beside a kind of undertaking"
                yield Introduction(surface, Label.INITIATIVE, None, by, certain=True)

    def _acts(self, word: re.Match[str], ends: set[int]) -> bool:
        """After a country, a firm is glossed or has a subject's or object's particle."""
        particle = word[0][len(self._stem(word[0])) :]
        return word.end() in ends or particle in ACTS | {"을", "를", "도", "이다", "다", "이며"}

    def _introduced(
        self, text: str, word: re.Match[str], rest: Sequence[re.Match[str]], ends: set[int]
    ) -> str | None:
        """The name that begins at the word: up to a bracket, a comma or a particle."""
        last = word
        for following in [word, *rest][:4]:
            last = following
            stem_ = self._stem(following[0])
            if following.end() in ends or stem_ != following[0]:
                break
            if text[following.end() : following.end() + 1] != " ":
                break
        if last.end() in ends:
            return _proper(text[word.start() : last.end()])
        tail = self._stem(last[0])
        return _proper(text[word.start() : last.start()] + tail)

    def _stem(self, word: str) -> str:
        return stem(word, self._lexicon)


_LINKS = (", ", "·", "와 ", "과 ")


def kind_of(word: str) -> str:
    """The kind of organization that the introducing noun names."""
    if "합작" in word:
        return "joint_venture"
    return "fund" if word.endswith(("펀드", "캐피털", "운용사")) else "company"


def _proper(name: str) -> str | None:
    name = name.strip(" .,")
    return name if len(name) >= 2 and not name.isdigit() else None
