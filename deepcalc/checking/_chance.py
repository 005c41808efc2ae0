"""The check of a function that draws from a random generator: all its chance comes from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ._answers import Reply, Request, Requests, answers
from ._calling import call, explain_exception
from ._describing import describe
from ._failure import CheckFailed
from ._session import a_check, announce, current, rng

__all__ = ["chance"]

DRAWS = 24


@a_check
def chance(
    function: Callable,
    exercise: str,
    *args: Any,
    few: tuple[Any, ...] = (),
    outcomes: int = 0,
    parts: Sequence[Any] = (),
    seed: int | None = None,
) -> None:
    """The function draws from the generator that it is given last, and from nowhere else.

    Equal generators give equal results, whatever was drawn in between; different ones give
    different results; and a generator that was used once gives something new.

    Parameters
    ----------
    args : of the function, but for the generator; so large that two results never agree by chance
    few, outcomes : other arguments, with so few possible results, all of which have to occur
    parts : keys of a dict; what stands there has to differ by itself
    seed : of the generators; by default a fresh one
    """
    seed = int(rng().integers(2**31)) if seed is None else seed
    seeds = [*range(seed, seed + DRAWS), *range(seed, seed + 3)]
    replies = _all(function, exercise, args, seeds)
    results = [_flat(reply.result) for reply in replies]
    for first, again in zip(results[:3], results[DRAWS:], strict=True):
        _demand(first == again, exercise, "Generators with the same seed give the same result.")
    _demand(
        len(set(results[:DRAWS])) == DRAWS,
        exercise,
        "Generators with different seeds give different results.",
    )
    for part in parts:
        drawn = {_flat(_part(reply.result, part)) for reply in replies[:DRAWS]}
        asked = f"Generators with different seeds give a different {part}."
        _demand(len(drawn) == DRAWS, exercise, asked)
    one = np.random.default_rng(seed)
    before = _place(one)
    first, second = (call(function, *args, one) for _ in range(2))
    _demand(
        _flat(first) != _flat(second) and _place(one) != before,
        exercise,
        "A generator that was used before gives something new.",
    )
    if outcomes:
        # Each of k equally likely results is missed with (1 − 1/k)ⁿ: together below 10⁻⁹.
        draws = int(np.ceil(np.log(1e-9 / outcomes) / np.log1p(-1 / outcomes)))
        replies = _all(function, exercise, few, range(seed, seed + draws))
        seen = len({_flat(reply.result) for reply in replies})
        _demand(
            seen == outcomes,
            exercise,
            f"With {', '.join(map(describe, few))} there are {outcomes} possible results, "
            f"and in {draws} draws all of them occur.",
            yours=f"{seen} different results",
        )
    announce(f"{exercise} takes its random numbers from the generator that it is given.")


def _all(function: Callable, exercise: str, args: tuple, seeds: Sequence[int]) -> list[Reply]:
    """The results of several calls, with a generator for each seed."""
    drawn = current().drawn
    asked = {} if drawn is None else drawn
    key = exercise, "chance", tuple(seeds), _flat(args)
    if key not in asked:
        asked[key] = Requests(Request((*args, np.random.default_rng(s)), {}) for s in seeds)
    replies = list(answers(function, asked[key]))
    for reply in replies:
        if reply.error is not None:
            raise explain_exception(reply.error, function=exercise)
    _demand(
        all(reply.kept for reply in replies),
        exercise,
        "An earlier result stays as it is when the function is called again.",
    )
    return replies


def _place(generator: np.random.Generator) -> tuple[Any, int]:
    """How far it is: its state, and how many children it has spawned."""
    bits: Any = generator.bit_generator
    return bits.state, bits.seed_seq.n_children_spawned


def _part(result: Any, key: Any) -> Any:
    return result[key] if isinstance(result, dict) and key in result else None


def _flat(result: Any) -> bytes:
    """A result as something that can be compared and counted."""
    if isinstance(result, dict):
        return b"{" + b";".join(repr(k).encode() + _flat(v) for k, v in result.items()) + b"}"
    if isinstance(result, list | tuple):
        return b"[" + b";".join(map(_flat, result)) + b"]"
    array = np.asarray(result)
    return array.dtype.str.encode() + array.tobytes()


def _demand(holds: bool, exercise: str, asked: str, yours: str = "") -> None:
    if not holds:
        raise CheckFailed("property", exercise, asked=asked, yours=yours)
