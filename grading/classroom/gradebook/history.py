"""What was changed, by whom and when: ``course log``.

Commands are recorded when they begin.  Scores and comments that people give are recorded by
the database itself, whichever program writes them: formgrader, nbgrader, or a script.
"""

import getpass
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sql
from sqlalchemy.engine import Connection, Engine

from grading.classroom.gradebook.database import (
    OURS,
)
from grading.classroom.gradebook.opened import if_any, to_read
from grading.paths import Course

__all__ = ["LOG", "Entry", "entries", "record_command", "watch"]

LOG = sql.Table(
    "sealed_log",
    OURS,
    sql.Column("id", sql.Integer, primary_key=True, autoincrement=True),
    sql.Column("at", sql.String(32), nullable=False),
    sql.Column("who", sql.String(128), nullable=False),
    sql.Column("what", sql.Text, nullable=False),
    sql.Column("assignment", sql.String(128), nullable=False),
    sql.Column("student", sql.String(128), nullable=False),
    sql.Column("cell", sql.String(128), nullable=False),
    sql.Column("old", sql.Text),
    sql.Column("new", sql.Text),
)
# What people give by hand: table, column, and what it is called.
WATCHED = (
    ("grade", "manual_score", "score by hand"),
    ("grade", "extra_credit", "extra points by hand"),
    ("comment", "manual_comment", "comment by hand"),
)
NOW = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S UTC', 'now')",
    "postgresql": "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'",
}
# SQLite does not know who is at work.
WHO = {"sqlite": "'in the gradebook'", "postgresql": "current_user"}
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}


@dataclass(frozen=True)
class Entry:
    """One change.

    Parameters
    ----------
    at : the time in UTC
    who : the user of the system, or of the database server
    what : a command, or what was given by hand
    assignment, student, cell : of which; "" for commands
    old, new : None for none
    """

    at: str
    who: str
    what: str
    assignment: str
    student: str
    cell: str
    old: str | None
    new: str | None


def watch(engine: Engine) -> None:
    """Let the database record what people give by hand, from now on."""
    LOG.create(engine, checkfirst=True)
    kind = engine.dialect.name
    if kind not in NOW:
        return
    with engine.begin() as db:
        for table, column, what in WATCHED:
            for event in ("UPDATE", "INSERT", "DELETE"):
                _trigger(db, kind, table, column, what, event)


def record_command(course: Course, command: str) -> bool:
    """Record a command; whether there is a gradebook to record it in."""
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S UTC}"
    row = {"at": now, "who": _who(), "what": command}
    row |= {"assignment": "", "student": "", "cell": ""}
    with if_any(course) as gradebook:
        if gradebook is None:
            return False
        watch(gradebook.engine)
        with gradebook.engine.begin() as db:
            db.execute(sql.insert(LOG).values(**row))
    return True


def entries(course: Course, student: str | None, assignments: list[str]) -> Iterator[Entry]:
    """All changes, or those of one student or of some assignments, the earliest first.

    Raises
    ------
    CourseError
        When there is no gradebook, or it cannot be read.
    """
    query = sql.select(LOG).order_by(LOG.c.id)
    if student is not None:
        query = query.where(LOG.c.student == student)
    if assignments:
        query = query.where(LOG.c.assignment.in_(assignments))
    with to_read(course) as gradebook:
        OURS.create_all(gradebook.engine)
        with gradebook.engine.connect() as db:
            for row in db.execute(query):
                yield Entry(*row[1:])


def _who() -> str:
    """The user; his number where the system has no name for him, as in a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _trigger(db: Connection, kind: str, table: str, column: str, what: str, event: str) -> None:
    """Make one trigger, if it is not there."""
    name = f"sealed_{table}_{column}_{event.lower()}"
    row = "OLD" if event == "DELETE" else "NEW"
    old = "NULL" if event == "INSERT" else f"OLD.{column}"
    new = "NULL" if event == "DELETE" else f"NEW.{column}"
    insert = (
        f"INSERT INTO {LOG.name} (at, who, what, assignment, student, cell, old, new) "
        f"SELECT {NOW[kind]}, {WHO[kind]}, '{what}', a.name, s.student_id, c.name, {old}, {new} "
        f"FROM submitted_notebook n JOIN submitted_assignment s ON n.assignment_id = s.id "
        f"JOIN assignment a ON s.assignment_id = a.id JOIN base_cell c ON c.id = {row}.cell_id "
        f"WHERE n.id = {row}.notebook_id"
    )
    when = f"AFTER {event} ON {table} FOR EACH ROW WHEN ({old} {DIFFERS[kind]} {new})"
    if kind == "sqlite":
        db.execute(sql.text(f"CREATE TRIGGER IF NOT EXISTS {name} {when} BEGIN {insert}; END"))
        return
    made = "SELECT 1 FROM pg_trigger WHERE tgname = :name AND tgrelid = to_regclass(:table)"
    if db.execute(sql.text(made), {"name": name, "table": table}).scalar():
        return
    body = f"BEGIN {insert}; RETURN NULL; END"
    db.execute(
        sql.text(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $body$ {body} $body$ "
            f"LANGUAGE plpgsql"
        )
    )
    db.execute(sql.text(f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()"))
