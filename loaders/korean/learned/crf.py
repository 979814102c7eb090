"""A conditional random field: its weights, out of the file that CRFsuite trains, or as we keep it.

CRFsuite's file has a lookup table of its own and takes twice the room: see `arrays`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.korean.learned.regression import Floats

_WORD = np.dtype("<u4")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_STATE, _TRANSITION = 0, 1
# Offsets in the file, in words of four bytes: the model's header, and that of a table of strings.
_FEATURES, _LABELS, _ATTRIBUTES = 7, 8, 9
_COUNT, _STRINGS = 4, 5
_CHUNK = 12
_KEY = 8
_BETWEEN = "\n"  # words are of one line, so none has it


@dataclass(frozen=True, slots=True)
class RandomField:
    """What each attribute of a token says for each label, and each label for the next one's."""

    labels: tuple[str, ...]
    attributes: Mapping[str, int]
    weights: Floats | NDArray[np.float32]
    """By attribute and label."""
    transitions: Floats
    """By label and the label that follows."""

    @classmethod
    def of(cls, model: bytes) -> "RandomField":
        """The field of a model file."""
        header = np.frombuffer(model, _WORD, 12)
        labels = tuple(_strings(model, int(header[_LABELS])))
        attributes = {word: i for i, word in enumerate(_strings(model, int(header[_ATTRIBUTES])))}
        start = int(header[_FEATURES])
        count = int(np.frombuffer(model, _WORD, 1, start + _CHUNK - 4)[0])
        features = np.frombuffer(model, _FEATURE, count, start + _CHUNK)
        weights = np.zeros((len(attributes), len(labels)))
        transitions = np.zeros((len(labels), len(labels)))
        for kind, table in ((_STATE, weights), (_TRANSITION, transitions)):
            own = features[features["kind"] == kind]
            table[own["source"], own["label"]] = own["weight"]
        return cls(labels, attributes, weights, transitions)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """The field to be kept: words in order, and of each word the weights that are not zero."""
        words = sorted(self.attributes)
        weights = self.weights[[self.attributes[word] for word in words]].astype("<f4")
        known = weights != 0
        return {
            "tags": _packed(self.labels),
            "words": _packed(words),
            "counts": known.sum(axis=1).astype(np.uint8),
            "columns": known.nonzero()[1].astype(np.uint8),
            "values": weights[known],
            "transitions": self.transitions,
        }

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> "RandomField":
        """The field that was kept so."""
        labels, words = _unpacked(arrays["tags"]), _unpacked(arrays["words"])
        weights = np.zeros((len(words), len(labels)), np.float32)
        rows = np.arange(len(words)).repeat(arrays["counts"])
        weights[rows, arrays["columns"]] = arrays["values"]
        attributes = {word: i for i, word in enumerate(words)}
        return cls(tuple(labels), attributes, weights, arrays["transitions"])


def _packed(words: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer(_BETWEEN.join(words).encode(), np.uint8)


def _unpacked(packed: NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split(_BETWEEN)


def _strings(model: bytes, start: int) -> Iterator[str]:
    """The strings of the table that begins there, in the order of their numbers."""
    header = np.frombuffer(model, _WORD, 6, start)
    places = np.frombuffer(model, _WORD, int(header[_COUNT]), start + int(header[_STRINGS]))
    for place in places.tolist():
        at = start + place
        size = int.from_bytes(model[at + 4 : at + _KEY], "little")
        yield model[at + _KEY : at + _KEY + size - 1].decode()
