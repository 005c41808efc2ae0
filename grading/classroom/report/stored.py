"""What the gradebook has of each submission of an assignment, in three queries."""

import json
from collections import Counter
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from grading.classroom.gradebook.database import (
    ASSIGNMENT,
    CELL,
    GRADE,
    GRADED,
    NOTEBOOK,
    SUBMISSION,
    SUBMITTED,
)
from grading.classroom.gradebook.standing import OLD, WAITS, counted

__all__ = ["grades", "handed_in", "verdicts"]


def handed_in(db: Connection, name: str) -> dict[str, datetime | None]:
    """The time of each submission, by student."""
    query = (
        sql.select(SUBMISSION.c.student_id, SUBMISSION.c.timestamp)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .where(ASSIGNMENT.c.name == name)
        .order_by(SUBMISSION.c.student_id)
    )
    return {row[0]: row[1] for row in db.execute(query)}


def grades(
    db: Connection, name: str
) -> tuple[dict[str, dict[str, tuple[float, float | None]]], Counter[str]]:
    """What counts, and what the grader gave, by student and grade_id; without what is open.

    And how many answers wait for a person, by grade_id.
    """
    query = (
        sql.select(
            SUBMISSION.c.student_id, CELL.c.name,
            GRADE.c.auto_score, GRADE.c.manual_score, GRADE.c.extra_credit,
            WAITS.label("waiting"), OLD.label("old"),
        )
        .join(CELL, CELL.c.id == GRADE.c.cell_id)
        .join(SUBMITTED, SUBMITTED.c.id == GRADE.c.notebook_id)
        .join(NOTEBOOK, NOTEBOOK.c.id == SUBMITTED.c.notebook_id)
        .join(SUBMISSION, SUBMISSION.c.id == SUBMITTED.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .where((ASSIGNMENT.c.name == name) & (NOTEBOOK.c.name == name))
    )  # fmt: skip
    found: dict[str, dict[str, tuple[float, float | None]]] = {}
    waiting = Counter[str]()
    for row in db.execute(query):
        if row.waiting:
            waiting[row.name] += 1
        elif (score := counted(row)) is not None:
            own = score, row.auto_score
            found.setdefault(row.student_id, {})[row.name] = own
    return found, waiting


def verdicts(db: Connection, name: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The sealed grader's verdicts, by student and grade_id."""
    query = sql.select(GRADED.c.student, GRADED.c.exercises).where(GRADED.c.assignment == name)
    return {
        student: {exercise["grade_id"]: exercise for exercise in json.loads(text)}
        for student, text in db.execute(query)
    }
