"""A step that is carried out many times, wherever the value that it starts from lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatch
from typing import Any

__all__ = ["repeat"]


@singledispatch
def repeat(start: Any, step: Callable[[Any], Any], times: int) -> Any:
    """Apply `step` to `start`, then to what comes of it, and so on.

    Parameters
    ----------
    start : a number, or a student's object that has operators
    step : arithmetic with its argument and with numbers, for example ``lambda v: v * 0.5 + 1``
    times : how often

    Notes
    -----
    A loop would do.  This one can be carried out where the object lives: a grader that holds a
    student's object at a distance registers its own way of doing so.
    """
    for _ in range(times):
        start = step(start)
    return start
