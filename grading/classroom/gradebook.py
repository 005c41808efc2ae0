"""The one writer: each submission goes into nbgrader's gradebook in one transaction.

The rows are those that ``nbgrader autograde`` would write; what people gave by hand stays.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sql
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.engine import Connection
from traitlets.config import Config

from grading.classroom.database import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    GRADED,
    NOTEBOOK,
    OURS,
    RUN,
    STUDENT,
    SUBMISSION,
    SUBMITTED,
    by_cell,
    cell_rows,
    gradebook_errors,
    open_gradebook,
    put,
)
from grading.classroom.material import Material, material
from grading.classroom.times import utc_time
from grading.paths import Course

__all__ = ["GradebookWriter", "Record"]


@dataclass(frozen=True)
class Record:
    """What the gradebook is told of a submission.

    Parameters
    ----------
    digest : of all that was graded
    answer : as `work.grade` gives it
    timestamp : the text of ``timestamp.txt``, "" without one
    """

    assignment: str
    student: str
    digest: str
    answer: dict[str, Any]
    timestamp: str = ""


@dataclass(frozen=True)
class _Cells:
    """The ids of an assignment's rows."""

    assignment: str
    notebook: str
    grades: dict[str, str]
    comments: dict[str, str]
    duedate: datetime | None


class GradebookWriter:
    """Writes to the gradebook at `url`, which is made if there is none yet.

    Raises
    ------
    CourseError
        When the gradebook cannot be reached.
    """

    def __init__(self, course: Course, url: str, course_id: str, config: Config) -> None:
        self.course, self.config = course, config
        self.gradebook = open_gradebook(url, course_id)
        self.engine = self.gradebook.engine
        with gradebook_errors():
            OURS.create_all(self.engine)
        self.late = AssignLatePenalties(config=config)
        self.late.init_plugin()
        self.cells: dict[str, _Cells] = {}

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

    def end(self) -> None:
        """The run has come to its end."""
        with gradebook_errors(), self.engine.begin() as db:
            db.execute(sql.delete(RUN))

    def graded(self) -> dict[tuple[str, str], tuple[str, str, list[str]]]:
        """Digest, isolation and notes of what is recorded, by assignment and student."""
        own = (GRADED.c.digest, GRADED.c.isolation, GRADED.c.notes)
        query = (
            sql.select(GRADED.c.assignment, GRADED.c.student, *own)
            .join(ASSIGNMENT, ASSIGNMENT.c.name == GRADED.c.assignment)
            .join(
                SUBMISSION,
                (SUBMISSION.c.assignment_id == ASSIGNMENT.c.id)
                & (SUBMISSION.c.student_id == GRADED.c.student),
            )
        )
        with gradebook_errors(), self.engine.connect() as db:
            return {(row[0], row[1]): (*row[2:4], json.loads(row[4])) for row in db.execute(query)}

    def terms(self, name: str) -> str:
        """What besides a submission decides on its grade: the due date, and what being late costs.

        `prepare` comes first.
        """
        plugin = self.late.plugin_inst
        settings = [str(self.config.get(section)) for section in plugin.section_names()]
        return f"{self.cells[name].duedate} {type(plugin).__qualname__} {settings}"

    def prepare(self, name: str) -> Material:
        """The assignment's material, with its cells in the gradebook, up to date."""
        with gradebook_errors():
            self.gradebook.update_or_create_assignment(name)
            self.gradebook.db.remove()
            own = material(self.course, name, self.config, save=True)
            with self.engine.connect() as db:
                self.cells[name] = self._find_cells(db, name)
        return own

    def record(self, record: Record) -> None:
        """Write a submission's grades, all of them or none."""
        with gradebook_errors():
            try:
                with self.engine.begin() as db:
                    self._write(db, record)
            except sql.exc.IntegrityError:  # somebody else wrote the same rows just now
                with self.engine.begin() as db:
                    self._write(db, record)

    def _find_cells(self, db: Connection, name: str) -> _Cells:
        query = sql.select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate, NOTEBOOK.c.id)
        query = query.join(NOTEBOOK, NOTEBOOK.c.assignment_id == ASSIGNMENT.c.id)
        query = query.where((ASSIGNMENT.c.name == name) & (NOTEBOOK.c.name == name))
        assignment, duedate, notebook = db.execute(query).one()
        cells = sql.select(CELL.c.type, CELL.c.name, CELL.c.id).where(
            CELL.c.notebook_id == notebook
        )
        found: dict[str, dict[str, str]] = {"GradeCell": {}, "SolutionCell": {}}
        for kind, grade_id, cell in db.execute(cells):
            found.setdefault(kind, {})[grade_id] = cell
        return _Cells(assignment, notebook, found["GradeCell"], found["SolutionCell"], duedate)

    def _write(self, db: Connection, record: Record) -> None:
        cells = self.cells[record.assignment]
        put(db, STUDENT, {"id": record.student}, {})
        stamp, _ = utc_time(record.timestamp)
        timestamp = {"timestamp": stamp} if stamp else {}
        about = {"assignment_id": cells.assignment, "student_id": record.student}
        submission = put(db, SUBMISSION, about, timestamp)
        about = {"notebook_id": cells.notebook, "assignment_id": submission["id"]}
        notebook = put(db, SUBMITTED, about, {})["id"]
        total = self._grades(db, record, notebook, cells)
        self._comments(db, record, notebook, cells)
        late = _late(submission, cells.duedate)
        penalty = self._penalty(record.student, total, late) if late > 0 else None
        put(db, SUBMITTED, about, {"late_submission_penalty": penalty})
        report = record.answer["report"]
        key = {"assignment": record.assignment, "student": record.student}
        new = {
            "digest": record.digest,
            "isolation": report["isolation"],
            "seed": report["seed"],
            "exercises": json.dumps(report["exercises"]),
            "notes": json.dumps(record.answer["notes"]),
        }
        put(db, GRADED, key, new)

    def _grades(self, db: Connection, record: Record, notebook: str, cells: _Cells) -> float:
        """Write the scores and leave alone what people gave; the sum of both."""
        scores = {e["grade_id"]: e["score"] for e in record.answer["report"]["exercises"]}
        old = by_cell(db, GRADE, notebook)
        wanted, total = {}, 0.0
        for grade_id, cell in cells.grades.items():
            score, before = float(scores[grade_id]), old.get(cell, {})
            manual = before.get("manual_score")
            total += score if manual is None else manual
            total += before.get("extra_credit") or 0
            wanted[cell] = {"auto_score": score, "needs_manual_grade": manual is not None}
        cell_rows(db, GRADE, notebook, old, wanted)
        return total

    def _comments(self, db: Connection, record: Record, notebook: str, cells: _Cells) -> None:
        blank = record.answer["unanswered"]
        wanted = {
            cell: {"auto_comment": "No response." if grade_id in blank else None}
            for grade_id, cell in cells.comments.items()
        }
        cell_rows(db, COMMENT, notebook, by_cell(db, COMMENT, notebook), wanted)

    def _penalty(self, student: str, score: float, late: float) -> float | None:
        """What nbgrader's plugin takes off for being late."""
        penalty = self.late.plugin_inst.late_submission_penalty(student, score, late)
        if penalty is None:
            return None
        return min(max(penalty, 0), score)


def _late(submission: dict[str, Any], duedate: datetime | None) -> float:
    """Seconds after the due date, extension included."""
    stamp = submission.get("timestamp")
    if stamp is None or duedate is None:
        return 0.0
    return (stamp - duedate - (submission.get("extension") or timedelta())).total_seconds()
