"""Neighbors: what stands beside a word of a sentence and shows it to name an organization."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.ontology import Label
from loaders.korean.names import WORD, Learned, Name
from loaders.korean.strangers.cues import cues
from loaders.korean.text.headings import BULLETS, opens_line
from loaders.korean.text.masking import Masked

PARTICLE = re.compile(
    r"(?:(?<=.)(?:[은는이가을를와과의도]|에(?:서|게)?[는도]?|으?로|(?:으?로|에게)부터|측[이은의]?"
    r"|[와과][는도의]|까지|이?다|이?며|이?라[는고]))$"
)
"""What a name may be followed by within its word, and what no name ends with as a rule."""
_REACH = 40
_NEAR = 14
_BEFORE = 16
_LATIN = re.compile(r"[A-Z][A-Za-z]*[a-z]|[A-Z]{4}")
_SUBJECT = frozenset("은는이가도")
_OBJECT = frozenset("을를")
_WITH = ("와", "과")
_TO = ("에", "로부터", "으로부터")
_TOWNS = ("에", "의", "로", "으로")
_LINKS = (", ", "·", "와 ", "과 ")
_OWNER = re.compile(r"(?:회장|대표|창업자|창업주|의장|사장|가문|일가|형제)의$")
_FIELD = re.compile(r"(?:분야|기반|업계|시장|중심|출신)의$")
_CALLED = ("라는", "이라는")
_AHEAD = 3
_BULLETS = frozenset(BULLETS)


_LINKING = frozenset(["르", "반", "판", "폰", "드", "델", "알", "빈", "뒤", "디"])
"""What stands inside a foreign person's name: `티에리 르 에나프`."""


class Seen(NamedTuple):
    """A word at `[start, end)` without its `particle`, in the sentence's text."""

    start: int
    end: int
    particle: str
    word_end: int


def _bare(word: str) -> str:
    return PARTICLE.sub("", word)


def _is_firm(known: Learned) -> bool:
    return known.label is Label.ORGANIZATION and known.kind not in ("unit", "government")


@dataclass(frozen=True, slots=True)
class Tests:
    """What is asked of single words: whether one is a name's, and whether it is a kind of firm."""

    name: Callable[[str], bool]
    kind: Callable[[str], bool]


class Neighbors:
    """What stands beside the words of one sentence."""

    def __init__(
        self,
        raw: str,
        masked: Masked,
        names: Sequence[Name],
        learned: Mapping[str, Learned],
        tests: Tests,
    ) -> None:
        self._text = masked.text
        self._tests = tests
        self._opens = opens_line(raw, masked)
        self._title = not raw[: masked.raw[0]].strip() if masked.raw else False
        self._quotes = {end for _, end in masked.quotes}
        self._glossed = {b.at for b in masked.brackets if _LATIN.match(raw, b.start)}
        self.taken = {i for name in names for i in range(name.start, name.end)}
        self.taken |= {i for start, end in masked.quotes for i in range(start, end)}
        firm = [n for n in names if n.label is Label.ORGANIZATION and n.kind != "government"]
        firm = [n for n in firm if n.kind != "unit"]
        self._starts, self._ends = {n.start for n in firm}, {n.end for n in firm}
        places = [n for n in names if n.label is Label.PLACE]
        self._places = {n.end for n in places}
        self._countries = {n.end: n.start for n in places if n.kind_of_place == "country"}
        self._after_country = {start: end + 1 for end, start in self._countries.items()}
        for surface, known in learned.items():
            at = self._text.find(surface)
            while at >= 0:
                end = at + len(surface)
                self.taken.update(range(at, end))
                if _is_firm(known):
                    self._starts.add(at)
                    self._ends.add(end)
                at = self._text.find(surface, end)

    def of(self, seen: Seen) -> dict[str, int]:
        """What stands beside the word, with its weight; nothing where it is a part of a name."""
        return {
            **self._opening(seen),
            **self._before(seen),
            **self._after(seen),
            **self._done(seen),
            **self._listed(seen),
        }

    def _opening(self, seen: Seen) -> dict[str, int]:
        """`▲ X=`, `◇ X, …`, and a title's first words: `X, …`."""
        if seen.particle or not self._opens:
            return {}
        before, follows = self._text[: seen.start].strip(), self._text[seen.word_end :][:2].strip()
        if before in _BULLETS and (not follows or follows[0] in ",=:—–"):
            return {"heads": 1}
        return {"title": 1} if self._title and not before and follows[:1] == "," else {}

    def _before(self, seen: Seen) -> dict[str, int]:
        before = self._text[max(0, seen.start - _BEFORE) : seen.start]
        found: dict[str, int] = {}
        if not before.endswith(" "):
            return found
        known, before = cues(), before[:-1]
        if before.endswith(known.kinds):
            found["kind"] = 2
        if f" {before}".endswith(known.ties):
            found["tie"] = 2
        if known.makes.search(before):
            found["makes"] = 1
        if before.endswith("의"):
            return {**found, **self._possessed(seen, before)}
        if seen.start - 1 in self._ends:
            found["owned"] = -2
        if seen.start - 1 in self._countries and seen.particle:
            town = seen.particle.startswith(_TOWNS) and seen.end not in self._glossed
            found["country"] = 0 if town else 2
        return found

    def _possessed(self, seen: Seen, before: str) -> dict[str, int]:
        """`‘나래’의 X`, `홍 회장의 X`, `대전의 X`: whose it is, where, or known for what."""
        owner = seen.start - 2
        if owner in self._ends:
            return {"owned": -2}
        if owner in self._quotes or _OWNER.search(before):
            return {"known for": 2}
        there = owner in self._places or _FIELD.search(before)
        return {"place": 1} if there and seen.particle else {}

    def _after(self, seen: Seen) -> dict[str, int]:
        gloss = {"gloss": 0} if seen.end in self._glossed else {}
        return {**gloss, **self._headed(seen)}

    def _headed(self, seen: Seen) -> dict[str, int]:
        if seen.particle.startswith("측"):
            return {"side": 2}
        if self._text[seen.word_end : seen.word_end + 1] != " ":
            return {}
        if seen.particle in _CALLED or self._text.startswith(" 같은 ", seen.word_end):
            return {"such": 2} if self.is_kind_ahead(seen.word_end) else {}
        if seen.particle not in ("", "의"):
            return {}
        following = WORD.match(self._text, seen.word_end + 1)
        head = _bare(following[0]) if following is not None else ""
        if head in cues().posts:
            return {} if self._has_bare_before(seen) else {"post": 2}
        chair = following is not None and self._text.startswith(" 의장", following.end())
        if head in cues().heads and chair and self._has_bare_before(seen):
            return {}  # `이름 성 이사회 의장`
        return {"head": 2} if head in cues().heads and not self._joined(seen) else {}

    def is_kind_ahead(self, at: int) -> bool:
        """Whether a noun for a kind of firm stands a word or two after the place."""
        ahead = self._text[at : at + _REACH].split()[:_AHEAD]
        return any(self._tests.kind(_bare(word)) for word in ahead)

    def _has_bare_before(self, seen: Seen) -> bool:
        """Whether a word without a particle stands right before: `존 반 스코터 CEO`."""
        if self._text[seen.start - 1 : seen.start] != " " or seen.start - 1 in self._countries:
            return False
        word = self._text[: seen.start - 1].rsplit(" ", 1)[-1]
        return bool(word) and word[-1] not in ",·…" and not PARTICLE.search(word)

    def _joined(self, seen: Seen) -> bool:
        """Whether the first part of a name stands right before: `토니 오타비아노 CEO`."""
        before = self._text[: seen.start].rstrip(" ").rsplit(" ", 1)[-1]
        bare = self._has_bare_before(seen)
        return bare and (before in _LINKING or self._tests.name(before))

    def _done(self, seen: Seen) -> dict[str, int]:
        found = self._deeds(seen) if seen.particle else {}
        return {} if found and self._joined(seen) else found

    def _deeds(self, seen: Seen) -> dict[str, int]:
        """What is done by it, to it, with it or for it in the clause that it stands in."""
        rest = self._text[seen.word_end : seen.word_end + _REACH].partition(",")[0]
        known = cues()
        if seen.particle in _SUBJECT:
            return {"acts": 1} if known.acts.search(rest) else {}
        if seen.particle in _OBJECT:
            if known.things.search(rest[:_NEAR]):
                return {"thing": -3}
            return {"suffers": 1} if known.suffers.search(rest[:_NEAR]) else {}
        if seen.particle.startswith(_WITH):
            return {"joins": 1} if known.joins.search(rest) else {}
        if seen.particle.startswith(_TO):
            return {"gets": 1} if known.gets.search(rest) else {}
        return {}

    def next_in_list(self, seen: Seen) -> int | None:
        """Where the word begins that is listed right after this one."""
        if seen.particle in ("", *_WITH):
            for mark in (" " if seen.particle else ", ", "·"):
                if self._text.startswith(mark, seen.word_end):
                    at = seen.word_end + len(mark)
                    return self._after_country.get(at, at)
        return None

    def _listed(self, seen: Seen) -> dict[str, int]:
        found: dict[str, int] = {}
        listed = seen.particle or self._text.startswith((",", "·", " 등"), seen.word_end)
        begin = self._countries.get(seen.start - 1, seen.start)
        for link in _LINKS:
            at = begin - len(link)
            if listed and at in self._ends and self._text.startswith(link, at):
                found["after a firm"] = 1
        if self.next_in_list(seen) in self._starts and not self._joined(seen):
            found["before a firm"] = 1
        return found
