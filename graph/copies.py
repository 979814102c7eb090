"""Copies: which documents are one story in several papers, and so one independent source."""

import base64
from collections.abc import Sequence

import numpy as np

from graph.names import fold

_SHINGLE = 5
_VALUES = 64
# Stories of different desks on one event share under a tenth of their five-letter pieces;
# one wire story with another headline, byline and ending shares more than half.
_COPY_FROM = 0.5


def signature(text: str) -> str:
    """A short word of 64 bytes, of which near-identical texts share most.

    The lowest bytes of a MinHash over the folded text's five-letter pieces
    (Li and König, b-bit minwise hashing, 2010).
    """
    # datasketch brings scipy, a second of import that only loading needs.
    from datasketch import MinHash

    letters = "".join(fold(text).split())
    pieces = {letters[n : n + _SHINGLE] for n in range(max(1, len(letters) - _SHINGLE + 1))}
    minhash = MinHash(num_perm=_VALUES, seed=1)
    minhash.update_batch([piece.encode() for piece in sorted(pieces)])
    return base64.b64encode(bytes(int(value) & 0xFF for value in minhash.hashvalues)).decode()


def stories(signatures: Sequence[str | None]) -> list[int]:
    """For each signature the position of the first that is of the same story.

    Sameness is passed on: a copy of a copy is a copy. No signature is a story of its own.
    """
    first = list(range(len(signatures)))
    signed = [n for n, word in enumerate(signatures) if word is not None]
    if len(signed) < 2:
        return first
    rows = np.array([list(base64.b64decode(signatures[n] or "")) for n in signed], dtype=np.uint8)
    for position, n in enumerate(signed):
        agreement = (rows[:position] == rows[position]).mean(axis=1)
        # Two of 256 values agree by chance once in 256.
        for copied in np.flatnonzero((agreement - 1 / 256) / (1 - 1 / 256) >= _COPY_FROM):
            old, new = sorted((first[n], first[signed[copied]]), reverse=True)
            first = [new if story == old else story for story in first]
    return first
