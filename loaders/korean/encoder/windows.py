"""Windows: a long text in parts that the encoder can read at once, each with what came before."""

from typing import NamedTuple

LONGEST = 480
"""Pieces in a window; the network has learned 512 places, two of which are taken."""
BEFORE = 96
"""Pieces before a window that it reads again, so that its beginning is understood."""


class Window(NamedTuple):
    """The pieces `[first, last)`; those before `own` belong to the window before."""

    first: int
    last: int
    own: int


def windows(count: int) -> list[Window]:
    """The windows of so many pieces, as even as can be."""
    if count <= LONGEST:
        return [Window(0, count, 0)]
    number = -(-(count - BEFORE) // (LONGEST - BEFORE))
    step = -(-(count - BEFORE) // number)
    return [
        Window(i * step, min(count, (i + 1) * step + BEFORE), i * step + BEFORE * (i > 0))
        for i in range(number)
    ]
