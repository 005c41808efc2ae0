"""nbgrader's gradebook as a database: opened, its errors in one line, its tables and ours.

Beside nbgrader's own tables there are two of ours.  ``sealed_submission`` keeps what was graded,
written in the same transaction as the grades, so that a run that was killed goes on where it was.
``sealed_run`` keeps the seed of a run that has not ended, for the run that goes on.
"""

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
    "ASSIGNMENT", "CELL", "COMMENT", "GRADE", "GRADED", "NOTEBOOK", "OURS", "RUN", "STUDENT",
    "SUBMISSION", "SUBMITTED", "by_cell", "cell_rows", "gradebook_errors", "open_gradebook", "put",
    "scripts_on_path",
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
)
RUN = sql.Table("sealed_run", OURS, sql.Column("seed", sql.BigInteger, primary_key=True))

STUDENT, ASSIGNMENT, NOTEBOOK, CELL, SUBMISSION, SUBMITTED, GRADE, COMMENT = (
    model.__table__
    for model in (
        *(api.Student, api.Assignment, api.Notebook, api.BaseCell),
        *(api.SubmittedAssignment, api.SubmittedNotebook, api.Grade, api.Comment),
    )
)


def open_gradebook(url: str, course_id: str, to_read: bool = False) -> api.Gradebook:
    """nbgrader's gradebook.

    Parameters
    ----------
    to_read : do not make one where there is none

    Raises
    ------
    CourseError
        When it cannot be opened, or is not there to be read.
    """
    address = sql.make_url(url)
    if to_read and address.drivername == "sqlite" and not Path(address.database or "").is_file():
        raise CourseError("nothing has been graded yet: run `course grade` first")
    warnings.filterwarnings("ignore", category=sql.exc.SAWarning, module="nbgrader")
    with gradebook_errors(), scripts_on_path():
        return api.Gradebook(url, course_id)


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


def by_cell(db: Connection, table: sql.Table, notebook: str) -> dict[str, dict[str, Any]]:
    """The grades or comments of a submitted notebook, by their cells."""
    found = db.execute(sql.select(table).where(table.c.notebook_id == notebook))
    return {row.cell_id: dict(row._mapping) for row in found}


def cell_rows(
    db: Connection, table: sql.Table, notebook: str, old: dict[str, dict], wanted: dict[str, dict]
) -> None:
    """Make or change the rows of a notebook's cells."""
    new = []
    for cell, values in wanted.items():
        if cell not in old:
            new.append({"cell_id": cell, "notebook_id": notebook, **values})
        elif any(old[cell][name] != value for name, value in values.items()):
            change = sql.update(table).where(table.c.id == old[cell]["id"])
            db.execute(change.values(**values))
    if new:
        db.execute(sql.insert(table), new)
