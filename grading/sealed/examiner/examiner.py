"""The examiner: grades whole submissions, or one question of them again and again."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from deepcalc import checking

from . import words
from .assignment import Assignment
from .bounds import ration
from .canonical import Canonical, rebuild
from .process import WarmProcess
from .question import question
from .report import Limits, Report, Verdict
from .sitting import Sitting
from .submitted import UnreadableSubmission

__all__ = ["Examiner"]

AGAIN = 0x5EED  # turns the seed of a test's first run into those of the next ones


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
        about = (self.warm.isolation, seed, notes, outputs, canonical.written)
        return Report.of(assignment, verdicts, *about)

    def _verdicts(self, sitting: Sitting, seed: int) -> list[Verdict]:
        """One verdict for each test: asked where it stands, as in a notebook, and again at the end.

        The last time it is asked only if it failed and a later cell may have changed something.
        Each time the random inputs are others: cells further down may have watched the first ones.
        """
        assignment, canonical = sitting.assignment, sitting.canonical
        tests = {test.grade_id: test for test in assignment.tests}
        order = sorted((at, name) for name, places in canonical.asked.items() for at in places)
        verdicts: dict[str, Verdict] = {}
        for at, grade_id in order:
            if grade_id not in verdicts or verdicts[grade_id].verdict != "passed":
                turn = AGAIN * canonical.asked[grade_id].index(at)
                verdicts[grade_id] = question(tests[grade_id], sitting, seed ^ turn, at)
        end = len(canonical.cells)
        for grade_id, test in tests.items():
            failed = verdicts[grade_id].verdict != "passed"
            if failed and canonical.may_change(test, after=max(canonical.asked[grade_id])):
                turn = AGAIN * len(canonical.asked[grade_id])
                again = question(test, sitting, seed ^ turn, end)
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
        canonical = rebuild(assignment, submission)
        end = len(canonical.cells)
        with self._seated(assignment, canonical) as sitting:
            verdicts: list[Verdict] = []
            begun: dict[str, Any] | None = {} if visible_once else None
            for seed in seeds:
                with nullcontext() if explained and not verdicts else checking.quiet():
                    verdicts.append(question(test, sitting, seed, end, begun))
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
        with ration():
            try:
                yield sitting
            finally:
                sitting.close()
