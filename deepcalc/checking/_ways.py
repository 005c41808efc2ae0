"""Ways of using what a student wrote, where a plain call is not all there is to it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ._describing import describe

__all__ = ["IN_WORDS", "WAYS", "Used"]


def graph(kind: Callable, shape: Callable, *numbers: float, times: int = 1) -> dict[str, Any]:
    """Build a graph of numbers that remember how they were made, and walk it backward.

    Parameters
    ----------
    kind : the class; ``kind(number)`` makes a leaf
    shape : from leaves to the result, or to a list of the result and of values inside of the graph
    numbers : of the leaves
    times : how often ``backward`` is called

    Returns
    -------
    dict with ``data`` of the result, and ``grads`` of the leaves, then of the values inside
    """
    leaves = [kind(number) for number in numbers]
    made = shape(*leaves)
    result, *inner = made if isinstance(made, list) else [made]
    for _ in range(times):
        result.backward()
    grads = [value.grad for value in (*leaves, *inner)]
    return {"data": result.data, "grads": grads}


def graph_in_words(shape: Callable, *numbers: float, times: int = 1) -> str:
    """The input of `graph`, for a message."""
    names = inspect.signature(shape).parameters
    leaves = ", ".join(f"{n} = {describe(x)}" for n, x in zip(names, numbers, strict=True))
    again = f", and backward() called {times} times" if times > 1 else ""
    return f"{describe(shape)} with {leaves}{again}"


@dataclass(frozen=True)
class Used:
    """What a student wrote, used in a way: a function of the arguments of a case."""

    way: str
    function: Callable

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return WAYS[self.way](self.function, *args, **kwargs)


# How a function is used, and how a message tells its input.
WAYS: dict[str, Callable] = {"graph": graph}
IN_WORDS: dict[str, Callable[..., str]] = {"graph": graph_in_words}
