"""The checks of a contract: on what the course build drew, and on fresh inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from ._calling import MUTATED, explain_exception, input_in_words
from ._cases import LAW, Case, covering
from ._contracts import Contract, Fresh, Terms, known
from ._describing import describe
from ._failure import CheckFailed
from ._judging import of_mismatch
from ._outcomes import Outcome, outcomes
from ._session import a_check, announce, current, rng
from ._values import difference

__all__ = ["contract", "sitting"]


@a_check
def contract(function: Callable, exercise: str) -> None:
    """The function keeps the contract of its exercise, on the inputs that the course build drew.

    Parameters
    ----------
    function : the student's
    exercise : its name, for example "sigmoid"

    Raises
    ------
    CheckFailed
    LookupError
        where the course build wrote no contract of that name
    """
    if current().record is not None:
        return  # the course build is about to draw it
    stated = known(exercise)
    if stated is None:
        raise LookupError(f"there is no contract of {exercise!r}: run `course build`")
    _judge(exercise, function, stated)


@a_check
def sitting(
    function: Callable,
    exercise: str,
    oracle: Callable,
    draw: Callable,
    *,
    also: Sequence[tuple] = (),
    consistent: Callable = lambda *args: args,
    then: int | None = None,
    rtol: float = Terms.rtol,
    atol: float = Terms.atol,
    no_warnings: bool = False,
    apart: bool = False,
    names: Sequence[str] = (),
    along: int | None = None,
    via: str = "",
    crossed: int = 0,
    **strata: Sequence[Any] | Mapping[str, Any],
) -> None:
    """The contract of an exercise, stated once, and the function tried on fresh inputs from it.

    Every stratum is hit in every sitting: there are as many cases as the longest list of strata,
    each a combination of one stratum of every kind.  The laws are added by themselves.

    Parameters
    ----------
    function, exercise : the student's function, and its name
    oracle : what is right for some arguments, a value or a pattern; never the student's code
    draw : ``draw(rng, **combination)`` makes the arguments of one case, a tuple; where some go by
        name, its last item is a `Named`
    also : arguments of further cases, which `contract` tries first; here their decimal numbers are
        a few percent smaller, so that no table of them helps
    consistent : makes such an input what it should be, where one argument hangs on the others; None
        for one that must stay as it is, and is left out here
    then : how many of the last arguments are for what the function returns, itself a function
    rtol, atol : numbers agree when |a − e| ≤ atol + rtol · max(|a|, |e|)
    no_warnings : a RuntimeWarning from NumPy is a mistake
    apart : the result must share no memory with the input
    names : of the parts of a tuple
    along : the place of the argument on whose entries the function acts one by one
    via : how to use the function, where not by a call: "graph" or "order", a name in `WAYS`
    crossed : so many of the first dimension's strata, its first ones, are combined with every
        stratum of the others
    strata : by dimension the kinds of input that must all occur, as a list, or as a dict from how a
        message speaks of them; the simplest first

    Raises
    ------
    CheckFailed
    """
    terms = Terms(rtol, atol, no_warnings, apart, tuple(names), along, via)
    generator, session = rng(), current()
    drawn = {} if session.drawn is None else session.drawn
    if session.generators not in drawn:
        if session.record is None:
            beside = filter(None, map(partial(_beside, generator), also))
            also = [args for args in (consistent(*args) for args in beside) if args is not None]
        cases = [_case(args, oracle, then, {}) for args in also]
        cases += _drawn_cases(generator, oracle, draw, then, crossed, strata)
        kind = Fresh if session.record is None else Contract
        drawn[session.generators] = kind(exercise, tuple(cases), terms)
    stated = drawn[session.generators]
    if session.record is not None:
        session.record[exercise] = stated
    _judge(exercise, function, stated)


def _drawn_cases(
    generator: np.random.Generator,
    oracle: Callable,
    draw: Callable,
    then: int | None,
    crossed: int,
    strata: Mapping[str, Any],
) -> Iterator[Case]:
    """A case for each combination of strata."""
    spoken = {
        name: kinds if isinstance(kinds, Mapping) else {f"{name} = {kind}": kind for kind in kinds}
        for name, kinds in strata.items()
    }
    for combination in _combinations(spoken, crossed, generator):
        chosen = {name: spoken[name][stratum] for name, stratum in combination.items()}
        yield _case(draw(generator, **chosen), oracle, then, combination)


def _combinations(
    strata: Mapping[str, Mapping[str, Any]], crossed: int, generator: np.random.Generator
) -> Iterator[dict[str, str]]:
    """As few as hit every stratum, and those of a crossed dimension with all others."""
    names = {name: list(kinds) for name, kinds in strata.items()}
    yield from covering(names, generator)
    if crossed and len(names) > 1:
        (first, kinds), *others = names.items()
        for combination in covering(dict(others), generator):
            for stratum in kinds[:crossed]:
                yield {first: stratum, **combination}


class Named(dict):
    """The arguments that go by name, at the end of what `draw` returns."""


def _beside(generator: np.random.Generator, args: tuple) -> tuple | None:
    """Input of the same kind with other numbers, which no table of the given ones holds.

    All numbers of an argument become smaller by the same few percent, and random generators are
    other ones.  Whole numbers, functions, and arrays that hold nothing but 0, 1 and −1, as labels
    do, stay.  None where all stays.
    """
    changed = False

    def smaller(value: Any, factor: float) -> Any:
        nonlocal changed
        if isinstance(value, float | np.ndarray):
            numbers = np.asarray(value)
            if numbers.dtype.kind != "f" or np.isin(numbers, (-1, 0, 1)).all():
                return value
            changed = True
            return value * factor
        if isinstance(value, np.random.Generator):
            changed = True
            return generator.spawn(1)[0]
        if isinstance(value, dict):
            return {key: smaller(item, factor) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)([smaller(item, factor) for item in value])
        return value

    *places, last = args
    named = isinstance(last, Named)
    fresh = [smaller(value, generator.uniform(0.97, 1)) for value in (places if named else args)]
    if named:
        fresh.append(Named((k, smaller(v, generator.uniform(0.97, 1))) for k, v in last.items()))
    return tuple(fresh) if changed else None


def _case(args: tuple, oracle: Callable, then: int | None, strata: dict[str, str]) -> Case:
    kwargs: dict[str, Any] = {}
    if args and isinstance(args[-1], Named):
        args, kwargs = args[:-1], dict(args[-1])
    expected = oracle(*args, **kwargs)
    if then:
        return Case(args[:-then], expected, kwargs, args[-then:], strata)
    return Case(args, expected, kwargs, None, strata)


def _judge(exercise: str, function: Callable, stated: Contract) -> None:
    found = outcomes(function, stated)
    wrong = [outcome for outcome in found if not outcome.right]
    if wrong:
        failure = _failure(exercise, function, wrong[0], stated.terms)
        failure.tried = stated, found
        raise failure
    count = len(found)
    announce(f"{exercise} keeps its contract: right for {count} inputs of all kinds.")


def _failure(exercise: str, function: Callable, outcome: Outcome, terms: Terms) -> CheckFailed:
    """The full message for one wrong outcome."""
    case, law = outcome.case, outcome.case.strata.get(LAW)

    def given() -> str:
        text = input_in_words(function, case.args, case.kwargs, terms.via)
        if case.then is not None:
            text = f"{text}\nand then: {', '.join(map(describe, case.then))}".lstrip()
        return f"{text}\n({law})" if law else text

    if outcome.error is not None:
        return explain_exception(outcome.error, given, function=exercise)
    about: dict[str, Any] = {"given": given()}
    mismatch = difference(outcome.result, case.expected, terms.rtol, terms.atol)
    if mismatch and mismatch.kind == outcome.kind:
        return of_mismatch(mismatch, exercise, terms.names, False, outcome.result, **about)
    sentences = {
        "mutated": MUTATED,
        "changed_later": "An earlier result changed when the function was called again.",
        "shared": "Who changes the one changes the other; return new arrays.",
        "warned": f"NumPy warned: {outcome.detail}.",
    }
    about["yours"] = describe(outcome.result)
    return CheckFailed(outcome.kind, exercise, facts=[sentences[outcome.kind]], **about)
