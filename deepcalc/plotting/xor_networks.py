"""Networks for the figures and widgets of notebook 05, trained without a backward pass.

A network with h hidden units is one flat vector of 4h + 1 numbers: W1, row by row, then b1, W2 and
b2.  Many networks are evaluated at a time, and slopes are measured by central differences, so that
pictures exist before the student's own functions do.  No gradient formula stands here.

Measuring takes a fifth of a second a run, too long for a slider: `xor_runs` has some in store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from deepcalc.data import xor_data

__all__ = [
    "EPOCHS",
    "EVERY",
    "RATE",
    "STARTS",
    "chunked",
    "descend",
    "flat",
    "named",
    "outputs",
    "slopes",
    "squared_errors",
    "start",
]

RATE = 5.0
EPOCHS = 600
EVERY = 25
STARTS = {
    "random, spread 0.5": 0.5,
    "random, spread 0.05": 0.05,
    "random, spread 2": 2.0,
    "all weights 0": None,
    "all weights 0.5": None,
}

Train = Callable[..., tuple[Mapping[str, Any], Any]]


def outputs(weights: np.ndarray, X: np.ndarray) -> np.ndarray:
    """What each network answers to each example.

    Parameters
    ----------
    weights : array, shape (..., 4h + 1)
    X : array, shape (n, 2)

    Returns
    -------
    array, shape (..., n)
    """
    h = (weights.shape[-1] - 1) // 4
    rows = weights[..., : 3 * h].reshape(*weights.shape[:-1], 3, h)  # the third row: the biases
    hidden = _squash(np.column_stack([X, np.ones(len(X))]) @ rows)  # (..., n, h)
    return _squash((hidden @ weights[..., 3 * h : -1, None])[..., 0] + weights[..., -1:])


def squared_errors(weights: np.ndarray, X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Squared error of each network on each example, shape (..., n)."""
    return np.square(outputs(weights, X) - np.ravel(y))


def slopes(weights: np.ndarray, X: np.ndarray, y: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """Measured slope of each example's squared error along each weight, shape (..., n, 4h + 1)."""
    shifts = step * np.eye(weights.shape[-1])
    around = np.stack([weights[..., None, :] + shifts, weights[..., None, :] - shifts])
    ahead, behind = squared_errors(around, X, y)  # (..., 4h + 1, n) each
    return np.swapaxes(ahead - behind, -1, -2) / (2 * step)


def start(hidden: int, seed: int, kind: str = "random, spread 0.5") -> np.ndarray:
    """Weights to start from, one of `STARTS`; the biases are 0."""
    spread = STARTS[kind]
    if spread is None:
        drawn = np.full(3 * hidden, float(kind.split()[-1]))
    else:
        drawn = np.random.default_rng(seed).normal(scale=spread, size=3 * hidden)
    return np.concatenate([drawn[: 2 * hidden], np.zeros(hidden), drawn[2 * hidden :], [0.0]])


def descend(
    weights: np.ndarray,
    lr: float = RATE,
    epochs: int = EPOCHS,
    every: int = EVERY,
    follow: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Train networks on XOR by gradient descent with measured slopes.

    Parameters
    ----------
    weights : array, shape (..., 4h + 1)
    lr : float
        Learning rate.
    epochs : int
    every : int
        Keep the weights of every so many epochs, the start included.
    follow : function (weights, slopes of each example) -> what to go against, optional
        The mean slope, if not given.

    Returns
    -------
    path : array, shape (kept, ..., 4h + 1)
    losses : array, shape (epochs, ...)
        The loss before each step.
    """
    X, y = xor_data()
    path, losses = [weights], []
    for epoch in range(1, epochs + 1):
        losses.append(squared_errors(weights, X, y).mean(axis=-1))
        each = slopes(weights, X, y)
        gradient = each.mean(axis=-2) if follow is None else follow(weights, each)
        weights = weights - lr * np.round(gradient, 9)  # rounding noise must break no symmetry
        if epoch % every == 0:
            path.append(weights)
    return np.array(path), np.array(losses)


def chunked(train: Train, weights: np.ndarray, lr: float, epochs: int, every: int) -> np.ndarray:
    """Path and losses, as `descend` gives them, of the student's `train`, in one flat array."""
    X, y = xor_data()
    params: Mapping[str, Any] = named(weights)
    path = [weights]
    losses: list[float] = []
    for _ in range(epochs // every):
        params, told = train(params, X, y, lr, every)
        path.append(flat(params))
        losses.extend(np.ravel(told))
    return np.concatenate([np.ravel(path), losses])


def named(weights: np.ndarray) -> dict[str, np.ndarray]:
    """The flat vector as the notebook's dict of parameters."""
    h = (weights.size - 1) // 4
    W1, b1, W2, b2 = np.split(weights, [2 * h, 3 * h, 4 * h])
    return {"W1": W1.reshape(2, h), "b1": b1, "W2": W2.reshape(h, 1), "b2": b2}


def flat(params: Mapping[str, Any]) -> np.ndarray:
    """The dict of parameters, or of their gradients, as a flat vector."""
    return np.concatenate([np.ravel(params[key]) for key in ("W1", "b1", "W2", "b2")]).astype(float)


def _squash(z: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.tanh(0.5 * z)
