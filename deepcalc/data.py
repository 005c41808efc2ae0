"""The small data sets of the course."""

from __future__ import annotations

import numpy as np

__all__ = ["noisy_line", "two_blobs", "xor_data"]


def xor_data() -> tuple[np.ndarray, np.ndarray]:
    """Return the four examples of exclusive or: 1 if just one of the two inputs is 1.

    Returns
    -------
    X : array, shape (4, 2)
    y : array, shape (4, 1)
    """
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([[0.0], [1.0], [1.0], [0.0]])
    return X, y


def two_blobs(
    rng: np.random.Generator, n: int, distance: float = 3.0
) -> tuple[np.ndarray, np.ndarray]:
    """Return `n` points of two round clouds, which a straight line separates nearly.

    Parameters
    ----------
    rng : np.random.Generator
    n : int
        Number of points; half of them of each class (one more of class 0 if `n` is odd).
    distance : float
        Between the centres, which lie on the diagonal; each cloud has the standard deviation 1.

    Returns
    -------
    X : array, shape (n, 2)
    y : array, shape (n,), of 0. and 1., shuffled
    """
    y = rng.permutation(np.arange(n) % 2).astype(float)
    centres = (2 * y[:, None] - 1) * distance / np.sqrt(8) * np.ones(2)  # (n, 2)
    return centres + rng.normal(size=(n, 2)), y


def noisy_line(
    rng: np.random.Generator,
    n: int,
    slope: float = 2.0,
    intercept: float = -1.0,
    noise: float = 0.3,
) -> tuple[np.ndarray, np.ndarray]:
    """Return `n` points near a straight line, for a regression.

    Returns
    -------
    X : array, shape (n, 2)
        A column of x between −1 and 1, and a column of ones for the intercept.
    y : array, shape (n,)
    """
    x = rng.uniform(-1, 1, size=n)
    y = slope * x + intercept + rng.normal(scale=noise, size=n)
    return np.column_stack([x, np.ones(n)]), y
