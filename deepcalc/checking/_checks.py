"""The checks that compare a student's function with an oracle."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from deepcalc import numeric

from ._calling import call, call_all, name_of
from ._describing import describe, describe_call
from ._failure import CheckFailed
from ._judging import ATOL, RTOL, judge
from ._picture import curve_picture
from ._session import a_check, announce

__all__ = ["derivative", "order", "same", "value"]


@a_check
def value(
    function: Callable,
    *args: Any,
    expected: Any,
    kwargs: Mapping[str, Any] | None = None,
    names: Sequence[str] = (),
    rtol: float = RTOL,
    atol: float = ATOL,
    asked: str = "",
    hint: str | None = None,
    no_warnings: bool = False,
    via: str = "",
) -> None:
    """The function returns the expected value: |a − e| ≤ atol + rtol · max(|a|, |e|).

    Parameters
    ----------
    function : the student's function
    args, kwargs : its arguments; it gets copies, and must leave them unchanged
    expected : number, string, array, or a tuple, list or dict of them
    names : names of the parts where `expected` is a tuple, for the message
    asked : a sentence for the message
    hint : another, for a result of wrong numbers or of a wrong shape
    no_warnings : a RuntimeWarning from NumPy fails the check as well
    via : how to use the function, where not by a call; then with `args` alone

    Raises
    ------
    CheckFailed

    Notes
    -----
    No check returns anything: nbgrader would take a number that a test cell shows for its score.
    """
    if via:
        [result] = call_all(function, [args], asked=asked, via=via)
    else:
        result = call(function, *args, kwargs=kwargs, asked=asked, no_warnings=no_warnings)
    judge(
        result, expected, name_of(function), names, rtol, atol,
        call=(function, args, kwargs), via=via, asked=asked, hint=hint or "",
    )  # fmt: skip
    announce(asked or (lambda: _right_for(function, args, kwargs)))


def _right_for(function: Callable, args: tuple, kwargs: Mapping[str, Any] | None) -> str:
    """What was found right, with the input where it is short: the next check may find it wrong."""
    given = describe_call(function, args, dict(kwargs or {}))
    if not given:
        return f"{name_of(function)} is right."
    short = len(given) <= 60 and "\n" not in given
    return f"{name_of(function)} is right for {given if short else 'this input'}."


@a_check
def same(
    actual: Any,
    expected: Any,
    what: str,
    *,
    given: str = "",
    rtol: float = RTOL,
    atol: float = ATOL,
    asked: str = "",
    hint: str | None = None,
) -> None:
    """A value that is there already, such as an attribute of a student's object, is as expected.

    Parameters
    ----------
    actual, expected : the value and what it should be
    what : how the message speaks of it, for example "x.grad"
    given : what led to it, as text
    """
    judge(actual, expected, what, (), rtol, atol,
             asked=asked, given=given, hint=hint or "")  # fmt: skip
    announce(asked or f"{what} is right.")


@a_check
def derivative(
    function: Callable,
    of: Callable,
    at: Sequence[float],
    *,
    leading: tuple = (),
    rtol: float = RTOL,
    atol: float = ATOL,
    asked: str = "",
    hint: str | None = None,
    arrays: bool = True,
) -> None:
    """The student's derivative equals the finite differences of a known function.

    Parameters
    ----------
    function : the student's derivative, a function of x
    of : the function to differentiate, elementwise; never the student's
    at : points; each is tried as a number, then all of them as one array
    leading : arguments of the student's function that come before x
    arrays : whether the function must also work elementwise on arrays
    """
    asked = asked or f"{name_of(function)}(x) is the slope at x, as finite differences measure it."
    points = np.asarray(at, dtype=float)
    slopes = numeric.derivative(of, points)
    about: dict[str, Any] = {
        "asked": asked,
        "hint": hint or "",
        "picture": curve_picture(function, leading, of, points),
    }
    tried = [*zip(points.tolist(), slopes.tolist(), strict=True), *[(points, slopes)] * arrays]
    results = call_all(function, [(*leading, x) for x, _ in tried], asked=asked)
    for x, slope in tried:
        try:
            given = (function, (*leading, x), None)
            judge(next(results), slope, name_of(function), (), rtol, atol, call=given, **about)
        except CheckFailed as failure:
            if x is points and failure.kind in ("error", "shape", "type"):
                failure.facts.insert(
                    0, "It works for a single number, but not for an array of numbers."
                )
            raise
    announce(f"{name_of(function)} agrees with finite differences at {len(points)} points.")


@a_check
def order(
    function: Callable,
    arguments: Callable[[float], tuple],
    exact: float,
    order: float,
    steps: Sequence[float],
    *,
    tol: float = 0.1,
    asked: str = "",
    hint: str | None = None,
) -> None:
    """The error of a numerical method shrinks like h to the given power.

    Parameters
    ----------
    function : the student's method
    arguments : its arguments for the step h
    exact : what it approximates
    order, tol : the power expected, and how far the observed one may be off
    steps : step sizes at which truncation dominates rounding, in any order
    """
    asked = asked or f"The error of {name_of(function)} shrinks like h to the power {order:g}."
    errors = []
    tried = [arguments(h) for h in steps]
    for args, result in zip(tried, call_all(function, tried, asked=asked), strict=True):
        given = (function, args, None)
        judge(
            result, exact, name_of(function), (), 0.0, np.inf,
            call=given, asked=asked, hint=hint or "",
        )  # fmt: skip
        errors.append(abs(float(result) - exact))
    logs = np.log(np.maximum(errors, 1e-300))
    observed = float(np.polyfit(np.log(steps), logs, 1)[0])
    if not abs(observed - order) <= tol:
        raise CheckFailed(
            "property",
            name_of(function),
            asked=asked,
            given=f"steps h = {describe(list(steps))}",
            yours=f"errors {describe(errors)}: order {observed:.2f}",
            expected=f"order {order:g}",
            hint=hint or "",
            actual=observed,
        )
    announce(f"The error of {name_of(function)} is of order {observed:.2f} in h.")
