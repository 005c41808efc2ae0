"""What a report needs of the gradebook, read once.

Points are nbgrader's, so that what was changed by hand counts; verdicts are the sealed grader's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from grading.classroom.gradebook.database import ASSIGNMENT, GRADED, STUDENT, maxima, points
from grading.classroom.gradebook.opened import to_read
from grading.classroom.material import course_directory
from grading.classroom.page import exercises
from grading.classroom.points import summed
from grading.classroom.policies.policies import Policies
from grading.classroom.policies.proposal import holding
from grading.classroom.report import stored
from grading.classroom.report.outcomes import BLANK, RIGHT, UNKNOWN, Outcome, outcome
from grading.classroom.report.people import Person
from grading.classroom.versions import Versions
from grading.paths import Course, CourseError

__all__ = ["Answer", "Assignment", "Class", "Exercise", "Submission", "read_class"]

NOTHING = "nothing has been graded yet: run `course grade` first"
PARTLY = Outcome(UNKNOWN, "Graded by hand, without all of the points")
NOT_KNOWN = Outcome(UNKNOWN, "Graded elsewhere: the reason is not known")


@dataclass(frozen=True)
class Exercise:
    """A graded cell: its grade_id, the heading above it, what it is worth, whether a person grades
    it, and whether it is in earlier versions only.
    """

    grade_id: str
    title: str
    points: float
    by_hand: bool = False
    former: bool = False

    @property
    def answer_id(self) -> str:
        """The grade_id of the cell that answers it."""
        return self.grade_id.removeprefix("test_")


@dataclass(frozen=True)
class Answer:
    """What an answer earned, and what came of it."""

    score: float
    outcome: Outcome


@dataclass(frozen=True)
class Submission:
    """A graded submission.

    Attributes
    ----------
    answers : one for each exercise, scored as the exercise is now; None where its version has none
    points : all that was earned, before what being late costs; points given by hand for an exercise
        that was taken out are among them
    time : in UTC, without a zone; None where it is not known
    late : whether it came after the due date, extension, late days and grace included; None where
        nobody can say
    """

    student: str
    answers: tuple[Answer | None, ...]
    points: float
    time: datetime | None = None
    late: bool | None = None


@dataclass(frozen=True)
class Assignment:
    """An assignment and what was handed in.

    Attributes
    ----------
    missing : ids of students of whom the gradebook has no submission
    ungraded : ids of those whose submission has not all its points yet
    waiting : of exercises that a person grades, by title, how many answers still wait for that; as
        long as any does, the exercise is not among `exercises`, and counts in no number
    """

    name: str
    exercises: tuple[Exercise, ...]
    submissions: tuple[Submission, ...]
    missing: tuple[str, ...] = ()
    ungraded: tuple[str, ...] = ()
    due: datetime | None = None
    waiting: Mapping[str, int] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """What can be earned."""
        return summed(exercise.points for exercise in self.exercises if not exercise.former)


@dataclass(frozen=True)
class Class:
    """A class and its assignments.

    Attributes
    ----------
    autograded : the folder of the graded notebooks
    secret : known to who has the gradebook, and stays as long as it does
    """

    people: tuple[Person, ...]
    assignments: tuple[Assignment, ...]
    autograded: Path
    secret: str


def read_class(course: Course, names: Iterable[str] | None) -> Class:
    """The class and the assignments `names`; all that have been graded when there are none.

    Raises
    ------
    CourseError
        When nothing has been graded, also of one that is named, or the gradebook cannot be read.
    """
    wanted = course.select(names)
    directory, _ = course_directory(course)
    late = {(c.student, c.assignment): c.settled.late for c in holding(course).changes}
    with to_read(course) as gradebook, gradebook.engine.connect() as db:
        columns = (STUDENT.c[n] for n in ("id", "first_name", "last_name", "email", "lms_user_id"))
        rows = db.execute(sql.select(*columns)).all()
        people = tuple(Person(*(str(value or "") for value in row)) for row in rows)
        ids = [who.id for who in people]
        secret = db.execute(sql.select(ASSIGNMENT.c.id).order_by(ASSIGNMENT.c.name)).scalar()
        known = sql.inspect(db).has_table(GRADED.name)
        found = [_assignment(course, db, name, ids, known, late) for name in wanted]
    graded = tuple(one for one in found if one.submissions)
    if names:
        for one in (one for one in found if not one.submissions):
            raise CourseError(f"{one.name}: {NOTHING}")
    if not graded:
        raise CourseError(NOTHING)
    return Class(people, graded, Path(directory.root) / directory.autograded_directory, secret)


def _assignment(
    course: Course,
    db: Connection,
    name: str,
    ids: list[str],
    known: bool,
    late: Mapping[tuple[str, str], bool | None],
) -> Assignment:
    versions = Versions.of(course, name)
    most = maxima(db, name)
    asked = _asked(versions, points(db, name), most)
    rules = Policies.read(course).rules
    changed = {exercise.grade_id for exercise in asked if rules.of(name, exercise.grade_id)}
    due = db.execute(sql.select(ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == name)).scalar()
    handed_in, (grades, open_answers) = stored.handed_in(db, name), stored.grades(db, name)
    waiting = {e.title: n for e in asked if (n := open_answers[e.grade_id])}
    asked = [exercise for exercise in asked if not open_answers[exercise.grade_id]]
    present = {exercise.grade_id: exercise.points for exercise in asked if not exercise.former}
    verdicts = stored.verdicts(db, name) if known else {}
    submissions, ungraded = [], []
    for student, time in handed_in.items():
        whole = grades.get(student, {})
        judged, there = verdicts.get(student, {}), most.get(student, present)
        own = {e: whole.get(e.grade_id) for e in asked if there.get(e.grade_id)}
        given = {exercise: grade for exercise, grade in own.items() if grade is not None}
        if len(given) < len(own) or not own:
            ungraded.append(student)
            continue
        answers = {
            e: _answer(
                *(e, grade, there[e.grade_id], judged.get(e.grade_id)),
                e.grade_id in changed or student in most,
            )
            for e, grade in given.items()
        }
        earned = summed(own[0] for name, own in whole.items() if not open_answers[name])
        about = (student, tuple(map(answers.get, asked)), earned, time)
        submissions.append(Submission(*about, late.get((student, name))))
    missing = tuple(student for student in ids if student not in handed_in)
    return Assignment(
        name, tuple(asked), tuple(submissions), missing, tuple(ungraded), due, waiting
    )


def _asked(
    versions: Versions, points: Mapping[str, float], most: Mapping[str, Mapping[str, float]]
) -> list[Exercise]:
    """The exercises that are handed out now, and those that went and somebody has.

    Parameters
    ----------
    points : that there are by now
    most : that there are for students of earlier versions
    """
    rows, present = exercises(versions.together()), versions.present.points
    found = []
    for row in rows:
        grade_id, former = row["id"], row["id"] not in present
        own = [there[grade_id] for there in most.values() if there.get(grade_id)]
        worth = max(own, default=0.0) if former else points.get(grade_id, float(row["points"]))
        if worth:  # else it was taken out of the total, or nobody has it any more
            title = f"{row['title']} (removed)" if former else row["title"]
            found.append(Exercise(grade_id, title, worth, row["written"], former))
    return found


def _answer(
    exercise: Exercise,
    grade: tuple[float, float | None],
    most: float,
    judged: dict[str, Any] | None,
    changed: bool,
) -> Answer:
    """An answer that had `grade` of `most` points, as one of what the exercise is worth now."""
    came = _given(grade, most) if exercise.by_hand else _outcome(judged, grade[1], changed)
    score = grade[0] if most == exercise.points else grade[0] * exercise.points / most
    return Answer(score, came)


def _given(grade: tuple[float, float | None], points: float) -> Outcome:
    """What came of an answer that a person graded."""
    if grade[0] >= points:
        return Outcome(RIGHT, "right")
    return Outcome(BLANK, "Not attempted") if grade == (0.0, 0.0) else PARTLY


def _outcome(
    judged: dict[str, Any] | None, auto_score: float | None, changed: bool = False
) -> Outcome:
    """What came of an answer; another score than the verdict's is that of another grading.

    Parameters
    ----------
    changed : whether a waiver, another weight or another version makes it another score
    """
    if judged is None or (judged["score"] != auto_score and not changed):
        return NOT_KNOWN
    return outcome(judged)
