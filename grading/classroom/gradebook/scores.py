"""What the gradebook says that each student has in an assignment."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook

from grading.classroom.collecting.submitted import Handed, find
from grading.classroom.gradebook.opened import to_read
from grading.classroom.gradebook.standing import standings
from grading.classroom.material import course_directory
from grading.paths import Course, CourseError

__all__ = ["BY_HAND", "Scores", "read_scores"]

BY_HAND = "answers are still to be graded by hand"


@dataclass(frozen=True)
class Scores:
    """The scores in one assignment.

    Parameters
    ----------
    maximum : points that can be had
    by_student : points, what people gave by hand included and what being late costs taken off;
        who has handed in nothing is not in it
    incomplete : of these, not in it: of whom an answer is still to be graded by hand
    ungraded : nor these, who handed in what has not all its other points yet
    """

    assignment: str
    maximum: float
    by_student: Mapping[str, float]
    incomplete: frozenset[str] = frozenset()
    ungraded: frozenset[str] = frozenset()


def read_scores(
    course: Course, names: Iterable[str], incomplete: bool = False
) -> tuple[list[Scores], frozenset[str]]:
    """The scores in the assignments `names`, and the ids of all students in the gradebook.

    Parameters
    ----------
    incomplete : take what is not graded by hand yet for 0

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    handed_in = _handed_in(course)
    with to_read(course) as gradebook:
        every = [_scores(gradebook, name, handed_in.get(name, set()), incomplete) for name in names]
        found = [scores for scores in every if scores is not None]
        students = frozenset(student.id for student in gradebook.students)
    if not found:
        raise CourseError("nothing of this has been graded yet: run `course grade` first")
    return found, students


def _handed_in(course: Course) -> dict[str, set[str]]:
    """Whose submissions lie in ``submitted/``, by assignment."""
    directory, _ = course_directory(course)
    root = Path(directory.root) / directory.submitted_directory
    found: dict[str, set[str]] = {}
    for each in find(root, course.names) if root.is_dir() else ():
        if isinstance(each, Handed):
            found.setdefault(each.assignment, set()).add(each.student)
    return found


def _scores(
    gradebook: Gradebook, name: str, handed_in: Set[str], incomplete: bool
) -> Scores | None:
    """The scores in an assignment; None where nobody has any."""
    found = standings(gradebook, name)
    graded = {student: own for student, own in found.items() if own.graded}
    if not graded:
        return None
    left = frozenset(who for who, own in graded.items() if own.waiting and not incomplete)
    scores = {student: own.score for student, own in graded.items() if student not in left}
    maximum = float(gradebook.find_assignment(name).max_score)
    ungraded = (found.keys() | handed_in) - graded.keys()
    return Scores(name, maximum, scores, left, frozenset(ungraded))
