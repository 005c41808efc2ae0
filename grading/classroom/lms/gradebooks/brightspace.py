"""Brightspace: the CSV that Grades → Export gives, and Grades → Import takes."""

import re
from dataclasses import replace

from grading.classroom.lms.gradebooks.form import GradeFile, Item, entries
from grading.classroom.lms.gradebooks.numbers import decimal_mark, number
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

__all__ = ["read"]

TITLE = re.compile(r"(?P<title>.*\S)\s+Points Grade(?:\s*<(?P<about>.*)>)?", re.DOTALL)
MAXIMUM = re.compile(r"\bMaxPoints:(\d[\d.,]*)")


def read(sheet: Sheet) -> GradeFile:
    """What is where in a table that Brightspace exported.

    Names, addresses, totals and the columns of other items do not go back: Brightspace takes each
    column that it is sent for a grade item.

    Raises
    ------
    CourseError
        When it is no such table.
    """
    end = sheet.column("End-of-Line Indicator")
    about = {"sis": sheet.column("OrgDefinedId"), "login": sheet.column("Username")}
    keys = [column for column in about.values() if column is not None]
    if end is None or not keys:
        raise CourseError(
            f"{sheet.name}: no grades of Brightspace: End-of-Line Indicator, and OrgDefinedId or "
            f"Username, are missing: export both keys and Points Grade"
        )
    items = []
    for column, title in enumerate(sheet.titles):
        if found := TITLE.fullmatch(title):
            points = MAXIMUM.search(found["about"] or "")
            items.append(Item(column, found["title"], number(points[1], ".") if points else None))
    mark = decimal_mark((row[i.column] for row in sheet.rows[1:] for i in items), ".")
    about["email"] = sheet.column("Email")
    found_rows = [
        each if each.locked or sheet.rows[each.row][end].strip() == "#"
        else replace(each, locked="the row does not end with #")
        for each in entries(sheet, range(1, len(sheet.rows)), about, prefix="#")
    ]  # fmt: skip
    return GradeFile(
        sheet, tuple(items), tuple(found_rows), mark, columns=(*keys, end), exceeds=False
    )
