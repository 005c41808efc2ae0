"""Graphs that are nothing but values, and what each of them was made of."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ._functions import Function

__all__ = ["Grown", "Walk", "grow", "grown", "in_words", "walk"]


class Grown(NamedTuple):
    """A graph, its values in the order in which they were made.

    Parameters
    ----------
    names : of the values
    values : from ``make``
    parents : of each value, by their places
    ends : the places of the values from which to walk
    """

    names: list[str]
    values: list[Any]
    parents: list[list[int]]
    ends: list[int]


class Walk(NamedTuple):
    """A way back through a graph, from one of its values to all that it was made of.

    Parameters
    ----------
    names : of these values, the one from which to walk first
    made : which of them was made of which, by name
    """

    names: list[str]
    made: list[tuple[str, str]]


def grow(graph: Function, make: Callable[[int, tuple], Any]) -> Grown:
    """Build the graph that a function describes.

    Parameters
    ----------
    graph : from a function that makes a value of others, and from leaves, to the end, or to a list
        of values, from each of which to walk; for example ``of, a, b: of(of(a, b), a)``
    make : a value, from its place and its parents
    """
    leaves = list(inspect.signature(graph).parameters)[1:]
    values: list[Any] = []
    parents: list[list[int]] = []
    places: dict[int, int] = {}

    def of(*given: Any) -> Any:
        place = len(values)
        value = make(place, given)
        parents.append([places[id(parent)] for parent in given])
        places[id(value)] = place
        values.append(value)
        return value

    made = graph(of, *[of() for _ in leaves])
    ends = [places[id(end)] for end in (made if isinstance(made, list) else [made])]
    names = [*leaves, *(f"v{k + 1}" for k in range(len(values) - len(leaves)))]
    return Grown(names, values, parents, ends)


@lru_cache(maxsize=256)
def grown(graph: Function) -> Grown:
    """The graph that a function describes, without values: objects stand in their place."""
    return grow(graph, lambda place, parents: object())


@lru_cache(maxsize=256)
def walk(graph: Function, which: int = 0) -> Walk:
    """The way back from one of the ends of a graph."""
    names, _, parents, ends = grown(graph)
    found, known = [ends[which]], {ends[which]}
    for place in found:  # which grows meanwhile
        new = [p for p in dict.fromkeys(parents[place]) if p not in known]
        known.update(new)
        found += new
    made = [(names[place], names[p]) for place in found for p in parents[place]]
    return Walk([names[place] for place in found], made)


def in_words(names: Sequence[str]) -> str:
    """Names as text: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
