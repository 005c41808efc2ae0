"""The examiner: runs the tests in this process, against handles of what the student defined."""

from __future__ import annotations

import gc
import secrets
import traceback
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

import deepcalc
from deepcalc import checking
from deepcalc.checking import CheckFailed, ExerciseError

from ..wire.channel import Disconnected, Overdue
from . import steps, words  # noqa: F401 - steps registers itself with the checks
from .assignment import Assignment, Test
from .bounds import alarm, ration
from .canonical import Canonical, rebuild
from .process import WarmProcess
from .report import Limits, Report, Verdict
from .sitting import Sitting
from .submitted import UnreadableSubmission

__all__ = ["Examiner"]

AGAIN = 0x5EED  # turns the seed of a test's first run into that of its second


@contextmanager
def _tidy() -> Iterator[None]:
    """Leave no garbage: collect what was made meanwhile; all that is older is set aside at no cost.

    By itself Python waits until a quarter of all objects are new, for hundreds of submissions.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


@dataclass
class _Kept:
    """What one run of a test leaves to the next.

    Attributes
    ----------
    drawn : as for `checking.session`
    given : what the visible lines defined, where they drew no random number; they run once
    """

    drawn: dict[int, Any]
    given: dict[str, Any] | None = None


class Examiner:
    """Grades submissions, one after the other, with one warm process.

    Parameters
    ----------
    isolation : "auto" for the outer wall or nothing doing, and the inner one where the system
        allows it (reports say which); "none" to go without the outer one
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
        self._drawn: dict[int, dict[int, Any]] = {}  # by seed, for the test that was repeated last
        self._repeated = ""

    @_tidy()
    def grade(
        self,
        assignment: Assignment,
        submission: bytes | str | Mapping[str, Any] | Canonical,
        seed: int | None = None,
    ) -> Report:
        """Grade one submission.

        Parameters
        ----------
        submission : the text of the file, its parsed JSON, or what was rebuilt from it
        seed : of the random inputs; by default a fresh one

        Returns
        -------
        the report; a submission that cannot be read gets one without points
        """
        seed = secrets.randbelow(2**31) if seed is None else seed
        try:
            if isinstance(submission, Canonical):
                canonical = submission
            else:
                canonical = rebuild(assignment, submission)
        except UnreadableSubmission as error:
            verdicts = [words.unreadable(test, str(error)) for test in assignment.tests]
            return Report.of(assignment, verdicts, self.warm.isolation, seed, [str(error)])
        with self._seated(assignment, canonical) as sitting:
            verdicts = self._verdicts(sitting, seed)
        verdicts = words.with_reasons(verdicts, canonical, assignment)
        notes = [*canonical.notes, *sitting.notes]
        outputs = [sitting.outputs[number] for number in sorted(sitting.outputs)]
        return Report.of(assignment, verdicts, self.warm.isolation, seed, notes, outputs)

    def _verdicts(self, sitting: Sitting, seed: int) -> list[Verdict]:
        """One verdict for each test: asked where it stands, as in a notebook, and again at the end.

        The last time it is asked only if it failed and a later cell may have changed something, and
        with other random inputs: cells further down may have watched the first ones.
        """
        assignment, canonical = sitting.assignment, sitting.canonical
        tests = {test.grade_id: test for test in assignment.tests}
        order = sorted((at, name) for name, places in canonical.asked.items() for at in places)
        verdicts: dict[str, Verdict] = {}
        for at, grade_id in order:
            if grade_id not in verdicts or verdicts[grade_id].verdict != "passed":
                verdicts[grade_id] = self._question(tests[grade_id], sitting, seed, at)
        end = len(canonical.cells)
        for grade_id, test in tests.items():
            failed = verdicts[grade_id].verdict != "passed"
            if failed and canonical.may_change(test.names, after=max(canonical.asked[grade_id])):
                again = self._question(test, sitting, seed ^ AGAIN, end)
                if again.verdict == "passed" or verdicts[grade_id].verdict == "missing":
                    verdicts[grade_id] = again
        sitting.finish()
        return [verdicts[grade_id] for grade_id in tests]

    @_tidy()
    def repeat(
        self,
        assignment: Assignment,
        submission: bytes | str | Mapping[str, Any],
        grade_id: str,
        seeds: Iterable[int],
        *,
        visible_once: bool = False,
        explained: bool = True,
    ) -> list[Verdict]:
        """Grade one question of a submission again and again, with other random inputs.

        One out of time is the last.

        Parameters
        ----------
        grade_id : of the test cell
        seeds : one for each verdict
        visible_once : run the lines that students see, which no seed changes, only once
        explained : whether the first verdict says which mistake it looks like

        Raises
        ------
        UnreadableSubmission
        """
        [test] = [test for test in assignment.tests if test.grade_id == grade_id]
        if test.source != self._repeated:
            self._drawn, self._repeated = {}, test.source
        canonical = rebuild(assignment, submission)
        end = len(canonical.cells)
        with self._seated(assignment, canonical) as sitting:
            verdicts: list[Verdict] = []
            given: dict[str, Any] | None = {} if visible_once else None
            for seed in seeds:
                kept = _Kept(self._drawn.setdefault(seed, {}), given)
                with nullcontext() if explained and not verdicts else checking.quiet():
                    verdicts.append(self._question(test, sitting, seed, end, kept))
                if verdicts[-1].verdict == "timeout":
                    break
            return verdicts

    def close(self) -> None:
        """End the warm process."""
        self.warm.close()

    def __enter__(self) -> Examiner:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @contextmanager
    def _seated(self, assignment: Assignment, canonical: Canonical) -> Iterator[Sitting]:
        sitting = Sitting(self.warm, canonical, assignment, self.limits)
        try:
            yield sitting
        finally:
            sitting.close()

    def _question(
        self,
        test: Test,
        sitting: Sitting,
        seed: int,
        after: int,
        kept: _Kept | None = None,
    ) -> Verdict:
        """The verdict of one test after so many cells; one that failed leaves a process in step."""
        if not sitting.prepare(after, test.names):
            return words.out_of_time(test)
        verdict = self._test(test, sitting, seed, kept)
        if verdict.verdict != "passed":
            sitting.check_in()
        return verdict

    def _test(
        self,
        test: Test,
        sitting: Sitting,
        seed: int,
        kept: _Kept | None,
    ) -> Verdict:
        """Run one test cell; it earns its points by reaching its end with something checked."""
        for name in sorted(test.names):
            if name not in sitting.found:
                return words.not_there(test, name, sitting)
        ended, lost, hidden, seeded, passed = None, "", False, False, 0
        try:
            with self._session(test, sitting, seed, kept.drawn if kept else None) as session:
                try:
                    _run(test, _namespace(test, sitting), session, kept.given if kept else None)
                finally:
                    passed, seeded = session.passed, session.generators > 0
        except (Overdue, Disconnected) as error:
            lost, hidden = sitting.lost(), _is_hidden(error, test)
        except Exception as error:
            ended, hidden = error, _is_hidden(error, test)
        if sitting.peer.failure is not None:
            lost = lost or sitting.lost()
        verdict = _of_end(test, passed, ended, lost)
        return replace(verdict, hidden=hidden, seeded=seeded)

    @contextmanager
    def _session(
        self, test: Test, sitting: Sitting, seed: int, drawn: dict[int, Any] | None
    ) -> Iterator[checking.Session]:
        """All that surrounds the run of a test cell: limits, quiet, the seed."""
        sitting.allow(self.limits.test)
        with (
            alarm(self.limits.test + 1),
            ration(),
            _no_warnings(),
            checking.session(seed, exercise=test.exercise, drawn=drawn) as session,
        ):
            yield session


def _run(
    test: Test, given: dict[str, Any], session: checking.Session, before: dict[str, Any] | None
) -> None:
    """Run the lines of a test; the visible ones only if they have not filled `before`."""
    if before:
        given |= before
    else:
        exec(test.visible, given)
        if before is not None and not session.generators:
            before |= given
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
