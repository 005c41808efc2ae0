"""The orders in which a graph can be walked from its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ._functions import Function
from ._grown import drawn, in_words, walk
from ._pattern import Mismatch, Pattern

__all__ = ["ParentsLast", "parents_last"]

FEW = 12  # values that a message names


@dataclass(frozen=True, eq=False)
class ParentsLast(Pattern):
    """The names of an end and of all values that it was made of, each once and before its parents.

    Parameters
    ----------
    graph : as for `grow`
    which : of its ends
    """

    graph: Function
    which: int = 0

    def compare(self, actual: Any, path: str, compare: Callable) -> None:
        if not isinstance(actual, list | tuple):
            raise Mismatch("type", "A list of values was expected.", path, actual, self)
        if complaint := self.complaint(actual):
            raise Mismatch("value", complaint, path, actual, self)

    def complaint(self, actual: list | tuple) -> str | None:
        names, made = walk(self.graph, self.which)
        plain = len(actual) == len(names) and all(isinstance(name, str) for name in actual)
        if not plain or set(actual) != set(names):
            return self._astray(actual, names)
        places = dict(zip(actual, range(len(actual)), strict=True))
        for name, parent in made:
            if places[parent] < places[name]:
                return f"{parent} stands before {name}, which was made of it."
        return None

    def _astray(self, actual: list | tuple, names: list[str]) -> str:
        """Which name is too much, or missing."""
        wanted = frozenset(names)
        seen: set[str] = set()
        for place, name in enumerate(actual):
            if not isinstance(name, str) or name not in wanted:
                if name not in drawn(self.graph).names:
                    return f"Item {place} of your list is no value of this graph."
                return f"{name} is in your list, but {names[0]} was not made of it."
            if name in seen:
                return f"{name} stands in your list more than once."
            seen.add(name)
        absent = next(name for name in names if name not in seen)
        return f"{absent} is missing in your list."

    def describe(self) -> str:
        (first, *others), _ = walk(self.graph, self.which)
        if not others:
            return f"a list of {first} alone"
        order = drawn(self.graph).names.index
        names = sorted(others, key=order) if len(others) <= FEW else []
        rest = in_words(names) if names else f"{len(others)} others"
        return f"{first} first, then {rest}, in any order with each before its parents"


def parents_last(graph: Function) -> ParentsLast | tuple[ParentsLast, ...]:
    """Expect the order of a walk backward through a graph; for several ends, a tuple.

    Parameters
    ----------
    graph : from a function that makes a value of others, and from leaves, to the end, or to a list
        of ends; for example ``check.function("of, a, b: of(of(a, b), a)")``
    """
    ends = tuple(ParentsLast(graph, which) for which in range(len(drawn(graph).ends)))
    return ends[0] if len(ends) == 1 else ends
