"""Outliers: the few inner units whose numbers are far larger than all others', kept as floats.

Eight bits are steps of the largest number: beside one of 30, whatever is below 0.1, which is most
of what a layer works out, would be nothing. Hence Dettmers et al., 2022, "LLM.int8(): 8-bit Matrix
Multiplication for Transformers at Scale".
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import torch
from torch import Tensor, nn

from training.examples import Example
from training.network import Encoder, Layers

COUNT = 32
"""Of a layer's 1,536 inner units; with 16 or 64 articles are read as well."""
FLOATS = ".fo.few"
"""How the names of the weights end that stay floats."""


class Apart(nn.Module):
    """A linear map that takes its last inputs, the outliers, apart from the others."""

    def __init__(self, whole: nn.Linear) -> None:
        super().__init__()
        self._others = whole.in_features - COUNT
        self.most = nn.Linear(self._others, whole.out_features)
        self.most.weight.data = whole.weight.data[:, : self._others].clone()
        self.most.bias.data = whole.bias.data
        self.few = nn.Parameter(whole.weight.data[:, self._others :].T.clone())

    def forward(self, given: Tensor) -> Tensor:
        """What the whole map gives."""
        return self.most(given[:, : self._others]) + given[:, self._others :] @ self.few


def with_outliers_apart(network: Encoder, examples: Sequence[Example]) -> Layers:
    """Layers that compute the same; which units are outliers is seen on the examples."""
    layers = deepcopy(network.layers)
    for layer, largest in zip(layers.layers, _largest(network, examples), strict=True):
        order = largest.argsort()
        layer.fi.weight.data, layer.fi.bias.data = layer.fi.weight[order], layer.fi.bias[order]
        layer.fo.weight.data = layer.fo.weight[:, order]
        layer.fo = Apart(layer.fo)
    return layers


def _largest(network: Encoder, examples: Sequence[Example]) -> list[Tensor]:
    """Of each layer each inner unit's largest number."""
    largest = [torch.zeros(layer.fo.in_features) for layer in network.layers.layers]

    def watch(number: int) -> Any:
        def see(_: nn.Module, given: tuple[Tensor]) -> None:
            torch.maximum(largest[number], given[0].abs().amax(0), out=largest[number])

        return network.layers.layers[number].fo.register_forward_pre_hook(see)

    watches = [watch(number) for number in range(len(largest))]
    with torch.no_grad():
        for example in examples:
            network(example)
    for own in watches:
        own.remove()
    return largest
