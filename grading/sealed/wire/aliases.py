"""Which parts of an answer are parts of the arguments: the caller gets back its own objects."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.random import Generator

from .arrays import LIMITS, NUMBERS

__all__ = ["Alias", "Aliases", "mutable_parts", "with_aliases"]


# Tuples, because this is asked for every value of every call.
MUTABLE = (np.ndarray, list, dict, set, Generator)
NESTING = (list, tuple, dict)


class Alias(NamedTuple):
    """Stands for a mutable argument, in the answer to the call that it was passed to."""

    number: int


def mutable_parts(values: Any, found: list | None = None, depth: int = 0) -> list:
    """What can change within `values`, in an order that both sides agree on."""
    found = [] if found is None else found
    for item in values:
        if isinstance(item, MUTABLE):
            found.append(item)
        if isinstance(item, NESTING) and depth <= LIMITS.depth:
            mutable_parts(item.values() if isinstance(item, dict) else item, found, depth + 1)
    return found


class Aliases(dict):
    """The mutable parts of a call's arguments: their numbers by `id`.

    Parameters
    ----------
    parts : from `mutable_parts`
    """

    def __init__(self, parts: list) -> None:
        super().__init__(zip(map(id, parts), range(len(parts)), strict=True))
        self.parts = parts  # which also keeps the ids valid
        self.whole = [
            (number, part)
            for number, part in enumerate(parts)
            if isinstance(part, np.ndarray) and part.flags.c_contiguous
        ]

    def view(self, array: np.ndarray) -> list | None:
        """What `array` is of an argument that it shares memory with; in the order of `view`."""
        if array.base is None:
            return None
        for number, part in self.whole:
            if np.may_share_memory(array, part):
                start = array.__array_interface__["data"][0] - part.__array_interface__["data"][0]
                return [number, NUMBERS[array.dtype], list(array.shape), start, list(array.strides)]
        return None


def with_aliases(value: Any, aliases: Aliases, depth: int = 0) -> Any:
    """`value` with `Alias` in the place of each object that is among `aliases`."""
    if id(value) in aliases:
        return Alias(aliases[id(value)])
    kind = type(value)
    if depth > LIMITS.depth or kind not in (list, tuple, dict):
        return value
    if kind is dict:
        return {key: with_aliases(item, aliases, depth + 1) for key, item in value.items()}
    return kind(with_aliases(item, aliases, depth + 1) for item in value)
