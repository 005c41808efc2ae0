"""The inputs on which a contract is tried: nothing is left to luck, and all is varied by law.

A contract names its *strata*: kinds of input that must all occur.  `covering` makes as few cases as
that takes, so that each stratum is hit in every sitting, whatever the seed.  What no author has to
remember is added: the same call again, and numbers in another dress.  `lawful` shows each input in
all of its dresses, which tells what a mistake hangs on; `dressed` has some of the inputs wear one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import numpy as np

from ._layouts import laid_out, twin
from ._values import arrays_in, copied

__all__ = ["AGAIN", "LAW", "Case", "covering", "dressed", "lawful"]

LAW = "law"  # the dimension in which variants differ from the case they were made of
AGAIN = "the same input a second time"

Concerns = Callable[[np.ndarray], bool]
Change = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Case:
    """One input and what belongs to it.

    Attributes
    ----------
    args, kwargs, then : the call, as in `Request`
    expected : a value or a `Pattern`
    strata : dimension → which of its strata this case stands for
    base : the number of the case that this one is a variant of, or None
    """

    args: tuple
    expected: Any
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    then: tuple | None = None
    strata: Mapping[str, str] = field(default_factory=dict)
    base: int | None = None


def covering(
    strata: Mapping[str, Sequence[Any]], rng: np.random.Generator
) -> Iterator[dict[str, Any]]:
    """Combinations of strata in which each stratum of each dimension occurs.

    Parameters
    ----------
    strata : dimension → its strata

    Yields
    ------
    dimension → stratum; as many as the longest dimension has.  The first holds the first stratum of
    each dimension, the others are paired at random.
    """
    longest = max(map(len, strata.values()), default=1)
    columns = {}
    for name, values in strata.items():
        order = [0, *(1 + rng.permutation(len(values) - 1)).tolist()]
        while len(order) < longest:
            order += rng.permutation(len(values)).tolist()
        columns[name] = [values[place] for place in order[:longest]]
    for number in range(longest):
        yield {name: column[number] for name, column in columns.items()}


def lawful(cases: Sequence[Case]) -> list[Case]:
    """The cases, then their variants: none of them may make a difference.

    Every kind of variant is made of the cases with the largest array in each place and with each
    number of axes.  Last come some of the first calls again, in reverse order.
    """
    varied = list(cases)
    arrays = list(map(_arrays_of, cases))
    for law, (concerns, change) in LAWS.items():
        # Which array of the arguments, with how many axes → how many numbers, and the case.
        richest: dict[tuple[int, int], tuple[int, int]] = {}
        for number, found in enumerate(arrays):
            for place, array in enumerate(found):
                if concerns(array):
                    best = richest.get((place, array.ndim), (0, 0))
                    richest[place, array.ndim] = max(best, (array.size, -number))
        variant = _Variant(partial(_under, concerns, change))
        for number in dict.fromkeys(-number for _, number in richest.values()):
            varied.append(variant.of(cases, number, law))
    again = list(dict.fromkeys([*range(min(3, len(cases))), len(cases) - 1])) if cases else []
    return varied + [_again(cases, number) for number in reversed(again)]


def dressed(cases: Sequence[Case]) -> list[Case]:
    """The cases, some of them under a law instead of plain; these stand behind the others.

    As with `lawful`, every law is met in each place and with each number of axes, but for no more
    calls: only where there are too few cases are some of them there twice.  Last comes the first
    one again.
    """
    arrays = list(map(_arrays_of, cases))
    under: list[Case] = []
    spent: set[int] = set()
    for law, (concerns, change) in LAWS.items():
        variant = _Variant(partial(_under, concerns, change))
        sizes = [sum(array.size for array in filter(concerns, found)) for found in arrays]
        meets = [
            {(place, array.ndim) for place, array in enumerate(found) if concerns(array)}
            for found in arrays
        ]
        unmet = set[tuple[int, int]]().union(*meets)
        while unmet:
            ranks = [
                (len(met & unmet) > 0, number not in spent, len(met & unmet), sizes[number])
                for number, met in enumerate(meets)
            ]
            number = ranks.index(max(ranks))
            unmet -= meets[number]
            spent.add(number)
            under.append(replace(variant.of(cases, number, law), base=None))
    stand = [case for number, case in enumerate(cases) if number not in spent] + under
    return stand + [_again(stand, 0) for _ in stand[:1]]


def _arrays_of(case: Case) -> list[np.ndarray]:
    return list(arrays_in((*case.args, case.kwargs, case.then or ())))


def _again(cases: Sequence[Case], number: int) -> Case:
    return _Variant(twin).of(cases, number, AGAIN)


def _under(concerns: Concerns, change: Change, array: np.ndarray) -> np.ndarray:
    return change(array) if concerns(array) else twin(array)


def _read_only(array: np.ndarray) -> np.ndarray:
    array = array.copy()
    array.flags.writeable = False
    return array


# In words, which arrays a law is about, and what it does with them.
LAWS: dict[str, tuple[Concerns, Change]] = {
    "a matrix that is stored column by column": (
        lambda a: bool(a.size) and sum(size > 1 for size in a.shape) > 1,
        partial(laid_out, layout=1),
    ),
    "an array with gaps in memory": (
        lambda a: bool(a.size) and a.shape[-1:] > (1,),
        partial(laid_out, layout=2),
    ),
    "an array that is stored backwards": (
        lambda a: bool(a.size) and a.shape[:1] > (1,),
        partial(laid_out, layout=3),
    ),
    "an array that may only be read": (lambda a: bool(a.size), _read_only),
    "whole numbers of 32 bits": (lambda a: a.dtype == np.int64, lambda a: a.astype(np.int32)),
}


@dataclass(frozen=True)
class _Variant:
    """A case with each of its arrays changed, and all else copied."""

    change: Change

    def of(self, cases: Sequence[Case], number: int, law: str) -> Case:
        case = cases[number]
        args, kwargs = self.changed(case.args), self.changed(dict(case.kwargs))
        then, strata = self.changed(case.then), {**case.strata, LAW: law}
        return replace(case, args=args, kwargs=kwargs, then=then, strata=strata, base=number)

    def changed(self, value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return self.change(value)
        if isinstance(value, dict):
            return {key: self.changed(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(map(self.changed, value))
        return copied(value)
