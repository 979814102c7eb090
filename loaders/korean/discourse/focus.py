"""The focus of a story: the one organization that it names most, its title counting more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.text.headings import BULLETS
from loaders.korean.words.words import Word
from loaders.reference import rows

_TITLE_WEIGHT = 3
_LEAD = 1.25
_OPENING = 6
_NOT_FIRMS = ("unit", "government")
_HEADS = (*BULLETS, "<", "[")


def focus_of(
    lines: Iterable[tuple[bool, Iterable[Name]]], *, lead: float = _LEAD
) -> tuple[Name, ...]:
    """The organization named most, by so much a `lead`; `lines` are (headline?, names) in order."""
    heard: Counter[str] = Counter()
    named: dict[str, Name] = {}
    for headline, names in lines:
        for name in names:
            if name.label is Label.ORGANIZATION and name.kind not in _NOT_FIRMS:
                heard[name.key] += _TITLE_WEIGHT if headline else 1
                named.setdefault(name.key, name)
    ranked = heard.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < lead * ranked[1][1]):
        return ()
    return (named[ranked[0][0]],)


def agreed(carried: Sequence[Name], first: Sequence[Name]) -> tuple[Name, ...]:
    """What the sentences before are about, where it is also what their line began with."""
    same = len(carried) == 1 and [n.key for n in carried] == [n.key for n in first]
    return tuple(carried) if same else ()


class Opened:
    """The first organization that a line of the text names: often the one that it is about."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._line = -1
        self.first: tuple[Name, ...] = ()
        self.fresh = True
        """Whether the sentence is the first of its line."""

    def begin(self, start: int) -> None:
        """Take in where the next sentence begins."""
        line = self._raw.rfind("\n", 0, start)
        self.fresh = line != self._line
        if line != self._line:
            self._line, self.first = line, ()

    def name(self, words: Sequence[Word]) -> None:
        """Take in what the sentence names."""
        if not self.first:
            self.first = next((firms(w)[:1] for w in words if firms(w)), ())


def firms(word: Word) -> tuple[Name, ...]:
    """The organizations that the word stands for, units and agencies left out."""
    if not word.names:
        return ()
    named = (n for n in word.names if n.label is Label.ORGANIZATION)
    return tuple(n for n in named if n.kind not in _NOT_FIRMS)


@cache
def _holdings() -> frozenset[str]:
    return frozenset(group.holding for group in rows.groups() if group.holding)


def groups_in_focus(
    lines: Sequence[tuple[str, Sequence[Name]]], focus: Sequence[Name]
) -> Mapping[str, Name]:
    """The business groups that a story opens with, or that head a list in it.

    A holding that the story is about stands for its group where no group is named.
    """
    found: dict[str, Name] = {}
    for number, (text, names) in enumerate(lines):
        if number >= _OPENING and not text.startswith(_HEADS):
            continue
        for name in names:
            if name.entry is not None and name.entry.kind == "group":
                known = found.get(name.entry.group)
                if known is None or len(name.surface) > len(known.surface):
                    found[name.entry.group] = name
    for name in focus:
        if name.entry is not None and name.entry.name in _holdings():
            found.setdefault(name.entry.group, name)
    return found


def speaks_of(focus: Iterable[Name], name: Name) -> bool:
    """Whether the story's focus is this name, be it cut short: 페리지 of 페리지에어로스페이스."""
    return any(
        name.key == other.key
        or name.surface.startswith(other.surface)
        or other.surface.startswith(name.surface)
        for other in focus
    )
