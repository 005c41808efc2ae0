"""A step that is carried out many times, for the texts of functions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

__all__ = ["repeat"]

# In a browser, Python ends when an object goes that held the last reference to an object that held
# … a thousand deep: the stack there is the browser's, and CPython does not see how small it is.
# So all that is made on a long way is kept, and let go from its end.
SHALLOW = sys.platform == "emscripten"
_ways: list[list[Any]] = []


def repeat(start: Any, step: Callable[[Any], Any], times: int) -> Any:
    """Apply `step` to `start`, then to what comes of it, and so on.

    Parameters
    ----------
    start : a number, or an object that has what the step uses
    step : for example ``lambda v: v * 0.5 + 1``
    times : how often
    """
    way = [start]
    for _ in range(times):
        start = step(start)
        if SHALLOW:
            way.append(start)
    if SHALLOW:
        _let_go()
        _ways.append(way)
    return start


def _let_go() -> None:
    """Forget the ways whose end nobody else has any more."""
    kept = []
    while _ways:
        way = _ways.pop()
        if sys.getrefcount(way[-1]) > 2:  # in the list, and as the argument
            kept.append(way)
        else:
            while way:
                way.pop()
    _ways.extend(kept)
