"""A question: one test, run in this process against handles of what the student defined."""

from __future__ import annotations

import gc
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

import deepcalc
from deepcalc import checking
from deepcalc.checking import CheckFailed, ExerciseError

from ..wire.channel import Disconnected, Overdue
from . import calls, words  # noqa: F401 - calls registers itself with the checks
from .assignment import Test
from .bounds import alarm
from .report import Verdict
from .sitting import Sitting

__all__ = ["inputs", "question"]

AFRESH = 0xF2E54  # turns the seed of a test for another process


def question(
    test: Test,
    sitting: Sitting,
    seed: int,
    after: int,
    begun: dict[str, Any] | None = None,
) -> Verdict:
    """The verdict of one test after so many cells; one that failed leaves a process in step.

    Parameters
    ----------
    begun : what the visible lines defined in an earlier run with this sitting, so that they need
        not run again; is filled, unless they draw random numbers
    """
    seeds = [seed]
    while True:
        if not sitting.prepare(after, test.names):
            return words.out_of_time(test)
        fresh, sitting.asked = not sitting.asked, True
        if fresh and begun:
            begun.clear()  # it holds what stands for the functions of another process
        for each in seeds:
            verdict, lost = _verdict(test, sitting, each, begun)
            if verdict.verdict != "passed":
                break
        if fresh or not lost or isinstance(sitting.peer.failure, Overdue):
            break
        # What an earlier test has left running may have taken it down.  Other inputs first, as it
        # may have left a note for the next one; then the same: ending it gets nobody better ones.
        seeds = [seed ^ AFRESH, seed]
    if verdict.verdict != "passed":
        sitting.check_in()
        gc.collect(1)  # an exception and its frames hold each other, and all that they worked on
    return verdict


@lru_cache(maxsize=512)  # the seeds of one test in the evidence, or the tests of some runs
def inputs(test: Test, seed: int) -> dict[Any, Any]:
    """What a test draws, as for `checking.session`: the same for every submission, so drawn once.

    No submission can change it, as a function is only ever called with copies.
    """
    return {}


def _verdict(
    test: Test, sitting: Sitting, seed: int, begun: dict[str, Any] | None
) -> tuple[Verdict, bool]:
    """Run a test; it earns its points by reaching its end with something checked.

    Returns
    -------
    the verdict, and whether the loss of the process was all that decided on it
    """
    for name in sorted(test.names):
        if name not in sitting.found:
            return words.not_there(test, name, sitting), False
    ended, lost, hidden, seeded, passed = None, "", False, False, 0
    try:
        with _session(test, sitting, seed) as session:
            try:
                _run(test, _namespace(test, sitting), session, begun)
            finally:
                passed, seeded = session.passed, session.generators > 0
    except (Overdue, Disconnected) as error:
        lost, hidden = sitting.lost(), _is_hidden(error, test)
    except Exception as error:
        ended, hidden = error, _is_hidden(error, test)
    if sitting.peer.failure is not None:
        lost = lost or sitting.lost()
    verdict = _of_end(test, passed, ended, lost)
    settled = not lost or isinstance(ended, CheckFailed)
    return replace(verdict, hidden=hidden, seeded=seeded), not settled


@contextmanager
def _session(test: Test, sitting: Sitting, seed: int) -> Iterator[checking.Session]:
    """All that surrounds the run of a test: time, quiet, the seed."""
    with (
        alarm(sitting.allow(sitting.limits.test) + 1),
        _no_warnings(),
        checking.session(seed, exercise=test.exercise, drawn=inputs(test, seed)) as session,
    ):
        yield session


def _run(
    test: Test, given: dict[str, Any], session: checking.Session, begun: dict[str, Any] | None
) -> None:
    """Run the lines of a test; the visible ones only if they have not filled `begun`."""
    if begun:
        given |= begun
    else:
        exec(test.visible, given)
        if begun is not None and not session.generators:
            begun |= given
    exec(test.hidden, given)


def _of_end(test: Test, passed: int, ended: Exception | None, lost: str) -> Verdict:
    """The verdict of a test that ended with an exception, or lost its process, or neither."""
    if isinstance(ended, CheckFailed):
        # What came after the failure, be it a crash, adds nothing to the verdict.
        return words.check_failed(test, ended)
    if lost:
        return words.process_lost(test, lost)
    if isinstance(ended, ExerciseError):
        return words.raised(test, ended)
    if ended is not None:
        return words.unusable(test, ended)
    return words.passed(test) if passed else words.nothing_checked(test)


def _is_hidden(error: BaseException, test: Test) -> bool:
    """Whether it was a hidden line of the test that an exception came through."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(frame.f_code is test.hidden for frame, _ in frames)


def _namespace(test: Test, sitting: Sitting) -> dict[str, Any]:
    """What a test cell can name: the checks' tools and the student's answers."""
    return {
        "__builtins__": __builtins__,
        "__name__": "__test__",
        "np": np,
        "dc": deepcalc,
        "check": checking,
        **{name: sitting.found[name] for name in test.names},
    }


@contextmanager
def _no_warnings() -> Iterator[None]:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield
