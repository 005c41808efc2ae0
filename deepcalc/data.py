"""The small data sets of the course.

The handwritten digits in ``digits.npz`` are those of the test set of *Optical Recognition of
Handwritten Digits* by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998,
https://doi.org/10.24432/C50P49), licensed under the Creative Commons Attribution 4.0 International
Licence (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/).  The numbers and their order are
unchanged; they were taken from the table that scikit-learn brings along, and are stored more
closely packed::

    table = np.loadtxt("sklearn/datasets/data/digits.csv.gz", delimiter=",", dtype=np.uint8)
    np.savez_compressed("digits.npz", images=table[:, :64], labels=table[:, 64])
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

__all__ = ["digits", "noisy_line", "two_blobs", "xor_data"]

DIGITS = Path(__file__).with_name("digits.npz")
HELD_OUT = 4  # every fourth digit


def digits() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return handwritten digits of 8 × 8 pixels: most to learn from, every fourth held out.

    Thirteen people wrote them.  The pixels are counted row by row, from the upper left.

    Returns
    -------
    images : array, shape (1348, 64)
        One digit a row; a pixel is 0 where the paper is bare and 1 where it is full of ink.
    labels : array of whole numbers, shape (1348,)
        Which digit it is.
    held_out, held_labels : arrays, shapes (449, 64) and (449,)
        The same for those that no training may see.

    Notes
    -----
    E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning
    Repository (1998), licensed under CC BY 4.0; here the test set, its numbers divided by 16.
    """
    with np.load(DIGITS) as stored:
        images, labels = stored["images"] / 16, stored["labels"].astype(int)
    out = np.arange(len(labels)) % HELD_OUT == HELD_OUT - 1
    return images[~out], labels[~out], images[out], labels[out]


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
