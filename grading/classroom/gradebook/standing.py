"""What the gradebook says of each submitted notebook, read for a whole assignment at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    SUBMISSION,
    SUBMITTED,
    maxima,
    points,
)
from grading.classroom.points import summed

__all__ = ["OLD", "WAITS", "Standing", "counted", "standings"]


def _by_hand() -> sql.ColumnElement[bool]:
    """Whether a person gives a grade's score: its cell is an answer as well."""
    own, answer = CELL.alias(), CELL.alias()
    same = (answer.c.notebook_id == own.c.notebook_id) & (answer.c.name == own.c.name)
    same &= (own.c.id == GRADE.c.cell_id) & (answer.c.type == "SolutionCell")
    return sql.exists().where(same).correlate(GRADE)


# Of such an answer, that it has changed since a person gave its score, which counts no more.
OLD = GRADE.c.manual_score.is_not(None) & GRADE.c.needs_manual_grade & _by_hand()
# And that there is no score yet, or only such an old one.
WAITS = GRADE.c.auto_score.is_(None) & GRADE.c.needs_manual_grade & _by_hand()


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
    graded : whether each other exercise has a score; formgrader leaves rows without, where it fails
    """

    scores: dict[str, tuple[float, float]] = field(default_factory=dict)
    comments: dict[str, str | None] = field(default_factory=dict)
    penalty: float = 0.0
    handed_in: datetime | None = None
    waiting: list[str] = field(default_factory=list)
    graded: bool = True

    @property
    def raw(self) -> float:
        """All points, before the penalty."""
        counts = (own for grade_id, own in self.scores.items() if grade_id not in self.waiting)
        return summed(score for score, _ in counts)

    @property
    def score(self) -> float:
        """All points, less the penalty, and never less than none."""
        return max(0.0, summed((self.raw, -self.penalty)))

    @property
    def most(self) -> float:
        """The most points that there are."""
        return summed(most for _, most in self.scores.values())

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
    scored: dict[str, set[str]] = {}
    with gradebook.engine.connect() as db:
        worth, own_worth = points(db, assignment), maxima(db, assignment)
        for who, penalty, handed_in in db.execute(own.select_from(whose).where(about)):
            found[who] = Standing(penalty=penalty or 0.0, handed_in=handed_in)
        for table in (GRADE, COMMENT):
            cells = whose.join(table, table.c.notebook_id == SUBMITTED.c.id)
            cells = cells.join(CELL, table.c.cell_id == CELL.c.id)
            query = sql.select(student, CELL.c.name, table).select_from(cells)
            if table is GRADE:
                query = query.add_columns(WAITS.label("waiting"), OLD.label("old"))
            for row in db.execute(query.where(about)):
                who, name = row.student_id, row.name
                if table is COMMENT:
                    found[who].comments[name] = _comment(row)
                    continue
                most = own_worth.get(who, {}).get(name, worth.get(name, 0.0))
                found[who].scores[name] = counted(row) or 0.0, most
                if row.waiting:
                    found[who].waiting.append(name)
                if row.waiting or row.auto_score is not None or row.manual_score is not None:
                    scored.setdefault(who, set()).add(name)
    for who, standing in found.items():
        asked = {name for name, most in own_worth.get(who, worth).items() if most}
        found[who] = replace(standing, graded=asked <= scored.get(who, set()))
    return found


def counted(row: Any) -> float | None:
    """What `nbgrader.api.Grade.score` is, None for none; of what a person gave, what is not old."""
    if row.old:
        return row.auto_score
    given = row.auto_score if row.manual_score is None else row.manual_score
    return None if given is None else summed((given, row.extra_credit or 0.0))


def _comment(row: Any) -> str | None:
    """What `nbgrader.api.Comment.comment` is."""
    return row.auto_comment if row.manual_comment is None else row.manual_comment
