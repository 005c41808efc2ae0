"""Many calls of one function, and what became of each once all of them are done.

That all are done before anything is looked at is the point: a shared buffer, a cache with too
short a key or a default that remembers shows in the results of earlier calls.  And all is looked at
where the function lives: only there can be seen which arrays are the same.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import singledispatch
from typing import Any, NamedTuple

import numpy as np

from ._values import arrays_in, copied, same_state

__all__ = ["Replies", "Reply", "Request", "Requests", "answers", "carry_out", "warnings_of"]


class Request(NamedTuple):
    """One call.

    Parameters
    ----------
    args, kwargs : the call gets copies of them
    then : arguments for what the call returns, where that is a function; it is called twice
    apart : whether to see if the result shares memory with the arguments
    """

    args: tuple
    kwargs: Mapping[str, Any]
    then: tuple | None = None
    apart: bool = False


class Requests(tuple[Request, ...]):
    """Requests that are made of many functions.

    Attributes
    ----------
    contract : the name of the contract that says just these, or ""
    packed : in what form they were sent to another process, by whoever did so
    """

    contract: str = ""
    packed: Any = None


class Reply(NamedTuple):
    """What became of a call.

    Parameters
    ----------
    result : at the time of the return
    error : what it raised, or None
    warned : texts of the RuntimeWarnings that it caused
    kept : whether the result was still the same after all calls
    changed : which arguments were not, by their places and names
    shared : whether the result shares memory with an argument, where that was asked
    """

    result: Any
    error: BaseException | None = None
    warned: Sequence[str] = ()
    kept: bool = True
    changed: str = ""
    shared: bool = False


class Replies(Sequence[Reply]):
    """What became of many calls.

    Parameters
    ----------
    results : of all calls
    more : by number, those of which there is more to say than a result, and without it
    """

    def __init__(self, results: Sequence[Any], more: Mapping[int, Reply]) -> None:
        self.results, self.more = results, more

    def __len__(self) -> int:
        return len(self.results)

    def __getitem__(self, number: Any) -> Any:
        return self._reply(number, self.results[number])

    def __iter__(self) -> Iterator[Reply]:
        return map(self._reply, range(len(self)), list(self.results))

    def _reply(self, number: int, result: Any) -> Reply:
        return self.more[number]._replace(result=result) if number in self.more else Reply(result)


@singledispatch
def answers(function: Callable, requests: Sequence[Request]) -> Replies:
    """Call `function` once for each request, and then see what came of it.

    Notes
    -----
    A grader that holds a student's function at a distance registers its own way of doing so.
    """
    return carry_out(function, requests, warnings_of, raising=())


# What NumPy does by itself, whatever a notebook has set: here, a warning may be a mistake.
@np.errstate(divide="warn", over="warn", invalid="warn", under="ignore")
def carry_out(
    function: Callable,
    requests: Sequence[Request],
    listen: Callable,
    raising: tuple,
    once: bool = False,
) -> Replies:
    """What `answers` does, where the function lives.

    Parameters
    ----------
    listen : a context manager that gives the list to which warnings are added
    raising : exceptions that end it all
    once : nobody will make these requests again, and their random generators may be used up
    """
    done = []
    for request in requests:
        args = copied(request.args, not once)
        kwargs = copied(request.kwargs, not once) if request.kwargs else request.kwargs
        then = copied(request.then, not once)
        result = copy = failed = None
        with listen() as heard:
            try:
                result = function(*args, **kwargs)
                if then is not None:
                    result = _twice(result, then)
                copy = copied(result)
            except raising:
                raise
            except Exception as error:
                result, failed = None, error
        done.append((request, (args, kwargs, then), result, copy, failed, heard))
    results, more = [], {}
    for number, (request, given, result, copy, failed, heard) in enumerate(done):
        changed = "" if all(map(same_state, request, given)) else _changed(request, *given)
        kept = same_state(copy, result)
        shared = request.apart and kept and _share(result, given)
        results.append(result if kept else copy)
        if failed is not None or heard or changed or not kept or shared:
            more[number] = Reply(None, failed, heard, kept, changed, shared)
    return Replies(results, more)


def _changed(request: Request, args: tuple, kwargs: Mapping[str, Any], then: Any) -> str:
    """Which arguments are no longer what they were."""
    places = [
        str(number)
        for number, (before, after) in enumerate(zip(request.args, args, strict=True))
        if not same_state(before, after)
    ]
    places += [k for k, before in request.kwargs.items() if not same_state(before, kwargs[k])]
    if not same_state(request.then, then):
        places.append("then")
    return ", ".join(places)


def _share(result: Any, given: Any) -> bool:
    theirs, ours = list(arrays_in(result)), list(arrays_in(given))
    return any(np.shares_memory(a, b) for a in theirs for b in ours if a.size and b.size)


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
