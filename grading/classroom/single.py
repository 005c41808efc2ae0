"""One file, graded for whoever asks; nothing is written."""

from pathlib import Path

from grading.classroom.collect import read_file
from grading.classroom.kinds import contents
from grading.classroom.settings import Settings, hidden_folders, way_out
from grading.paths import Course, CourseError
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.canonical import MOST_BYTES, UnreadableSubmission, rebuild
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Report
from grading.sealed.walls import IsolationUnavailable

__all__ = ["grade_file", "recognise"]


def grade_file(course: Course, path: Path, settings: Settings) -> Report:
    """Grade the notebook at `path`.

    Parameters
    ----------
    course : where the assignments are
    path : a notebook, under any name
    settings : `assignments` has the name or is empty; `seed`, `isolation`, `limits` count, too

    Raises
    ------
    CourseError
        When the file is no notebook, belongs to no assignment, or cannot be graded safely.
    """
    try:
        submission = read_file(path.resolve(), MOST_BYTES)
    except OSError as error:
        raise CourseError(f"{path}: cannot be read: {error.strerror}") from None
    if submission is None:
        raise CourseError(f"{path}: no such file: nothing to grade")
    if what := contents(submission):
        raise CourseError(f"{path}: is {what}, and no notebook: nothing to grade")
    assignment = recognise(course, path, submission, course.select(settings.assignments))
    try:
        hide = [Path(folder) for folder in hidden_folders(course)]
        with Examiner(settings.isolation, hide, settings.limits) as examiner:
            return examiner.grade(assignment, submission, settings.seed)
    except IsolationUnavailable as error:
        raise CourseError(way_out(error)) from None


def recognise(course: Course, path: Path, submission: bytes, names: list[str]) -> Assignment:
    """The assignment among `names` that has most of its exercises in the file.

    Where several have equally many, the name of the file or of its folder decides.
    """
    known = [_assignment(course, name) for name in names]
    try:
        answered = [len(rebuild(assignment, submission).answered) for assignment in known]
    except UnreadableSubmission as error:
        raise CourseError(f"{path}: cannot be graded: {error}") from None
    if len(known) == 1:
        return known[0]
    best = [a for a, count in zip(known, answered, strict=True) if count == max(answered)]
    if len(best) > 1:
        best = [a for a in best if path.stem.startswith(a.name) or a.name in path.resolve().parts]
    if len(best) != 1:
        raise CourseError(f"{path}: which assignment is it? Say so with --assignment NAME")
    return best[0]


def _assignment(course: Course, name: str) -> Assignment:
    path = course.notebook("source", name)
    try:
        return Assignment.from_notebook(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CourseError(
            f"{course.show(path)}: missing or no notebook: run `course build`"
        ) from None
