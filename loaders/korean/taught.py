"""Taught names: what the tagger sees so surely that the rules read on with it."""

from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.learned.lines import Line
from loaders.korean.learned.tagger import Tagged, is_common
from loaders.korean.names import UNSURE, Learned

# Held back, four in five such organizations, places and products are right, nine in ten persons.
_LEAST = {
    Label.ORGANIZATION: 0.7,
    Label.PERSON: 0.8,
    Label.PLACE: 0.8,
    Label.PRODUCT: 0.8,
}


def taught(story: Sequence[Line], tagged: Sequence[Sequence[Tagged]]) -> dict[str, Learned]:
    """The names, by their words, that no rule sees anywhere and that the tagger is sure of once."""
    known = {name.surface for line in story for name in line.names}
    surest: dict[str, Tagged] = {}
    for line, found in zip(story, tagged, strict=True):
        for words, name in _beside(line, found):
            if words not in known and name.probability > _probability(surest.get(words)):
                surest[words] = name
    return {
        words: Learned(name.label, _kind(name.label), by=f"the tagger, {name.probability:.2f}")
        for words, name in surest.items()
        if name.probability >= _LEAST[name.label]
    }


def _beside(line: Line, found: Sequence[Tagged]) -> Iterator[tuple[str, Tagged]]:
    """What the tagger sees beside the names of the rules, with its words; an aside has no rules."""
    taken = {i for n in line.names if n.rank != UNSURE for i in range(n.start, n.end)}
    for name in found if not line.aside else ():
        start, end = line.starts[name.first], line.ends[name.last - 1]
        whole = len(set(line.raw[start:end])) == end - start  # it does not stand for speech
        apart = whole and taken.isdisjoint(range(start, end))
        wanted = name.label in _LEAST and end - start > 1 and not is_common(line, name)
        if apart and wanted:
            yield line.text[start:end], name


def _probability(name: Tagged | None) -> float:
    return name.probability if name is not None else 0.0


def _kind(label: Label) -> str | None:
    return "company" if label is Label.ORGANIZATION else None
