"""Imprints: what the sources of one document say of it, and what that adds up to."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from graph.claims import OWN, Reading
from graph.documents import Imprint


def as_one(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings of one text by source, each with the document that all of them describe.

    Each keeps what it says itself, so that it goes when its source does.
    """
    if not readings:
        return {}
    said = {source: _said(reading) for source, reading in readings.items()}
    # Not in the order of loading, or the graph would tell who came last.
    agreed = _joined(said[source] for source in sorted(said, key=lambda s: (s != OWN, s)))
    return {
        source: replace(
            reading,
            document=replace(reading.document, **asdict(agreed)),
            imprint=None if said[source] == agreed else said[source],
        )
        for source, reading in readings.items()
    }


def _said(reading: Reading) -> Imprint:
    if reading.imprint is not None:
        return reading.imprint
    d = reading.document
    return Imprint(d.kind, d.title, d.publisher, d.published, d.language)


def _joined(imprints: Iterable[Imprint]) -> Imprint:
    """What the first says, and of the others what those before do not know."""
    known: dict[str, Any] = {}
    for imprint in imprints:
        known |= {n: v for n, v in asdict(imprint).items() if known.get(n) is None}
    return Imprint(**known)
