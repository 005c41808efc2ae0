"""Plain values: copying them, and comparing them."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import numpy as np
from numpy.random import Generator

from ._describing import what_came
from ._functions import Function
from ._layouts import twin
from ._pattern import Mismatch, Pattern

__all__ = ["FLOATS", "arrays_in", "compare", "copied", "difference", "same_state"]

ATOMS = {float, int, bool, str, type(None), np.float64, np.ufunc}
FLOATS = (float, np.float64)
SEQUENCES = (list, tuple)


def copied(value: Any, generators: bool = False) -> Any:
    """A copy of a plain value that shares nothing with it that can be changed.

    Functions stay themselves.

    Parameters
    ----------
    generators : copy random generators, too, so that each copy draws the same numbers
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    if kind is tuple or kind is list:
        if ATOMS.issuperset(map(type, value)):  # however long
            return value if kind is tuple else value.copy()
        items = [copied(item, generators) for item in value]
        if kind is list:
            return items
        return value if all(map(operator.is_, items, value)) else tuple(items)
    if kind is dict:
        return {key: copied(item, generators) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return twin(value)
    if isinstance(value, Generator):
        return deepcopy(value) if generators else value
    if isinstance(value, Function) and value.constants:  # which it may hand out
        return Function(value.text, value.__name__, copied(value.constants))
    if callable(value):  # perhaps a list or dict as well
        return value
    if isinstance(value, dict):
        return {key: copied(item, generators) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = [copied(item, generators) for item in value]
        return items if isinstance(value, list) else tuple(items)  # also of a named tuple
    return value


def arrays_in(value: Any) -> Iterator[np.ndarray]:
    """All arrays inside a plain value."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from arrays_in(item)


def same_state(a: Any, b: Any) -> bool:
    """Whether two copies of one plain value are still equal, NaN counting as equal to itself."""
    if a is b:
        return True
    kind = type(a)
    if kind in ATOMS:
        return type(b) is kind and (a == b or a != a)
    if isinstance(a, np.ndarray):
        same_kind = isinstance(b, np.ndarray) and a.shape == b.shape and a.dtype == b.dtype
        return same_kind and a.tobytes() == b.tobytes()
    if isinstance(a, dict):
        same_keys = isinstance(b, dict) and list(a) == list(b)
        return same_keys and all(map(same_state, a.values(), b.values()))
    if isinstance(a, SEQUENCES):
        if not isinstance(b, SEQUENCES) or len(a) != len(b):
            return False
        return all(map(operator.is_, a, b)) or all(map(same_state, a, b))
    if isinstance(a, complex | int | str):
        return kind is type(b) and (a == b or a != a)
    if isinstance(a, Function):  # its constants may be copied
        return isinstance(b, Function) and a.text == b.text
    return isinstance(a, Generator)  # drawing from a generator is what it is there for


def difference(actual: Any, expected: Any, rtol: float, atol: float) -> Mismatch | None:
    """How `actual` differs from what `compare` lets pass; None where it does not."""
    try:
        compare(actual, expected, rtol, atol)
    except Mismatch as mismatch:
        return mismatch
    return None


def compare(actual: Any, expected: Any, rtol: float, atol: float, path: str = "") -> None:
    """Raise `Mismatch` unless `actual` is `expected` in structure, type, shape and value.

    Numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|).  Lists are welcome where an array
    is expected, and the other way round.
    """
    if type(actual) in FLOATS and type(expected) in FLOATS:  # by far the most, and cheap
        difference, size = abs(float(actual) - float(expected)), max(abs(actual), abs(expected))
        if difference <= atol + rtol * size < float("inf"):
            return
    with np.errstate(all="ignore"):  # a notebook may have made them errors
        _compare(actual, expected, rtol, atol, path)


def _compare(actual: Any, expected: Any, rtol: float, atol: float, path: str) -> None:
    if actual is None and expected is not None:
        raise Mismatch("type", what_came(actual, path), path, actual, expected)
    if isinstance(expected, Pattern):
        expected.compare(actual, path, compare)
    elif isinstance(expected, dict):
        _compare_dicts(actual, expected, rtol, atol, path)
    elif isinstance(expected, tuple):
        _compare_tuples(actual, expected, rtol, atol, path)
    elif expected is None or isinstance(expected, str | bool):
        _compare_words(actual, expected, path)
    else:
        _compare_numbers(actual, np.asarray(expected), rtol, atol, path)


def _compare_dicts(actual: Any, expected: dict, rtol: float, atol: float, path: str) -> None:
    if not isinstance(actual, dict):
        cause = f"A dict with the keys {', '.join(map(repr, expected))} was expected."
        raise Mismatch("type", cause, path, actual, expected)
    missing = [key for key in expected if key not in actual]
    extra = [key for key in actual if key not in expected]
    if missing or extra:
        parts = []
        if missing:
            parts.append(f"The dict lacks {', '.join(map(repr, missing))}.")
        if extra:
            parts.append(f"It has {', '.join(map(repr, extra))}, which nobody asked for.")
        raise Mismatch("type", " ".join(parts), path, actual, expected)
    for key, item in expected.items():
        _compare(actual[key], item, rtol, atol, f"{path}[{key!r}]")


def _compare_tuples(actual: Any, expected: tuple, rtol: float, atol: float, path: str) -> None:
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        cause = f"{len(expected)} values in a tuple were expected."
        raise Mismatch("type", cause, path, actual, expected)
    for index, item in enumerate(expected):
        _compare(actual[index], item, rtol, atol, f"{path}[{index}]")


def _compare_words(actual: Any, expected: Any, path: str) -> None:
    if isinstance(actual, np.bool_):
        actual = bool(actual)
    if type(actual) is not type(expected):
        raise Mismatch("type", what_came(actual, path), path, actual, expected)
    if actual != expected:
        raise Mismatch("value", "", path, actual, expected)


def _compare_numbers(
    actual: Any, expected: np.ndarray, rtol: float, atol: float, path: str
) -> None:
    if isinstance(actual, str | dict):
        raise Mismatch("type", what_came(actual, path), path, actual, expected)
    try:
        numbers = np.asarray(actual)
    except Exception:  # ragged lists; also whatever an unknown object raises here
        numbers = None
    if numbers is None or numbers.dtype.kind not in "biufc":
        cause = "Numbers were expected here, in one array or list of regular shape."
        raise Mismatch("type", cause, path, actual, expected)
    if numbers.dtype.kind == "c" and expected.dtype.kind != "c":
        cause = "Real numbers were expected, these are complex."
        raise Mismatch("dtype", cause, path, numbers, expected)
    if numbers.shape != expected.shape:
        cause = f"Your result has the shape {numbers.shape}, expected was {expected.shape}."
        raise Mismatch("shape", cause, path, numbers, expected)
    if numbers.dtype != float:
        numbers = numbers.astype(np.result_type(numbers.dtype, float))
    allowed = atol + rtol * np.maximum(np.abs(numbers), np.abs(expected))
    near = np.abs(numbers - expected) <= allowed
    if near.all() and np.isfinite(allowed).all():
        return
    finite = np.isfinite(numbers)
    if np.isfinite(expected).all() and not finite.all():
        cause = "There is a NaN or an infinity in your result."
        raise Mismatch("not_finite", cause, path, np.asarray(actual), expected)
    if not np.where(finite & np.isfinite(expected), near, numbers == expected).all():
        raise Mismatch("value", "", path, np.asarray(actual), expected)
