"""nbgrader's gradebook as a database: opened, its errors in one line, its tables and ours.

Beside nbgrader's own tables there are three of ours.  ``sealed_submission`` keeps the facts: what
was handed in and what its execution found, written in the same transaction as the grades, so that a
run that was killed goes on where it was.  ``sealed_due`` keeps the due dates and extensions that
nbgrader had before `deadlines.csv` said others.  ``sealed_run`` keeps the seed of a run that has
not ended, for the run that goes on.
"""

import json
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from nbgrader import api
from sqlalchemy.engine import Connection

from grading.paths import CourseError

__all__ = [
    "ASSIGNMENT", "CELL", "COMMENT", "DUE", "GRADE", "GRADED", "NOTEBOOK", "OURS", "POINTS", "RUN",
    "STUDENT", "SUBMISSION", "SUBMITTED", "add_own_tables", "forget", "gradebook_errors",
    "is_there", "maxima", "open_gradebook", "points", "put", "scripts_on_path", "update_all",
]  # fmt: skip

HINTS = {
    "locked": "is another program writing to it?",
    "full": "free some space",
    "readonly": "make it writable",
}
OURS = sql.MetaData()
GRADED = sql.Table(
    "sealed_submission",
    OURS,
    sql.Column("assignment", sql.String(128), primary_key=True),
    sql.Column("student", sql.String(128), primary_key=True),
    sql.Column("digest", sql.String(64), nullable=False),
    sql.Column("isolation", sql.String(32), nullable=False),
    sql.Column("seed", sql.BigInteger, nullable=False),
    sql.Column("exercises", sql.Text, nullable=False),
    sql.Column("notes", sql.Text, nullable=False),
    # Added later: NULL in what an earlier version graded.
    sql.Column("unanswered", sql.Text),
    sql.Column("handed", sql.Text),
    sql.Column("by_hand", sql.Text),
    # The points that there are for each exercise, where they are not the gradebook's own.
    sql.Column("maxima", sql.Text),
)
DUE = sql.Table(
    "sealed_due",
    OURS,
    sql.Column("assignment", sql.String(128), primary_key=True),
    sql.Column("student", sql.String(128), primary_key=True),  # "" for the assignment's due date
    sql.Column("duedate", sql.DateTime),
    sql.Column("extension", sql.Interval),
)
RUN = sql.Table("sealed_run", OURS, sql.Column("seed", sql.BigInteger, primary_key=True))

STUDENT, ASSIGNMENT, NOTEBOOK, CELL, POINTS, SUBMISSION, SUBMITTED, GRADE, COMMENT = (
    model.__table__
    for model in (
        *(api.Student, api.Assignment, api.Notebook, api.BaseCell, api.GradeCell),
        *(api.SubmittedAssignment, api.SubmittedNotebook, api.Grade, api.Comment),
    )
)


def open_gradebook(url: str, course_id: str) -> api.Gradebook:
    """nbgrader's gradebook, made where there is none.

    Raises
    ------
    CourseError
        When it cannot be opened.
    """
    warnings.filterwarnings("ignore", category=sql.exc.SAWarning, module="nbgrader")
    with gradebook_errors(), scripts_on_path():
        return api.Gradebook(url, course_id)


def forget(url: str, assignment: str, student: str) -> None:
    """Drop the facts of a submission that nbgrader grades itself; its rows are what holds now."""
    engine = sql.create_engine(url)
    match = (GRADED.c.assignment == assignment) & (GRADED.c.student == student)
    try:
        if sql.inspect(engine).has_table(GRADED.name):
            with engine.begin() as db:
                db.execute(sql.delete(GRADED).where(match))
    finally:
        engine.dispose()


def is_there(url: str) -> bool:
    """Whether there is a gradebook, as far as that can be known without asking a server."""
    address = sql.make_url(url)
    return not address.drivername.startswith("sqlite") or Path(address.database or "").is_file()


def add_own_tables(engine: sql.Engine) -> None:
    """Make our tables, and the columns that a gradebook of an earlier version lacks."""
    with gradebook_errors(), engine.begin() as db:
        OURS.create_all(db)
        there = {column["name"] for column in sql.inspect(db).get_columns(GRADED.name)}
        for column in (c for c in GRADED.c if c.name not in there):
            kind = column.type.compile(db.dialect)
            db.execute(sql.text(f"ALTER TABLE {GRADED.name} ADD COLUMN {column.name} {kind}"))


def points(db: Connection, assignment: str) -> dict[str, float]:
    """What each exercise of any version is worth by now, by grade_id; 0 for what went."""
    query = (
        sql.select(CELL.c.name, POINTS.c.max_score)
        .join(POINTS, POINTS.c.id == CELL.c.id)
        .join(NOTEBOOK, NOTEBOOK.c.id == CELL.c.notebook_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == NOTEBOOK.c.assignment_id)
        .where((ASSIGNMENT.c.name == assignment) & (NOTEBOOK.c.name == assignment))
    )
    return {row.name: float(row.max_score) for row in db.execute(query)}


def maxima(db: Connection, assignment: str) -> dict[str, dict[str, float]]:
    """The points that there are for each exercise, of the students who have others than most."""
    there = sql.inspect(db)
    if not there.has_table(GRADED.name):
        return {}
    if GRADED.c.maxima.name not in {column["name"] for column in there.get_columns(GRADED.name)}:
        return {}
    query = sql.select(GRADED.c.student, GRADED.c.maxima)
    query = query.where(GRADED.c.assignment == assignment, GRADED.c.maxima.is_not(None))
    return {student: json.loads(text) for student, text in db.execute(query)}


@contextmanager
def gradebook_errors() -> Iterator[None]:
    """One line for whatever keeps the gradebook from being read or written."""
    try:
        yield
    except sql.exc.SQLAlchemyError as error:
        why = (str(getattr(error, "orig", None) or error).strip().splitlines() or ["?"])[0]
        hint = next((hint for word, hint in HINTS.items() if word in why), "check db_url")
        raise CourseError(f"the gradebook cannot be used ({why}): {hint}") from None
    except ModuleNotFoundError as error:
        raise CourseError(f"the gradebook's db_url needs the package {error.name}") from None


@contextmanager
def scripts_on_path() -> Iterator[None]:
    """nbgrader calls `alembic` by name: let it find the one of this Python."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def put(db: Connection, table: sql.Table, key: dict, values: dict) -> dict[str, Any]:
    """The row with this key, made if there is none, and with these values."""
    match = sql.and_(*(table.c[name] == value for name, value in key.items()))
    found = db.execute(sql.select(table).where(match)).one_or_none()
    if found is None:
        own = {"id": api.new_uuid()} if "id" in table.c and "id" not in key else {}
        db.execute(sql.insert(table), whole := {**own, **key, **values})
        return whole
    whole = dict(found._mapping)
    if any(whole[name] != value for name, value in values.items()):
        db.execute(sql.update(table).where(match).values(**values))
    return whole | values


def update_all(db: Connection, table: sql.Table, key: str, rows: list[dict[str, Any]]) -> None:
    """Change many rows at once, each found by its column `key`; the others are set.

    Parameters
    ----------
    rows : all with the same columns
    """
    if rows:
        match = table.c[key] == sql.bindparam("_key")
        change = sql.update(table).where(match)
        change = change.values({name: sql.bindparam(name) for name in rows[0] if name != key})
        db.execute(change, [{"_key" if k == key else k: v for k, v in row.items()} for row in rows])
