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

from ._failure import GREEN, GREY, CheckFailed, box, sign

__all__ = ["Session", "a_check", "announce", "current", "rng", "session", "show"]


@dataclass
class Session:
    """One run of a test cell.

    Attributes
    ----------
    seed : of the random inputs; None draws a fresh one at each `rng()`
    interactive : whether a reader is there to see boxes and pictures
    passed, failed : checks that did so far
    exercise : the name of the exercise; by default a function's own name tells
    record : where the contracts that are stated are written down, or None
    drawn : what earlier sessions with the same seed drew, by what tells it apart; or None
    last_cell, last_text : the cell that the last message stands under, and its text
    """

    seed: int | None = None
    interactive: bool = True
    passed: int = 0
    exercise: str = ""
    record: dict[str, Any] | None = None
    drawn: dict[Any, Any] | None = None
    generators: int = 0
    last_cell: int | None = None
    last_text: str = ""
    failed: int = 0

    def enter_cell(self) -> None:
        """Forget what belongs to an earlier cell of the notebook."""
        cell = getattr(_shell(), "execution_count", None)
        if cell != self.last_cell:
            self.last_cell, self.last_text = cell, ""


_current: ContextVar[Session] = ContextVar("session", default=Session())  # noqa: B039


def current() -> Session:
    """The session of the running test cell."""
    state = _current.get()
    state.enter_cell()
    return state


@contextmanager
def session(
    seed: int | None = None,
    interactive: bool = False,
    exercise: str = "",
    record: dict[str, Any] | None = None,
    drawn: dict[Any, Any] | None = None,
) -> Iterator[Session]:
    """Run checks with a seed of one's own and without display, and count what passes.

    Parameters
    ----------
    seed : of the random inputs
    interactive : whether to display boxes and pictures
    exercise : what is checked, where the function's own name cannot be trusted
    record : is filled with the contracts that the checks state, by exercise
    drawn : is filled with the inputs that are drawn, and given to further sessions with the same
        test and seed spares them the work
    """
    state = Session(seed, interactive, exercise=exercise, record=record, drawn=drawn)
    token = _current.set(state)
    try:
        yield _current.get()
    finally:
        _current.reset(token)


def rng() -> np.random.Generator:
    """A generator for the random inputs of a check: fresh in each run, but for a session's seed."""
    state = current()
    seed = secrets.randbelow(2**31) if state.seed is None else state.seed + state.generators
    state.generators += 1
    return np.random.default_rng(seed)


def a_check(check: Callable) -> Callable:
    """Decorate a check, one of whose first arguments is the student's function: it tells why."""

    @functools.wraps(check)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            check(*args, **kwargs)
        except CheckFailed as failure:
            current().failed += 1
            from ._explaining import explain  # which checks what the function uses

            function = next(filter(callable, args[:2]), None)
            try:
                explain(failure, function, current().exercise or failure.function)
            except KeyboardInterrupt:
                raise
            except BaseException:  # the answer hangs or ends its process when it is asked again
                pass
            raise failure from None

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
    _display(text, "✓", GREEN)


def show(text: str) -> None:
    """Say something that is no verdict, where a reader is there."""
    if current().interactive and _shell() is not None:
        _display(text, "→", GREY)


def _display(text: str, symbol: str, colour: str) -> None:
    from IPython.display import display

    html = box(
        f"{sign(symbol)}{escape(text)}",
        colour,
        'class="dc-passed" role="status"',
        "padding:1px 14px;margin:2px 0",
    )
    display({"text/html": html, "text/plain": f"{symbol} {text}"}, raw=True)


def _shell() -> Any:
    """The running IPython, or None."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
