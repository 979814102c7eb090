"""The encoder: reads a document with its candidates, and scores what relations they may be in."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from loaders.korean.encoder.ends import LABELS, STEPS, Ends
from loaders.korean.encoder.network import Floats, Network
from loaders.korean.encoder.places import Places
from loaders.korean.encoder.relations import Relations
from loaders.korean.encoder.wordpieces import Cut, WordPieces
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import Meant, Triple, canonical
from loaders.korean.learned.lines import Line
from loaders.korean.learned.pairs import RELATIONS, legal, symmetric

FILE = "data/encoder.npz"
LEAST = -2.5
"""The score below which the encoder's view that a fact is stated does not count."""
_LONGEST = 2400
"""Pieces that are read together; a longer text, some five pages, is read in sections."""
_AT_ONCE = 1024
"""Pairs that are scored at a time: enough to pay, and little memory."""
_MANY = 20_000
"""Pairs of a section; no story has so many, but a table may."""


class Encoder:
    """Reads documents; the same document with the same candidates always gets the same scores."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        facts = orjson.loads(stored["facts"].tobytes())
        self._pieces = WordPieces(facts["pieces"], stored["scores"].tolist())
        self._seen = frozenset(facts["seen"])
        self._network, self._relations = Network(stored), Relations(stored)
        self.digest = _digest(stored)

    def has_seen(self, text: str) -> bool:
        """Whether it was trained on this text: what it says of that is no measure."""
        return fingerprint(text) in self._seen

    def meant(self, text: str, found: Candidates, story: Sequence[Line]) -> dict[Triple, Meant]:
        """What the document may state, by the encoder alone."""
        meant: dict[Triple, Meant] = {}
        for cut in story_pieces(self._pieces, text, story).sections(_LONGEST):
            for triple, view in self._section(cut, found, story):
                if triple not in meant or view.score > meant[triple].score:
                    meant[triple] = view
        return meant

    def _section(
        self, cut: Cut, found: Candidates, story: Sequence[Line]
    ) -> Iterator[tuple[Triple, Meant]]:
        ends = Ends.of(found, story, cut)
        distances = ends.distances()
        pairs = candidate_pairs(found, ends, distances)
        if not len(pairs):
            return
        reads = self._network.read(cut.numbers, ends.marks(len(cut.numbers)))
        shared = self._relations.shared(reads, ends, distances)
        places = Places(story, cut, found)
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            scores, context = self._relations.scores(shared, some[:, 0], some[:, 1])
            worth = np.flatnonzero(scores.max(axis=1) > LEAST)
            named = np.array(ends.numbers)[some[worth]]
            yield from _told(scores[worth], context[worth], found, named, places)


def story_pieces(pieces: WordPieces, text: str, story: Sequence[Line]) -> Cut:
    """The pieces of the story's lines; menus, captions and bylines around them do not count."""
    return pieces.cut(text).within((line.raw[0], line.raw[-1] + 1) for line in story if line.raw)


def fingerprint(text: str) -> str:
    """What a text that the encoder was trained on is known by."""
    return sha256(text.encode()).hexdigest()[:12]


def _digest(stored: Mapping[str, NDArray[Any]]) -> str:
    """What tells this encoder from every other."""
    whole = sha256()
    for name in sorted(stored):
        whole.update(name.encode() + stored[name].tobytes())
    return whole.hexdigest()


def told_apart() -> dict[str, Sequence[object]]:
    """What its weights are numbered by: relations, labels of names, and steps of distance."""
    return {"relations": list(RELATIONS), "labels": list(LABELS), "steps": list(STEPS)}


def candidate_pairs(
    found: Candidates, ends: Ends, distances: NDArray[np.int64]
) -> NDArray[np.int64]:
    """`[pair, 2]`: the ends that some relation may join and that stand near enough."""
    near = np.argwhere(distances < len(STEPS))
    if len(near) > _MANY:
        near = near[np.argsort(distances[near[:, 0], near[:, 1]], kind="stable")[:_MANY]]
    numbers = ends.numbers
    pairs = [(a, b) for a, b in near.tolist() if a != b and possible(found, numbers[a], numbers[b])]
    return np.array(sorted(pairs), np.int64).reshape(-1, 2)


def possible(found: Candidates, subject: int, other: int) -> list[int]:
    """The relations that may join the two; one without direction is asked once."""
    known = legal(found.all[subject].label, found.all[other].label)
    return [r for r in known if subject < other or r not in symmetric()]


def _told(
    scores: Floats, context: Floats, found: Candidates, pairs: NDArray[np.int64], places: Places
) -> Iterator[tuple[Triple, Meant]]:
    for own, share, (subject, other) in zip(scores.tolist(), context, pairs.tolist(), strict=True):
        place = places.of(subject, other, share)
        for relation in possible(found, subject, other):
            if own[relation] > LEAST:
                yield canonical(relation, subject, other), Meant(own[relation], place)


def load(path: Path) -> Encoder:
    """The encoder of a file; raises ValueError where it was trained to tell other things."""
    with np.load(path, allow_pickle=False) as stored:
        facts = orjson.loads(stored["facts"].tobytes())
        if any(facts.get(name) != told for name, told in told_apart().items()):
            raise ValueError(
                f"{path.name} was trained to tell other things: run scripts/train-encoder"
            )
        return Encoder({name: stored[name] for name in stored})


@cache
def shipped() -> Encoder:
    """The encoder that ships with this package."""
    with as_file(files("loaders.korean.encoder").joinpath(FILE)) as path:
        return load(path)
