"""What the gradebook says that each student has in an assignment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sql
from nbgrader.api import Gradebook

from grading.classroom.collecting.submitted import Handed, find, read
from grading.classroom.gradebook.database import GRADED
from grading.classroom.gradebook.opened import to_read
from grading.classroom.gradebook.standing import standings
from grading.classroom.material import course_directory
from grading.paths import Course, CourseError

__all__ = ["BY_HAND", "OUTDATED", "Scores", "outdated", "read_scores"]

BY_HAND = "answers are still to be graded by hand"
OUTDATED = "handed in something else since it was graded: run `course grade` first"


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
    outdated : who has handed in something else since it was graded
    """

    assignment: str
    maximum: float
    by_student: Mapping[str, float]
    incomplete: frozenset[str] = frozenset()
    ungraded: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()


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
        every = [_scores(gradebook, name, handed_in.get(name, {}), incomplete) for name in names]
        found = [scores for scores in every if scores is not None]
        students = frozenset(student.id for student in gradebook.students)
    if not found:
        raise CourseError("nothing of this has been graded yet: run `course grade` first")
    return found, students


def outdated(course: Course, gradebook: Gradebook, names: Iterable[str]) -> dict[str, list[str]]:
    """Who has handed in something else than what was graded, by assignment, sorted."""
    handed_in = _handed_in(course)
    return {name: sorted(_others(gradebook, name, handed_in.get(name, {}))) for name in names}


def _handed_in(course: Course) -> dict[str, dict[str, Handed]]:
    """What lies in ``submitted/``, by assignment and student."""
    directory, _ = course_directory(course)
    root = Path(directory.root) / directory.submitted_directory
    found: dict[str, dict[str, Handed]] = {}
    for each in find(root, course.names) if root.is_dir() else ():
        if isinstance(each, Handed):
            found.setdefault(each.assignment, {})[each.student] = each
    return found


def _scores(
    gradebook: Gradebook, name: str, handed_in: Mapping[str, Handed], incomplete: bool
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
    others = _others(gradebook, name, handed_in)
    return Scores(name, maximum, scores, left, frozenset(ungraded), others & scores.keys())


def _others(gradebook: Gradebook, name: str, handed_in: Mapping[str, Handed]) -> frozenset[str]:
    """Who has handed in something else than what was graded."""
    query = sql.select(GRADED.c.student, GRADED.c.digest).where(GRADED.c.assignment == name)
    with gradebook.engine.connect() as db:
        known = sql.inspect(db).has_table(GRADED.name)
        before = {row.student: row.digest for row in db.execute(query)} if known else {}
    there = ((who, before[who]) for who in handed_in.keys() & before.keys())
    return frozenset(who for who, was in there if not was.startswith(read(handed_in[who]).digest))
