"""Resolution: files the keys that a change touches under their entities, and says which moved."""

from collections.abc import Collection
from dataclasses import dataclass

from graph.identity import entities_of
from graph.keys import Key, KeyTie, TieBasis, scope_of
from graph.stores.writing import Transaction


@dataclass(frozen=True, slots=True)
class Resolved:
    """The touched keys' entities before and after, and the entities that keys moved between.

    A key that is new has no entity before, one that is gone has none after;
    neither moves a claim that was there, so neither counts as a move.
    """

    before: dict[Key, str]
    after: dict[Key, str]
    moved: frozenset[str]


class Resolution:
    """One change's resolution: `begin` before the index changes, `finish` after."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._before: dict[Key, str] = {}
        self._touched: set[Key] = set()

    def begin(self, touched: Collection[Key]) -> None:
        """Note where the keys that will change, and those beside them, are filed now."""
        self._touched = self._with_companions(touched)

    def finish(self) -> Resolved:
        """File every key anew that the change can have moved.

        Names that stand alone come first; what they scope (persons, initiatives, units)
        follows, and follows again for as long as an owner moves and takes it along.
        """
        alone = {key for key in self._touched if scope_of(key) is None}
        waiting, after = [alone, self._touched - alone], dict[Key, str]()
        while waiting:
            filed, moved = self._settle(waiting.pop(0))
            after |= filed
            if moved and (within := self._transaction.keys_within(moved)):
                waiting.append(self._with_companions(within))
        before = self._before
        moved_between = {
            entity
            for key in before.keys() & after.keys()
            if before[key] != after[key]
            for entity in (before[key], after[key])
        }
        return Resolved(before, after, frozenset(moved_between))

    def _with_companions(self, keys: Collection[Key]) -> set[Key]:
        """The keys, and all that are filed under the same entities."""
        known = self._note(keys)
        entities = {entity for entity in known.values() if entity is not None}
        companions = {k for ks in self._transaction.keys_of(entities).values() for k in ks}
        self._note(companions)
        return set(keys) | companions

    def _note(self, keys: Collection[Key]) -> dict[Key, str | None]:
        known = self._transaction.assigned(keys)
        for key, entity in known.items():
            if entity is not None:
                self._before.setdefault(key, entity)
        return known

    def _settle(self, keys: Collection[Key]) -> tuple[dict[Key, str], list[Key]]:
        """Find all that the keys are tied to and file it; also gives the keys that moved."""
        ties: set[KeyTie] = set()
        reached, frontier = set(keys), set(keys)
        while frontier:
            found = set(self._transaction.ties(frontier)) | self._ties_by_owner(frontier)
            ties |= found
            frontier = {key for t in found for key in (t.a, t.b)} - reached
            # A set that falls apart leaves keys behind that no tie leads to any more.
            frontier |= self._with_companions(frontier) - reached
            reached |= frontier
        existing = self._note(reached)
        after = entities_of(existing.keys(), ties)
        moved = {key: entity for key, entity in after.items() if existing[key] != entity}
        self._transaction.assign(moved)
        return after, sorted(moved)

    def _ties_by_owner(self, keys: Collection[Key]) -> set[KeyTie]:
        """The ties of one name within two keys of one owner."""
        scopes = {key: scope for key in keys if (scope := scope_of(key)) is not None}
        if not scopes:
            return set()
        owners = self._transaction.assigned(set(scopes.values()))
        companions = self._transaction.keys_of({o for o in owners.values() if o is not None})
        ties = set()
        for key, scope in scopes.items():
            name = key.partition("@")[0]
            for companion in companions.get(owners.get(scope) or "", []):
                if companion != scope:
                    ties.add(KeyTie.of(key, f"{name}@{companion}", TieBasis.SCOPE))
        existing = self._transaction.assigned({k for t in ties for k in (t.a, t.b)})
        return {t for t in ties if t.a in existing and t.b in existing}
