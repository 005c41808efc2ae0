"""Calling a student's function, and telling apart all the ways in which that can go wrong."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ._answers import Request, answers
from ._describing import describe, describe_call
from ._errors import located, plain_words
from ._failure import CheckFailed, ExerciseError
from ._values import copied, same_state
from ._ways import IN_WORDS, Used

__all__ = ["MUTATED", "call", "call_all", "explain_exception", "input_in_words", "name_of"]

MUTATED = "After the call the input has other values than before; work on a copy of it."


def name_of(function: Any) -> str:
    """The name under which a message speaks of a function."""
    return getattr(function, "__name__", None) or "your function"


def input_in_words(
    function: Callable, args: tuple, kwargs: Mapping[str, Any], via: str = ""
) -> str:
    """The input of a call, or of another way of using a function."""
    return IN_WORDS[via](*args, **kwargs) if via else describe_call(function, args, dict(kwargs))


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
    about: dict[str, Any] = {"function": name_of(function), "asked": asked}

    told = partial(input_in_words, function, args, kwargs)  # which only a failure needs
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = function(*given, **given_kwargs)
        except CheckFailed:
            raise
        except Exception as error:
            raise explain_exception(error, told, **about) from None
    if not (same_state(args, given) and same_state(kwargs, given_kwargs)):
        raise CheckFailed("mutated", given=told(), facts=[MUTATED], **about)
    numeric = [w for w in caught if issubclass(w.category, RuntimeWarning)]
    if no_warnings and numeric:
        cause = _in_words(str(numeric[0].message))
        about |= {"given": told(), "yours": describe(result), "facts": [cause]}
        raise CheckFailed("warned", **about, actual=result)
    return result


def call_all(
    function: Callable, many: Sequence[tuple], *, asked: str = "", via: str = ""
) -> Iterator[Any]:
    """What `function` returns for each of many arguments, all of which it is called with first.

    Parameters
    ----------
    function, asked : as for `call`
    many : the arguments of each call
    via : how to use the function, where not by a call: a name in `WAYS`

    Raises
    ------
    CheckFailed
        as by `call`, when it is a call's turn
    """
    about: dict[str, Any] = {"function": name_of(function), "asked": asked}
    used = Used(via, function) if via else function
    for args, reply in zip(many, answers(used, [Request(a, {}) for a in many]), strict=True):
        given = partial(input_in_words, function, args, {}, via)
        if isinstance(reply.error, CheckFailed):
            raise reply.error
        if reply.error is not None:
            raise explain_exception(reply.error, given, **about)
        if reply.changed:
            raise CheckFailed("mutated", given=given(), facts=[MUTATED], **about)
        yield reply.result


def _in_words(warning: str) -> str:
    """NumPy's warning, and what it means."""
    if "overflow" in warning:
        return f"NumPy warned: {warning}. A number on the way is too large for a computer."
    return f"NumPy warned: {warning}. It divides by zero, or takes a logarithm of 0 or less."


def explain_exception(
    error: BaseException, given: Callable[[], str] = str, **about: Any
) -> CheckFailed:
    """The exception of a student's code as a check's message: which one, and in which line.

    Parameters
    ----------
    given : says what the call was
    about : of the message, as for a `CheckFailed`
    """
    if not isinstance(error, ExerciseError):
        error = located(error, _is_notebook_code)
    if error.type_name == "NotImplementedError":
        asked_for = about["function"]
        inner = error.inside or asked_for
        if inner.partition(".")[0] == asked_for:
            about["hint"] = (
                "Put your own code in place of the line that raises NotImplementedError, "
                "run that cell, then this one."
            )
        else:
            fact = f"{asked_for} uses {inner}, which is not written yet."
            about.update(function=inner, hint="", facts=[fact])
        return CheckFailed("not_attempted", **about)
    yours = f"{error.type_name}: {error.message}" if error.message else error.type_name
    if error.line:
        yours += f"\nin line {error.line_number}: {error.line.strip()}"
    words = plain_words(error)
    facts = [f"In words: {words}."] if words else []
    return CheckFailed("error", **about, given=given(), yours=yours, facts=facts)


def _is_notebook_code(filename: str) -> bool:
    """Cells have file names such as <ipython-input-3-…> or …/ipykernel_123/456.py."""
    return filename.startswith("<ipython-input") or "ipykernel" in filename.split("/")[-2:][0]
