"""Export: the file that ships: the layers in eight bits, the words in four, and the heads."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
import orjson
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic

from loaders.korean.encoder.encoder import fingerprint, told_apart
from training.base import Base
from training.examples import Example
from training.network import Encoder, Layers
from training.outliers import FLOATS, with_outliers_apart

_BLOCK = 32
_LENGTH = 300
_SOME = 40
"""Examples that outliers are looked for in."""


def export(network: Encoder, base: Base, examples: Sequence[Example], path: Path) -> None:
    """Write the file; see `loaders.korean.encoder.encoder.load`."""
    words, scales = _packed(base.words)
    facts = told_apart() | {
        "pieces": base.pieces,
        "seen": sorted(fingerprint(example.text) for example in examples),
    }
    heads = {
        f"head.{name}": value.detach().numpy().astype(np.float16)
        for name, value in network.heads.state_dict().items()
    }
    np.savez_compressed(
        path,
        words=words,
        scales=scales,
        places=network.places.detach().numpy().astype(np.float16),
        names=network.names.weight.detach().numpy().astype(np.float16),
        network=np.frombuffer(_graph(with_outliers_apart(network, examples[:_SOME])), np.uint8),
        scores=np.array(base.scores, np.float32),
        facts=np.frombuffer(orjson.dumps(facts), np.uint8),
        **heads,
    )


def _graph(layers: Layers) -> bytes:
    """The layers as an ONNX graph whose weights are kept in eight bits, but for outliers'."""
    with TemporaryDirectory() as folder:
        whole, small = Path(folder) / "whole.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            layers,
            (torch.zeros(_LENGTH, layers.ln.normalized_shape[0]),),
            str(whole),
            input_names=["given"],
            output_names=["hidden", "attention"],
            dynamic_axes={"given": {0: "n"}, "hidden": {0: "n"}, "attention": {1: "n", 2: "n"}},
            dynamo=False,
            opset_version=17,
        )
        quantize_dynamic(
            whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            nodes_to_exclude=_of_floats(whole),
        )  # fmt: skip
        return small.read_bytes()


def _of_floats(graph: Path) -> list[str]:
    """The nodes that multiply outliers."""
    nodes = onnx.load(str(graph)).graph.node
    return [node.name for node in nodes if any(name.endswith(FLOATS) for name in node.input)]


def _packed(words: NDArray[np.float32]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The words as the base has them: blocks of 32, a scale and four bits for each number."""
    blocks = words.reshape(len(words), -1, _BLOCK)
    most = np.take_along_axis(blocks, np.abs(blocks).argmax(2)[:, :, None], 2)
    scales = most / -8
    whole = np.rint(np.divide(blocks, scales, out=np.zeros_like(blocks), where=scales != 0))
    numbers = (whole + 8).clip(0, 15).astype(np.uint8)
    half = _BLOCK // 2
    packed = numbers[:, :, :half] | (numbers[:, :, half:] << 4)
    return packed.reshape(len(words), -1), scales[:, :, 0].astype(np.float16)
