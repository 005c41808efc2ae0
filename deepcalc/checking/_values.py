"""Plain values: copying them, comparing them, and writing them down for a reader."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

import numpy as np
from numpy.random import Generator

from ._functions import Function
from ._layouts import twin
from ._patterns import Mismatch, Pattern

__all__ = [
    "Mismatch",
    "compare",
    "copied",
    "describe",
    "describe_call",
    "describe_kind",
    "differing",
    "same_state",
    "what_came",
]


WIDTH = 60  # of a line of numbers, characters: a box in a notebook has room for some 80
ATOMS = {float, int, bool, str, type(None), np.float64, np.ufunc}


def copied(value: Any, generators: bool = False) -> Any:
    """A copy of a plain value that shares nothing with it; functions stay themselves.

    Parameters
    ----------
    generators : copy random generators, too, so that each copy draws the same numbers
    """
    if type(value) in ATOMS:
        return value
    if isinstance(value, np.ndarray):
        return twin(value)
    if isinstance(value, Generator):
        return deepcopy(value) if generators else value
    if isinstance(value, Function) and value.constants:  # which it may hand out
        return Function(value.text, value.__name__, copied(value.constants))
    if isinstance(value, dict):
        return {key: copied(item, generators) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = [copied(item, generators) for item in value]
        return items if isinstance(value, list) else tuple(items)  # also of a named tuple
    return value


def same_state(a: Any, b: Any) -> bool:
    """Whether two copies of one plain value are still equal, NaN counting as equal to itself."""
    if isinstance(a, np.ndarray):
        same_kind = isinstance(b, np.ndarray) and a.shape == b.shape and a.dtype == b.dtype
        return same_kind and a.tobytes() == b.tobytes()
    if isinstance(a, dict):
        same_keys = isinstance(b, dict) and list(a) == list(b)
        return same_keys and all(same_state(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple):
        same_length = isinstance(b, list | tuple) and len(a) == len(b)
        return same_length and all(map(same_state, a, b))
    if isinstance(a, float | complex | int | str):
        return type(a) is type(b) and (a == b or a != a)
    if isinstance(a, Function):  # its constants may be copied
        return isinstance(b, Function) and a.text == b.text
    return a is b or isinstance(a, Generator)  # drawing from a generator is what it is there for


def compare(actual: Any, expected: Any, rtol: float, atol: float, path: str = "") -> None:
    """Raise `Mismatch` unless `actual` is `expected` in structure, type, shape and value.

    Numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|).  Lists are welcome where an array
    is expected, and the other way round.
    """
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
        compare(actual[key], item, rtol, atol, f"{path}[{key!r}]")


def _compare_tuples(actual: Any, expected: tuple, rtol: float, atol: float, path: str) -> None:
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        cause = f"{len(expected)} values in a tuple were expected."
        raise Mismatch("type", cause, path, actual, expected)
    for index, item in enumerate(expected):
        compare(actual[index], item, rtol, atol, f"{path}[{index}]")


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
    if np.isfinite(expected).all() and not np.isfinite(numbers).all():
        cause = "There is a NaN or an infinity in your result."
        raise Mismatch("not_finite", cause, path, numbers, expected)
    numbers = numbers.astype(np.result_type(numbers.dtype, float))
    allowed = atol + rtol * np.maximum(np.abs(numbers), np.abs(expected))
    if not (np.abs(numbers - expected) <= allowed).all():
        raise Mismatch("value", "", path, np.asarray(actual), expected)


def what_came(actual: Any, path: str = "") -> str:
    """A sentence about a value of the wrong type: the result, or the part of it at `path`."""
    if path:
        return f"This part of your result is {_a_value_of(actual)}."
    if actual is None:
        return "Your function returned None: is a `return` missing?"
    return f"Your function returned {_a_value_of(actual)}."


def _a_value_of(actual: Any) -> str:
    return "None" if actual is None else f"a value of the type {type(actual).__name__}"


def describe(value: Any, limit: int = 400, digits: int = 10) -> str:
    """A value as a reader would like to see it: long arrays shortened, functions by what they do.

    Parameters
    ----------
    digits : of a number; an entry of an array has four fewer
    """
    if isinstance(value, Pattern):
        text = value.describe()
    elif isinstance(value, dict):
        text = _describe_dict(value, partial(describe, digits=digits))
    elif isinstance(value, tuple | list):
        inner = ", ".join(describe(item, digits=digits) for item in value)
        text = f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(value) == 1)})"
    elif isinstance(value, np.ndarray) and value.ndim and value.size:
        text = np.array2string(
            value, precision=digits - 4, threshold=24, separator=", ", max_line_width=WIDTH
        )
    elif isinstance(value, np.ndarray) and value.ndim:
        text = f"an empty array of shape {value.shape}"
    elif isinstance(value, float | np.floating) or (
        isinstance(value, np.ndarray) and value.dtype.kind == "f"
    ):
        text = f"{float(value):.{digits}g}"
    elif isinstance(value, np.generic | np.ndarray):
        text = str(value)
    elif isinstance(value, Generator):
        text = "a random generator"
    elif isinstance(value, str | int | bool | None):
        text = repr(value)
    elif callable(value):
        name = getattr(value, "__name__", "a function")
        text = "a function" if name == "<lambda>" else name
        if isinstance(value, Function) and value.constants:
            for constant, given in value.constants.items():
                told = describe(given).replace("\n", "\n" + " " * len(f"with {constant} = "))
                text += f"\nwith {constant} = {told}"
    else:
        text = str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def differing(actual: Any, expected: Any, any_numbers: bool = False) -> tuple[str, str]:
    """Two values as text, with as many digits as it takes to tell them apart.

    Parameters
    ----------
    any_numbers : the expected ones stand for any, and only their shape is told
    """
    if any_numbers:
        return describe(actual), describe_kind(expected)
    for digits in (10, 13, 17):
        texts = describe(actual, digits=digits), describe(expected, digits=digits)
        if texts[0] != texts[1]:
            return texts
    return _first_different(actual, expected, texts)


def _first_different(actual: Any, expected: Any, texts: tuple[str, str]) -> tuple[str, str]:
    """Of two long arrays that look alike where they are shortened: the entry that differs most."""
    try:
        a, e = np.asarray(actual, dtype=float), np.asarray(expected, dtype=float)
        place = np.unravel_index(np.argmax(np.abs(a - e)), a.shape)
    except (TypeError, ValueError):
        return texts
    where = ", ".join(map(str, place))
    shown = zip(texts, (a, e), strict=True)
    one, other = (f"{text}\nentry [{where}]: {x[place]:.17g}" for text, x in shown)
    return one, other


def describe_kind(value: Any) -> str:
    """What to expect where the numbers in `value` stand for any: an array of its shape."""
    if isinstance(value, Pattern):
        return value.describe()
    if isinstance(value, dict):
        return _describe_dict(value, describe_kind)
    if isinstance(value, tuple):
        return "(" + ", ".join(map(describe_kind, value)) + ")"
    if value is None or isinstance(value, str | bool):
        return describe(value)
    shape = np.shape(value)
    return f"an array of shape {shape}" if shape else "a number"


def _describe_dict(value: dict, describe_item: Callable[[Any], str]) -> str:
    """A dict in one line, or with one key a line where an item has several or all are long."""
    items = []
    for key, item in value.items():
        indent = "\n" + " " * len(f"{{{key!r}: ")
        items.append(f"{key!r}: " + describe_item(item).replace("\n", indent))
    long = sum(map(len, items)) > 60 or any("\n" in item for item in items)
    return "{" + (",\n " if long else ", ").join(items) + "}"


def describe_call(function: Callable, args: tuple, kwargs: dict) -> str:
    """The arguments of a call by name, one a line where they are long."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except (TypeError, ValueError):
        parts = [describe(value) for value in args]
        parts += [f"{name} = {describe(value)}" for name, value in kwargs.items()]
    else:
        parts = []
        for name, value in bound.arguments.items():
            kind = bound.signature.parameters[name].kind
            if kind is inspect.Parameter.VAR_KEYWORD:
                parts += [f"{key} = {describe(item)}" for key, item in value.items()]
            else:
                text = describe(value)
                indent = "\n" + " " * (len(name) + 3)
                parts.append(f"{name} = " + text.replace("\n", indent))
    long = sum(map(len, parts)) > 60 or any("\n" in part for part in parts)
    return ("\n" if long else ", ").join(parts)
