"""Neighbors: what stands beside a word of a sentence and shows it to name an organization."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from graph.ontology import Label
from loaders.korean.lexicon import any_of, load_data
from loaders.korean.masking import Masked
from loaders.korean.names import WORD, Learned, Name

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


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: list[str]
    ties: list[str]
    heads: list[str]
    makes: list[str]
    acts: list[str]
    suffers: list[str]
    joins: list[str]
    gets: list[str]
    things: list[str]


@dataclass(frozen=True, slots=True)
class _Cues:
    kinds: tuple[str, ...]
    ties: tuple[str, ...]
    heads: frozenset[str]
    makes: re.Pattern[str]
    acts: re.Pattern[str]
    suffers: re.Pattern[str]
    joins: re.Pattern[str]
    gets: re.Pattern[str]
    things: re.Pattern[str]


@cache
def _cues() -> _Cues:
    file = _File.model_validate(load_data("strangers"))
    return _Cues(
        kinds=tuple(kind + tail for kind in file.kinds for tail in ("", "인")),
        ties=tuple(f" {tie}{tail}" for tie in file.ties for tail in ("", "인", "은", "는")),
        heads=frozenset(file.heads),
        makes=re.compile(rf"[을를] (?:{any_of(file.makes)})$"),
        acts=re.compile(any_of(file.acts)),
        suffers=re.compile(any_of(file.suffers)),
        joins=re.compile(any_of(file.joins)),
        gets=re.compile(any_of(file.gets)),
        things=re.compile(any_of(file.things)),
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """A word at `[start, end)` without its `particle`, in the sentence's text."""

    start: int
    end: int
    particle: str
    word_end: int


def _is_firm(known: Learned) -> bool:
    return known.label is Label.ORGANIZATION and known.kind not in ("unit", "government")


class Neighbors:
    """What stands beside the words of one sentence."""

    def __init__(
        self,
        raw: str,
        masked: Masked,
        names: Sequence[Name],
        learned: Mapping[str, Learned],
        proper: Callable[[str], bool],
    ) -> None:
        self._text = masked.text
        self._proper = proper
        self._joins: dict[int, bool] = {}
        self._glossed = {b.at for b in masked.brackets if _LATIN.match(raw, b.start)}
        self.taken = {i for name in names for i in range(name.start, name.end)}
        self.taken |= {i for start, end in masked.quotes for i in range(start, end)}
        firm = [n for n in names if n.label is Label.ORGANIZATION and n.kind != "government"]
        firm = [n for n in firm if n.kind != "unit"]
        self._starts, self._ends = {n.start for n in firm}, {n.end for n in firm}
        self._countries = {n.end for n in names if n.kind_of_place == "country"}
        for surface, known in learned.items():
            at = self._text.find(surface)
            while at >= 0:
                end = at + len(surface)
                self.taken.update(range(at, end))
                if _is_firm(known):
                    self._starts.add(at)
                    self._ends.add(end)
                at = self._text.find(surface, end)

    def cues(self, seen: Seen) -> dict[str, int]:
        """What stands beside the word, with its weight; nothing where it is a part of a name."""
        return {**self._before(seen), **self._after(seen), **self._done(seen), **self._listed(seen)}

    def _before(self, seen: Seen) -> dict[str, int]:
        before = self._text[max(0, seen.start - _BEFORE) : seen.start]
        found: dict[str, int] = {}
        if not before.endswith(" "):
            return found
        cues, before = _cues(), before[:-1]
        if before.endswith(cues.kinds):
            found["kind"] = 2
        if f" {before}".endswith(cues.ties):
            found["tie"] = 2
        if cues.makes.search(before):
            found["makes"] = 1
        owner = seen.start - (2 if before.endswith("의") else 1)
        if owner in self._ends:
            found["owned"] = -2
        if seen.start - 1 in self._countries and seen.particle:
            found["country"] = 0 if seen.particle.startswith(_TOWNS) else 2
        return found

    def _after(self, seen: Seen) -> dict[str, int]:
        gloss = {"gloss": 0} if seen.end in self._glossed else {}
        return {**gloss, **self._headed(seen)}

    def _headed(self, seen: Seen) -> dict[str, int]:
        if seen.particle.startswith("측"):
            return {"side": 2}
        if seen.particle not in ("", "의") or self._text[seen.word_end : seen.word_end + 1] != " ":
            return {}
        following = WORD.match(self._text, seen.word_end + 1)
        if following is None or self._joined(seen):
            return {}
        head = PARTICLE.sub("", following[0])
        return {"head": 2} if head in _cues().heads else {}

    def _joined(self, seen: Seen) -> bool:
        """Whether the first part of a name stands right before: `토니 오타비아노 CEO`."""
        known = self._joins.get(seen.start)
        if known is None:
            known = self._joins[seen.start] = self._joins_on(seen)
        return known

    def _joins_on(self, seen: Seen) -> bool:
        if self._text[seen.start - 1 : seen.start] != " " or seen.start - 1 in self._countries:
            return False
        word = self._text[: seen.start - 1].rsplit(" ", 1)[-1]
        bare = bool(word) and word[-1] not in ",·…" and not PARTICLE.search(word)
        return bare and self._proper(word)

    def _done(self, seen: Seen) -> dict[str, int]:
        if self._joined(seen) or not seen.particle:
            return {}
        rest = self._text[seen.word_end : seen.word_end + _REACH].partition(",")[0]
        cues = _cues()
        if seen.particle in _SUBJECT:
            return {"acts": 1} if cues.acts.search(rest) else {}
        if seen.particle in _OBJECT:
            if cues.things.search(rest[:_NEAR]):
                return {"thing": -3}
            return {"suffers": 1} if cues.suffers.search(rest[:_NEAR]) else {}
        if seen.particle.startswith(_WITH):
            return {"joins": 1} if cues.joins.search(rest) else {}
        if seen.particle.startswith(_TO):
            return {"gets": 1} if cues.gets.search(rest) else {}
        return {}

    def _listed(self, seen: Seen) -> dict[str, int]:
        found: dict[str, int] = {}
        listed = seen.particle or self._text.startswith((",", "·", " 등"), seen.word_end)
        for link in _LINKS:
            at = seen.start - len(link)
            if listed and at in self._ends and self._text.startswith(link, at):
                found["after a firm"] = 1
        if seen.particle in ("", *_WITH) and not self._joined(seen):
            link = " " if seen.particle else ", "
            for mark in (link, "·"):
                at = seen.word_end + len(mark)
                if self._text.startswith(mark, seen.word_end) and at in self._starts:
                    found["before a firm"] = 1
        return found
