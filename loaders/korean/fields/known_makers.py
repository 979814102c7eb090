"""Known makers: a product named beside the firm that the reference data has make it."""

from collections.abc import Iterator, Sequence

from graph.ontology import Label
from loaders.korean.findings import Finding
from loaders.korean.names import Name
from loaders.korean.words.words import Word

_RULE = "known-maker"
_CONFIDENCE = 0.8


def read_known_makers(words: Sequence[Word]) -> Iterator[Finding]:
    """Who makes what, of the firms and the products that one sentence names."""
    names = [name for word in words for name in word.names]
    firms = {n.entry.id: n for n in names if n.label is Label.ORGANIZATION and n.entry is not None}
    for product in (n for n in names if n.label is Label.PRODUCT):
        for maker in _makers(product, firms):
            start, end = min(maker.start, product.start), max(maker.end, product.end)
            yield Finding("DEVELOPED", maker, product, start, end, _RULE, _CONFIDENCE, settled=True)


def _makers(product: Name, firms: dict[str, Name]) -> Iterator[Name]:
    known = product.entry.firms if product.entry is not None else ()
    return (firms[firm] for firm in known if firm in firms)
