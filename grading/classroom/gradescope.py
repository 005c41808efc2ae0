"""Gradescope's ``results.json``: what one submission got, said by Gradescope's rules.

A hidden check that refused an answer is named after the grades are published, and not what it
asked; what is for the instructor goes to the standard output, which students do not see.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from grading.classroom.collecting.submitted import Handed, read, read_file
from grading.classroom.points import exact
from grading.classroom.policies.settle import share
from grading.classroom.settings import Settings
from grading.classroom.single import Ungradable, grade_file
from grading.classroom.versions import Versions
from grading.paths import Course, CourseError
from grading.sealed.examiner.report import Report, Verdict
from grading.sealed.walls import IsolationUnavailable, build
from grading.text import plain, shown

__all__ = ["STUB", "graded", "remarks", "results"]

STUB: Mapping[str, Any] = {
    "score": 0.0,
    "output": "The grader did not finish: tell your instructor.",
    "output_format": "text",
    "visibility": "visible",
    "stdout_visibility": "hidden",
    "tests": [],
}
REFUSED = "A check that the notebook does not show found a mistake."
BY_HAND = "To be graded by hand."
NO_WALLS = "there were NO walls around the submitted code, which could read the tests"
MOST_METADATA = 1 << 20
MOST_OUTPUT = 5000


def graded(course: Course, name: str, folder: Path, settings: Settings) -> Report | str:
    """Grade what is in Gradescope's folder of a submission; or why there is nothing to grade.

    Parameters
    ----------
    folder : whatever the student uploaded, the notebook under any name
    settings : with `isolation` "none" there are walls all the same, wherever they can be had

    Raises
    ------
    CourseError
        When it cannot be graded, or not safely, for no fault of the student.
    """
    try:
        content = read(Handed("the student", name, folder))
    except OSError as error:
        raise CourseError(f"{folder}: {error.strerror}") from None
    if not content.notebook:
        return content.why
    try:
        build("auto")
        settings = replace(settings, isolation="auto")
    except IsolationUnavailable:
        pass  # `grade_file` says what to do, or does without
    with TemporaryDirectory() as place:
        path = Path(place) / f"{name}.ipynb"
        path.write_bytes(content.notebook)
        settings = replace(settings, assignments=(name,))
        try:
            report = grade_file(course, path, settings)
        except Ungradable as error:
            return error.why
    return _of_present(report, Versions.of(course, name).present.points.values())


def _of_present(report: Report, present: Iterable[float]) -> Report:
    """A report on any version with the points of the present one, which Gradescope has."""
    by_hand = [own.points for own in report.by_hand]
    factor = share(present, [*(each.points for each in report.exercises), *by_hand], by_hand)
    if factor == 1:
        return report
    exercises = tuple(
        replace(
            each,
            points=float(exact(each.points) * factor),
            score=float(exact(each.score) * factor),
        )
        for each in report.exercises
    )
    score, most = (float(exact(points) * factor) for points in (report.score, report.max_score))
    return replace(report, exercises=exercises, score=score, max_score=most)


def results(report: Report | str) -> dict[str, Any]:
    """The content of ``results.json``."""
    if isinstance(report, str):
        return {**STUB, "output": f"Nothing was graded: {plain(report, MOST_OUTPUT)}"}
    extra = {"extra_data": {"isolation": report.isolation}}
    tests = [_test(number, each) | extra for number, each in enumerate(report.exercises, 1)]
    tests += [
        {"name": own.grade_id, "output": BY_HAND, "output_format": "text", "visibility": "visible"}
        for own in report.by_hand
    ]
    return {**STUB, "score": report.score, "output": "", "tests": tests}


def remarks(report: Report | str, metadata: Path) -> list[str]:
    """What the instructor should know, a line each."""
    if isinstance(report, str):
        return [shown(report, 300)]
    lines = [f"seed {report.seed}, isolation {report.isolation}"]
    lines += [NO_WALLS] * (report.isolation == "none")
    worth, by_hand = _points(metadata), sum(own.points for own in report.by_hand)
    if by_hand:
        lines.append(f"to be graded by hand, in Gradescope: {by_hand:g} points")
    if worth not in (None, report.max_score, report.max_score + by_hand):
        lines.append(
            f"the assignment has {worth:g} points in Gradescope, {report.max_score:g} here"
        )
    return lines + [shown(note, 300) for note in report.notes]


def _test(number: int, verdict: Verdict) -> dict[str, Any]:
    """One exercise."""
    said = REFUSED if verdict.hidden else verdict.diagnosis or verdict.message
    return {
        "name": verdict.grade_id.removeprefix("test_"),
        "number": str(number),
        "score": verdict.score,
        "max_score": verdict.points,
        "status": "passed" if verdict.verdict == "passed" else "failed",
        "output": plain(said, MOST_OUTPUT),
        "output_format": "text",
        "visibility": "after_published" if verdict.hidden else "visible",
    }


def _points(metadata: Path) -> float | None:
    """What the assignment is worth in Gradescope; None where that cannot be read."""
    try:
        told = json.loads(read_file(metadata, MOST_METADATA) or b"")
        return float(told["assignment"]["total_points"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
