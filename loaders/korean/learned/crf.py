"""A conditional random field: its weights, read out of the file that CRFsuite trains."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from loaders.korean.learned.regression import Floats

_WORD = np.dtype("<u4")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_STATE, _TRANSITION = 0, 1
# Offsets in the file, in words of four bytes: the model's header, and that of a table of strings.
_FEATURES, _LABELS, _ATTRIBUTES = 7, 8, 9
_COUNT, _STRINGS = 4, 5
_CHUNK = 12
_KEY = 8


@dataclass(frozen=True, slots=True)
class RandomField:
    """What each attribute of a token says for each label, and each label for the next one's."""

    labels: tuple[str, ...]
    attributes: dict[str, int]
    weights: Floats
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


def _strings(model: bytes, start: int) -> Iterator[str]:
    """The strings of the table that begins there, in the order of their numbers."""
    header = np.frombuffer(model, _WORD, 6, start)
    places = np.frombuffer(model, _WORD, int(header[_COUNT]), start + int(header[_STRINGS]))
    for place in places.tolist():
        at = start + place
        size = int.from_bytes(model[at + 4 : at + _KEY], "little")
        yield model[at + _KEY : at + _KEY + size - 1].decode()
