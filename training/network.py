"""The encoder as torch trains it: the layers of the base, marks of names, and the heads over pairs.

What it computes is what `loaders.korean.encoder` computes of the exported file.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from loaders.korean.encoder.ends import LABELS, STEPS
from loaders.korean.encoder.windows import windows
from loaders.korean.encoder.wordpieces import BEGIN, END
from loaders.korean.learned.pairs import RELATIONS
from training.base import Base
from training.examples import Example

LAYERS = 6
"""Of the base's twelve: half the time."""
_HEADS = 12
_WIDTH, _INNER = 384, 1536
_SIDE, _BLOCK, _LABEL = 192, 32, 64
_DROPPED = 0.1
_HIDDEN = 0.08
"""How many pieces it does not see while it learns, so that no single word decides."""
_EPSILON = 1e-12


class Layer(nn.Module):
    """Attention and a feed-forward part, each added to what goes in and normalized."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.ao = nn.Linear(_WIDTH, 3 * _WIDTH), nn.Linear(_WIDTH, _WIDTH)
        self.fi, self.fo = nn.Linear(_WIDTH, _INNER), nn.Linear(_INNER, _WIDTH)
        self.aln = nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.oln = nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, given: Tensor) -> tuple[Tensor, Tensor]:
        """The pieces' vectors, and each head's attention."""
        size = _WIDTH // _HEADS
        query, key, value = self.qkv(given).view(-1, 3, _HEADS, size).permute(1, 2, 0, 3)
        attention = torch.softmax((query / math.sqrt(size)) @ key.transpose(1, 2), -1)
        mixed = (attention.to(value.dtype) @ value).transpose(0, 1).reshape(-1, _WIDTH)
        within = self.aln(given + self.drop(self.ao(mixed)))
        return self.oln(within + self.drop(self.fo(nn.functional.gelu(self.fi(within))))), attention


class Layers(nn.Module):
    """What runs over a window; the part that is exported as a graph."""

    def __init__(self) -> None:
        super().__init__()
        self.ln = nn.LayerNorm(_WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])

    def forward(self, given: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors after the last layer, and its attention."""
        hidden, attention = self.ln(given), given
        for layer in self.layers:
            hidden, attention = layer(hidden)
        return hidden, attention


class Encoder(nn.Module):
    """The whole network: a document's scores for each of its pairs."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        words = torch.from_numpy(base.words)
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.places = nn.Parameter(torch.zeros(0))
        self.names = nn.Embedding(1 + 2 * len(LABELS), _WIDTH)
        self.layers = Layers()
        self.heads = Heads()
        self._start_from(base)

    def _start_from(self, base: Base) -> None:
        """Take over the base's first layers; marks of names begin near nothing."""

        def of(name: str) -> Tensor:
            return torch.from_numpy(base.tensors[name])

        self.names.weight.data.normal_(0, 0.02)
        self.names.weight.data[0] = 0
        self.places = nn.Parameter(of("emb.pos").view(-1, _WIDTH) + of("emb.type")[:_WIDTH])
        _set(self.layers.ln, of("emb.ln.w"), of("emb.ln.b"))
        for number, layer in enumerate(self.layers.layers):
            at = f"l{number}."
            _set(
                layer.qkv,
                torch.cat([of(f"{at}{part}.w") for part in "qkv"]),
                torch.cat([of(f"{at}{part}.b") for part in "qkv"]),
            )
            for part in ("ao", "fi", "fo", "aln", "oln"):
                _set(getattr(layer, part), of(f"{at}{part}.w"), of(f"{at}{part}.b"))

    def forward(self, example: Example) -> Tensor:
        """`[pair, relation]`: the scores."""
        vectors, seen = list[Tensor](), list[Seen]()
        numbers, marks = torch.from_numpy(example.numbers), torch.from_numpy(example.marks)
        for window in windows(len(numbers)):
            inside = slice(window.first, window.last)
            around = nn.functional.pad(marks[inside], (1, 1))
            pieces = torch.cat([torch.tensor([BEGIN]), numbers[inside], torch.tensor([END])])
            given = self._some(self.words(pieces)) + self.places[: len(pieces)] + self.names(around)
            hidden, attention = self.layers(given)
            vectors.append(hidden[1 + window.own - window.first : -1])
            seen.append(Seen(window.first, window.last, attention[:, 1:-1, 1:-1]))
        scores: Tensor = self.heads(torch.cat(vectors), seen, example)
        return scores

    def _some(self, words: Tensor) -> Tensor:
        """The words' vectors, some of them empty while it learns."""
        if not self.training:
            return words
        return words * (torch.rand(len(words), 1) >= _HIDDEN)


@dataclass(frozen=True, slots=True)
class Seen:
    """A window's first and last piece, and the attention in it."""

    first: int
    last: int
    attention: Tensor


class Heads(nn.Module):
    """The scores of pairs; see `loaders.korean.encoder.relations`."""

    def __init__(self) -> None:
        super().__init__()
        count = len(RELATIONS)
        self.lab, self.far = (
            nn.Embedding(len(LABELS), _LABEL),
            nn.Embedding(len(STEPS) + 1, 2 * _SIDE),
        )
        self.es, self.eo = nn.Linear(_WIDTH + _LABEL, _SIDE), nn.Linear(_WIDTH + _LABEL, _SIDE)
        self.cs, self.co = nn.Linear(_WIDTH, _SIDE), nn.Linear(_WIDTH, _SIDE)
        self.bil, self.add = nn.Linear(_SIDE * _BLOCK, count), nn.Linear(2 * _SIDE, count)
        self.drop = nn.Dropout(_DROPPED)
        self.bil.bias.data.fill_(-4.0)  # few of the pairs stand in a relation

    def forward(self, vectors: Tensor, seen: list[Seen], example: Example) -> Tensor:
        """`[pair, relation]`: the scores."""
        subjects, others = torch.from_numpy(example.pairs).unbind(1)
        context = self.drop(_context(vectors, seen, example) @ vectors)
        labels = self.lab(torch.tensor(example.ends.labels))
        known = self.drop(torch.cat([_pooled(vectors, example), labels], 1))
        near, far = self.far(torch.from_numpy(example.distances)).chunk(2, 1)
        left = torch.tanh(self.es(known)[subjects] + self.cs(context) + near)
        right = torch.tanh(self.eo(known)[others] + self.co(context) + far)
        return self._bilinear(left, right) + self.add(torch.cat([left, right], 1))

    def _bilinear(self, left: Tensor, right: Tensor) -> Tensor:
        """Each pair's score for each relation, from the products within blocks of both sides."""
        kept = self.drop(torch.ones(_SIDE * _BLOCK))  # the same of all pairs: a draw is dear
        count = len(self.bil.bias)
        weights = (self.bil.weight * kept).view(count, -1, _BLOCK, _BLOCK).permute(1, 2, 0, 3)
        blocks = left.view(len(left), -1, _BLOCK).transpose(0, 1)
        met = (blocks @ weights.flatten(2)).unflatten(2, (count, _BLOCK))
        across = right.view(len(right), -1, _BLOCK).transpose(0, 1)
        scores: Tensor = torch.einsum("bprk,bpk->pr", met, across)
        return scores + self.bil.bias


def _pooled(vectors: Tensor, example: Example) -> Tensor:
    ends, count = example.ends, len(example.ends.labels)
    first, last = torch.from_numpy(ends.first), torch.from_numpy(ends.last)
    numbers = torch.from_numpy(ends.end)
    sums = torch.cat([torch.zeros(1, _WIDTH), vectors.cumsum(0)])
    means = (sums[last] - sums[first]) / (last - first)[:, None]
    most = torch.full((count, _WIDTH), -50.0).scatter_reduce(
        0, numbers[:, None].expand_as(means), means.detach(), "amax"
    )
    parts = torch.exp(means - most[numbers])
    return torch.zeros(count, _WIDTH).index_add(0, numbers, parts).clamp_min(1e-9).log() + most


def _context(vectors: Tensor, seen: list[Seen], example: Example) -> Tensor:
    subjects, others = torch.from_numpy(example.pairs).unbind(1)
    context = torch.zeros(len(subjects), len(vectors))
    for part in seen:
        weights = torch.from_numpy(example.ends.weights(part.first, part.last))
        at = (weights @ part.attention.float()).permute(2, 1, 0)  # of each piece each end's heads
        both = (at @ at.transpose(1, 2)).flatten(1)[:, subjects * at.shape[1] + others].T
        context = context + nn.functional.pad(both, (part.first, len(vectors) - part.last))
    return context / (context.sum(1, keepdim=True) + 1e-9)


def _set(module: nn.Module, weight: Tensor, bias: Tensor) -> None:
    module.weight.data, module.bias.data = weight, bias
