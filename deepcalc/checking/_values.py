"""Plain values: copying them, comparing them, and writing them down for a reader."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = [
    "Mismatch",
    "compare",
    "copied",
    "describe",
    "describe_call",
    "describe_kind",
    "same_state",
    "what_came",
]


class Mismatch(Exception):
    """Two values differ: of which kind, where in a container, and which parts to show."""

    def __init__(self, kind: str, cause: str, path: str, actual: Any, expected: Any) -> None:
        super().__init__(cause)
        self.kind, self.cause, self.path = kind, cause, path
        self.actual, self.expected = actual, expected


def copied(value: Any) -> Any:
    """A copy of a plain value that shares nothing with it; functions stay themselves."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(copied(item) for item in value)
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
    return a is b


def compare(actual: Any, expected: Any, rtol: float, atol: float, path: str = "") -> None:
    """Raise `Mismatch` unless `actual` is `expected` in structure, type, shape and value.

    Numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|).  Lists are welcome where an array
    is expected, and the other way round.
    """
    if actual is None and expected is not None:
        raise Mismatch("type", what_came(actual, path), path, actual, expected)
    if isinstance(expected, dict):
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


def describe(value: Any, limit: int = 400) -> str:
    """A value as a reader would like to see it: six digits, long arrays shortened."""
    if isinstance(value, dict):
        text = _describe_dict(value, describe)
    elif isinstance(value, tuple | list):
        inner = ", ".join(describe(item) for item in value)
        text = f"[{inner}]" if isinstance(value, list) else f"({inner})"
    elif isinstance(value, np.ndarray) and value.ndim:
        text = np.array2string(value, precision=6, threshold=24, separator=", ")
    elif isinstance(value, float | np.floating) or (
        isinstance(value, np.ndarray) and value.dtype.kind == "f"
    ):
        text = f"{float(value):.10g}"
    elif isinstance(value, str | int | bool | None):
        text = repr(value)
    elif callable(value):
        name = getattr(value, "__name__", "a function")
        text = "a function" if name == "<lambda>" else name
    else:
        text = str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def describe_kind(value: Any) -> str:
    """What to expect where the numbers in `value` stand for any: an array of its shape."""
    if isinstance(value, dict):
        return _describe_dict(value, describe_kind)
    if isinstance(value, tuple):
        return "(" + ", ".join(map(describe_kind, value)) + ")"
    if isinstance(value, str | bool | None):
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
