"""Asides: what stands in brackets after a name, as a short sentence of its own about that name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.claims import Span
from loaders.korean.names import Name
from loaders.korean.text.brackets import gloss
from loaders.korean.text.masking import Masked, mask
from loaders.korean.text.sentences import Sentence

_WORDS = re.compile(r"[가-힣]{2}")
_GAP = " "


def asides(text: str, masked: Masked, names: Sequence[Name]) -> Iterator[tuple[Masked, Name, Span]]:
    """For each bracket that says more of a name: that name and the words, the name, the place.

    `에스랩(대전)` gives `에스랩 대전`; a bracket with another spelling of the name gives nothing.
    """
    for bracket in masked.brackets:
        name = next((n for n in names if n.end == bracket.at), None)
        span = bracket.start, bracket.end
        if name is None or gloss(text, span) or not _WORDS.search(text, *span):
            continue
        inner = mask(text, *span)
        head, offset = masked.text[name.start : name.end], name.end - name.start + len(_GAP)
        yield (
            Masked(
                text=f"{head}{_GAP}{inner.text}",
                raw=(*masked.raw[name.start : name.end], span[0] - 1, *inner.raw),
                brackets=tuple(replace(b, at=b.at + offset) for b in inner.brackets),
                quotes=tuple((a + offset, b + offset) for a, b in inner.quotes),
                speech=inner.speech,
            ),
            replace(name, start=0, end=name.end - name.start),
            span,
        )


def aside(span: Span) -> Sentence:
    """The sentence that the bracket at the span makes."""
    return Sentence(*span, headline=False, aside=True)
