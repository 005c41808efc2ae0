"""Graphs that are nothing but values, and what each of them was made of."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ._functions import Function

__all__ = ["Drawn", "Grown", "Walk", "drawn", "grow", "in_words", "walk"]


class Grown(NamedTuple):
    """A graph, its values in the order in which they were made.

    Parameters
    ----------
    names : of the values
    values : from ``make``
    ends : the places of the values from which to walk
    """

    names: list[str]
    values: list[Any]
    ends: list[int]


class Drawn(NamedTuple):
    """A graph without its values.

    Parameters
    ----------
    names, ends : as of `Grown`
    parents : of each value, by their places
    """

    names: list[str]
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

    def of(*given: Any) -> Any:
        value = make(len(values), given)
        values.append(value)
        return value

    made = graph(of, *[of() for _ in leaves])
    places = dict(zip(map(id, values), range(len(values)), strict=True))
    ends = [places[id(end)] for end in (made if isinstance(made, list) else [made])]
    names = [*leaves, *(f"v{k + 1}" for k in range(len(values) - len(leaves)))]
    return Grown(names, values, ends)


@lru_cache(maxsize=256)
def drawn(graph: Function) -> Drawn:
    """The graph that a function describes, where nobody needs its values."""
    parents: list[list[int]] = []
    places: dict[int, int] = {}

    def make(place: int, given: tuple) -> object:
        value = object()
        places[id(value)] = place
        parents.append([places[id(parent)] for parent in given])
        return value

    names, _, ends = grow(graph, make)
    return Drawn(names, parents, ends)


@lru_cache(maxsize=256)
def walk(graph: Function, which: int = 0) -> Walk:
    """The way back from one of the ends of a graph."""
    names, parents, ends = drawn(graph)
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
