"""Objections: what the rules state that speaks against a fact which no rule states."""

from collections import defaultdict
from collections.abc import Collection

from graph.ontology import Label
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import Triple
from loaders.korean.learned.knowledge import knowledge
from loaders.korean.learned.pairs import RELATIONS, symmetric

_PARTS = frozenset(map(RELATIONS.index, ("HAS_SUBSIDIARY", "HAS_UNIT")))
_OWNING = _PARTS | {RELATIONS.index("HAS_STAKE_IN")}
_SHARED = frozenset(map(RELATIONS.index, ("LOCATED_IN", "COMPETES_WITH")))
"""What holds of an owner as often as of its part: where the part is, there is the owner."""
_SEATED = RELATIONS.index("LOCATED_IN")
_OWNED = frozenset(["child", "holding", "member"])
"""What the reference data calls what belongs to another."""
_INSTEAD = (("HAS_UNIT", "HAS_SUBSIDIARY"), ("PURSUES", "PARTNER_IN"))
"""Of two like these one holds: a unit is no company, and who joins an undertaking has no part in
starting it. No two ends in the labeled articles stand in both."""


class Objections:
    """What the facts that rules state in a document leave no room for."""

    def __init__(self, stated: Collection[Triple], found: Candidates) -> None:
        self._stated, self._found = frozenset(stated), found
        self._parts = {(s, o) for relation, s, o in self._stated if relation in _PARTS}
        self._ends: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for relation, subject, other in sorted(self._stated):
            self._ends[relation].append((subject, other))
            if relation in symmetric():
                self._ends[relation].append((other, subject))
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
        if relation == _SEATED and self._of_state(subject, other):
            return f"'{self._found.all[subject].surface}' is that state's own body"
        part = None if relation in _SHARED else self._part_in(*triple)
        return part and f"it says so of '{part}', which is a part of it"

    def _part_in(self, relation: int, subject: int, other: int) -> str | None:
        """The part of one end of which the rules state what this would state of the whole."""
        for one, another in self._ends[relation]:
            if another == other and self._is_part(one, subject):
                return self._found.all[one].surface
            if one == subject and relation not in _OWNING and self._is_part(another, other):
                return self._found.all[another].surface
        return None

    def _of_state(self, subject: int, place: int) -> bool:
        """Whether the country only says whose the body is: 미국 FDA."""
        body, state = self._found.all[subject].entry, self._found.all[place].entry
        if body is None or state is None or body.kind != "government":
            return False
        return body.country != "" and body.country == state.country

    def _is_part(self, part: int, whole: int) -> bool:
        """Whether the rules or the reference data say that the one belongs to the other."""
        if (whole, part) in self._parts:
            return True
        owner, owned = self._found.all[whole], self._found.all[part]
        if owner.label is not Label.ORGANIZATION or owned.label is not Label.ORGANIZATION:
            return False
        return not _OWNED.isdisjoint(knowledge(owner, owned))
