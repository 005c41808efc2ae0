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

    Every law is met in each argument and with each number of axes, by as few of the cases as that
    takes.  Last come some of the first calls again, in reverse order.
    """
    varied = list(cases)
    for law, number in _chosen(cases):
        varied.append(_under(law, cases, number))
    again = list(dict.fromkeys([*range(min(3, len(cases))), len(cases) - 1])) if cases else []
    return varied + [_again(cases, number) for number in reversed(again)]


def dressed(cases: Sequence[Case]) -> list[Case]:
    """The cases, some of them under a law instead of plain; these stand behind the others.

    As with `lawful`, every law is met, but for no more calls: only where there are too few cases
    are some of them there twice.  Last comes the first one again.
    """
    chosen = list(_chosen(cases, once=True))
    spent = {number for _, number in chosen}
    stand = [case for number, case in enumerate(cases) if number not in spent]
    stand += [replace(_under(law, cases, number), base=None) for law, number in chosen]
    return stand + [_again(stand, 0) for _ in stand[:1]]


def _chosen(cases: Sequence[Case], once: bool = False) -> Iterator[tuple[str, int]]:
    """Laws, and the numbers of the cases to try them on.

    Parameters
    ----------
    once : whether to choose each case for one law only, while there are others
    """
    arrays = [[(n, a) for n, given in _arguments(c) for a in arrays_in(given)] for c in cases]
    spent: set[int] = set()
    for law, (concerns, _) in LAWS.items():
        # Arguments, and numbers of axes of the arrays in them: for each case what is concerned.
        met = [{(n, a.ndim) for n, a in found if concerns(a)} for found in arrays]
        sizes = [sum(a.size for _, a in found if concerns(a)) for found in arrays]
        unmet = set[tuple[Any, int]]().union(*met)
        while unmet:
            ranks = [
                (len(met[n] & unmet) > 0, n not in spent, len(met[n] & unmet), sizes[n])
                for n in range(len(cases))
            ]
            number = ranks.index(max(ranks))
            unmet -= met[number]
            spent.update([number] if once else [])
            yield law, number


def _arguments(case: Case) -> list[tuple[Any, Any]]:
    return [*enumerate(case.args), *case.kwargs.items(), ("then", case.then)]


def _under(law: str, cases: Sequence[Case], number: int) -> Case:
    concerns, change = LAWS[law]
    return _Variant(lambda a: change(a) if concerns(a) else twin(a)).of(cases, number, law)


def _again(cases: Sequence[Case], number: int) -> Case:
    return _Variant(twin).of(cases, number, AGAIN)


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
