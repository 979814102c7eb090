"""The regression: it finds the weights that the loss is least at."""

import numpy as np
import pytest

from loaders.korean.learned.regression import Sparse, fit_dense, fit_sparse, sigmoid


def _problem() -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(5)
    rows = (draw.random((300, 6)) < 0.4).astype(float)
    rows[:, 0] = 1.0
    chance = sigmoid(rows @ np.array([-1.0, 2.0, -2.0, 0.5, 0.0, 1.0]))
    return rows, (draw.random(300) < chance).astype(float)


def test_the_slope_is_flat_at_the_weights_found() -> None:
    """No step in any direction makes the penalized loss smaller."""
    rows, truth = _problem()
    weights = fit_dense(rows, truth, 1.0)
    slope = rows.T @ (sigmoid(rows @ weights) - truth) + weights
    assert np.abs(slope).max() < 0.05


def test_sparse_and_dense_rows_give_the_same_weights() -> None:
    """The two ways to write a row of zeros and ones are one problem."""
    rows, truth = _problem()
    sparse = Sparse.of([np.flatnonzero(row) for row in rows], rows.shape[1])
    assert fit_sparse(sparse, truth, 1.0) == pytest.approx(fit_dense(rows, truth, 1.0), abs=1e-6)


def test_what_speaks_for_a_fact_weighs_more_than_what_speaks_against_it() -> None:
    """The signs are those that the rows were drawn with."""
    rows, truth = _problem()
    weights = fit_dense(rows, truth, 1.0)
    assert weights[1] > 1 > 0 > weights[2]
