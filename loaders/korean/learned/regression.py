"""Logistic regression with an L2 penalty, fitted by limited-memory BFGS on numpy alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_MEMORY = 8


@dataclass(frozen=True, slots=True)
class Sparse:
    """Rows of present features: `columns` of all rows in a line, row i from `starts[i]`."""

    columns: NDArray[np.int64]
    starts: NDArray[np.int64]
    width: int

    @classmethod
    def of(cls, rows: Sequence[NDArray[np.int64]], width: int) -> "Sparse":
        """The rows as one matrix; a row must not be empty."""
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(rows) else lengths
        columns = np.concatenate(rows) if len(rows) else np.zeros(0, dtype=np.int64)
        return cls(columns, starts.astype(np.int64), width)

    def times(self, weights: Floats) -> Floats:
        """Each row's sum of weights."""
        return np.add.reduceat(weights[self.columns], self.starts)

    def transposed(self, values: Floats) -> Floats:
        """Each column's sum over its rows of the rows' values."""
        lengths = np.diff(np.append(self.starts, len(self.columns)))
        sums = np.bincount(self.columns, np.repeat(values, lengths), minlength=self.width)
        return sums.astype(np.float64)


def fit_sparse(rows: Sparse, truth: Floats, penalty: float) -> Floats:
    """The weights that best tell the true rows from the others."""
    return _fit(rows.times, rows.transposed, truth, np.full(rows.width, penalty))


def fit_dense(rows: Floats, truth: Floats, penalty: float) -> Floats:
    """The same for rows of numbers."""
    return _fit(lambda w: rows @ w, lambda v: rows.T @ v, truth, np.full(rows.shape[1], penalty))


def sigmoid(values: Floats) -> Floats:
    """Log odds as probabilities."""
    return 1.0 / (1.0 + np.exp(-np.clip(values, -40.0, 40.0)))


def _fit(
    forward: Callable[[Floats], Floats],
    backward: Callable[[Floats], Floats],
    truth: Floats,
    penalty: Floats,
) -> Floats:
    def loss(weights: Floats) -> tuple[float, Floats]:
        z = forward(weights)
        value = np.sum(np.logaddexp(0.0, z) - truth * z) + 0.5 * np.sum(penalty * weights**2)
        return float(value), backward(sigmoid(z) - truth) + penalty * weights

    return _minimize(loss, np.zeros(len(penalty)))


def _minimize(
    loss: Callable[[Floats], tuple[float, Floats]], weights: Floats, *, rounds: int = 150
) -> Floats:
    value, slope = loss(weights)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        direction = -_inverse(moves, slope)
        size, gain = 1.0, float(slope @ direction)
        if gain > -1e-9:
            break
        while True:
            moved = weights + size * direction
            new_value, new_slope = loss(moved)
            if new_value <= value + 1e-4 * size * gain or size < 1e-8:
                break
            size *= 0.5
        step, change = moved - weights, new_slope - slope
        if float(step @ change) > 1e-12:
            moves = [*moves, (step, change)][-_MEMORY:]
        done = value - new_value < 1e-5 * max(1.0, abs(value))
        weights, value, slope = moved, new_value, new_slope
        if done:
            break
    return weights


def _inverse(moves: Sequence[tuple[Floats, Floats]], slope: Floats) -> Floats:
    """The slope times the inverse curvature that the last moves suggest."""
    q, used = slope.copy(), list[tuple[float, float]]()
    for step, change in reversed(moves):
        rho = 1.0 / float(step @ change)
        alpha = rho * float(step @ q)
        q -= alpha * change
        used.append((rho, alpha))
    if moves:
        step, change = moves[-1]
        q *= float(step @ change) / float(change @ change)
    else:
        q /= max(1.0, float(np.linalg.norm(slope)))
    for (step, change), (rho, alpha) in zip(moves, reversed(used), strict=True):
        q += (alpha - rho * float(change @ q)) * step
    return q
