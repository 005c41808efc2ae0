"""Blackboard Learn: the Grade Center's download, which Upload Grades takes back."""

import re
from collections.abc import Iterator

from grading.classroom.lms.gradebooks.form import GradeFile, Item, entries
from grading.classroom.lms.gradebooks.numbers import decimal_mark, number
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

__all__ = ["read"]

# "Title [Total Pts: 20 Score] |403340": the key at the end is what Blackboard goes by.
TITLE = re.compile(
    r"(?P<title>.*?)\s*(?:\[[^\]\d]*(?P<points>\d[\d.,]*)?(?P<shows>[^\]\d]*)\])?\s*\|\d+",
    re.DOTALL,
)
NO_SCORE = ("percentage", "letter", "text", "complete/incomplete")
EMPTY = frozenset({"", "needs grading"})
THIRD = 2  # the user name stands there, after last and first name, in every language


def read(sheet: Sheet) -> GradeFile:
    """What is where in a table that Blackboard's Grade Center wrote.

    Raises
    ------
    CourseError
        When it is no such table.
    """
    titles = {n: found for n, title in enumerate(sheet.titles) if (found := TITLE.fullmatch(title))}
    user = sheet.column("Username")
    if not titles or (user is None and min(titles) <= THIRD):
        raise CourseError(
            f"{sheet.name}: no download of Blackboard's Grade Center: it has no "
            f"column Username, or no title that ends in a key such as |403340"
        )
    mark = decimal_mark((row[n] for row in sheet.rows[1:] for n in titles), ".")
    about = {"login": THIRD if user is None else user, "sis": sheet.column("Student ID")}
    return GradeFile(
        sheet, tuple(_items(titles)), tuple(entries(sheet, range(1, len(sheet.rows)), about)),
        mark, quoted=sheet.delimiter != "\t", empty=EMPTY,
    )  # fmt: skip


def _items(titles: dict[int, re.Match[str]]) -> Iterator[Item]:
    for column, found in titles.items():
        shows = found["shows"] or ""
        maximum = number(found["points"], ".") if found["points"] else None
        refused = ""
        if any(word in shows.casefold() for word in NO_SCORE):
            refused = f"it shows {shows.strip()}: set its primary display to Score"
        yield Item(column, found["title"], maximum, refused)
