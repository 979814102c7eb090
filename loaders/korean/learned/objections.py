"""Objections: what the rules state that speaks against a fact which no rule states."""

from collections import defaultdict
from collections.abc import Collection

from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import Triple, canonical
from loaders.korean.learned.pairs import RELATIONS

_PARTS = frozenset(map(RELATIONS.index, ("HAS_SUBSIDIARY", "HAS_UNIT")))
_OWNING = _PARTS | {RELATIONS.index("HAS_STAKE_IN")}
_SHARED = frozenset(map(RELATIONS.index, ("LOCATED_IN", "COMPETES_WITH")))
"""What holds of an owner as often as of its part: where the part is, there is the owner."""
_INSTEAD = (("HAS_UNIT", "HAS_SUBSIDIARY"), ("PURSUES", "PARTNER_IN"))
"""Of two like these one holds: a unit is no company, and who joins an undertaking has no part in
starting it. No two ends in the labeled articles stand in both."""


class Objections:
    """What the facts that rules state in a document leave no room for."""

    def __init__(self, stated: Collection[Triple], found: Candidates) -> None:
        self._stated, self._found = frozenset(stated), found
        self._parts: dict[int, list[int]] = defaultdict(list)
        for relation, subject, other in sorted(self._stated):
            if relation in _PARTS:
                self._parts[subject].append(other)
        self._instead: dict[int, int] = {}
        for one, another in _INSTEAD:
            a, b = RELATIONS.index(one), RELATIONS.index(another)
            self._instead |= {a: b, b: a}

    def to(self, triple: Triple) -> str | None:
        """What speaks against the fact, if anything does."""
        relation, subject, other = triple
        instead = self._instead.get(relation)
        if instead is not None and (instead, subject, other) in self._stated:
            return f"it says that {RELATIONS[instead]} holds of them"
        part = self._part_in(triple)
        return part and f"it says so of '{part}', which is a part of it"

    def _part_in(self, triple: Triple) -> str | None:
        """The part of one end of which the rules state what this would state of the whole."""
        relation, subject, other = triple
        if relation in _SHARED:
            return None
        told = {part: canonical(relation, part, other) for part in self._parts[subject]}
        if relation not in _OWNING:
            told |= {part: canonical(relation, subject, part) for part in self._parts[other]}
        parts = (part for part, fact in told.items() if fact in self._stated)
        return next((self._found.all[part].surface for part in parts), None)
