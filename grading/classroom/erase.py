"""A student leaves no trace: no row, no file, no line of the record, here or in the copies."""

import json
import mmap
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sql
from nbgrader.api import Gradebook

from grading.classroom.collecting.roster import FILE, NUMBERS
from grading.classroom.gradebook.copies import FOLDER as BACKUPS
from grading.classroom.gradebook.copies import keep_copy
from grading.classroom.gradebook.database import OURS
from grading.classroom.gradebook.history import LOG, watch
from grading.classroom.gradebook.opened import if_any
from grading.classroom.lms.sheets import Sheet
from grading.classroom.material import course_directory
from grading.classroom.policies import deadlines
from grading.paths import Course, write_atomically

__all__ = ["erase", "mentions", "traces"]

TABLES = (FILE, NUMBERS, deadlines.FILE, "similar/judgements.csv")
WHOSE = ("student", "student1", "student2")  # columns of these tables
# Pages about a whole class, and copies of the gradebook: nothing is cut out of them.
WHOLE = (
    "report",
    "similar/*.html",
    "similar/*.json",
    BACKUPS,
    "feedback/*.zip",
    "feedback/sent.json",
)
OTHERS = {".git", ".venv", "node_modules"}  # not of the class


def traces(course: Course, student: str) -> list[str]:
    """What there is of a student, in words; nothing is changed."""
    found = [f"{course.show(path)}/" for path in _folders(course, student)]
    found += [f"rows of {table}" for table in TABLES if _with_rows(course.root / table, student)]
    with if_any(course) as gradebook:
        if gradebook and student in {known.id for known in gradebook.students}:
            found.append("all rows of the gradebook")
    if found:
        found += [f"{course.show(path)}, for it is about all" for path in _whole(course)]
    return found


def erase(course: Course, student: str) -> None:
    """Delete all of it.  A run that was stopped is made good by another one.

    Raises
    ------
    CourseError
        When the gradebook cannot be written to.
    """
    for path in _folders(course, student):
        shutil.rmtree(path)
    for path in _whole(course):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for table in TABLES:
        if (kept := _with_rows(course.root / table, student)) is not None:
            write_atomically(course.root / table, kept)
    with if_any(course) as gradebook:
        if gradebook:
            _erase_rows(gradebook, student)
    keep_copy(course)


def mentions(course: Course, words: set[str]) -> list[str]:
    """Files of the course that still name somebody, such as tables that were exported.

    Parameters
    ----------
    words : ids and addresses, which are found in UTF-8, UTF-16 and JSON, whatever their capitals
    """
    wanted = _written(words)
    found = []
    for path in sorted(course.root.rglob("*")):
        name = course.show(path)
        link = path.is_symlink()
        if name.split("/")[0] in OTHERS or not (link or path.is_file()):
            continue
        named = wanted.search(name.encode(errors="surrogateescape"))
        if named or (not link and _inside(path, wanted)):
            found.append(name)
    return found


def _inside(path: Path, wanted: re.Pattern[bytes]) -> bool:
    if not path.stat().st_size:  # which cannot be mapped
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return wanted.search(data) is not None


def _written(words: Iterable[str]) -> re.Pattern[bytes]:
    """Finds these words in a file, but not in longer words."""
    ways = {
        re.escape(form.encode(encoding, errors="surrogateescape"))
        for word in words
        for form in (word, json.dumps(word)[1:-1])
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }
    start = rb"(?:(?<![0-9a-z])|(?<=\\[nrt]))"
    return re.compile(start + b"(?:" + b"|".join(sorted(ways)) + rb")(?![0-9a-z])", re.IGNORECASE)


def _naming(student: str) -> re.Pattern[str]:
    """Finds a student, and not others in whose ids this one is."""
    return re.compile(rf"(?<![\w@.-]){re.escape(student)}(?![\w@-])")


def _folders(course: Course, student: str) -> list[Path]:
    """The student's own folders that are there; listed, for an id may be no name of a file."""
    directory, _ = course_directory(course)
    steps = ("submitted", "autograded", "feedback")
    folders = [Path(directory.root) / getattr(directory, f"{step}_directory") for step in steps]
    folders += (course.root / "collected").glob("*")
    found = (path for folder in folders if folder.is_dir() for path in folder.iterdir())
    return sorted(p for p in found if p.name == student and p.is_dir() and not p.is_symlink())


def _whole(course: Course) -> list[Path]:
    return sorted(path for pattern in WHOLE for path in course.root.glob(pattern))


def _with_rows(path: Path, student: str) -> bytes | None:
    """A table without the student's rows; None where it has none."""
    if not path.is_file():
        return None
    sheet = Sheet.open(path)
    columns = [n for title in WHOSE if (n := sheet.column(title)) is not None]
    rows = [
        number
        for number, row in enumerate(sheet.rows)
        if not number or student not in {row[column].strip() for column in columns} - {""}
    ]
    return sheet.only(rows).to_bytes() if len(rows) < len(sheet.rows) else None


def _erase_rows(gradebook: Gradebook, student: str) -> None:
    OURS.create_all(gradebook.engine)
    watch(gradebook.engine)
    if student in {known.id for known in gradebook.students}:
        gradebook.remove_student(student)
    gradebook.db.remove()
    with gradebook.engine.begin() as db:
        for table in OURS.tables.values():
            if "student" in table.c:
                db.execute(sql.delete(table).where(table.c.student == student))
        # A command that named the student: it was recorded with its words.
        named = _naming(student)
        for row in db.execute(sql.select(LOG)).all():
            if any(isinstance(value, str) and named.search(value) for value in row):
                db.execute(sql.delete(LOG).where(LOG.c.id == row.id))
    if gradebook.engine.dialect.name == "sqlite":  # what is deleted still stands in its pages
        with gradebook.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            db.execute(sql.text("VACUUM"))
