"""Calling a student's function, and telling apart all the ways in which that can go wrong."""

from __future__ import annotations

import linecache
import traceback
import warnings
from collections.abc import Callable, Mapping
from functools import singledispatch
from typing import Any

from deepcalc.numeric import withheld

from ._failure import CheckFailed, ExerciseError
from ._session import current
from ._values import copied, describe, describe_call, same_state

__all__ = ["call", "explain_exception", "name_of", "repeat"]

# Exceptions whose message is hard to read for a beginner, in words.
PLAIN_WORDS = {
    "ZeroDivisionError": "it divides by zero",
    "RecursionError": "it calls itself without an end",
    "UnboundLocalError": "a variable is used before it gets a value",
    "IndexError": "it reaches beyond the end of a list or array",
    "KeyError": "it looks up a key that the dict does not have",
}


def name_of(function: Any) -> str:
    """The name under which a message speaks of a function."""
    return getattr(function, "__name__", None) or "your function"


def call(
    function: Callable,
    *args: Any,
    kwargs: Mapping[str, Any] | None = None,
    asked: str = "",
    no_warnings: bool = False,
) -> Any:
    """Call `function` on copies of its arguments and return what it returns.

    Parameters
    ----------
    function : the student's function
    args, kwargs : plain values, or functions of them
    asked : a sentence for the message, should it fail
    no_warnings : a RuntimeWarning from NumPy (overflow, division by zero) fails the check

    Raises
    ------
    CheckFailed
        not attempted, raised an error, changed its input, or warned where it must not
    """
    kwargs = dict(kwargs or {})
    given, given_kwargs = copied(args), copied(kwargs)

    def about() -> dict[str, Any]:  # costs more than most calls, and only a failure needs it
        return {
            "function": name_of(function),
            "asked": asked,
            "given": "" if current().failures else describe_call(function, args, kwargs),
            "seed": current().last_seed,
        }

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with withheld():
                result = function(*given, **given_kwargs)
        except CheckFailed:
            raise
        except Exception as error:
            raise explain_exception(error, **about()) from None
    if not (same_state(args, given) and same_state(kwargs, given_kwargs)):
        cause = "After the call the input has other values than before; work on a copy of it."
        raise CheckFailed("mutated", **about(), causes=[cause])
    numeric = [w for w in caught if issubclass(w.category, RuntimeWarning)]
    if no_warnings and numeric:
        cause = _in_words(str(numeric[0].message))
        yours = describe(result)
        raise CheckFailed("warned", **about(), yours=yours, causes=[cause], actual=result)
    return result


@singledispatch
def repeat(start: Any, step: Callable[[Any], Any], times: int) -> Any:
    """Apply `step` to `start`, then to what comes of it, and so on.

    Parameters
    ----------
    start : a number, or a student's object that has operators
    step : arithmetic with its argument and with numbers, for example ``lambda v: v * 0.5 + 1``
    times : how often

    Notes
    -----
    A loop would do.  This one can be carried out where the object lives: a grader that holds a
    student's object at a distance registers its own way of doing so.
    """
    for _ in range(times):
        start = step(start)
    return start


def _in_words(warning: str) -> str:
    """NumPy's warning, and what it means."""
    if "overflow" in warning:
        return f"NumPy warned: {warning}. A number on the way is too large for a computer."
    return f"NumPy warned: {warning}. It divides by zero, or takes a logarithm of 0 or less."


def explain_exception(error: BaseException, **about: Any) -> CheckFailed:
    """The exception of a student's code as a check's message: which one, and in which line."""
    if not isinstance(error, ExerciseError):
        error = _located(error)
    if error.type_name == "NotImplementedError":
        asked_for, about["given"] = about["function"], ""
        inner = getattr(error, "inside", None) or asked_for
        if inner.partition(".")[0] == asked_for:
            about["hint"] = (
                "Put your own code in place of the line that raises NotImplementedError, "
                "run that cell, then this one."
            )
        else:
            cause = f"{asked_for} uses {inner}, which is not written yet."
            about.update(function=inner, hint="", causes=[cause])
        return CheckFailed("not_attempted", **about)
    yours = f"{error.type_name}: {error.message}" if error.message else error.type_name
    if error.line:
        yours += f"\nin line {error.line_number}: {error.line.strip()}"
    words = PLAIN_WORDS.get(error.type_name)
    causes = [f"In words: {words}."] if words else []
    return CheckFailed("error", **about, yours=yours, causes=causes)


def _located(error: BaseException) -> ExerciseError:
    """The last line of the student's own code that an exception went through."""
    places = [(frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    own = [place for place in places if _is_notebook_code(place[0].co_filename)]
    message = str(error)
    if not own:
        return ExerciseError(type(error).__name__, message)
    code, number = own[-1]
    line = linecache.getline(code.co_filename, number)
    located = ExerciseError(type(error).__name__, message, number, line)
    located.inside = code.co_qualname
    return located


def _is_notebook_code(filename: str) -> bool:
    """Cells have file names such as <ipython-input-3-…> or …/ipykernel_123/456.py."""
    return filename.startswith("<ipython-input") or "ipykernel" in filename.split("/")[-2:][0]
