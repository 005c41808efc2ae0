"""The mutable arguments of a call, as they are before and after it."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
from numpy.random import Generator

from .channel import Disconnected
from .codec import Uncrossable, WireError
from .generators import advance, generator_from, state_of

__all__ = ["changes", "check_finite", "restore", "snapshot"]

MOST = 1 << 22  # elements, those of a container counted as often as it is named


def changes(parts: list, before: list) -> dict[int, Any]:
    """The parts that are no longer as their snapshots: number and present state."""
    found = {}
    for number, part in enumerate(parts):
        if differs(part, before[number]):
            state = snapshot(part)
            found[number] = generator_from(state) if isinstance(part, Generator) else state
    return found


def snapshot(part: Any) -> Any:
    """A shallow copy: what is inside a container is a part of its own, or does not change."""
    return state_of(part) if isinstance(part, Generator) else part.copy()


def differs(part: Any, old: Any) -> bool:
    """Whether a part of the arguments is no longer as its snapshot."""
    if isinstance(part, np.ndarray):
        same = part.shape == old.shape and part.dtype == old.dtype
        return not (same and part.tobytes() == old.tobytes())
    if isinstance(part, Generator):
        return state_of(part) != old
    if isinstance(part, dict):
        part, old = [*part, *part.values()], [*old, *old.values()]
    elif isinstance(part, set):
        return part != old
    return len(part) != len(old) or not all(map(operator.is_, part, old))


def restore(part: Any, state: Any) -> None:
    """Bring one's own argument into the state that the other side left its copy in."""
    if isinstance(part, np.ndarray) and type(state) is np.ndarray:
        if part.shape != state.shape or part.dtype != state.dtype:
            # Not done here: resizing would free memory that views still use.
            raise Uncrossable("an input array of which the shape or the dtype was changed")
        part[...] = state
    elif isinstance(part, Generator) and type(state) is Generator:
        try:
            advance(part, state)
        except WireError as error:
            raise Disconnected(f"the process sent {error}") from None
    elif isinstance(part, list) and type(state) is list:
        part[:] = state
    elif isinstance(part, dict | set) and type(state) in (dict, set):
        part.clear()
        part.update(state)
    else:
        raise Disconnected("the process sent a malformed answer")


def check_finite(values: list) -> None:
    """Make sure that what may name containers of ours comes to an end, and soon.

    A list that is twice in a list that is twice in a list …: NumPy reads each of them to the end.

    Raises
    ------
    Disconnected
    """
    try:
        most = _elements(values, {})
    except RecursionError:
        most = MOST + 1
    if most > MOST:
        raise Disconnected("the process sent a container without end")


def _elements(value: Any, counted: dict[int, int]) -> int:
    kind, number = type(value), id(value)
    if kind is not list and kind is not tuple and kind is not dict:
        return 1
    if number not in counted:
        counted[number] = MOST + 1  # as long as it is looked at: if it is met within itself
        items = value.values() if kind is dict else value
        counted[number] = 1 + sum(_elements(item, counted) for item in items)
    return counted[number]
