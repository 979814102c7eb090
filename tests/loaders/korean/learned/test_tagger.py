"""The tagger reads the trained field as the library that trained it does."""

from itertools import chain, pairwise, product
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from loaders.korean.learned.crf import RandomField
from loaders.korean.learned.labels import gold_tags
from loaders.korean.learned.lattice import Lattice
from loaders.korean.learned.model import shipped
from loaders.korean.learned.tagger import Tagger
from loaders.korean.learned.tokens import token_features
from loaders.korean.learned.training import Sample, tagger_of

_CLOSE = 1e-9


def test_a_field_is_read_as_it_was_trained(tmp_path: Path) -> None:
    """Labels, attributes and weights are those that the library tells."""
    trainer, path = pycrfsuite.Trainer(verbose=False), tmp_path / "model"
    trainer.append([["가=1", "b"], ["b"], ["c"]], ["O", "B-X", "I-X"])
    trainer.append([["b"], ["가=1"]], ["B-X", "O"])
    trainer.train(str(path))
    field = RandomField.of(path.read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    told = tagger.info()
    assert list(field.labels) == tagger.labels()
    assert np.count_nonzero(field.weights) == len(told.state_features)
    for (attribute, label), weight in told.state_features.items():
        own = field.weights[field.attributes[attribute], field.labels.index(label)]
        assert own == pytest.approx(weight, abs=1e-6)
    for (one, other), weight in told.transitions.items():
        own = field.transitions[field.labels.index(one), field.labels.index(other)]
        assert own == pytest.approx(weight, abs=1e-6)


def test_a_field_is_kept_in_less_room_and_read_again(labeled: list[Sample]) -> None:
    """As it was, to the seventh figure."""
    field = tagger_of(labeled[:3])
    again = RandomField.of_arrays(field.arrays())
    assert (again.labels, again.attributes.keys()) == (field.labels, field.attributes.keys())
    rows = [field.attributes[word] for word in again.attributes]
    np.testing.assert_allclose(again.weights, field.weights[rows], rtol=1e-6)
    np.testing.assert_array_equal(again.transitions, field.transitions)
    kept = again.arrays()
    assert all(np.array_equal(kept[name], array) for name, array in field.arrays().items())


def test_a_lattice_finds_the_best_tags_and_their_probabilities() -> None:
    """As trying every sequence of labels does, for lines of unequal lengths at once."""
    draw = np.random.default_rng(3)
    lengths, labels = [2, 4, 1, 3], 3
    scores, steps = draw.normal(size=(sum(lengths), labels)), draw.normal(size=(labels, labels))
    lattice = Lattice(scores, lengths, steps)
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    rows = zip(starts, lengths, lattice.best(), lattice.marginals(), strict=True)
    for start, length, best, shares in rows:
        totals = {
            path: sum(scores[start + i, label] for i, label in enumerate(path))
            + sum(steps[a, b] for a, b in pairwise(path))
            for path in product(range(labels), repeat=length)
        }
        assert tuple(best) == max(totals, key=totals.__getitem__)
        whole = sum(np.exp(total) for total in totals.values())
        for i, label in product(range(length), range(labels)):
            part = sum(np.exp(total) for path, total in totals.items() if path[i] == label)
            assert shares[i, label] == pytest.approx(part / whole, abs=_CLOSE)


def test_names_are_those_that_the_library_tags(labeled: list[Sample], tmp_path: Path) -> None:
    """On articles of the corpus, with the probabilities of their beginnings."""
    trainer, path = pycrfsuite.Trainer(verbose=False), tmp_path / "model"
    trainer.set_params({"max_iterations": 30})
    for sample in labeled[:15]:
        for line in filter(lambda line: line.forms, sample.story):
            trainer.append(token_features(line), gold_tags(sample.gold, line))
    trainer.train(str(path))
    library = pycrfsuite.Tagger()
    library.open(str(path))
    ours = Tagger(RandomField.of(path.read_bytes()))
    for sample in labeled[:5]:
        for line, names in zip(sample.story, ours.names(sample.story), strict=True):
            tags = library.tag(token_features(line)) if line.forms else []
            begun = [i for i, tag in enumerate(tags) if tag[0] == "B"]
            for name in names:
                if tags[name.first][0] == "B":
                    begun.remove(name.first)
                    share = library.marginal(tags[name.first], name.first)
                    assert name.probability == pytest.approx(share, abs=_CLOSE)
            assert not begun


def test_lines_are_tagged_alike_alone_and_together(labeled: list[Sample]) -> None:
    """What stands beside a line, and what was tagged before, changes nothing."""
    tagger, story = Tagger(shipped().tagger), labeled[0].story
    together = tagger.names(story)
    alone = list(chain.from_iterable(tagger.names([line]) for line in story))
    assert [[n.first for n in names] for names in together] == [
        [n.first for n in names] for names in alone
    ]
