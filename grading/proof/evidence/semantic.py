"""Wrong answers made by machine, by what they do: the solution wrapped and spoilt in one respect.

Where `mutants` changes the text of a solution, these change its behaviour: clipped, rounded,
sorted, frozen, remembered too long, wrong beyond a threshold or for one size only.  Which of them
make sense for an exercise is read off from the kinds of its arguments and results.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from deepcalc.checking._contracts import Contract
from deepcalc.checking._pattern import Pattern
from grading.proof.evidence.mutants import Mutant
from grading.proof.evidence.ways import OF_WAYS

__all__ = ["semantic_mutants"]

WRAPPERS = Path(__file__).with_name("wrappers.py")
THRESHOLDS = (3, 30, 300)


def semantic_mutants(contract: Contract, solution: str) -> list[Mutant]:
    """The mutants of an exercise.

    Parameters
    ----------
    contract : tells the kinds of arguments and results
    solution : the cell
    """
    name = contract.exercise
    if contract.letters:
        return []
    wrappers = re.sub(r'^""".*?"""\n', "", WRAPPERS.read_text("utf-8"), flags=re.DOTALL)
    own = OF_WAYS.get(contract.terms.via)
    made = dict(own() if own else _spoilt(contract))
    return [
        Mutant(words, f"{solution}\n\n{wrappers}\n\n{name} = ({how})({name})\n")
        for words, how in made.items()
    ]


def _spoilt(contract: Contract) -> Iterator[tuple[str, str]]:
    cases = contract.cases
    results = [_model(case.expected) for case in cases]
    yield from _results(results)
    for place in range(max((len(case.args) for case in cases), default=0)):
        values = [case.args[place] for case in cases if place < len(case.args)]
        every = len(values) == len(cases)
        single = all(len(case.args) == 1 and not case.then for case in cases)
        yield from _argument(place, values, every, contract, single)
    yield from _pairs(cases)
    yield "the second call is wrong", "drifting"
    yield "results are remembered by shape", "cached_by_shape"
    if any(_arrays(result) for result in results) and not any(case.then for case in cases):
        yield "all results share a buffer", "one_buffer"


def _results(results: list[Any]) -> Iterator[tuple[str, str]]:
    if any(isinstance(result, str) for result in results):
        return
    numbers = [n for result in results for n in _numbers(result)]
    size = max((float(np.abs(n).max()) for n in numbers if n.size), default=0.0)
    whole = all(n.size == 0 or (n == np.trunc(n)).all() for n in numbers)
    signs = set(np.sign(np.concatenate([n.ravel() for n in numbers] or [np.zeros(1)])).tolist())
    if -1 in signs:
        yield "result: absolute value", "with_result(np.abs)"
    if size > 2:
        yield "result: clipped to ±1", "with_result(lambda r: np.clip(r, -1, 1))"
    if not whole:
        yield "result: rounded", "with_result(lambda r: np.round(r, 4))"
        yield "result: float32", "with_result(lambda r: np.asarray(r, dtype=np.float32))"
        yield "result: whole numbers", "with_result(lambda r: np.asarray(r).astype(int))"
    if size > 1 or not whole:
        yield "result: the sign", "with_result(np.sign)"
    arrays = [a for result in results for a in _arrays(result)]
    if any(a.size > 1 for a in arrays):
        yield "result: sorted", "with_result(in_order)"
        yield "result: reversed", "with_result(in_reverse)"
        yield "result: last entry wrong", "entry_off(-1)"
        yield "result: first entry wrong", "entry_off(0)"
        yield "result: one for all", "with_result(lambda r: np.full(np.shape(r), np.mean(r)))"
    if any(1 in a.shape for a in arrays):
        yield "result: squeezed", "with_result(np.squeeze)"
    if any(a.ndim > 1 for a in arrays):
        yield "result: ravelled", "with_result(np.ravel)"
        yield "result: transposed", "with_result(lambda r: np.asarray(r).T)"
    first = results[0] if results else None
    if isinstance(first, dict | tuple):
        for key in first if isinstance(first, dict) else range(len(first)):
            yield f"result: part {key} wrong", f"part_off({key!r})"


def _argument(
    place: int, values: list[Any], every: bool, contract: Contract, single: bool
) -> Iterator[tuple[str, str]]:
    """Mutants of one argument, which all cases have or some, beside others or alone."""
    if any(isinstance(value, np.random.Generator) for value in values):
        yield f"argument {place}: not used", "generator_instead(lambda g: np.random.default_rng())"
        yield f"argument {place}: seeded", "generator_instead(lambda g: np.random.default_rng(0))"
        few = "generator_instead(lambda g: np.random.default_rng(int(g.integers(3))))"
        yield f"argument {place}: few seeds", few
        return
    if not every:
        return
    if _distinct(values):
        yield f"argument {place}: frozen", f"frozen({place})"
        if not single:  # to remember by all that there is would be right
            yield f"remembered by argument {place}", f"cached_but_for({place})"
    if all(callable(value) for value in values):
        return
    numbers = [n for value in values for n in _numbers(value)]
    if any((n < 0).any() for n in numbers) and any((n > 0).any() for n in numbers):
        yield f"argument {place}: absolute value", f"with_argument({place}, np.abs)"
    if any(n.dtype.kind == "f" and (n != np.trunc(n)).any() for n in numbers):
        cut = f"with_argument({place}, lambda a: np.asarray(a).astype(int))"
        yield f"argument {place}: decimals cut off", cut
        narrow = f"with_argument({place}, lambda a: np.asarray(a, dtype=np.float32))"
        yield f"argument {place}: float32", narrow
    if any(n.dtype.kind in "iu" for n in numbers) and any(n.dtype.kind == "f" for n in numbers):
        whole = f"where(lambda *a, **k: is_whole(a[{place}]))"
        yield f"wrong for whole numbers in argument {place}", whole
    arrays = [a for value in values for a in _arrays(value)]
    if any(a.size > 1 for a in arrays):
        yield f"argument {place}: sorted", f"with_argument({place}, in_order)"
        yield f"argument {place}: reversed", f"with_argument({place}, in_reverse)"
        yield f"argument {place}: changed", f"input_changed({place})"
    for axis in range(max((a.ndim for a in arrays), default=0)):
        sizes = {a.shape[axis] for a in arrays if a.ndim > axis}
        if len(sizes) > 1:
            yield (
                f"wrong for size 1 along axis {axis} of argument {place}",
                f"where(lambda *a, **k: size_of(a[{place}], {axis}) == 1)",
            )
            yield (
                f"wrong for sizes above 2 along axis {axis} of argument {place}",
                f"where(lambda *a, **k: size_of(a[{place}], {axis}) > 2)",
            )
    if place == contract.terms.along:
        yield from _elementwise(place, contract)


def _elementwise(place: int, contract: Contract) -> Iterator[tuple[str, str]]:
    numbers, results = _pairs_of(place, contract)
    low, high = numbers.min(), numbers.max()
    yield "wrong at 0", f"beyond({place}, lambda x: x == 0, 7.3)"
    yield "wrong for negative numbers", f"beyond({place}, lambda x: x < 0, 7.3)"
    yield "wrong for positive numbers", f"beyond({place}, lambda x: x > 0, 7.3)"
    yield "numbers only", f"where(lambda *a, **k: np.ndim(a[{place}]) > 0, raising)"
    yield "arrays only", f"where(lambda *a, **k: np.ndim(a[{place}]) == 0, raising)"
    yield "wrong for matrices", f"where(lambda *a, **k: np.ndim(a[{place}]) == 2)"
    for threshold in THRESHOLDS:
        for sign, limit in (("<", -low), (">", high)):
            if limit <= threshold:
                continue
            bound = f"-{threshold}" if sign == "<" else f"{threshold}"
            there = results[numbers < -threshold if sign == "<" else numbers > threshold]
            for instead in (0, 1, -1):
                if not _close(there, instead, contract):  # else it is right to say so
                    yield (
                        f"{instead} for x {sign} {bound}",
                        f"beyond({place}, lambda x: x {sign} {bound}, {instead}.0)",
                    )
            if _close(there, there[0], contract):
                continue
            edge = "np.maximum" if sign == "<" else "np.minimum"
            yield (
                f"constant for x {sign} {bound}",
                f"with_argument({place}, lambda a: {edge}(a, {bound}))",
            )


def _pairs_of(place: int, contract: Contract) -> tuple[np.ndarray, np.ndarray]:
    """All numbers that go in at a place, and what is right for each; NaN where several are."""
    numbers, results = [], []
    for case in contract.cases:
        x = np.asarray(case.args[place], dtype=float)
        is_plain = not isinstance(case.expected, Pattern)
        result = np.asarray(case.expected, dtype=float) if is_plain else np.full(x.shape, np.nan)
        numbers.append(x.ravel())
        results.append(np.broadcast_to(result, x.shape).ravel())
    x, y = np.concatenate(numbers), np.concatenate(results)
    return x[~np.isnan(y)], y[~np.isnan(y)]


def _close(numbers: np.ndarray, to: float, contract: Contract) -> bool:
    return np.allclose(numbers, to, rtol=contract.terms.rtol, atol=contract.terms.atol)


def _pairs(cases: Any) -> Iterator[tuple[str, str]]:
    """Neighbouring arguments of the same kind, exchanged."""
    if not cases:
        return
    args = cases[0].args
    for place in range(min(len(case.args) for case in cases) - 1):
        one, other = args[place], args[place + 1]
        same = np.shape(one) == np.shape(other) if _is_numeric(one) else callable(one)
        if same and (_is_numeric(one) == _is_numeric(other)) and callable(one) == callable(other):
            yield f"arguments {place} and {place + 1} exchanged", f"swapped({place}, {place + 1})"


def _is_numeric(value: Any) -> bool:
    return isinstance(value, int | float | np.ndarray | np.generic) and not isinstance(value, bool)


def _model(expected: Any) -> Any:
    """What stands for a result: of a pattern, a value of its kind."""
    if isinstance(expected, Pattern):
        return expected.model() if hasattr(expected, "shape") else expected
    if isinstance(expected, dict):
        return {key: _model(item) for key, item in expected.items()}
    if isinstance(expected, tuple | list):
        return type(expected)(map(_model, expected))
    return expected


def _numbers(value: Any) -> list[np.ndarray]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [n for item in value for n in _numbers(item)]
    return [np.asarray(value)] if _is_numeric(value) else []


def _arrays(value: Any) -> list[np.ndarray]:
    return [n for n in _numbers(value) if n.ndim]


def _distinct(values: list[Any]) -> bool:
    return len({repr(value) for value in values}) > 1
