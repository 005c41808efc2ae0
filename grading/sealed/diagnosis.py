"""Names the mistake: a student's wrong results compared with those of the catalogued mistakes.

A test cell is run once more as a survey, in which failed checks are collected.  What they got,
check by check, is the answer's signature.  A catalogued mistake whose signature at the same random
inputs is the same explains it; everything compared is plain data, and only the course's own code
is run in this process.
"""

from __future__ import annotations

import contextlib
import gc
import io
import warnings
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

import deepcalc
from deepcalc import checking
from deepcalc.checking import CheckFailed

from .assignment import Assignment, Mistake, Test

__all__ = ["Diagnostician", "signature"]

Signature = tuple[tuple[str, Any], ...]


class Diagnostician:
    """Recognises the catalogued mistakes of one assignment.

    Parameters
    ----------
    assignment : with the instructor's solutions, and the mistakes that are known
    """

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self._tests = {test.grade_id: test for test in assignment.tests}
        # By names, since the hash of a test is that of its code, which takes Python a while.
        self._of_mistake = lru_cache(maxsize=4096)(self._run)

    def explain(self, test: Test, failures: Iterable[CheckFailed], seed: int) -> Mistake | None:
        """The catalogued mistake that gives the same results in every check, or None.

        Parameters
        ----------
        test : the test cell that failed
        failures : of the survey of the student's answer
        seed : of that survey
        """
        seen = signature(failures)
        exercise = test.grade_id.removeprefix("test_")
        for mistake in self.assignment.mistakes.get(exercise, ()):
            # Most mistakes part from each other in the first check, and need no whole run.
            beginning = self._of_mistake(test.grade_id, mistake, seed, survey=False)
            if not seen or not _same(seen[:1], beginning):
                continue
            if _same(seen, self._of_mistake(test.grade_id, mistake, seed, survey=True)):
                return mistake
        return None

    @property
    def _solved(self) -> dict[str, Any]:
        """A namespace with the instructor's solutions."""
        if not hasattr(self, "_namespace"):
            self._namespace: dict[str, Any] = {"__name__": "__main__"}
            for cell in self.assignment.solved:
                _execute(cell, self._namespace)
        return self._namespace

    def _run(self, grade_id: str, mistake: Mistake, seed: int, survey: bool) -> Signature:
        """What a mistake gets, in all checks or in the first that fails."""
        gc.collect()  # what the mistake before built, which may be thousands of objects in cycles
        test = self._tests[grade_id]
        namespace = dict(self._solved)
        # A raised error has its own line in a signature too: the mistake may be that it raises.
        with contextlib.suppress(Exception):
            _execute(mistake.code, namespace)
        found = {name: namespace[name] for name in test.names if name in namespace}
        given = {"np": np, "dc": deepcalc, "check": checking, **found}
        with checking.session(seed, survey=survey) as session:
            ended = ()
            try:
                _execute(test.code, given)
            except CheckFailed as failure:  # of a call, after which a test cannot go on
                ended = (failure,)
            except MemoryError:  # says what the machine has left, not what the mistake does
                raise
            except Exception:
                pass
            return signature([*(session.failures or ()), *ended])


def signature(failures: Iterable[CheckFailed]) -> Signature:
    """What an answer got in each check that failed: the kind, and the value or the error."""
    return tuple((failure.kind, _result(failure)) for failure in failures)


def _result(failure: CheckFailed) -> Any:
    if failure.kind == "error":
        error = failure.yours.partition("\n")[0]
        # How Python words this one depends on where the stack ends.
        return "RecursionError" if error.startswith("RecursionError") else error
    if failure.actual is None:
        return f"{failure.asked} {failure.yours}"  # a property has no value, but says which it is
    return failure.actual


def _same(a: Any, b: Any) -> bool:
    """Whether two signatures agree, numbers up to rounding."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, str) or isinstance(b, str) or a is None or b is None:
        return type(a) is type(b) and a == b
    try:
        a, b = np.asarray(a), np.asarray(b)
        scale = 1e-13 * np.abs(a).max(initial=0.0, where=np.isfinite(a))
        return a.shape == b.shape and np.allclose(a, b, rtol=1e-7, atol=scale, equal_nan=True)
    except (TypeError, ValueError):
        return False


def _execute(code: Any, namespace: dict[str, Any]) -> None:
    """Run the course's own code quietly."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        exec(code, namespace)
