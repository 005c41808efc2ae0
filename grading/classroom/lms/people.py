"""Who is in the class, as an LMS's table says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from grading.classroom.collecting.roster import IDS, Person
from grading.classroom.lms.sheets import Row, Sheet, plain_title
from grading.paths import CourseError

__all__ = ["Source", "numbers", "people", "recognise", "says_groups", "times"]

NUMBER = re.compile(r"\D*?(\d+)\s*")  # Participant 1234, in whatever language
ROLES = ("", "student", "learner")
GROUPS = re.compile(r"\s*[,;|]\s*")


@dataclass(frozen=True)
class Source:
    """A kind of table.

    Parameters
    ----------
    name : of the table, in words
    needs : titles by which it is known
    columns : its titles by what they say of a `Person`; ``name`` is a name that is not divided,
        ``sorted_name`` one as in "One, Student"
    """

    name: str
    needs: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]


EMAIL = ("Email address", "Email", "E-mail", "E-mail address", "mail")
FIRST = ("First name", "FirstName", "Given name", "givenName", "first_name")
LAST = ("Last name", "LastName", "Surname", "Family name", "familyName", "last_name")
SOURCES = (
    Source(
        "a gradebook of Canvas",
        ("ID", "Section"),
        {
            "sorted_name": ("Student",),
            "first_name": FIRST,
            "last_name": LAST,
            "canvas": ("ID",),
            "sis": ("SIS User ID",),
            "login": ("SIS Login ID",),
            "section": ("Section",),
        },
    ),
    Source(
        "a list of groups of Canvas",
        ("canvas_user_id", "group_name"),
        {
            "name": ("name",),
            "canvas": ("canvas_user_id",),
            "sis": ("user_id",),
            "login": ("login_id",),
            "section": ("sections",),
            "groups": ("group_name",),
        },
    ),
    Source(
        "a grade file of Brightspace",
        ("OrgDefinedId", "End-of-Line Indicator"),
        {
            "first_name": FIRST,
            "last_name": LAST,
            "sis": ("OrgDefinedId",),
            "login": ("Username",),
            "email": EMAIL,
        },
    ),
    Source(
        "a OneRoster list of users",
        ("sourcedId", "givenName", "familyName"),
        {
            "first_name": FIRST,
            "last_name": LAST,
            "sis": ("identifier",),
            "login": ("username",),
            "email": EMAIL,
        },
    ),
    Source(
        "a grading worksheet of Moodle",
        ("Identifier",),
        {
            "name": ("Full name",),
            "sis": ("ID number",),
            "login": ("Username",),
            "email": EMAIL,
            "groups": ("Group", "Groups"),
        },
    ),
    Source(
        "a grade file of Blackboard",
        ("Last Name", "First Name", "Username"),
        {
            "first_name": FIRST,
            "last_name": LAST,
            "sis": ("Student ID",),
            "login": ("Username",),
        },
    ),
    Source(
        "a list of people",
        (),
        {
            "name": ("Full name", "Name"),
            "first_name": FIRST,
            "last_name": LAST,
            "sis": ("ID number", "sis", "SIS User ID", "Student ID", "student_id"),
            "login": ("Username", "login", "user", "SIS Login ID"),
            "canvas": ("canvas", "canvas_user_id"),
            "email": EMAIL,
            "section": ("Section",),
            "groups": ("Groups", "Group"),
        },
    ),
)
MOODLE = SOURCES[4]


def recognise(sheet: Sheet) -> Source:
    """What kind of table it is.

    Raises
    ------
    CourseError
        When nothing in it identifies people.
    """
    titles = {plain_title(title) for title in sheet.titles}
    *known, plain = SOURCES
    for source in known:
        if {plain_title(title) for title in source.needs} <= titles:
            return source
    ids = [n for kind, n in _columns(sheet, plain).items() if kind in IDS and n is not None]
    if 0 not in ids and _is_worksheet(sheet):
        return MOODLE
    if ids:
        return plain
    raise CourseError(
        f"{sheet.name}: no column with an id of people (login, ID number, e-mail): "
        f"export it again with one"
    )


def people(sheet: Sheet) -> Iterator[Person]:
    """The students in a table, without an id in the gradebook."""
    source = recognise(sheet)
    columns = _columns(sheet, source)
    columns |= {"role": sheet.column("role"), "status": sheet.column("status")}
    for row in sheet.rows[1:]:
        told = {k: row[n].strip() for k, n in columns.items() if n is not None}
        here = told.pop("status", "") != "tobedeleted"  # OneRoster's word
        if here and told.pop("role", "").casefold() in ROLES and not _is_nobody(told):
            yield _person(told)


def says_groups(sheet: Sheet) -> bool:
    """Whether a table says who is in which groups, and who in none."""
    return _columns(sheet, recognise(sheet)).get("groups") is not None


def numbers(sheet: Sheet) -> Iterator[tuple[str, Person]]:
    """Moodle's participant numbers of a grading worksheet, with who has each."""
    if recognise(sheet) is not MOODLE:
        return
    columns = _columns(sheet, MOODLE)
    for row in sheet.rows[1:]:
        if number := NUMBER.fullmatch(row[0]):
            told = {k: row[n].strip() for k, n in columns.items() if n is not None}
            yield number[1], _person(told)


def times(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """When participants handed in, by their numbers, as a grading worksheet of Moodle says it."""
    column = sheet.column("Last modified (submission)")
    for row in sheet.rows[1:]:
        if column is not None and (number := NUMBER.fullmatch(row[0])) and row[column].strip("- "):
            yield number[1], row[column]


def _columns(sheet: Sheet, source: Source) -> dict[str, int | None]:
    found = {kind: sheet.column(*titles) for kind, titles in source.columns.items()}
    if "email" in found and found["email"] is None:  # in another language
        found["email"] = next(
            (n for n in range(len(sheet.titles)) if _all(sheet.rows[1:], n, "@")), None
        )
    return found


def _all(rows: tuple[Row, ...], column: int, mark: str) -> bool:
    values = [row[column] for row in rows if row[column].strip()]
    return bool(values) and all(mark in value for value in values)


def _is_worksheet(sheet: Sheet) -> bool:
    """Whether the first column holds participant numbers, under whatever title."""
    rows = [row for row in sheet.rows[1:] if not row.blank]
    return len(sheet.titles) >= 5 and bool(rows) and all(NUMBER.fullmatch(row[0]) for row in rows)


def _is_nobody(told: dict[str, str]) -> bool:
    """Whether a row is none of a student: blank, Canvas's maxima, or its test student."""
    if not any(told.get(kind) for kind in IDS):
        return "sorted_name" in told or not any(told.values())
    return told.get("sorted_name") == "Student, Test" and not told.get("sis")


def _person(told: dict[str, str]) -> Person:
    told = {kind: value.removeprefix("#") for kind, value in told.items() if value}
    if "sorted_name" in told:
        last, _, first = told.pop("sorted_name").partition(",")
        told |= {"last_name": last.strip(), "first_name": first.strip()}
    if name := told.pop("name", ""):
        told.setdefault("last_name", name)
    groups = tuple(g for g in GROUPS.split(told.pop("groups", "")) if g)
    return Person("", **told, groups=groups)
