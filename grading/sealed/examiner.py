"""The examiner: runs the tests in this process, against handles of what the student defined."""

from __future__ import annotations

import secrets
import signal
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

import deepcalc
from deepcalc import checking
from deepcalc.checking import CheckFailed, ExerciseError

from . import words
from .assignment import Assignment, Test
from .canonical import UnreadableSubmission, rebuild
from .channel import Disconnected, Overdue
from .process import WarmProcess
from .report import Limits, Report, Verdict
from .sitting import Sitting

__all__ = ["Examiner"]


class Examiner:
    """Grades submissions, one after the other, with one warm process.

    Parameters
    ----------
    isolation : "auto" for both walls or nothing doing, "none" to go without the outer one
    hide : folders that a student's code must not see even where they lie in a visible one
    limits : of time, memory and the rest

    Raises
    ------
    IsolationUnavailable
    """

    def __init__(
        self, isolation: str = "auto", hide: Iterable[Path] = (), limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self.warm = WarmProcess(isolation, hide)

    def grade(
        self,
        assignment: Assignment,
        submission: bytes | str | Mapping[str, Any],
        seed: int | None = None,
    ) -> Report:
        """Grade one submission.

        Parameters
        ----------
        submission : the text of the file, or its parsed JSON
        seed : of the random inputs; by default a fresh one

        Returns
        -------
        the report; a submission that cannot be read gets one without points
        """
        seed = secrets.randbelow(2**31) if seed is None else seed
        try:
            canonical = rebuild(assignment, submission)
        except UnreadableSubmission as error:
            verdicts = [words.unreadable(test, str(error)) for test in assignment.tests]
            return Report.of(assignment, verdicts, self.warm.isolation, seed, [str(error)])
        sitting = Sitting(self.warm, canonical, assignment, self.limits)
        try:
            sitting.prepare()
            verdicts = []
            for test in assignment.tests:
                verdicts.append(self._test(test, sitting, seed))
                if verdicts[-1].verdict != "passed":
                    sitting.check_in()
        finally:
            sitting.close()
        notes = [*canonical.notes, *sitting.notes]
        return Report.of(assignment, verdicts, self.warm.isolation, seed, notes, sitting.outputs)

    def close(self) -> None:
        """End the warm process."""
        self.warm.close()

    def __enter__(self) -> Examiner:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def _test(self, test: Test, sitting: Sitting, seed: int) -> Verdict:
        """Run one test cell; it earns its points by reaching its end with something checked."""
        if not sitting.prepare():
            return words.out_of_time(test)
        for name in sorted(test.names):
            if name not in sitting.found:
                return words.not_there(test, name, sitting)
        namespace = {
            "__builtins__": __builtins__,
            "__name__": "__test__",
            "np": np,
            "dc": deepcalc,
            "check": checking,
            **{name: sitting.found[name] for name in test.names},
        }
        sitting.allow(self.limits.test)
        try:
            with _alarm(self.limits.test), _no_warnings(), checking.session(seed) as session:
                exec(test.code, namespace)
        except CheckFailed as failure:
            return words.check_failed(test, failure)
        except (Overdue, Disconnected):
            return words.process_lost(test, sitting.lost())
        except ExerciseError as error:
            return words.raised(test, error)
        except Exception as error:
            return words.unusable(test, error)
        if sitting.peer.failure is not None:
            return words.process_lost(test, sitting.lost())
        if session.passed < 1:
            return words.nothing_checked(test)
        return words.passed(test)


@contextmanager
def _no_warnings() -> Iterator[None]:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Interrupt even a computation of ours that a student's numbers made endless."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def overdue(*_: object) -> None:
        raise Overdue

    before = signal.signal(signal.SIGALRM, overdue)
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
