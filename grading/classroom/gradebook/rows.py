"""The gradebook's rows on which grades depend, read in a handful of queries, however many."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Connection

from grading.classroom.collecting.times import utc_time
from grading.classroom.gradebook.database import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    DUE,
    GRADE,
    GRADED,
    NOTEBOOK,
    POINTS,
    SUBMISSION,
    SUBMITTED,
)
from grading.classroom.policies.settle import Assigned, Grade, Submitted
from grading.classroom.versions import Versions
from grading.paths import Course

__all__ = ["AssignmentRows", "SubmissionRows", "assignment_rows", "submission_rows"]

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class AssignmentRows:
    """The rows of an assignment; ids of cells by grade_id.

    Parameters
    ----------
    duedate : that is recorded; `own.duedate` is what it was before the table said another
    kept : whether the table has said another
    points : that are recorded
    """

    id: str
    notebook: str
    own: Assigned
    duedate: datetime | None
    kept: bool
    grades: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SubmissionRows:
    """The rows of a submission.

    Parameters
    ----------
    row : extension, timestamp, late_submission_penalty and maxima as recorded
    kept : whether the table has given another extension than `own.extension`
    blank : grade_ids of untouched answers; None when nobody knows
    grades, comments : by grade_id
    gone : ids of the grades of exercises that its version does not have
    """

    id: str
    notebook: str
    own: Submitted
    row: Mapping[str, Any]
    kept: bool
    blank: frozenset[str] | None
    grades: Rows
    comments: Rows
    gone: tuple[str, ...] = ()


def assignment_rows(db: Connection, course: Course) -> dict[str, AssignmentRows]:
    """The course's assignments that are in the gradebook, by name."""
    query = (
        sql.select(
            *(ASSIGNMENT.c.name, ASSIGNMENT.c.id, ASSIGNMENT.c.duedate),
            *(NOTEBOOK.c.id.label("notebook"), DUE.c.duedate.label("own")),
            DUE.c.assignment.label("kept"),
        )
        .join(NOTEBOOK, _whole(ASSIGNMENT))
        .outerjoin(DUE, (DUE.c.assignment == ASSIGNMENT.c.name) & (DUE.c.student == ""))
        .where(ASSIGNMENT.c.name.in_(course.names))
    )
    found = {}
    for row in db.execute(query):
        duedate = row.own if row.kept is not None else row.duedate
        own = Assigned(row.name, duedate, Versions.of(course, row.name).present.points)
        about = (row.id, row.notebook, own, row.duedate, row.kept is not None)
        found[row.name] = AssignmentRows(*about)
    by_notebook = {one.notebook: one for one in found.values()}
    cells = (
        sql.select(CELL.c.notebook_id, CELL.c.name, CELL.c.id, CELL.c.type, POINTS.c.max_score)
        .outerjoin(POINTS, POINTS.c.id == CELL.c.id)
        .where(CELL.c.notebook_id.in_(by_notebook))
    )
    for notebook, name, cell, kind, points in db.execute(cells):
        there = by_notebook[notebook]
        if kind == "GradeCell":
            there.grades[name], there.points[name] = cell, points
        elif kind == "SolutionCell":
            there.comments[name] = cell
    return found


def submission_rows(
    db: Connection, assignments: Mapping[str, AssignmentRows], student: str | None
) -> list[SubmissionRows]:
    """The submissions of a student, or of all when None, sorted by student and assignment."""
    which = {"names": [*assignments], "student": student}
    found = [dict(row._mapping) for row in db.execute(_submissions(student is None), which)]
    found.sort(key=lambda row: (row["student_id"], row["name"]))
    there = [assignments[name] for name in {row["name"]: None for row in found}]
    notebooks = None if student is None else [row["notebook"] for row in found]
    grades = _cells(db, GRADE, [cell for one in there for cell in one.grades.values()], notebooks)
    comments = _cells(
        db, COMMENT, [cell for one in there for cell in one.comments.values()], notebooks
    )
    return [
        _submission(row, assignments[row["name"]], grades.get(own, {}), comments.get(own, {}))
        for row in found
        for own in [row["notebook"]]
    ]


def _submission(
    row: Mapping[str, Any], there: AssignmentRows, grades: Rows, comments: Rows
) -> SubmissionRows:
    """A submission from its row, and its cells' rows by the cells' ids."""
    found, by_hand = None, json.loads(row["by_hand"] or "[]")
    counted = set(there.grades)
    if row["exercises"] is not None:
        found = {
            each["grade_id"]: (_number(each["score"]), float(each["points"]))
            for each in json.loads(row["exercises"]) + by_hand
        }
        if row["by_hand"] is not None:  # else not all of its exercises are known
            counted &= found.keys()
    graded = {g: grades[cell] for g, cell in there.grades.items() if cell in grades}
    given = {
        grade_id: _grade(graded.get(grade_id), grade_id in there.comments)
        for grade_id in there.grades
        if grade_id in counted
    }
    stamp, _ = utc_time(row["handed"] or "")
    kept = row["kept"] is not None
    own = Submitted(
        row["name"], row["student_id"], found, stamp or row["timestamp"],
        row["own"] if kept else row["extension"], given,
        frozenset(each["grade_id"] for each in by_hand),
    )  # fmt: skip
    blank = row["unanswered"]
    return SubmissionRows(
        row["id"], row["notebook"], own, row, kept,
        None if blank is None else frozenset(json.loads(blank)), graded,
        {g: comments[cell] for g, cell in there.comments.items() if cell in comments},
        tuple(own["id"] for grade_id, own in graded.items() if grade_id not in counted),
    )  # fmt: skip


def _grade(own: Mapping[str, Any] | None, by_hand: bool) -> Grade:
    """What a cell has; a score for an answer that has changed since is nobody's any more."""
    if own is None:
        return Grade()
    old = by_hand and own["manual_score"] is not None and own["needs_manual_grade"]
    given = (None, None) if old else (own["manual_score"], own["extra_credit"])
    return Grade(own["auto_score"], *given)


def _number(score: float | None) -> float | None:
    return None if score is None else float(score)


def _cells(
    db: Connection, table: sql.Table, cells: Collection[str], notebooks: list[str] | None
) -> dict[str, dict[str, Mapping[str, Any]]]:
    """The rows of cells, of some submitted notebooks or of all, by notebook and cell."""
    which = {"cells": [*cells], "notebooks": notebooks}
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in db.execute(_of_cells(table, notebooks is None), which):
        found.setdefault(row.notebook_id, {})[row.cell_id] = dict(row._mapping)
    return found


# Kept, because to write a query down takes longer than to run it for one submission.
@cache
def _submissions(everybody: bool) -> sql.Select:
    query = (
        sql.select(
            *(SUBMISSION, ASSIGNMENT.c.name, SUBMITTED.c.id.label("notebook")),
            *(SUBMITTED.c.late_submission_penalty, GRADED.c.exercises, GRADED.c.unanswered),
            *(GRADED.c.handed, GRADED.c.by_hand, GRADED.c.maxima, DUE.c.student.label("kept")),
            DUE.c.extension.label("own"),
        )
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .join(NOTEBOOK, _whole(ASSIGNMENT))
        .join(
            SUBMITTED,
            (SUBMITTED.c.notebook_id == NOTEBOOK.c.id)
            & (SUBMITTED.c.assignment_id == SUBMISSION.c.id),
        )
        .outerjoin(GRADED, _of(GRADED))
        .outerjoin(DUE, _of(DUE))
        .where(ASSIGNMENT.c.name.in_(sql.bindparam("names", expanding=True)))
    )
    return query if everybody else query.where(SUBMISSION.c.student_id == sql.bindparam("student"))


@cache
def _of_cells(table: sql.Table, everybody: bool) -> sql.Select:
    query = sql.select(table).where(table.c.cell_id.in_(sql.bindparam("cells", expanding=True)))
    some = table.c.notebook_id.in_(sql.bindparam("notebooks", expanding=True))
    return query if everybody else query.where(some)


def _whole(assignment: sql.Table) -> sql.ColumnElement[bool]:
    """The notebook of an assignment's own name."""
    return (NOTEBOOK.c.assignment_id == assignment.c.id) & (NOTEBOOK.c.name == assignment.c.name)


def _of(table: sql.Table) -> sql.ColumnElement[bool]:
    """The row of a table of ours for a submission."""
    return (table.c.assignment == ASSIGNMENT.c.name) & (table.c.student == SUBMISSION.c.student_id)
