"""Sums of weights are remembered by key, and are right whatever was forgotten."""

import numpy as np
import pytest

from loaders.korean.learned import sums
from loaders.korean.learned.sums import Attributes, Seen, Sums, spelled


def _spelled(key: str) -> Attributes:
    return tuple(key)


def test_a_sum_adds_up_the_known_words() -> None:
    """A key of unknown words alone has a sum of nothing."""
    weights = np.array([[1.0, 2.0], [10.0, 20.0]])
    own = Sums({"a": 0, "b": 1}, weights)
    rows = own.rows(_spelled)
    assert own.of([rows["ab"], rows["xa"], rows["x"]]).tolist() == [[11, 22], [1, 2], [0, 0]]
    assert rows["ab"] == own.rows(_spelled)["ab"]


def test_forgotten_sums_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where there are many is anything forgotten."""
    own = Sums({str(i): i for i in range(10)}, np.arange(10.0).reshape(10, 1))
    rows = own.rows(_spelled)
    for key in "12345":
        assert rows[key]
    own.forget()
    assert len(rows) == 5
    monkeypatch.setattr(sums, "_REMEMBERED", 3)
    own.forget()
    assert not rows
    assert own.of([rows["7"], rows["12"]]).tolist() == [[7], [3]]


def test_what_is_seen_tells_its_words() -> None:
    """For training the words themselves are needed."""
    seen = Seen()
    rows = seen.rows(_spelled)
    numbers = [rows["ab"], rows["c"], rows["ab"]]
    assert [seen.attributes[i] for i in numbers] == [("a", "b"), ("c",), ("a", "b")]


def test_words_as_they_are_spelled_are_not_remembered() -> None:
    """They are looked up in the vocabulary; one that it does not hold weighs nothing."""
    own = Sums({"a": 0, "b": 1}, np.array([[1.0, 2.0], [10.0, 20.0]]))
    numbers = list(own.numbers(spelled, ["b", "c"]))
    assert own.of(numbers).tolist() == [[10, 20], [0, 0]]
    assert not own.rows(spelled)
