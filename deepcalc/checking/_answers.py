"""Many calls of one function, and what became of each once all of them are done.

That all are done before anything is looked at is the point: a shared buffer, a cache with too
short a key or a default that remembers shows in the results of earlier calls.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import singledispatch
from typing import Any, NamedTuple

from ._values import copied, same_state

__all__ = ["Reply", "Request", "answers", "carry_out", "warnings_of"]


class Request(NamedTuple):
    """One call.

    Parameters
    ----------
    args, kwargs : belong to the call, which may change them
    then : arguments for what the call returns, where that is a function; it is called twice
    """

    args: tuple
    kwargs: dict[str, Any]
    then: tuple | None = None


class Reply(NamedTuple):
    """What became of a call.

    Parameters
    ----------
    result : at the time of the return
    error : what it raised, or None
    warned : texts of the RuntimeWarnings that it caused
    kept : whether the result was still the same after all calls
    """

    result: Any
    error: BaseException | None = None
    warned: Sequence[str] = ()
    kept: bool = True


@singledispatch
def answers(function: Callable, requests: Sequence[Request]) -> list[Reply]:
    """Call `function` once for each request, and then see what came of it.

    Notes
    -----
    A grader that holds a student's function at a distance registers its own way of doing so.
    """
    return carry_out(function, requests, warnings_of, raising=())


def carry_out(
    function: Callable, requests: Sequence[Request], listen: Callable, raising: tuple
) -> list[Reply]:
    """What `answers` does, where the function lives.

    Parameters
    ----------
    listen : a context manager that gives the list to which warnings are added
    raising : exceptions that end it all
    """
    replies, results = [], []
    for args, kwargs, then in requests:
        with listen() as heard:
            try:
                result = function(*args, **kwargs)
                if then is not None:
                    result = _twice(result, then)
                replies.append(Reply(copied(result), None, heard))
                results.append(result)
            except raising:
                raise
            except Exception as error:
                replies.append(Reply(None, error, heard))
                results.append(None)
    return [
        reply._replace(result=result) if (kept := same_state(reply.result, result))
        else reply._replace(kept=kept)
        for reply, result in zip(replies, results, strict=True)
    ]  # fmt: skip


def _twice(function: Callable, args: tuple) -> Any:
    """What a function returns, twice the same; else what it returns the second time."""
    again = copied(args, True)
    first = function(*args)
    kept, second = copied(first), function(*again)
    return first if same_state(kept, second) else second


@contextmanager
def warnings_of() -> Iterator[list[str]]:
    """A list that is filled, at the end, with the texts of the RuntimeWarnings of the block."""
    texts: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield texts
    texts += [str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)]
