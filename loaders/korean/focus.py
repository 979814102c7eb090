"""The focus of a story: the one organization that it names most, its title counting more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.ontology import Label
from loaders.korean.names import Name
from loaders.reference import rows

_TITLE_WEIGHT = 3
_LEAD = 1.25
_OPENING = 6
_HEADS = ("■", "◇", "□", "◆", "●", "<", "[")


def focus_of(lines: Iterable[tuple[bool, Iterable[Name]]]) -> tuple[Name, ...]:
    """The organization named clearly most; `lines` are (headline?, names) in order."""
    heard: Counter[str] = Counter()
    named: dict[str, Name] = {}
    for headline, names in lines:
        for name in names:
            if name.label is Label.ORGANIZATION and name.kind not in ("unit", "government"):
                heard[name.key] += _TITLE_WEIGHT if headline else 1
                named.setdefault(name.key, name)
    ranked = heard.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return ()
    return (named[ranked[0][0]],)


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
