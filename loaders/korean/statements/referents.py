"""The referents of one document: which of its names are one thing, and what else it is called."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from graph.claims import Basis, Referent, Span, Tie
from graph.ontology import Label
from loaders.korean.names import Name
from loaders.korean.strangers.ventures import is_unnamed
from loaders.korean.text.masking import SPOKEN

_DEFAULT_KIND = "company"


class Register:
    """Collects the names of a document and makes its referents."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, set[Span]] = defaultdict(set)
        self._names: dict[str, Name] = {}
        self._groups: dict[str, Name] = {}
        self._ties: dict[str, dict[str, Tie]] = defaultdict(dict)

    def note(self, name: Name, span: Span) -> None:
        """The name stands at this raw span."""
        if self._is_spoken(name):
            return
        self._spans[name.key].add(span)
        known = self._names.get(name.key)
        if known is None or (known.of is not None and name.of is None):
            self._names[name.key] = name
            if name.entry is not None and name.entry.kind == "group":
                self._groups[name.entry.group] = name

    def tie(self, name: Name, span: Span, basis: Basis) -> None:
        """The words at the span are another full name of it."""
        if self._is_spoken(name):
            return
        words = self._text[span[0] : span[1]]
        self._ties[name.key].setdefault(words, Tie(words, basis, span))
        self._spans[name.key].add(span)
        self._names.setdefault(name.key, name)

    def _is_spoken(self, name: Name) -> bool:
        """Whether it only stands for what is quoted there, and so is no name."""
        return SPOKEN in name.surface and name.surface not in self._text

    def has(self, key: str) -> bool:
        """Whether a name of this key stands in the text."""
        return bool(self._spans.get(key))

    def groups(self) -> dict[str, Name]:
        """The business groups named so far, by their id in the reference data."""
        return dict(self._groups)

    def referents(self, used: Iterable[str]) -> dict[str, Referent]:
        """The referents by key: all organizations, persons and places, others only if used."""
        wanted = set(used)
        shown = sorted(
            (key for key in self._spans if key in wanted or self._stands_alone(key)),
            key=lambda key: (min(self._spans[key]), key),
        )
        return {key: self._referent(f"e{n + 1}", key) for n, key in enumerate(shown)}

    def _stands_alone(self, key: str) -> bool:
        return self._names[key].label in (Label.ORGANIZATION, Label.PERSON, Label.PLACE)

    def _referent(self, local_id: str, key: str) -> Referent:
        name, spans = self._names[key], tuple(sorted(self._spans[key]))
        surfaces = list(dict.fromkeys(self._text[a:b] for a, b in spans))
        best = self._best(name, surfaces)
        others = [surface for surface in surfaces if surface != best]
        ties = dict(self._ties.get(key, {}))
        aliases: list[str] = []
        for other in others:
            if name.entry is not None and other in name.entry.names:
                ties.setdefault(other, Tie(other, Basis.REFERENCE))
            elif other not in ties:
                aliases.append(other)
        ties.pop(best, None)
        kind = (name.kind or _DEFAULT_KIND) if name.label is Label.ORGANIZATION else None
        return Referent(
            id=local_id,
            label=name.label,
            name=best,
            kind=kind,
            aliases=tuple(aliases),
            mentions=spans,
            ties=tuple(ties.values()),
            identifiers=_identifiers(name, self._text),
        )

    @staticmethod
    def _best(name: Name, surfaces: list[str]) -> str:
        if name.entry is not None and name.entry.name in surfaces:
            return name.entry.name
        if name.entry is None:
            return name.surface
        return max(surfaces, key=lambda s: (len(s), -surfaces.index(s)))


def _identifiers(name: Name, text: str) -> dict[str, str]:
    """A unit that the reference data knows is the same one in every document.

    A venture without a name is the document's own: two stories' 합작법인 are not one firm.
    """
    if is_unnamed(name):
        return {"reference": f"venture-{hashlib.sha256(text.encode()).hexdigest()[:16]}"}
    if name.entry is None or name.entry.kind != "unit":
        return {}
    return {"reference": name.entry.id.partition(":")[2]}
