"""What the checks of one run share: the seed, the count of passed checks, and where they report."""

from __future__ import annotations

import functools
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

from ._failure import GREEN, CheckFailed, box, sign

__all__ = ["EndOfSurvey", "Session", "a_check", "announce", "current", "rng", "session"]


MOST_FAILURES = 4  # of a survey: so many wrong results tell one mistake from another


class EndOfSurvey(Exception):
    """Enough checks have failed to know the mistake by."""


@dataclass
class Session:
    """One run of a test cell.

    Attributes
    ----------
    seed : of the random inputs; None draws a fresh one at each `rng()`
    interactive : whether a reader is there to see boxes and pictures
    passed : checks that passed so far
    failures : where failed checks are kept in place of being raised; None raises them.  The first
        says all that a reader wants to know, the others say only what a diagnosis compares.
    last_seed : the seed that repeats the last `rng()`
    last_cell, last_text : the cell that the last message stands under, and its text
    """

    seed: int | None = None
    interactive: bool = True
    passed: int = 0
    failures: list[CheckFailed] | None = None
    last_seed: int | None = None
    generators: int = 0
    last_cell: int | None = None
    last_text: str = ""

    def enter_cell(self) -> None:
        """Forget what belongs to an earlier cell of the notebook."""
        cell = getattr(_shell(), "execution_count", None)
        if cell != self.last_cell:
            self.last_cell, self.last_text, self.last_seed = cell, "", None


_current: ContextVar[Session] = ContextVar("session", default=Session())  # noqa: B039


def current() -> Session:
    """The session of the running test cell."""
    state = _current.get()
    state.enter_cell()
    return state


@contextmanager
def session(
    seed: int | None = None, interactive: bool = False, survey: bool = False
) -> Iterator[Session]:
    """Run checks with a seed of one's own and without display, and count what passes.

    Parameters
    ----------
    seed : of the random inputs
    interactive : whether to display boxes and pictures
    survey : go on after a failed check and keep the failures, for a diagnosis, until there are
        enough (`EndOfSurvey`); only that nothing was attempted yet is still raised
    """
    failures = [] if survey else None
    token = _current.set(Session(seed=seed, interactive=interactive, failures=failures))
    try:
        yield _current.get()
    finally:
        _current.reset(token)


def rng(seed: int | None = None) -> np.random.Generator:
    """A generator for the random inputs of a check: fresh in each run, repeatable by its seed.

    Parameters
    ----------
    seed : int, optional
        the number that the box of a failed check shows; leave it out for fresh numbers
    """
    state = current()
    if seed is None:
        seed = secrets.randbelow(2**31) if state.seed is None else state.seed + state.generators
    state.generators += 1
    state.last_seed = seed
    return np.random.default_rng(seed)


def a_check(function: Callable) -> Callable:
    """Decorate a check: in a survey its failure is kept, and the test cell goes on."""

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except CheckFailed as failure:
            failures = current().failures
            if failures is None or failure.kind == "not_attempted":
                raise
            failures.append(failure)
            if len(failures) == MOST_FAILURES:
                raise EndOfSurvey from None

    return run


def announce(text: str | Callable[[], str]) -> None:
    """Count a check that passed and, where a reader is there, say what was found.

    Parameters
    ----------
    text : what was found, or a function that writes it, for which most runs have no use
    """
    state = current()
    state.passed += 1
    if not state.interactive or _shell() is None:
        return
    text = text if isinstance(text, str) else text()
    if text == state.last_text:
        return
    state.last_text = text
    from IPython.display import display

    html = box(
        f"{sign('✓')}{escape(text)}",
        GREEN,
        'class="dc-passed" role="status"',
        "padding:1px 14px;margin:2px 0",
    )
    display({"text/html": html, "text/plain": f"✓ {text}"}, raw=True)


def _shell() -> Any:
    """The running IPython, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
