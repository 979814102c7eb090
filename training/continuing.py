"""Continuing: the weights of a file that was exported, to be trained further."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import orjson
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.base import Base
from training.network import Encoder
from training.outliers import FLOATS

_QUANTIZED = "_Transposed_quantized"


def continued(path: Path, base: Base) -> Encoder:
    """The encoder of the file; what its eight bits a weight have lost is learned again.

    Raises ValueError where it reads other word pieces than the base's.
    """
    with np.load(path, allow_pickle=False) as stored:
        if tuple(orjson.loads(stored["facts"].tobytes())["pieces"]) != base.pieces:
            raise ValueError(f"{path.name} reads other word pieces: train it from the base")
        weights = {"places": stored["places"], "names.weight": stored["names"]}
        weights |= {f"layers.{k}": v for k, v in _layers(stored["network"].tobytes()).items()}
        weights |= {
            f"heads.{name.removeprefix('head.')}": stored[name]
            for name in stored
            if name.startswith("head.")
        }
    network = Encoder(base)
    state = {name: torch.from_numpy(w.astype(np.float32)) for name, w in weights.items()}
    network.load_state_dict(state | {"words.weight": network.words.weight})
    return network


def _layers(graph: bytes) -> dict[str, NDArray[Any]]:
    """The layers' weights by name; those of eight bits with their scales."""
    kept = {
        i.name: numpy_helper.to_array(i) for i in onnx.load_from_string(graph).graph.initializer
    }
    weights = {name: value for name, value in kept.items() if "_Transposed_" not in name}
    for name, value in kept.items():
        if name.endswith(_QUANTIZED):
            of = name.removesuffix(_QUANTIZED)
            zero = kept[f"{of}_Transposed_zero_point"].astype(np.float32)
            scaled = (value.astype(np.float32) - zero) * kept[f"{of}_Transposed_scale"]
            weights[of] = scaled.T.copy()
    return _with_outliers(weights)


def _with_outliers(weights: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """The weights with those of outliers among the others, as they are trained."""
    whole = dict(weights)
    for name in (name for name in weights if name.endswith(FLOATS)):
        at = name.removesuffix("few")
        most = whole.pop(f"{at}most.weight")
        whole[f"{at}weight"] = np.concatenate([most, whole.pop(name).T], axis=1)
        whole[f"{at}bias"] = whole.pop(f"{at}most.bias")
    return whole
