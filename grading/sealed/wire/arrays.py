"""Arrays and NumPy scalars as bytes, and the errors and limits of the wire format."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from deepcalc.checking._layouts import LAYOUTS, laid_out, layout_of

__all__ = [
    "DOUBLE",
    "FLOAT",
    "LIMITS",
    "NUMBERS",
    "Uncrossable",
    "WireError",
    "array_from",
    "array_head",
    "index",
    "scalar_from",
    "view_from",
]

LIMITS = SimpleNamespace(
    head=4 << 20, bulk=64 << 20, depth=64, keys=4096, integer=1024, name=200, range=1 << 20,
    axes=16, comparisons=1 << 20, generators=1000,
)  # fmt: skip
DTYPES = [np.dtype(code) for code in "?bBhHiIlLqQefdgFDG"]
NUMBERS = {dtype: number for number, dtype in enumerate(DTYPES)}
DOUBLE = NUMBERS[np.dtype(float)]
FLOAT = struct.Struct("<Bd")  # the scalar of which there are most
INLINE, WRITEABLE, LAYOUT = 1, 2, 4  # flags of an array; the layout takes two bits
# Dtype, flags, number of axes, shape.
HEADS = [struct.Struct(f"<BBB{ndim}I") for ndim in range(LIMITS.axes + 1)]


class WireError(Exception):
    """What arrived is not a message that the other side's honest code would send."""


class Uncrossable(TypeError):
    """A value of one's own that cannot be handed over; the text names it."""


def index(number: Any) -> int:
    """A number that is fit to look something up with."""
    if type(number) is not int or number < 0:
        raise WireError("a malformed number")
    return number


def array_head(array: np.ndarray, inline: bool) -> bytes:
    """Type and shape of an array, as bytes."""
    number, shape = NUMBERS.get(array.dtype), array.shape
    if number is None:
        raise Uncrossable(f"an array of the dtype {array.dtype}")
    if len(shape) > LIMITS.axes:
        raise Uncrossable(f"an array with more than {LIMITS.axes} axes")
    if array.nbytes > LIMITS.bulk or (not array.size and _length(shape) > LIMITS.bulk):
        raise Uncrossable("a value too large to hand over")
    flags = INLINE if inline else 0
    if array.flags.writeable:
        flags |= WRITEABLE
    flags |= LAYOUT * layout_of(array)
    return HEADS[len(shape)].pack(number, flags, len(shape), *shape)


def _length(shape: Iterable[int]) -> int:
    """The entries of an array, had it any: also an empty one becomes a list of that many lists."""
    return math.prod(size or 1 for size in shape)


def array_from(data: bytes, take: Callable[[int], memoryview]) -> np.ndarray:
    """The array of a head, with its data behind the head or, where they are many, elsewhere.

    Parameters
    ----------
    take : gives that many bytes from elsewhere
    """
    head = HEADS[data[2]]
    number, flags, dimensions, *shape = head.unpack_from(data)
    dtype = DTYPES[number]
    count = math.prod(shape)
    size = count * dtype.itemsize
    start = head.size if flags & INLINE else 0
    body = data if flags & INLINE else take(size)
    if len(body) - start != size:
        raise WireError("an array with too little or too much data")
    if not size and _length(shape) > LIMITS.bulk:
        raise WireError("an empty array too large")
    if not size:
        array = np.empty(shape, dtype)
    elif dimensions == 1:
        array = np.frombuffer(body, dtype, count, start).copy()
    else:
        array = np.frombuffer(body, dtype, count, start).reshape(shape).copy()
    if flags >= LAYOUT:
        array = laid_out(array, flags // LAYOUT % len(LAYOUTS))
    if not flags & WRITEABLE:
        array.flags.writeable = False
    return array


def scalar_from(data: bytes) -> np.generic:
    """A NumPy scalar."""
    if data[0] == DOUBLE and len(data) == FLOAT.size:
        return np.float64(FLOAT.unpack(data)[1])
    return np.frombuffer(data, DTYPES[data[0]], count=1, offset=1)[0]


def view_from(
    originals: list, number: Any, dtype: Any, shape: Any, start: Any, strides: Any
) -> np.ndarray:
    """A view into one of our own arrays.

    That it stays inside is checked here: NumPy's own check overflows.
    """
    original = originals[index(number)]
    if type(original) is not np.ndarray:
        raise WireError("a view into something else than an array")
    if not original.flags.c_contiguous:
        original = original.copy()
    shape, strides = tuple(map(index, shape)), tuple(map(int.__int__, strides))
    kind, first = DTYPES[index(dtype)], index(start)
    # With a stride of 0 a few bytes suffice.
    if len(shape) > LIMITS.axes or _length(shape) * kind.itemsize > LIMITS.bulk:
        raise WireError("a view too large")
    if 0 not in shape:
        steps = [(size - 1) * stride for size, stride in zip(shape, strides, strict=True)]
        lowest = first + sum(step for step in steps if step < 0)
        highest = first + sum(step for step in steps if step > 0) + kind.itemsize
        if lowest < 0 or highest > original.nbytes:
            raise WireError("a view out of bounds")
    return np.ndarray(shape, kind, original, first, strides)
