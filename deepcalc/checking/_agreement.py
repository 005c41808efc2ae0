"""Many results at once: NumPy takes as long to compare two numbers as to compare a thousand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ._values import FLOATS

__all__ = ["Expected"]


class Expected:
    """What is expected of many results.

    Parameters
    ----------
    values : plain values, or patterns
    """

    def __init__(self, values: Sequence[Any]) -> None:
        self.values = values
        numbers: list[float] = []
        self.starts: list[int] = []  # of the numbers of those values that are nothing but numbers
        self.plain: list[int] = []  # which ones these are
        for number, value in enumerate(values):
            start = len(numbers)
            if _gather(value, value, numbers) and len(numbers) > start:
                self.plain.append(number)
                self.starts.append(start)
            else:
                del numbers[start:]
        self.ends = [*self.starts[1:], len(numbers)]
        self.numbers = np.array(numbers)
        self.sizes = np.abs(self.numbers)

    def agree(self, results: Sequence[Any], rtol: float, atol: float) -> list[bool]:
        """Which results surely agree with what is expected; `compare` can tell of all others."""
        surely = [False] * len(self.values)
        if not self.plain:
            return surely
        numbers: list[float] = []
        for number, end in zip(self.plain, self.ends, strict=True):
            start = len(numbers)
            if not _gather(results[number], self.values[number], numbers):
                numbers[start:] = [np.nan] * (end - start)
        ours = np.array(numbers)
        with np.errstate(all="ignore"):
            allowed = atol + rtol * np.maximum(np.abs(ours), self.sizes)
            near = (np.abs(ours - self.numbers) <= allowed) & np.isfinite(allowed)
        each = np.logical_and.reduceat(near, self.starts).tolist()
        for number, agrees in zip(self.plain, each, strict=True):
            surely[number] = agrees
        return surely


def _gather(value: Any, like: Any, numbers: list[float]) -> bool:
    """Add the numbers in a value, if it is built like another one, out of nothing but numbers."""
    kind = type(like)
    if kind in FLOATS:
        if type(value) not in FLOATS:
            return False
        numbers.append(value)
        return True
    if kind is np.ndarray:
        if type(value) is not kind or value.shape != like.shape or value.dtype.char != "d":
            return False
        numbers += value.ravel().tolist()
        return True
    if kind is dict:
        if type(value) is not dict or value.keys() != like.keys():
            return False
        return all(_gather(value[key], like[key], numbers) for key in like)
    if kind in (tuple, list):
        if type(value) not in (tuple, list) or len(value) != len(like):
            return False
        return all(map(_gather, value, like, [numbers] * len(like)))
    return False
