"""How an array lies in memory: no right answer depends on it, and some wrong ones do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

__all__ = ["LAYOUTS", "laid_out", "layout_of", "twin"]


def _with_gaps(array: np.ndarray) -> np.ndarray:
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    wide[..., ::2] = array
    return wide[..., ::2]


def _backwards(array: np.ndarray) -> np.ndarray:
    return array[::-1].copy()[::-1]


# In words, and how to bring an array with numbers in it into this layout, always as a copy.
LAYOUTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "row by row": lambda array: array.copy(order="C"),
    "column by column": lambda array: array.copy(order="F"),
    "with gaps": _with_gaps,
    "backwards": _backwards,
}
NAMES = list(LAYOUTS)


def layout_of(array: np.ndarray) -> int:
    """The number of the layout among `LAYOUTS`; of one that is not among them, the first."""
    if array.flags.c_contiguous or not array.size:
        return 0
    if array.flags.f_contiguous:
        return 1
    if array.strides[-1] == 2 * array.itemsize:
        return 2
    return 3 if array.strides[0] < 0 else 0


def laid_out(array: np.ndarray, layout: int) -> np.ndarray:
    """A copy of an array in a layout."""
    if not array.ndim or not array.size:
        return array.copy()
    return LAYOUTS[NAMES[layout]](array)


def twin(array: np.ndarray) -> np.ndarray:
    """A copy that lies in memory as the array does, and is read-only where that is."""
    layout = layout_of(array)
    copy = laid_out(array, layout) if layout else array.copy()
    if not array.flags.writeable:
        copy.flags.writeable = False
    return copy
