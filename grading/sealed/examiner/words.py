"""Verdicts in words that a student understands."""

from __future__ import annotations

from dataclasses import replace

from deepcalc.checking import CheckFailed, ExerciseError, explain_exception
from grading.text import plain, shown

from .assignment import Assignment, Test
from .canonical import Canonical
from .names import read_by
from .report import Verdict
from .sitting import Sitting

__all__ = [
    "check_failed", "not_there", "nothing_checked", "out_of_time", "passed", "process_lost",
    "raised", "ungraded", "unreadable", "unusable", "with_reasons",
]  # fmt: skip

MESSAGE, DIAGNOSIS = 2500, 5000  # characters
TOO_SLOW = "It ran out of time: is there a loop that does not end?"
TOO_BIG = "It needed more memory than there is: is an array or a list far larger than meant?"


def _verdict(test: Test, verdict: str, message: str, diagnosis: str = "") -> Verdict:
    score = test.points if verdict == "passed" else 0
    detail = plain(diagnosis or message, DIAGNOSIS)
    return Verdict(test.grade_id, test.points, score, verdict, shown(message, MESSAGE), detail)


def passed(test: Test) -> Verdict:
    """The test ran to its end."""
    return Verdict(test.grade_id, test.points, test.points, "passed", "Right.")


def check_failed(test: Test, failure: CheckFailed) -> Verdict:
    """A check said no."""
    kinds = {"not_attempted": "not_attempted", "error": "error"}
    verdict = kinds.get(failure.kind, "failed")
    if verdict == "error" and failure.yours.startswith("MemoryError"):
        return _verdict(test, "memory", TOO_BIG, str(failure))
    first = failure.yours.partition("\n")[0] if verdict == "error" else ""
    message = f"{failure.title}: {first}" if first else failure.title
    found = replace(failure, causes=[], pointer="")  # `Verdict.reworded` finds them by the mark
    return replace(_verdict(test, verdict, message, str(found)), mark=failure.mark).reworded()


def with_reasons(
    verdicts: list[Verdict], canonical: Canonical, assignment: Assignment
) -> list[Verdict]:
    """The verdicts; one that failed names the wrong answers that the student's own code uses."""
    wrong = [v.grade_id.removeprefix("test_") for v in verdicts if v.verdict != "passed"]
    told = []
    for verdict in verdicts:
        exercise = verdict.grade_id.removeprefix("test_")
        earlier = wrong[: wrong.index(exercise)] if exercise in wrong else []
        own = (cell.source for cell in canonical.cells if cell.grade_id == exercise)
        used = sorted(read_by(own) & set(earlier), key=earlier.index) if earlier else []
        if used and verdict.verdict != "not_attempted":
            are = "is" if len(used) == 1 else "are"
            reason = f"{exercise} uses {' and '.join(used)}, which {are} not right yet"
            verdict = replace(verdict, reason=f"{reason}: mend that first.")
        told.append(verdict)
    return told


def raised(test: Test, error: ExerciseError) -> Verdict:
    """The student's code raised an exception outside a check's own call."""
    name = getattr(error, "inside", "") or " and ".join(sorted(test.names))
    return check_failed(test, explain_exception(error, function=name))


def unusable(test: Test, error: Exception) -> Verdict:
    """The test could not go on with what it got."""
    if isinstance(error, MemoryError):
        return _verdict(test, "memory", TOO_BIG)
    message = "The check cannot work with what your code returned: another kind of value is needed."
    return _verdict(test, "failed", message, f"{message}\n  {type(error).__name__}: {error}")


def process_lost(test: Test, reason: str) -> Verdict:
    """The student's process hung, or is gone."""
    if reason == "timeout":
        return _verdict(test, "timeout", TOO_SLOW)
    if reason == "memory":
        return _verdict(test, "memory", TOO_BIG)
    return _verdict(test, "error", f"Your code ended Python while it was being checked: {reason}.")


def not_there(test: Test, name: str, sitting: Sitting) -> Verdict:
    """A name that the test needs is not defined; say why."""
    if name in sitting.refused:
        message = f"{name} is {sitting.refused[name]}; a function was asked for."
        return _verdict(test, "error", message)
    owner = sitting.assignment.by_name[name].grade_id
    marked = [n for n, cell in enumerate(sitting.canonical.cells) if cell.grade_id == owner]
    defining = sitting.canonical.defining(name)
    own = sorted({*marked, *defining})
    for failure in map(sitting.failures.get, own):
        if failure is None:
            continue
        if failure["kind"] != "error":
            whole = process_lost(test, failure["kind"])
            return _verdict(test, whole.verdict, f"The cell that defines {name}: {whole.message}")
        if "reason" in failure:
            message = f"The cell that defines {name} ended Python: {failure['reason']}."
            return _verdict(test, "error", message)
        error: ExerciseError = failure["error"]
        if error.type_name == "MemoryError":
            return _verdict(test, "memory", f"The cell that defines {name}: {TOO_BIG}", str(error))
        where = f"\nin line {error.line_number}: {error.line.strip()}" if error.line else ""
        message = f"The cell that defines {name} does not run: {error}"
        return _verdict(test, "error", message, message + where)
    if defining:
        message = f"A cell defines {name}, and it is gone again: does another one delete it?"
        return _verdict(test, "missing", message)
    if marked:
        return _verdict(test, "missing", f"{name} is not defined: was it renamed or deleted?")
    return _verdict(test, "missing", f"No cell defines {name}: was the cell deleted?")


def nothing_checked(test: Test) -> Verdict:
    """The test ended without a single check; nothing was earned."""
    return _verdict(test, "failed", "Nothing was checked, so nothing was earned.")


def out_of_time(test: Test) -> Verdict:
    """The time for the whole notebook is used up."""
    return _verdict(test, "timeout", "The notebook took too long; this question was not reached.")


def unreadable(test: Test, why: str) -> Verdict:
    """The file is no notebook."""
    return _verdict(test, "missing", f"The submission cannot be read: {why}.")


def ungraded(test: Test, why: str) -> Verdict:
    """The examiner itself did not survive the notebook."""
    return _verdict(test, "error", f"Grading this notebook came to no end: {why}.")
