"""Fitting: the encoder's weights, article by article, from the base's to those of news."""

import random
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from training.examples import Example
from training.network import Encoder
from training.renaming import names, renamed

SEED = 7
AT_ONCE = 4
_HEADS = 8.0
"""How much faster the heads learn than the layers."""
_WARM = 0.08
_RELATED = 40
"""About as many pairs of an article stand in a relation."""
Tell = Callable[[int, int, float], None]
"""Hears the round, how many of its articles are done, and the loss of the last few."""


@dataclass(frozen=True, slots=True)
class Course:
    """How often all examples are gone over, and the layers' highest rate of learning."""

    rounds: int
    rate: float


WHOLE = Course(10, 2e-4)
"""The course from the base on."""
FURTHER_RATE = 1.2e-4
"""The rate for an encoder that has learned before."""


def fit(
    network: Encoder, examples: Sequence[Example], course: Course, tell: Tell,
    here: int, processes: int,
) -> None:  # fmt: skip
    """Fit the encoder to the examples, by process number `here` of so many.

    Each process learns from its share of every step, and all come to the same weights; the same
    encoder and examples on the same machine in as many processes give the same.
    """
    order, known = list(examples), names(examples)
    optimizer = _optimizer(network, course.rate)
    steps = course.rounds * (len(order) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    draw = random.Random(SEED)  # noqa: S311 - a fixed draw, not a secret
    torch.manual_seed(SEED + here)
    for number in range(course.rounds):
        draw.shuffle(order)
        for start in range(0, len(order) - AT_ONCE + 1, AT_ONCE):
            some = [renamed(e, known, draw) for e in order[start : start + AT_ONCE]]
            some.sort(key=lambda example: len(example.numbers))
            optimizer.zero_grad()
            losses = [_learn(network, example) for example in some[here::processes]]
            _share_gradients(network, processes)
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            tell(number, start + AT_ONCE, sum(losses) / len(losses))
    network.eval()


def _share_gradients(network: Encoder, processes: int) -> None:
    """Add up what all processes have learned in this step."""
    if processes == 1:
        return
    trained = [p for p in network.parameters() if p.requires_grad]
    flat = torch.cat(
        [(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in trained]
    )
    torch.distributed.all_reduce(flat)
    for parameter, part in zip(trained, flat.split([p.numel() for p in trained]), strict=True):
        parameter.grad = part.view_as(parameter).clone()


def _optimizer(network: Encoder, rate: float) -> torch.optim.Optimizer:
    body = [*network.layers.parameters(), *network.names.parameters(), network.places]
    parts = [
        {"params": body, "lr": rate},
        {"params": list(network.heads.parameters()), "lr": _HEADS * rate},
    ]
    return torch.optim.AdamW(parts, weight_decay=0.01, betas=(0.9, 0.98))


def _rate(done: float) -> float:
    """The share of the full rate: up at the beginning, then down to nothing."""
    return min(done / _WARM, (1 - done) / (1 - _WARM)) if done else _WARM / 100


def _learn(network: Encoder, example: Example) -> float:
    """Add the example's gradients, and return its loss."""
    with _precision():
        scores = network(example)
    asked = torch.from_numpy(example.asked)
    holds = torch.from_numpy(example.holds)[asked]
    loss: Tensor = nn.functional.binary_cross_entropy_with_logits(
        scores.float()[asked], holds, reduction="sum"
    )
    (loss / _RELATED / AT_ONCE).backward()
    return float(loss) / _RELATED


def _precision() -> AbstractContextManager[Any]:
    """Sixteen bits a number where the processor has them; elsewhere they take ten times as long."""
    fast = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    precision: AbstractContextManager[Any] = torch.autocast(
        "cpu", dtype=torch.bfloat16, enabled=fast
    )
    return precision
