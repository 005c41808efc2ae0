"""What an instructor decided about pairs: ``similar/judgements.csv``, one row for each decision."""

from __future__ import annotations

import csv
import getpass
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from grading.classroom.collecting.submitted import read_file
from grading.classroom.lock import alone
from grading.paths import Course, CourseError, write_atomically
from grading.text import harmless, plain, shown, unguarded

__all__ = ["JUDGEMENTS", "Judgement", "judge", "judgements"]

JUDGEMENTS = ("copied", "independent", "unclear")
COLUMNS = ("when", "who", "assignment", "student1", "student2", "judgement", "note")
MOST = 16 << 20  # bytes of the file
MOST_NOTE = 2000  # characters

Pairs = dict[tuple[str, str, str], "Judgement"]  # by assignment and the two students, sorted


@dataclass(frozen=True)
class Judgement:
    """A decision.

    Parameters
    ----------
    when : date and time, UTC
    who : the name of the account that decided
    judgement : one of `JUDGEMENTS`
    """

    when: str
    who: str
    assignment: str
    student1: str
    student2: str
    judgement: str
    note: str = ""


def judgements(course: Course) -> Pairs:
    """The last judgement of each pair.

    Raises
    ------
    CourseError
        When the file is not as `judge` writes it.
    """
    last: Pairs = {}
    for each in _read(course):
        first, second = sorted((each.student1, each.student2))
        last[each.assignment, first, second] = each
    return last


def judge(course: Course, name: str, pair: tuple[str, str], judgement: str, note: str) -> Path:
    """Add a judgement; earlier ones of the pair stay in the file.

    Raises
    ------
    CourseError
        When `judgement` is none of `JUDGEMENTS`, the file cannot be read, or another command is at
        work.
    """
    if judgement not in JUDGEMENTS:
        raise CourseError(f"--as {shown(judgement)}: no such judgement: {', '.join(JUDGEMENTS)}")
    with alone(course):  # or of two judgements at once one would be lost
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        first, second = sorted(pair)
        text = plain(note, MOST_NOTE)
        rows = [*_read(course), Judgement(now, _who(), name, first, second, judgement, text)]
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([harmless(getattr(row, column)) for column in COLUMNS] for row in rows)
        path = _path(course)
        write_atomically(path, file.getvalue())
        return path


def _path(course: Course) -> Path:
    return course.root / "similar" / "judgements.csv"


def _read(course: Course) -> list[Judgement]:
    path = _path(course)
    data, where = read_file(path, MOST), course.show(path)
    if data is None:
        return []
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CourseError(f"{where}: not a CSV file ({error}): correct it") from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise CourseError(f"{where}: its columns are not {', '.join(COLUMNS)}: correct it")
    for number, row in enumerate(rows[1:], start=2):
        if row and (len(row) != len(COLUMNS) or row[5] not in JUDGEMENTS):
            raise CourseError(f"{where}: row {number} is not a judgement: correct it")
    return [Judgement(*map(unguarded, row)) for row in rows[1:] if row]


def _who() -> str:
    try:
        return shown(getpass.getuser())
    except (KeyError, OSError):  # an account without a name, as in a container
        return ""
