"""Copies of the gradebook, one before each command that writes to it, and what to do without it.

nbgrader makes a new gradebook where it finds none, or an empty file; what people gave by hand in
the old one would be gone without a word.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sql

from grading.classroom.material import course_directory
from grading.paths import Course, CourseError

__all__ = ["keep_copy", "refuse_new"]

FOLDER = "backups"
MOST = 30  # copies that are kept, the latest
PATIENCE = 10.0  # seconds


def keep_copy(course: Course) -> Path | None:
    """Copy the gradebook to ``backups/``, if it is an SQLite file and has changed since.

    Returns
    -------
    Path or None
        The new copy; None where there is nothing new to copy.

    Raises
    ------
    CourseError
        When the gradebook is damaged, or is missing or empty although there was one.
    """
    refuse_new(course)
    path, copies = _file(course), _copies(course)
    if path is None or not _begun(path):
        return None
    try:
        return _copy(course, path, copies)
    except sqlite3.DatabaseError as error:
        last = f"copy {course.show(copies[-1])} to its place" if copies else "restore it"
        raise CourseError(f"{course.show(path)}: damaged ({error}): {last}") from None


def refuse_new(course: Course) -> None:
    """Let nothing be taken for a gradebook that has not been begun, if there was one.

    Raises
    ------
    CourseError
        When the gradebook is missing or empty, and there are copies of one.
    """
    path, copies = _file(course), _copies(course)
    if path is not None and copies and not _begun(path):
        raise CourseError(
            f"{course.show(path)}: {'empty' if path.exists() else 'not there'}, although there "
            f"was one: copy {course.show(copies[-1])} to its place, or move backups/ away to "
            f"begin a new one"
        )


def _file(course: Course) -> Path | None:
    """The gradebook's file; None on a server, which has copies of its own."""
    address = sql.make_url(course_directory(course)[0].db_url)
    sqlite = address.drivername == "sqlite" and address.database
    return Path(address.database or "") if sqlite else None


def _begun(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _copy(course: Course, path: Path, copies: list[Path]) -> Path | None:
    folder = course.root / FOLDER
    folder.mkdir(exist_ok=True)
    partial = folder / ".partial.db"
    partial.unlink(missing_ok=True)
    # Not the file itself: another program may be writing to it just now.
    with (
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(partial)) as new,
    ):
        old.backup(new, progress=_patience())
        [sound] = new.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise sqlite3.DatabaseError(sound.splitlines()[-1])
    if copies and copies[-1].read_bytes() == partial.read_bytes():
        partial.unlink()
        return None
    copy = folder / f"gradebook-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%f}Z.db"
    partial.replace(copy)
    for extra in [*copies, copy][:-MOST]:
        extra.unlink()
    return copy


def _patience() -> Callable[[int, int, int], None]:
    """Ends a copy that has to wait for another program too long."""
    until = time.monotonic() + PATIENCE

    def wait(status: int, remaining: int, total: int) -> None:
        if time.monotonic() > until:
            raise CourseError(
                "the gradebook cannot be used (it is locked): is another program writing to it?"
            )

    return wait


def _copies(course: Course) -> list[Path]:
    """The copies, the latest last."""
    return sorted((course.root / FOLDER).glob("gradebook-*.db"))
