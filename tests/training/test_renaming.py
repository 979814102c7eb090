"""Renaming in training: names change, and every mark stays on a name."""

from dataclasses import dataclass
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.ontology import Label
from loaders.evaluation import GoldArticle
from loaders.korean.encoder.ends import LABELS, Ends
from training.examples import Example
from training.renaming import renamed

FIRM, PLACE = LABELS.index(Label.ORGANIZATION), LABELS.index(Label.PLACE)
OTHERS = [np.array(pieces) for pieces in ([901], [902, 903], [904, 905, 906, 907])]
GOLD = GoldArticle.model_construct(id="k1", facts=(), optional=())


@dataclass(frozen=True)
class Story:
    """Words between mentions of a few ends; each end is named alike everywhere."""

    between: list[int]
    mentions: list[int]
    lengths: list[int]
    labels: list[int]

    def example(self) -> Example:
        """The story as pieces: words are zeros, the names of end `n` are 100 times n + 1."""
        pieces, rows = list[int](), list[tuple[int, int, int]]()
        for gap, mention in zip(self.between, self.mentions, strict=True):
            end = mention % len(self.labels)
            pieces += [0] * gap
            length = self.lengths[end]
            rows.append((end, len(pieces), len(pieces) + length))
            pieces += [100 * (end + 1) + i for i in range(length)]
        found = sorted({row[0] for row in rows})
        columns = np.array(sorted(rows)).reshape(-1, 3)
        ends = Ends(
            tuple(found), tuple(self.labels[end] for end in found),
            np.searchsorted(found, columns[:, 0]), columns[:, 1], columns[:, 2],
        )  # fmt: skip
        pairs = np.array([(a, b) for a in range(len(found)) for b in range(len(found)) if a != b])
        pairs = pairs.astype(np.int64).reshape(-1, 2)
        distances = ends.distances()[pairs[:, 0], pairs[:, 1]]
        marks, none = ends.marks(len(pieces)), np.zeros((len(pairs), 1))
        return Example(
            GOLD, "", np.array(pieces), marks, ends, pairs, distances,
            none.astype(np.float32), none.astype(np.bool_),
        )  # fmt: skip


stories = st.integers(1, 4).flatmap(
    lambda ends: st.integers(1, 8).flatmap(
        lambda count: st.builds(
            Story,
            between=st.lists(st.integers(1, 4), min_size=count, max_size=count),
            mentions=st.lists(st.integers(0, 9), min_size=count, max_size=count),
            lengths=st.lists(st.integers(1, 4), min_size=ends, max_size=ends),
            labels=st.lists(st.sampled_from([FIRM, PLACE]), min_size=ends, max_size=ends),
        )
    )
)


@given(stories, st.randoms(use_true_random=False))
def test_every_mention_of_an_end_gets_the_same_other_name(story: Story, draw: Random) -> None:
    """And what lies between names stays as it is, with no mark on it."""
    before = story.example()
    after = renamed(before, {FIRM: OTHERS}, draw)
    assert np.count_nonzero(after.numbers == 0) == np.count_nonzero(before.numbers == 0)
    for end, label in enumerate(after.ends.labels):
        spans = zip(after.ends.first, after.ends.last, after.ends.end, strict=True)
        said = {tuple(after.numbers[a:b].tolist()) for a, b, e in spans if e == end}
        assert len(said) == 1
        own = tuple(100 * (after.ends.numbers[end] + 1) + i for i in range(len(*said)))
        others = {tuple(o.tolist()) for o in OTHERS} if label == FIRM else set()
        assert said <= {own, *others}
    assert ((after.marks > 0) == (after.numbers > 0)).all()


def test_some_names_are_exchanged_and_some_stay() -> None:
    """Over many draws; a place is not exchanged, for where it lies is known of it."""
    story = Story([1, 1], [0, 1], [2, 2], [FIRM, PLACE])
    before = story.example()
    draw = Random(7)  # noqa: S311 - a fixed draw, not a secret
    drawn = [renamed(before, {FIRM: OTHERS}, draw) for _ in range(100)]
    exchanged = [bool((d.numbers > 900).any()) for d in drawn]
    assert 10 < sum(exchanged) < 60
    assert all((d.numbers[d.ends.first[1] :] == [200, 201]).all() for d in drawn)
