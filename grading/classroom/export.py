"""The grades as CSV: nbgrader's columns, and no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from grading.classroom.gradebook.opened import to_read
from grading.classroom.gradebook.scores import BY_HAND, OUTDATED, outdated
from grading.classroom.gradebook.standing import standings
from grading.paths import Course, CourseError
from grading.text import harmless, shown

__all__ = ["SafeCsvExportPlugin", "grades_csv"]

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip


class SafeCsvExportPlugin(CsvExportPlugin):
    """The same behind ``nbgrader export``: set as ``c.ExportApp.plugin_class``."""

    def export(self, gradebook: Gradebook) -> None:
        """Write the grades to ``--to``, by default ``grades.csv``."""
        wanted = [str(n) for n in self.assignment], [str(s) for s in self.student]
        text, left, _ = _csv(gradebook, *wanted)
        for line in left:
            self.log.warning(shown(line, 2000))
        with open(self.to or "grades.csv", "w", encoding="utf-8", newline="") as file:
            file.write(text)


def grades_csv(
    course: Course, names: Iterable[str], student: str | None = None, incomplete: bool = False
) -> tuple[str, list[str], list[str]]:
    """The grades of the assignments `names`, of one student or of all, as the text of a file.

    Parameters
    ----------
    incomplete : take what is not graded by hand yet for 0; otherwise there is no score

    Returns
    -------
    str, list of str, list of str
        The text, lines that say of whom there is no score yet, or one of what was handed in
        before, and the assignments that are in it.

    Raises
    ------
    CourseError
        When nothing has been graded, or the student is not in the gradebook.
    """
    with to_read(course) as gradebook:
        if student is not None and student not in {known.id for known in gradebook.students}:
            raise CourseError(f"the gradebook has no student {student}")
        some = [student] if student is not None else []
        text, left, there = _csv(gradebook, list(names), some, incomplete)
        for name, whose in outdated(course, gradebook, there).items():
            if whose := [each for each in whose if student in (None, each)]:
                left.append(f"{name}: {OUTDATED}: {', '.join(whose)}")
        return text, left, there


def _csv(
    gradebook: Gradebook, names: list[str], students: list[str], incomplete: bool = False
) -> tuple[str, list[str], list[str]]:
    file, left, there = io.StringIO(), [], []
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for assignment in gradebook.assignments:
        if names and assignment.name not in names:
            continue
        found, unready = standings(gradebook, assignment.name), []
        there.append(assignment.name)
        for student in sorted(gradebook.students, key=_by_name):
            if students and student.id not in students:
                continue
            cells = [assignment.name, assignment.duedate]
            name = [student.id, student.last_name, student.first_name, student.email]
            own = found.get(student.id)
            if own and own.waiting and not incomplete:
                unready.append(student.id)
            if own and own.graded and (incomplete or not own.waiting):
                cells += [own.handed_in, *name, own.raw, own.penalty, own.score]
            elif own:  # which is no score yet
                cells += [own.handed_in, *name, None, None, None]
            else:  # nothing was handed in, which is no 0
                cells += [None, *name, None, None, None]
            cells.append(assignment.max_score)
            writer.writerow([harmless(cell) for cell in cells])
        if unready:
            left.append(f"{assignment.name}: no score, {BY_HAND}: {', '.join(unready)}")
    return file.getvalue(), left, there


def _by_name(student: Any) -> tuple[str, str, str]:
    return student.last_name or "", student.first_name or "", student.id
