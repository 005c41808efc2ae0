"""What may stand in the place of an expected value where more than one answer is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ._describing import describe
from ._pattern import Mismatch, Pattern

__all__ = ["OneOf", "like", "shuffled", "spread", "within"]


@dataclass(frozen=True, eq=False)
class Within(Pattern):
    """Numbers between two bounds, both allowed."""

    low: Any
    high: Any

    def model(self) -> np.ndarray:
        return np.broadcast_arrays(np.asarray(self.low, float), np.asarray(self.high, float))[0]

    def complaint(self, actual: Any) -> str | None:
        inside = (np.asarray(self.low) <= actual) & (actual <= np.asarray(self.high))
        return None if inside.all() else "A number lies outside of its bounds."

    def describe(self) -> str:
        return f"between {describe(self.low)} and {describe(self.high)}"


@dataclass(frozen=True, eq=False)
class Like(Pattern):
    """Any finite numbers in this shape."""

    shape: tuple[int, ...]

    def model(self) -> np.ndarray:
        return np.zeros(self.shape)

    def complaint(self, actual: Any) -> None:
        return None

    def describe(self) -> str:
        return f"an array of shape {tuple(self.shape)}" if self.shape else "a number"


@dataclass(frozen=True, eq=False)
class Spread(Pattern):
    """Distinct random numbers of this shape, with about this mean and this standard deviation.

    The bounds are seven standard errors wide, so that a right sample leaves them less than once in
    10¹¹ times.
    """

    shape: tuple[int, ...]
    mean: float
    deviation: float

    def model(self) -> np.ndarray:
        return np.zeros(self.shape)

    def complaint(self, actual: Any) -> str | None:
        actual = np.asarray(actual, dtype=float)
        size = actual.size
        if len(np.unique(actual)) < size:
            return "Some of the random numbers are equal."
        if size < 100:
            return None
        error = self.deviation / np.sqrt(size)
        if abs(actual.mean() - self.mean) > 7 * error:
            return f"The mean of the {size} numbers is {actual.mean():.3g}, not {self.mean:g}."
        if abs(actual.std() - self.deviation) > 7 * error:
            spread = f"{actual.std():.3g}, not {self.deviation:g}"
            return f"The spread of the {size} numbers is {spread}."
        return None

    def describe(self) -> str:
        return (
            f"random numbers of shape {tuple(self.shape)}, no two equal, "
            f"mean {self.mean:g}, spread {self.deviation:g}"
        )


@dataclass(frozen=True, eq=False)
class OneOf(Pattern):
    """One of these words, whichever."""

    words: tuple[str, ...]

    def compare(self, actual: Any, path: str, compare: Callable) -> None:
        if not isinstance(actual, str) or actual not in self.words:
            raise Mismatch("type", "", path, actual, self)

    def describe(self) -> str:
        return "one of " + ", ".join(map(repr, self.words))


@dataclass(frozen=True, eq=False)
class Shuffled(Pattern):
    """The whole numbers below n, each once, in any order, cut into pieces of these sizes."""

    sizes: tuple[int, ...]

    def compare(self, actual: Any, path: str, compare: Callable) -> None:
        if not isinstance(actual, list | tuple) or any(np.ndim(piece) != 1 for piece in actual):
            cause = "A list of arrays with one axis each was expected."
            raise Mismatch("type", cause, path, actual, self)
        sizes = tuple(len(piece) for piece in actual)
        if sizes != tuple(self.sizes):
            cause = f"The arrays have the sizes {describe_sizes(sizes)}."
            raise Mismatch("shape", cause, path, actual, self)
        if complaint := self.complaint(actual):
            raise Mismatch("value", complaint, path, actual, self)

    def complaint(self, actual: Any) -> str | None:
        pieces = [np.asarray(piece) for piece in actual]
        if any(piece.dtype.kind not in "iu" for piece in pieces if piece.size):
            return "The indices are no whole numbers, so that no array can be indexed with them."
        found = np.sort(np.concatenate(pieces)) if pieces else np.zeros(0)
        if not np.array_equal(found, np.arange(sum(self.sizes))):
            return f"Not each index from 0 to {sum(self.sizes) - 1} occurs exactly once."
        return None

    def describe(self) -> str:
        sizes = describe_sizes(self.sizes)
        return f"the indices 0 to {sum(self.sizes) - 1}, each once, in arrays of the sizes {sizes}"


def describe_sizes(sizes: Sequence[int]) -> str:
    """Sizes as text, for example "4, 4, 2"."""
    return ", ".join(map(str, sizes)) or "none at all"


def within(low: Any, high: Any) -> Within:
    """Expect numbers between `low` and `high`, both allowed; numbers or arrays."""
    return Within(low, high)


def like(*shape: int) -> Like:
    """Expect any finite numbers in an array of this shape; without one, a number."""
    return Like(shape)


def spread(*shape: int, mean: float, deviation: float) -> Spread:
    """Expect distinct random numbers of this shape; from 100 on, mean and spread are looked at."""
    return Spread(shape, mean, deviation)


def shuffled(*sizes: int) -> Shuffled:
    """Expect a list of index arrays of these sizes that hold each whole number from 0 on once."""
    return Shuffled(sizes)
