"""Many plain values taken apart: how each is built, and all of their numbers in a row.

Most results are built alike, and only their numbers tell whether they are right.  In a row these
are handed over and compared at once, and nobody puts them together again unless one is wrong.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

__all__ = ["Flat"]

Form = Any  # see `Flat`
DEPTH, LENGTH, ENTRIES = 8, 2000, 8192  # of what is taken apart; a larger value stays whole
AXES = 16
NUMBERS: dict[type, str] = {float: "f", np.float64: "d"}
SEQUENCES: dict[type, str] = {tuple: "tuple", list: "list"}


class Flat(Sequence[Any]):
    """Values, taken apart.

    Parameters
    ----------
    forms : of each value: "" for a number, the lengths of the axes for an array,
        ["tuple", form, …], ["list", form, …] or ["dict", [key, …], form, …] for a container, and
        None for one that does not hold numbers of 64 bits alone
    numbers : of all values, in order
    kinds : of the numbers that are in no array: "f" for one of Python's, "d" for one of NumPy's
    others : by place, the values that stay whole
    """

    def __init__(
        self, forms: list[Form], numbers: np.ndarray, kinds: str, others: Mapping[int, Any]
    ) -> None:
        self.forms, self.numbers, self.kinds, self.others = forms, numbers, kinds, others

    @classmethod
    def of(cls, values: Sequence[Any]) -> Flat:
        """Take values apart."""
        numbers = array("d")
        kinds: list[str] = []
        forms, others = [], {}
        for place, value in enumerate(values):
            before = len(numbers), len(kinds)
            form = _taken(value, numbers, kinds, DEPTH)
            if form is None:
                others[place] = value
                del numbers[before[0] :], kinds[before[1] :]
            forms.append(form)
        return cls(forms, np.array(numbers), "".join(kinds), others)

    def check(self) -> None:
        """Make sure that all of it fits together, where somebody else took the values apart.

        Raises
        ------
        ValueError
        """
        whole = [place for place, form in enumerate(self.forms) if form is None]
        alone = sum(alone for alone, _ in self._counts)
        if whole != list(self.others) or alone != len(self.kinds):
            raise ValueError("values that do not fit together")
        if self.numbers.dtype != float or self.numbers.shape != (sum(self.sizes),):
            raise ValueError("too few numbers, or too many")

    @property
    def sizes(self) -> list[int]:
        """How many numbers each value has."""
        return [size for _, size in self._counts]

    @cached_property
    def _counts(self) -> list[tuple[int, int]]:
        return [(0, 0) if form is None else _counted(form) for form in self.forms]

    @cached_property
    def values(self) -> list[Any]:
        """The values, put together."""
        numbers, kinds = iter(self.numbers), iter(self.kinds)
        return [
            self.others[place] if form is None else _together(form, numbers, kinds)
            for place, form in enumerate(self.forms)
        ]

    def __len__(self) -> int:
        return len(self.forms)

    def __getitem__(self, place: Any) -> Any:
        return self.values[place]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.values)


def _taken(value: Any, numbers: array[float], kinds: list[str], depth: int) -> Form:
    """The form of a value, its numbers added to the others; None where it has none."""
    kind = type(value)
    if kind in NUMBERS:
        numbers.append(value)
        kinds.append(NUMBERS[kind])
        return ""
    if kind is np.ndarray:
        if value.dtype != float or not 0 < value.size <= ENTRIES or value.ndim > AXES:
            return None
        numbers.frombytes(value.tobytes())
        return list(value.shape)
    form: list[Any]
    if kind in SEQUENCES:
        form, items = [SEQUENCES[kind]], value
    elif kind is dict and all(type(key) is str for key in value):
        form, items = ["dict", list(value)], value.values()
    else:
        return None
    if not depth or len(items) > LENGTH:
        return None
    for item in items:
        part = _taken(item, numbers, kinds, depth - 1)
        if part is None:
            return None
        form.append(part)
    return form


def _counted(form: Form) -> tuple[int, int]:
    """How many numbers a form has outside of arrays, and in all.

    Raises
    ------
    ValueError
        for what is no form
    """
    if type(form) is str and not form:
        return 1, 1
    if type(form) is not list:
        raise ValueError("a form of an unknown type")
    if all(type(length) is int and length > 0 for length in form) and len(form) <= AXES:
        return 0, math.prod(form)
    name, *parts = form
    if type(name) is not str or name not in (*SEQUENCES.values(), "dict"):
        raise ValueError("a form of an unknown kind")
    if name == "dict":
        keys, *parts = parts
        if type(keys) is not list or not all(type(key) is str for key in keys):
            raise ValueError("keys that are no text")
        if len(keys) != len(set(keys)) or len(keys) != len(parts):
            raise ValueError("not as many values as keys")
    counts = list(map(_counted, parts))
    return sum(alone for alone, _ in counts), sum(size for _, size in counts)


def _together(form: Form, numbers: Iterator[float], kinds: Iterator[str]) -> Any:
    """The value of a form, made of the numbers that come next."""
    if form == "":
        number = next(numbers)
        return number if next(kinds) == NUMBERS[np.float64] else float(number)
    if not form or type(form[0]) is int:
        size = math.prod(form)
        return np.fromiter(islice(numbers, size), float, size).reshape(form)
    name, *parts = form
    if name == "dict":
        keys, *parts = parts
        return {k: _together(part, numbers, kinds) for k, part in zip(keys, parts, strict=True)}
    items = [_together(part, numbers, kinds) for part in parts]
    return items if name == "list" else tuple(items)
