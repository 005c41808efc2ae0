"""Values and calls as a reader would like to see them."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
from numpy.random import Generator

from ._functions import Function
from ._pattern import Pattern

__all__ = ["describe", "describe_call", "describe_kind", "differing", "what_came"]

WIDTH = 60  # of a line of numbers, characters: a box in a notebook has room for some 80
EDGE = 3  # entries at each end of an axis that is shortened
MOST_ENTRIES = 1500  # of an array that is shortened
BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: ("frozenset({", "})")}


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
        text = _describe_dict(value, partial(describe, digits=digits), limit)
    elif isinstance(value, tuple | list | set | frozenset) and value:
        inner = ", ".join(_first(map(partial(describe, digits=digits), value), limit))
        opening, closing = BRACKETS[next(kind for kind in BRACKETS if isinstance(value, kind))]
        closing = closing if len(value) > 1 or not isinstance(value, tuple) else f",{closing}"
        text = opening + inner + closing
    elif isinstance(value, np.ndarray) and value.ndim and value.size:
        outer = 0
        while math.prod(min(size, 2 * EDGE) for size in value.shape) > MOST_ENTRIES:
            value, outer = value[0], outer + 1  # NumPy shows two to the n entries of n axes
        text = "[" * outer + np.array2string(
            value, precision=digits - 4, threshold=24, separator=", ", max_line_width=WIDTH,
            edgeitems=EDGE,
        )  # fmt: skip
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
    elif isinstance(value, str | bytes):
        text = repr(value[:limit])
    elif isinstance(value, int | None):
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
    """Of two long arrays that look alike where they are shortened: the entry that is farthest off
    for its size."""
    try:
        a, e = np.asarray(actual, dtype=float), np.asarray(expected, dtype=float)
        with np.errstate(invalid="ignore"):
            size = np.maximum(np.abs(a), np.abs(e))
            apart = np.abs(a - e) / np.where(size > 0, size, 1.0)
        apart[~np.isfinite(a) & (a != e)] = np.inf
        place = np.unravel_index(np.argmax(np.nan_to_num(apart)), a.shape)
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


def _first(texts: Iterable[str], limit: int) -> list[str]:
    """As many of the texts as can be shown, and one more; the others are not even made."""
    found, length = [], 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > limit:
            break
    return found


def _describe_dict(value: dict, describe_item: Callable[[Any], str], limit: int = 10**9) -> str:
    """A dict in one line, or with one key a line where an item has several or all are long."""

    def told(key: Any, item: Any) -> str:
        name = describe(key) if isinstance(key, str | bytes | tuple | frozenset) else repr(key)
        return f"{name}: " + describe_item(item).replace("\n", "\n" + " " * len(f"{{{name}: "))

    items = _first((told(key, item) for key, item in value.items()), limit)
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
