"""What the gradebook says that each student has in an assignment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nbgrader.api import Gradebook

from grading.classroom.gradebook.opened import to_read
from grading.classroom.gradebook.standing import standings
from grading.paths import Course, CourseError

__all__ = ["Scores", "read_scores"]


@dataclass(frozen=True)
class Scores:
    """The scores in one assignment.

    Parameters
    ----------
    maximum : points that can be had
    by_student : points, what people gave by hand included and what being late costs taken off;
        who has handed in nothing is not in it
    ungraded : who has handed in what has not all its points yet
    """

    assignment: str
    maximum: float
    by_student: Mapping[str, float]
    ungraded: frozenset[str] = frozenset()


def read_scores(course: Course, names: Iterable[str]) -> tuple[list[Scores], frozenset[str]]:
    """The scores in the assignments `names`, and the ids of all students in the gradebook.

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    with to_read(course) as gradebook:
        found = [scores for name in names if (scores := _scores(gradebook, name))]
        students = frozenset(student.id for student in gradebook.students)
    if not found:
        raise CourseError("nothing of this has been graded yet: run `course grade` first")
    return found, students


def _scores(gradebook: Gradebook, name: str) -> Scores | None:
    """The scores in an assignment; None where nobody has any."""
    found = standings(gradebook, name)
    graded = {student: own.score for student, own in found.items() if own.graded}
    if not graded:
        return None
    maximum = float(gradebook.find_assignment(name).max_score)
    return Scores(name, maximum, graded, frozenset(found.keys() - graded.keys()))
