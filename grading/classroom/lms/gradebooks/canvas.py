"""Canvas: the gradebook as Grades → Export gives it, and Grades → Import takes it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from grading.classroom.lms.gradebooks.form import GradeFile, Item, entries
from grading.classroom.lms.gradebooks.numbers import decimal_mark, number
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

__all__ = ["read"]

TITLE = re.compile(r"(?P<title>.*\S)\s+\(\d+\)", re.DOTALL)
KEPT = {"ex": "excused there", "n/a": "not assigned to them there"}
ADVICE = "download the gradebook just before: the other columns are posted as they were in it"


def read(sheet: Sheet) -> GradeFile:
    """What is where in a gradebook that Canvas exported.

    Raises
    ------
    CourseError
        When it is no such gradebook.
    """
    own, section = sheet.column("ID"), sheet.column("Section")
    named = sheet.column("Student", "LastName")
    if own is None or section is None or named is None or not named < own < section:
        raise CourseError(
            f"{sheet.name}: no gradebook of Canvas: its columns begin with Student, ID and Section"
        )
    students = [n for n in range(1, len(sheet.rows)) if sheet.rows[n][own].strip()]
    first = tuple(range(min(students, default=len(sheet.rows))))
    points = next((n for n in reversed(first[1:]) if not sheet.rows[n].blank), 0)
    if points and not any(sheet.rows[points][n].strip() for n in range(section)):
        points = 0  # a row of "Manual Posting"
    right = range(section + 1, len(sheet.titles))
    mark = decimal_mark((row[n] for row in sheet.rows[1:] for n in right), ".")
    if sheet.rows[0].cells[0].raw.startswith('"'):
        sheet = replace(sheet, mark=b"")  # Canvas takes a mark before the quotes for the title
    about = {"canvas": own, "sis": sheet.column("SIS User ID")}
    about["login"] = sheet.column("SIS Login ID")
    return GradeFile(
        sheet, tuple(_items(sheet, section + 1, points, mark)),
        tuple(entries(sheet, range(len(first), len(sheet.rows)), about)),
        mark, first, kept=KEPT, advice=(ADVICE,),
    )  # fmt: skip


def _items(sheet: Sheet, start: int, points: int, mark: str) -> Iterator[Item]:
    """The columns of assignments: those with an id in the title, or with points possible."""
    for column in range(start, len(sheet.titles)):
        named = TITLE.fullmatch(sheet.titles[column])
        maximum = number(sheet.rows[points][column], mark) if points else None
        read_only = points and maximum is None and sheet.rows[points][column].strip()
        if not read_only and (named or maximum is not None):
            yield Item(column, named["title"] if named else sheet.titles[column], maximum)
