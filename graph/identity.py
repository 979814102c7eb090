"""Identity: which keys are one entity, as a function of the ties between them alone."""

from collections.abc import Collection, Iterable

from graph.keys import Key, KeyTie, TieBasis, identifier_of, key_id

_FIRMNESS = {basis: n for n, basis in enumerate(TieBasis)}


def entities_of(keys: Collection[Key], ties: Iterable[KeyTie]) -> dict[Key, str]:
    """The entity id of each key.

    Ties join keys from the firmest to the weakest, and in the keys' own order among equals,
    so the order in which they were read does not matter.
    A tie that would give one entity two values of a unique identifier joins nothing;
    a name that documents tie to two such values belongs to neither.
    Keys that a person called different stay apart, whatever ties them.
    """
    known = set(keys)
    between = [t for t in set(ties) if t.a in known and t.b in known]
    sets = _Sets([(t.a, t.b) for t in between if t.basis is TieBasis.DIFFERENT])
    joining = [t for t in between if t.basis is not TieBasis.DIFFERENT]
    ambiguous = _ambiguous_names(joining)
    for tie in sorted(joining, key=lambda t: (_FIRMNESS[t.basis], t.a, t.b)):
        if tie.basis is TieBasis.JUDGEMENT or not _names_an_ambiguity(tie, ambiguous):
            sets.join(tie.a, tie.b)
    members: dict[Key, list[Key]] = {}
    for key in known:
        members.setdefault(sets.find(key), []).append(key)
    return {key: key_id(_foremost(group)) for group in members.values() for key in group}


def _ambiguous_names(ties: Iterable[KeyTie]) -> set[Key]:
    """The names tied to two values of one unique identifier."""
    values: dict[tuple[Key, str], set[str]] = {}
    for tie in ties:
        for name, other in ((tie.a, tie.b), (tie.b, tie.a)):
            identifier = identifier_of(other)
            if identifier is not None and identifier_of(name) is None:
                scheme, value = identifier
                values.setdefault((name, scheme), set()).add(value)
    return {name for (name, _), found in values.items() if len(found) > 1}


def _names_an_ambiguity(tie: KeyTie, ambiguous: Collection[Key]) -> bool:
    return (tie.a in ambiguous and identifier_of(tie.b) is not None) or (
        tie.b in ambiguous and identifier_of(tie.a) is not None
    )


def _foremost(keys: Collection[Key]) -> Key:
    """The key that gives the entity its id: a name before an identifier, then by code point."""
    return min(keys, key=lambda key: (identifier_of(key) is not None, key))


class _Sets:
    """Disjoint sets of keys that refuse to hold two values of one identifier, or a pair apart."""

    def __init__(self, apart: Collection[tuple[Key, Key]]) -> None:
        self._apart = apart
        self._parent: dict[Key, Key] = {}
        self._identifiers: dict[Key, dict[str, str]] = {}

    def find(self, key: Key) -> Key:
        parent = self._parent.get(key, key)
        if parent == key:
            return key
        root = self._parent[key] = self.find(parent)
        return root

    def join(self, a: Key, b: Key) -> None:
        a, b = self.find(a), self.find(b)
        ours, theirs = self._of(a), self._of(b)
        if a == b or any(ours.get(scheme, value) != value for scheme, value in theirs.items()):
            return
        if any({self.find(x), self.find(y)} == {a, b} for x, y in self._apart):
            return
        self._parent[b] = a
        self._identifiers[a] = ours | theirs

    def _of(self, root: Key) -> dict[str, str]:
        if root not in self._identifiers:
            identifier = identifier_of(root)
            self._identifiers[root] = dict([identifier]) if identifier else {}
        return self._identifiers[root]
