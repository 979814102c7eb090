"""Membership: in a story about a business group, the firms known to be its own are its members.

The story says so by being about the group; each member's evidence is the sentence in which it
first acts.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.korean.names import Name
from loaders.korean.text.headings import BULLETS
from loaders.korean.words.words import Word

RULE = "member-of-the-story's-group"
CONFIDENCE = 0.8
_FEWEST = 3
_FEWEST_BARE = 5
"""A bare `LG` may be the holding, so that more of its firms must show."""
_KINDS = frozenset(["company", "fund", None])
_ROLES = ("은", "이", "도", "의", "에서은", "와")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A firm where it first acts in the story: the number of the sentence."""

    name: Name
    sentence: int


class Members:
    """Collects the firms that act in a story, and tells which are of its group."""

    def __init__(self, head: Mapping[str, Name]) -> None:
        self._head = head
        self._seen: dict[str, Appearance] = {}

    def note(self, number: int, words: Sequence[Word], whole: Sequence[Word]) -> None:
        """Take in one sentence's words; a list's entry (`▲ X 대표 …`) names without particles.

        `whole` are the words before phrases were shrunk, which leaves the person of `X은행장 Y`.
        """
        entry = bool(whole) and whole[0].text in BULLETS
        for word in whole if entry else words:
            if word.particle not in _ROLES and not (entry and not word.particle):
                continue
            for name in word.names:
                if name.entry is not None and name.entry.group in self._head:
                    self._seen.setdefault(name.key, Appearance(name, number))

    def found(self, bought: Container[str]) -> Iterator[tuple[Name, Appearance]]:
        """The group and each member, where enough members show that the story is about them.

        What the story tells to be `bought` it does not tell to be a member.
        """
        for group, name in self._head.items():
            own = [
                a
                for a in self._seen.values()
                if a.name.entry is not None
                and a.name.entry.group == group
                and a.name.key != name.key
                and a.name.kind in _KINDS
                and a.name.key not in bought
                and not is_own_holding(name, a.name)
            ]
            if len(own) >= (_FEWEST if name.surface.endswith("그룹") else _FEWEST_BARE):
                yield from ((name, appearance) for appearance in own)


def is_own_holding(group: Name, member: Name) -> bool:
    """`㈜한화` of 한화그룹: the holding that goes by the group's own name."""
    return _bare(group) == _bare(member)


def is_of_other_group(owner: Name, member: Name) -> bool:
    """Whether the reference data gives the member a group that the owner is not of."""
    if member.entry is None or not member.entry.group:
        return False
    return owner.entry is None or owner.entry.group != member.entry.group


def _bare(name: Name) -> str:
    known = name.entry.name if name.entry is not None else name.surface
    return known.strip("㈜").removesuffix("그룹").removesuffix("지주").removesuffix("금융")
