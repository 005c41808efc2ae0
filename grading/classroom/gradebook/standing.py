"""What the gradebook says of each submitted notebook, read for a whole assignment at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from nbgrader import api

from grading.classroom.gradebook.database import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    NOTEBOOK,
    POINTS,
    SUBMISSION,
    SUBMITTED,
    maxima,
)

__all__ = ["WAITS", "Standing", "standings", "waits"]


# An answer of which a person is to give the score, or to give it anew because the answer changed.
WAITS = GRADE.c.auto_score.is_(None) & GRADE.c.needs_manual_grade


@dataclass(frozen=True)
class Standing:
    """A student's scores and comments for an assignment, as people and the grader gave them.

    Parameters
    ----------
    scores : points and the most points of each exercise of the student's version, by grade_id
    comments : texts by grade_id; None where there is none
    penalty : points that being late costs
    handed_in : when, in UTC; None when nobody knows
    waiting : grade_ids of the answers that a person has not graded yet, or not since they changed;
        what they have counts nothing
    """

    scores: dict[str, tuple[float, float]] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    penalty: float = 0.0
    handed_in: datetime | None = None
    waiting: list[str] = field(default_factory=list)

    @property
    def raw(self) -> float:
        """All points, before the penalty."""
        counts = (own for grade_id, own in self.scores.items() if grade_id not in self.waiting)
        return sum((score for score, _ in counts), 0.0)

    @property
    def score(self) -> float:
        """All points, less the penalty, and never less than none."""
        return max(0.0, self.raw - self.penalty)

    @property
    def most(self) -> float:
        """The most points that there are."""
        return sum(most for _, most in self.scores.values())

    def write_into(self, notebook: Mapping[str, Any]) -> None:
        """Put scores and comments into a notebook's cells, where nbgrader's `GetGrades` does."""
        for cell in notebook["cells"]:
            own = cell["metadata"].get("nbgrader", {})
            grade_id = own.get("grade_id")
            if own.get("solution") or own.get("task"):
                own["comment"] = self.comments.get(grade_id)
            if grade_id in self.scores:
                own["score"], own["points"] = self.scores[grade_id]
                own["waiting"] = grade_id in self.waiting


def standings(gradebook: api.Gradebook, assignment: str) -> dict[str, Standing]:
    """The standing of each student who handed in, by student."""
    whose = SUBMISSION.join(ASSIGNMENT, SUBMISSION.c.assignment_id == ASSIGNMENT.c.id)
    whose = whose.join(SUBMITTED, SUBMITTED.c.assignment_id == SUBMISSION.c.id)
    whose = whose.join(NOTEBOOK, SUBMITTED.c.notebook_id == NOTEBOOK.c.id)
    about = (ASSIGNMENT.c.name == assignment) & (NOTEBOOK.c.name == assignment)
    student = SUBMISSION.c.student_id
    own = sql.select(student, SUBMITTED.c.late_submission_penalty, SUBMISSION.c.timestamp)
    found: dict[str, Standing] = {}
    with gradebook.engine.connect() as db:
        own_maxima = maxima(db, assignment)
        for who, penalty, handed_in in db.execute(own.select_from(whose).where(about)):
            found[who] = Standing(penalty=penalty or 0.0, handed_in=handed_in)
        for table in (GRADE, COMMENT):
            cells = whose.join(table, table.c.notebook_id == SUBMITTED.c.id)
            cells = cells.join(CELL, table.c.cell_id == CELL.c.id)
            cells = cells.outerjoin(POINTS, POINTS.c.id == CELL.c.id)
            query = sql.select(student, CELL.c.name, POINTS.c.max_score, table).select_from(cells)
            for row in db.execute(query.where(about)):
                if table is GRADE:
                    most = own_maxima.get(row.student_id, {}).get(row.name, row.max_score)
                    found[row.student_id].scores[row.name] = _score(row), most
                    if waits(row):
                        found[row.student_id].waiting.append(row.name)
                else:
                    found[row.student_id].comments[row.name] = _comment(row)
    return found


def waits(grade: Any) -> bool:
    """The same of a row of nbgrader's `Grade`."""
    return grade.auto_score is None and bool(grade.needs_manual_grade)


def _score(row: Any) -> float:
    """What `nbgrader.api.Grade.score` is."""
    given = row.auto_score if row.manual_score is None else row.manual_score
    return 0.0 if given is None else given + (row.extra_credit or 0.0)


def _comment(row: Any) -> str | None:
    """What `nbgrader.api.Comment.comment` is."""
    return row.auto_comment if row.manual_comment is None else row.manual_comment
