"""The contract of a function that acts on each number by itself: numbers, arrays, of all kinds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from ._promise import sitting

__all__ = ["elementwise"]

Drawn = dict[str, Callable[[np.random.Generator], Any]]

CROSSED = 3  # a number, a matrix and an array of whole numbers are tried with all other arguments

SIZES = [1e-9, 1e-3, 0.4, 2.0, 5.0, 12.0, 40.0, 130.0, 400.0, 1000.0, 1e4, 1e6, 1e9, 1e12]
SHAPES = [(1,), (1, 1), (2,), (3,), (7,), (2, 3), (3, 1), (2, 1, 3)]


def elementwise(
    function: Callable,
    exercise: str,
    oracle: Callable,
    low: float,
    high: float,
    *,
    draw: Callable = lambda rng, x: (x,),
    place: int = 0,
    whole: int = 3,
    **terms: Any,
) -> None:
    """The contract of an exercise that acts on each entry of an argument by itself.

    Numbers of every size from tiny to the bounds, of either sign, and 0; arrays of every shape;
    whole numbers, 32 and 64 bits wide; one array with all sizes at once.

    Parameters
    ----------
    function, exercise, oracle : as for `sitting`
    low, high : the bounds of the numbers, with 0 between them
    draw : the arguments for the array or number x, and for one stratum of each further dimension
    place : of x among them
    whole : whole numbers up to this are tried, too; 0 for none
    terms : as for `sitting`, further dimensions of strata included
    """
    if not low < 0 < high:
        raise ValueError(f"0 must lie between the bounds {low} and {high}: use check.sitting")
    near, far = max(low, -2.0), min(high, 2.0)
    kinds: Drawn = {
        "a number": lambda rng: float(rng.uniform(near, far)),
        "a matrix": lambda rng: rng.uniform(near, far, size=(2, 2)),
    }
    if whole:
        kinds |= _whole_numbers(max(low, -whole), min(high, whole))
    kinds |= {**_numbers(low, high), **_arrays(low, high)}
    sitting(
        function, exercise, oracle,
        lambda rng, input, **chosen: draw(rng, input(rng), **chosen),
        along=place, crossed=CROSSED, input=kinds, **terms,
    )  # fmt: skip


def _sides(low: float, high: float) -> list[tuple[int, float]]:
    return [(sign, limit) for sign, limit in ((-1, -low), (1, high)) if limit > 0]


def _numbers(low: float, high: float) -> Drawn:
    kinds: Drawn = {}
    for sign, limit in _sides(low, high):
        for size in [*(s for s in SIZES if s < 0.8 * limit), limit]:
            kinds[f"numbers near {sign * size:g}"] = partial(_near, sign, size, size == limit)
    if low <= 0 <= high:
        kinds["the number 0"] = lambda rng: 0.0
    return kinds


def _near(sign: int, size: float, exactly: bool, rng: np.random.Generator) -> float:
    return sign * float(size if exactly else size * rng.uniform(0.8, 1.2))


def _spread(rng: np.random.Generator, low: float, high: float, size: int) -> np.ndarray:
    """Numbers of all sizes between the bounds, both ends included, in no order."""
    x = np.sinh(np.linspace(np.arcsinh(low), np.arcsinh(high), size))
    x[1:-1] *= rng.uniform(0.9, 1.1, size=size - 2)
    return rng.permutation(np.clip(x, low, high))


def _arrays(low: float, high: float) -> Drawn:
    near, far = max(low, -4.0), min(high, 4.0)

    def of_shape(shape: tuple[int, ...]) -> Callable:
        return lambda rng: rng.uniform(near, far, size=shape)

    def with_first(first: float) -> Callable:
        return lambda rng: np.append(first, rng.uniform(near, far, size=2))

    kinds: Drawn = {f"arrays of shape {shape}": of_shape(shape) for shape in SHAPES}
    kinds["an array with no axis"] = lambda rng: np.array(rng.uniform(near, far))
    kinds["an array with numbers of all sizes"] = lambda rng: _spread(rng, low, high, 81)
    # With these numbers a sum is exact, whatever the order.
    kinds["an array"] = lambda rng: np.array([0.5, 0.25, 1.5, 0.75]) * min(1.0, far)
    kinds["the same array in another order"] = lambda rng: kinds["an array"](rng)[::-1].copy()
    ends = {"lower end": low, "upper end": high, "middle": (low + high) / 2}
    for name, first in ends.items():
        kinds[f"an array that begins at the {name}"] = with_first(first)
    if low < 0 < high:
        kinds["an array of negative numbers"] = lambda rng: -rng.uniform(0.1, -near, size=4)
        kinds["an array of positive numbers"] = lambda rng: rng.uniform(0.1, far, size=4)
        kinds["an array of zeros"] = lambda rng: np.zeros(3)
    return kinds


def _whole_numbers(low: float, high: float) -> Drawn:
    low, high = int(np.ceil(low)), int(high)
    return {
        "an array of whole numbers": lambda rng: rng.permutation(np.arange(low, high + 1)),
        "a whole number": lambda rng: int(rng.integers(low, high + 1)),
        "the whole number at the lower end": lambda rng: low,
        "the whole number at the upper end": lambda rng: high,
        "a matrix of whole numbers": lambda rng: rng.integers(low, high + 1, size=(2, 2)),
    }
