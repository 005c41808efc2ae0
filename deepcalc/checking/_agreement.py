"""Many results at once: NumPy takes as long to compare two numbers as to compare a thousand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np

from ._flat import Flat

__all__ = ["Expected"]


class Expected:
    """What is expected of many results.

    Parameters
    ----------
    values : plain values, or patterns
    """

    def __init__(self, values: Sequence[Any]) -> None:
        self.flat = Flat.of(values)
        sizes = self.flat.sizes
        self.ends = list(accumulate(sizes))
        self.plain = [place for place, size in enumerate(sizes) if size]  # nothing but numbers
        self.starts = [self.ends[place] - sizes[place] for place in self.plain]
        self.largest = np.abs(self.flat.numbers)

    def judge(self, results: Sequence[Any], rtol: float, atol: float) -> list[str]:
        """Of each result "right" or "value", a kind of `Mismatch`, or "": only `compare` can tell.

        Numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|).
        """
        kinds = [""] * len(results)
        if not self.plain:
            return kinds
        ours, theirs = self._numbers_of(results), self.flat.numbers
        with np.errstate(all="ignore"):
            allowed = atol + rtol * np.maximum(np.abs(ours), self.largest)
            near = np.abs(ours - theirs) <= allowed
        right = np.logical_and.reduceat(near & np.isfinite(allowed), self.starts)
        # A number that is not finite may be right, or another kind of mistake.
        known = np.logical_and.reduceat(np.isfinite(ours) & np.isfinite(theirs), self.starts)
        wrong = known & ~np.logical_and.reduceat(near, self.starts)
        for place, *is_so in zip(self.plain, right.tolist(), wrong.tolist(), strict=True):
            kinds[place] = "right" if is_so[0] else "value" if is_so[1] else ""
        return kinds

    def _numbers_of(self, results: Sequence[Any]) -> np.ndarray:
        """The numbers of results that are built as those expected; NaN for others."""
        flat = results if isinstance(results, Flat) else Flat.of(results)
        if flat.forms == self.flat.forms:
            return flat.numbers
        numbers = np.full(len(self.flat.numbers), np.nan)
        ends = list(accumulate(flat.sizes))
        for place, start in zip(self.plain, self.starts, strict=True):
            if flat.forms[place] == self.flat.forms[place]:
                size = self.ends[place] - start
                numbers[start : start + size] = flat.numbers[ends[place] - size : ends[place]]
        return numbers
