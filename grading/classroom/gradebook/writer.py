"""The gradebook of a batch: each submission goes into it in one transaction, facts and grades.

The rows are those that ``nbgrader autograde`` would write; what people gave by hand stays.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Connection
from traitlets.config import Config

from grading.classroom.collecting.times import utc_time
from grading.classroom.gradebook.database import (
    ASSIGNMENT,
    GRADE,
    GRADED,
    NOTEBOOK,
    RUN,
    STUDENT,
    SUBMISSION,
    SUBMITTED,
    add_own_tables,
    gradebook_errors,
    open_gradebook,
    put,
)
from grading.classroom.gradebook.history import watch
from grading.classroom.gradebook.ledger import Ledger
from grading.classroom.gradebook.standing import WAITS
from grading.classroom.material import Material, material
from grading.classroom.policies.policies import Policies
from grading.classroom.versions import Version, Versions
from grading.classroom.work import Graded
from grading.paths import Course
from grading.sealed.examiner.report import Report, Verdict

__all__ = ["GradebookWriter", "Known", "Record"]


@dataclass(frozen=True)
class Record:
    """What the gradebook is told of a submission.

    Parameters
    ----------
    digest : of all that was executed
    timestamp : the text of ``timestamp.txt``, "" without one
    """

    assignment: str
    student: str
    digest: str
    answer: Graded
    timestamp: str = ""


Values = Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """What is recorded of a submission.

    Parameters
    ----------
    timestamp : the text of ``timestamp.txt``; None in what an earlier version recorded
    """

    digest: str
    isolation: str
    notes: list[str]
    timestamp: str | None
    verdicts: list[Verdict]


class GradebookWriter:
    """Writes to the gradebook at `url`, which is made if there is none yet.

    Raises
    ------
    CourseError
        When the gradebook cannot be reached, or a table of policies cannot be read.
    """

    def __init__(self, course: Course, url: str, course_id: str, config: Config) -> None:
        self.course, self.config = course, config
        self.ledger = Ledger(course, config, Policies.read(course))
        self.gradebook = open_gradebook(url, course_id)
        self.engine = self.gradebook.engine
        add_own_tables(self.engine)
        with gradebook_errors():
            watch(self.engine)

    def close(self) -> None:
        """Let go of the gradebook."""
        self.gradebook.close()

    def begin(self, seed: int | None, fresh: int) -> int:
        """The seed of this run: the one given, or the one of a run that was interrupted."""
        with gradebook_errors(), self.engine.begin() as db:
            left = db.execute(sql.select(RUN.c.seed)).scalar()
            seed = seed if seed is not None else left if left is not None else fresh
            db.execute(sql.delete(RUN))
            db.execute(sql.insert(RUN).values(seed=seed))
        return seed

    def end(self) -> list[str]:
        """The run has come to its end: all grades are settled, those of earlier runs as well.

        Returns
        -------
        list of str
            Students with a deadline of their own of whom nothing else is known.
        """
        with gradebook_errors(), self.engine.begin() as db:
            self.ledger.settle(db)
            db.execute(sql.delete(RUN))
            return self.ledger.strangers(db)

    def waiting(self, names: Iterable[str]) -> int:
        """How many answers of assignments a person is still to grade."""
        query = (
            sql.select(sql.func.count())
            .select_from(GRADE)
            .join(SUBMITTED, SUBMITTED.c.id == GRADE.c.notebook_id)
            .join(NOTEBOOK, NOTEBOOK.c.id == SUBMITTED.c.notebook_id)
            .join(ASSIGNMENT, ASSIGNMENT.c.id == NOTEBOOK.c.assignment_id)
            .where(ASSIGNMENT.c.name.in_(names), WAITS)
        )
        with gradebook_errors(), self.engine.connect() as db:
            return db.execute(query).scalar() or 0

    def graded(self) -> dict[tuple[str, str], Known]:
        """What is recorded, by assignment and student."""
        names = ["assignment", "student", "digest", "isolation", "notes", "handed", "exercises"]
        query = (
            sql.select(*(GRADED.c[name] for name in names))
            .join(ASSIGNMENT, ASSIGNMENT.c.name == GRADED.c.assignment)
            .join(
                SUBMISSION,
                (SUBMISSION.c.assignment_id == ASSIGNMENT.c.id)
                & (SUBMISSION.c.student_id == GRADED.c.student),
            )
        )
        with gradebook_errors(), self.engine.connect() as db:
            return {
                (assignment, student): Known(
                    digest,
                    isolation,
                    json.loads(notes),
                    handed,
                    list(map(Verdict.of, json.loads(exercises))),
                )
                for assignment, student, digest, isolation, notes, handed, exercises in db.execute(
                    query
                )
            }

    def prepare(self, versions: Iterable[Versions]) -> dict[Version, Material]:
        """The material of all versions of assignments, with their cells in the gradebook."""
        found: dict[Version, Material] = {}
        with gradebook_errors():
            for some in versions:
                self.gradebook.update_or_create_assignment(some.present.name)
                self.gradebook.db.remove()
                # The present one comes last, and says what the cells are that several have.
                found |= {each: material(each, self.config, save=True) for each in some.all}
            with self.engine.begin() as db:
                self.ledger.open(db)
        return found

    def record(self, record: Record) -> None:
        """Write a submission's facts and grades, all of them or none."""
        with gradebook_errors():
            try:
                with self.engine.begin() as db:
                    self._write(db, record)
            except sql.exc.IntegrityError:  # somebody else wrote the same rows just now
                with self.engine.begin() as db:
                    self._write(db, record)

    def restamp(self, assignment: str, student: str, timestamp: str, notes: list[str]) -> None:
        """Write that a submission, the same to the byte, was handed in at another time."""
        key = {"assignment": assignment, "student": student}
        with gradebook_errors(), self.engine.begin() as db:
            self._submission(db, key, timestamp, _facts(db, key))
            put(db, GRADED, key, {"handed": timestamp, "notes": json.dumps(notes)})
            self.ledger.settle_one(db, assignment, student)

    def reword(self, assignment: str, student: str, verdicts: list[Verdict]) -> None:
        """Write the verdicts of a submission in other words."""
        key = {"assignment": assignment, "student": student}
        with gradebook_errors(), self.engine.begin() as db:
            put(db, GRADED, key, {"exercises": _written(verdicts)})

    def _write(self, db: Connection, record: Record) -> None:
        there = self.ledger.assignments[record.assignment]
        key = {"assignment": record.assignment, "student": record.student}
        before = _facts(db, key)
        put(db, STUDENT, {"id": record.student}, {})
        own = self._submission(db, key, record.timestamp, before)
        notebook = put(db, SUBMITTED, {"notebook_id": there.notebook, "assignment_id": own}, {})
        report = record.answer.report
        read = _read_already(before, report)
        again = [cell for grade_id, cell in there.grades.items() if grade_id not in read]
        by_hand = GRADE.c.manual_score.is_not(None) & GRADE.c.cell_id.in_(again)
        by_hand &= GRADE.c.notebook_id == notebook["id"]
        db.execute(sql.update(GRADE).where(by_hand).values(needs_manual_grade=True))
        facts = {
            "digest": record.digest,
            "isolation": report.isolation,
            "seed": report.seed,
            "exercises": _written(report.exercises),
            "notes": json.dumps(report.notes),
            "unanswered": json.dumps(record.answer.unanswered),
            "handed": record.timestamp,
            "by_hand": json.dumps([asdict(answer) for answer in report.by_hand]),
        }
        put(db, GRADED, key, facts)
        self.ledger.settle_one(db, record.assignment, record.student)

    def _submission(self, db: Connection, key: Values, timestamp: str, before: Values) -> str:
        """The id of nbgrader's row, made if there is none, with the time of the submission.

        A time that somebody else has put there stays when nobody handed in another.
        """
        there = self.ledger.assignments[key["assignment"]]
        about = {"assignment_id": there.id, "student_id": key["student"]}
        if stamp := _time(timestamp):
            return put(db, SUBMISSION, about, {"timestamp": stamp})["id"]
        row, handed = put(db, SUBMISSION, about, {}), _time(before.get("handed"))
        if handed and row.get("timestamp") == handed:
            put(db, SUBMISSION, about, {"timestamp": None})
        return row["id"]


def _facts(db: Connection, key: Values) -> Values:
    """What is recorded of a submission; nothing where there is none yet."""
    match = sql.and_(*(GRADED.c[name] == value for name, value in key.items()))
    found = db.execute(sql.select(GRADED.c.handed, GRADED.c.by_hand).where(match)).one_or_none()
    return {} if found is None else dict(found._mapping)


def _read_already(before: Values, report: Report) -> set[str]:
    """The grade_ids of the answers for a person that have the text, and are of the points, that
    they were before.
    """
    own = json.loads(before.get("by_hand") or "[]")
    known = {(each["grade_id"], each["digest"], each["points"]) for each in own}
    return {o.grade_id for o in report.by_hand if (o.grade_id, o.digest, o.points) in known}


def _written(verdicts: Iterable[Verdict]) -> str:
    return json.dumps([verdict.facts() for verdict in verdicts])


def _time(timestamp: str | None) -> datetime | None:
    return utc_time(timestamp or "")[0]
