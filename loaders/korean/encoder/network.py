"""The network: layers of attention that give each piece of a text a vector shaped by context."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from loaders.korean.encoder.windows import Window, windows
from loaders.korean.encoder.wordpieces import BEGIN, END

Floats = NDArray[np.float32]
_BLOCK = 32


@dataclass(frozen=True, slots=True)
class Read:
    """A window as the network read it, with the vectors of its own pieces.

    `attention[h, i, j]` is how much of its attention the head h of the last layer gives at
    piece i to piece j, both counted from the window's first.
    """

    window: Window
    vectors: Floats
    attention: Floats


class Network:
    """Reads the pieces of a text; one thread, and the same pieces always give the same vectors."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        self._words, self._scales = stored["words"], stored["scales"]
        self._places = stored["places"].astype(np.float32)
        self._names = stored["names"].astype(np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            stored["network"].tobytes(), options, providers=["CPUExecutionProvider"]
        )

    def read(self, numbers: NDArray[np.int64], names: NDArray[np.int64]) -> Iterator[Read]:
        """The windows of the pieces, one after the other: what they attend to takes much room.

        `names` says of each piece what name it is of: see `Ends.marks`.
        """
        for window in windows(len(numbers)):
            inside = slice(window.first, window.last)
            hidden, attention = self._run(
                np.concatenate([[BEGIN], numbers[inside], [END]]),
                np.concatenate([[0], names[inside], [0]]),
            )
            own = hidden[1 + window.own - window.first : -1]
            yield Read(window, own, attention[:, 1:-1, 1:-1])

    def _run(self, numbers: NDArray[np.int64], names: NDArray[np.int64]) -> tuple[Floats, Floats]:
        given = self._embedded(numbers) + self._places[: len(numbers)] + self._names[names]
        hidden, attention = self._session.run(None, {"given": given})
        return hidden, attention

    def _embedded(self, numbers: NDArray[np.int64]) -> Floats:
        """The pieces' own vectors, kept in four bits a number with a scale for each 32."""
        packed = self._words[numbers]
        low, high = (packed & 15).astype(np.int8) - 8, (packed >> 4).astype(np.int8) - 8
        shape = (len(numbers), -1, _BLOCK // 2)
        parts = np.concatenate([low.reshape(shape), high.reshape(shape)], axis=2)
        scaled = parts * self._scales[numbers].astype(np.float32)[:, :, None]
        return scaled.reshape(len(numbers), -1).astype(np.float32)
