"""Moodle: an assignment's grading worksheet, downloaded and uploaded on its page of submissions.

Its titles are in the language of whoever downloaded it.  English ones are known; in others the
columns are found by what stands in them, in the order that Moodle writes them.
"""

import re
from dataclasses import dataclass

from grading.classroom.lms.gradebooks.form import Entry, GradeFile, Item, entries
from grading.classroom.lms.gradebooks.numbers import decimal_mark, number
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError
from grading.text import shown

__all__ = ["read"]

AFTER_MAXIMUM = 3  # columns at least: can be changed, and the two times
# What "Grade can be changed" says where it cannot.
NO = frozenset(
    (
        *("no", "nein", "non", "não", "nie", "ne", "nej", "nei", "ei", "nee", "nem", "hayır"),
        *("нет", "ні", "не", "όχι", "لا", "לא", "否"),
        *("いいえ", "아니요", "아니오", "tidak", "không"),
    )
)
PARTICIPANT = re.compile(r".*?(\d+)", re.DOTALL)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
ALLOW = (
    "tick “Allow updating records that have been modified more recently in Moodle than in the "
    "spreadsheet”: Moodle reads only English dates, and skips rows that have a grade already"
)
ADVICE = "download the worksheet just before: a comment written since then would be replaced"


@dataclass(frozen=True)
class _Columns:
    """Where what stands; None where there is no such column."""

    grade: int
    maximum: int
    changeable: int | None
    ids: dict[str, int | None]
    english: bool


def read(sheet: Sheet) -> GradeFile:
    """What is where in a grading worksheet.

    Raises
    ------
    CourseError
        When it is none, or when its columns cannot be told apart.
    """
    columns = _english(sheet) or _by_content(sheet)
    told = (row[n] for row in sheet.rows[1:] for n in (columns.maximum, columns.grade))
    mark = decimal_mark(told, "," if sheet.delimiter == ";" else ".")
    found = []
    no = _no(sheet, columns)
    for entry in entries(sheet, range(1, len(sheet.rows)), columns.ids):
        participant = PARTICIPANT.fullmatch(entry.ids.get("moodle", ""))
        ids = {kind: text for kind, text in entry.ids.items() if kind != "moodle"}
        ids |= {"moodle": participant[1]} if participant else {}
        locked = entry.locked or ("" if participant else "the row has no participant's number")
        said = "" if columns.changeable is None else sheet.rows[entry.row][columns.changeable]
        if not locked and said.strip().casefold() in no:
            locked = "locked there: the grade cannot be changed"
        found.append(Entry(entry.row, ids, locked))
    maxima = {number(sheet.rows[entry.row][columns.maximum], mark) for entry in found}
    maximum = maxima.pop() if len(maxima) == 1 else None
    item = Item(columns.grade, sheet.titles[columns.grade], maximum)
    advice = (ADVICE,) if columns.english else (ALLOW, ADVICE)
    return GradeFile(
        sheet, (item,), tuple(found), mark, exceeds=False, empty=frozenset({"", "-"}), single=True,
        advice=advice,
    )  # fmt: skip


def _english(sheet: Sheet) -> _Columns | None:
    grade, maximum = sheet.column("Grade"), sheet.column("Maximum grade")
    if sheet.column("Identifier") is None or sheet.column("Last modified (grade)") is None:
        return None
    if grade is not None and maximum is None and sheet.column("Scale") is not None:
        raise CourseError(
            f"{sheet.name}: the assignment is graded with a scale: set its grade to Point in Moodle"
        )
    if grade is None or maximum is None:
        return None
    ids = {"email": sheet.column("Email address"), "sis": sheet.column("ID number")}
    ids |= {"login": sheet.column("Username"), "moodle": sheet.column("Identifier")}
    return _Columns(grade, maximum, sheet.column("Grade can be changed"), ids, True)


def _by_content(sheet: Sheet) -> _Columns:
    """The columns of a worksheet whose titles are not English."""
    rows = [row for row in sheet.rows[1:] if not row.blank]
    wrong = CourseError(
        f"{sheet.name}: no grading worksheet of Moodle: download it on the assignment's page of "
        f"submissions, best with Moodle in English"
    )
    if not rows or not all(re.search(r"\d\Z", row[0].strip()) for row in rows):
        raise wrong
    told = [[row[n].strip() for row in rows] for n in range(len(sheet.titles))]
    found = [
        n for n in range(2, len(told) - AFTER_MAXIMUM)
        if len(set(told[n])) == 1 and (number(told[n][0], ".") or 0) > 0
        and all(text in ("", "-") or number(text, ".") is not None for text in told[n - 1])
    ]  # fmt: skip
    if not found:
        raise wrong
    maximum = max(found)  # where all have the same grade, it follows an empty column as well
    dates = (
        n for n in range(maximum + 2, len(told))
        if all(text == "-" or re.search(r"\d", text) for text in told[n])
    )  # fmt: skip
    submitted = next(dates, None)
    if submitted is None:
        raise wrong
    emails = (n for n in range(1, maximum - 1) if all(map(EMAIL.fullmatch, told[n])))
    ids = {"email": next(emails, None), "moodle": 0}
    return _Columns(maximum - 1, maximum, submitted - 1, ids, False)


def _no(sheet: Sheet, columns: _Columns) -> frozenset[str]:
    """The words that say that a grade cannot be changed."""
    if columns.changeable is None:
        return NO
    said = {row[columns.changeable].strip().casefold() for row in sheet.rows[1:] if not row.blank}
    if len(said) > 1 and not said & NO:
        words = ", ".join(shown(word, 20) for word in sorted(said))
        raise CourseError(
            f"{sheet.name}: cannot tell which rows are locked ({words}): download the worksheet "
            f"with Moodle in English"
        )
    return NO
