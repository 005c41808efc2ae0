"""What the gradebook says that each student has in an assignment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nbgrader.api import Gradebook, MissingEntry

from grading.classroom.gradebook.database import gradebook_errors, open_gradebook
from grading.classroom.material import course_directory
from grading.paths import Course, CourseError

__all__ = ["Scores", "late_penalties", "read_scores"]


@dataclass(frozen=True)
class Scores:
    """The scores in one assignment.

    Parameters
    ----------
    maximum : points that can be had
    by_student : points, what people gave by hand included and what being late costs taken off;
        who has handed in nothing is not in it
    """

    assignment: str
    maximum: float
    by_student: Mapping[str, float]


def read_scores(course: Course, names: Iterable[str]) -> tuple[list[Scores], frozenset[str]]:
    """The scores in the assignments `names`, and the ids of all students in the gradebook.

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    directory, _ = course_directory(course)
    book = open_gradebook(directory.db_url, directory.course_id, to_read=True)
    with book as gradebook, gradebook_errors():
        found = [scores for name in names if (scores := _scores(gradebook, name))]
        students = frozenset(student.id for student in gradebook.students)
    if not found:
        raise CourseError("nothing of this has been graded yet: run `course grade` first")
    return found, students


def late_penalties(gradebook: Gradebook, name: str) -> dict[str, float]:
    """The points that being late costs in an assignment, by student."""
    submissions = gradebook.assignment_submissions(name)
    return {s.student_id: s.late_submission_penalty or 0.0 for s in submissions}


def _scores(gradebook: Gradebook, name: str) -> Scores | None:
    """The scores in an assignment; None where nobody has any."""
    try:
        maximum = float(gradebook.find_assignment(name).max_score)
        penalties = late_penalties(gradebook, name)
    except MissingEntry:
        return None
    found = {
        row["student"]: max(0.0, row["score"] - penalties.get(row["student"], 0.0))
        for row in gradebook.submission_dicts(name)
    }
    return Scores(name, maximum, found) if found else None
