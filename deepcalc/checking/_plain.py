"""Cases as JSON: what crosses from the author's machine to the reader's is data, never code."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import PCG64, Generator

from . import _orders, _patterns
from ._functions import Function, function
from ._pattern import Pattern

__all__ = ["from_plain", "to_plain"]

KNOWN = {**vars(_patterns), **vars(_orders)}
PATTERNS = {k: v for k, v in KNOWN.items() if v in Pattern.__subclasses__()}


def to_plain(value: Any) -> Any:
    """A value as JSON can hold it: what JSON has no word for becomes a dict with one "$" key.

    Raises
    ------
    TypeError
        for an object that is no plain value, such as a lambda: `check.function` makes functions
        that are
    """
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic):
        return {"$number": [value.dtype.name, value.item()]}
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$float": repr(value)}
    if isinstance(value, list):
        return [to_plain(item) for item in value]
    if isinstance(value, tuple):
        return {"$tuple": [to_plain(item) for item in value]}
    if isinstance(value, dict):
        return {"$dict": [[to_plain(key), to_plain(item)] for key, item in value.items()]}
    if isinstance(value, Function):
        constants = {name: to_plain(item) for name, item in value.constants.items()}
        return {"$function": [value.text, value.__name__, constants]}
    if isinstance(value, np.ufunc):
        return {"$ufunc": value.__name__}
    if isinstance(value, Generator):
        return {"$generator": value.bit_generator.state}
    if isinstance(value, Pattern):
        fields = {name: to_plain(item) for name, item in vars(value).items()}
        return {"$pattern": [type(value).__name__, fields]}
    raise TypeError(
        f"{value!r} cannot be written down as data: give numbers, arrays, containers of them, "
        f"NumPy's own functions, or check.function(…)"
    )


def from_plain(plain: Any) -> Any:
    """The value that `to_plain` was given."""
    if isinstance(plain, list):
        return [from_plain(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    [(kind, body)] = plain.items()
    return MAKERS[kind](body)


def _array(value: np.ndarray) -> dict:
    if value.dtype.kind not in "biuf":
        raise TypeError(f"an array of {value.dtype} cannot be written down as data")
    flags = value.flags
    order = "F" if flags.f_contiguous and not flags.c_contiguous else "C"
    numbers = [to_plain(item) for item in value.ravel().tolist()]
    body = [value.dtype.name, list(value.shape), numbers]
    return {"$array": body + [order] * (order == "F")}


def _made_array(body: list) -> np.ndarray:
    name, shape, numbers, *order = body
    flat = np.array([from_plain(number) for number in numbers], dtype=name)
    return np.asarray(flat.reshape(shape), order=order[0] if order else "C")


def _made_generator(state: Any) -> Generator:
    bits = PCG64(0)
    bits.state = state
    return Generator(bits)


def _made_pattern(body: list) -> Pattern:
    name, fields = body
    return PATTERNS[name](**{key: from_plain(item) for key, item in fields.items()})


def _made_function(body: list) -> Function:
    text, shown, constants = body
    return function(text, shown, **{name: from_plain(item) for name, item in constants.items()})


MAKERS: dict[str, Callable[[Any], Any]] = {
    "$array": _made_array,
    "$number": lambda body: np.dtype(body[0]).type(body[1]),
    "$float": float,
    "$tuple": lambda body: tuple(map(from_plain, body)),
    "$dict": lambda body: {from_plain(key): from_plain(item) for key, item in body},
    "$function": _made_function,
    "$ufunc": lambda name: getattr(np, name),
    "$generator": _made_generator,
    "$pattern": _made_pattern,
}
