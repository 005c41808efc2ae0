"""Scores into the grade file that an LMS gave: which cells change, and the file that goes back.

Only rows with a score that differs at two decimals go back, each cell of them but the score as it
was.  Who is who is said by ids, never by names; who handed in nothing gets nothing, and no 0.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from grading.classroom.collecting.roster import Person, Roster, folded
from grading.classroom.lms.gradebooks import blackboard, brightspace, canvas, moodle
from grading.classroom.lms.gradebooks.form import Entry, GradeFile, Item, title_words
from grading.classroom.lms.gradebooks.numbers import cents, number, written
from grading.classroom.lms.sheets import Sheet, plain_title
from grading.paths import CourseError
from grading.text import shown

__all__ = [
    "LMS", "NOTHING", "UNGRADED", "Change", "Left", "Plan", "Score", "choose",
    "open_grades", "plan", "scaled", "upload", "whose",
]  # fmt: skip

LMS: dict[str, Callable[[Sheet], GradeFile]] = {
    "canvas": canvas.read,
    "moodle": moodle.read,
    "blackboard": blackboard.read,
    "brightspace": brightspace.read,
}
NOTHING = "nothing handed in"
UNGRADED = "not graded yet: run `course grade`"
Score = Callable[[str], Decimal | str]  # of a student, at two decimals; or why there is none
NOT_AN_ID = ("moodle",)  # each assignment numbers its participants anew
MOST_SAID = 60


@dataclass(frozen=True)
class Change:
    """A cell that gets another value.

    Parameters
    ----------
    old : what stood there, "" for nothing
    """

    row: int
    student: str
    old: str
    new: str


@dataclass(frozen=True)
class Left:
    """A row that stays as it is, or a student without one.

    Parameters
    ----------
    who : the student where that is known, else what the row says
    """

    who: str
    why: str


@dataclass(frozen=True)
class Plan:
    """What becomes of one column.

    Parameters
    ----------
    name : of the assignment, or "total"
    unchanged : rows that say the score already
    known : rows of somebody whom the class knows
    """

    name: str
    item: Item
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    unchanged: int
    known: int


def open_grades(lms: str, path: Path) -> GradeFile:
    """The grade file at `path`.

    Raises
    ------
    CourseError
        When it is none of that LMS, or has no column for scores.
    """
    sheet = Sheet.open(path)
    file = LMS[lms](sheet)
    if not file.items:
        raise CourseError(f"{path}: has no column for scores: make the assignment in the LMS first")
    return file


def choose(file: GradeFile, assignment: str, column: str | None = None) -> Item | None:
    """The column of an assignment, None if none is called like it.

    Parameters
    ----------
    column : its title, with or without what the LMS adds; if given it has to be there

    Raises
    ------
    CourseError
        When several columns may be it, or nothing can be written there.
    """
    if column is not None:
        found = _titled(file, column)
        hint = "--column has none or several of"
    elif file.single:
        found, hint = list(file.items), ""
    else:
        found = [item for item in file.items if _named(title_words(item.title), assignment)]
        hint = f"which column is {assignment}? Give --column, one of"
    if not found and column is None:
        return None
    if len(found) != 1:
        titles = "; ".join(shown(file.sheet.titles[item.column], MOST_SAID) for item in file.items)
        raise CourseError(f"{file.sheet.name}: {hint}: {titles}")
    if found[0].refused:
        raise CourseError(f"{file.sheet.name}: {shown(found[0].title)}: {found[0].refused}")
    return found[0]


def scaled(score: float, maximum: float, item: Item, scale: bool) -> Decimal:
    """A score as it stands in a column, at two decimals.

    Raises
    ------
    CourseError
        When the column has another maximum and it was not said that scores shall be scaled.
    """
    if item.maximum is None or cents(item.maximum) == cents(maximum):
        return cents(score)
    if not scale or not maximum:
        raise CourseError(
            f"{shown(item.title)}: has {written(item.maximum, '.')} points in the LMS and "
            f"{maximum:g} here: change it there, or give --scale"
        )
    return cents(Decimal(str(score)) * item.maximum / Decimal(str(maximum)))


def whose(
    file: GradeFile, roster: Roster, students: Iterable[str], assignment: str
) -> dict[int, str]:
    """The students whose rows these are, by row; a row of nobody we know is not in it.

    Parameters
    ----------
    students : ids in the gradebook: whoever's id stands in a row is known by it, too

    Raises
    ------
    CourseError
        When a row has the ids of two, or two rows are of one.
    """
    known, found = frozenset(students), {}
    for entry in file.entries:
        if student := _student(entry, roster, known, assignment):
            found[entry.row] = student
    rows: dict[str, int] = {}
    for row, student in found.items():
        if student in rows:
            raise CourseError(
                f"{file.sheet.name}: rows {rows[student] + 1} and {row + 1} are both of "
                f"{shown(student)}: correct the roster"
            )
        rows[student] = row
    return found


def plan(
    name: str,
    file: GradeFile,
    item: Item,
    owners: Mapping[int, str],
    score: Score,
    expected: Iterable[str],
) -> Plan:
    """What changes in a column, and what stays, and why.

    Parameters
    ----------
    owners : as `whose` gives them
    expected : students with a score, who should have a row
    """
    changes: list[Change] = []
    left: list[Left] = []
    unchanged = 0
    for entry in file.entries:
        student = owners.get(entry.row)
        done = _cell(file, item, entry, student, score)
        if isinstance(done, Change):
            changes.append(done)
        elif done:
            left.append(Left(student or str(entry), done))
        else:
            unchanged += 1
    missing = sorted(set(expected) - set(owners.values()))
    left += [Left(student, "has a score here, but no row in the file") for student in missing]
    return Plan(name, item, tuple(changes), tuple(left), unchanged, len(owners))


def upload(file: GradeFile, plans: Iterable[Plan]) -> bytes:
    """The file that goes back to the LMS: rows that change, and what it needs around them."""
    values, rows = {}, set(file.first)
    columns = set(file.columns or ())
    for each in plans:
        columns.add(each.item.column)
        for change in each.changes:
            values[change.row, each.item.column] = change.new
            rows.add(change.row)
    filled = file.sheet.filled(values, file.quoted)
    return filled.only(sorted(rows), sorted(columns) if file.columns else None).to_bytes()


def _titled(file: GradeFile, column: str) -> list[Item]:
    """The columns with exactly this title; else those with it but for what the LMS adds."""
    wanted = plain_title(column)
    whole = [i for i in file.items if plain_title(file.sheet.titles[i.column]) == wanted]
    return whole or [i for i in file.items if plain_title(i.title) == wanted]


def _named(title: list[str], assignment: str) -> bool:
    """Whether a title is an assignment's: its name is in it, or its number is all of it."""
    name = title_words(assignment)
    inside = (title[n : n + len(name)] == name for n in range(len(title)))
    return title == name[:1] or any(inside)


def _student(entry: Entry, roster: Roster, known: frozenset[str], assignment: str) -> str | None:
    if not entry.ids:
        return None
    person = roster.find(assignment, **entry.ids)
    if person is None:
        same = {text for kind, text in entry.ids.items() if kind not in NOT_AN_ID and text in known}
        if len(same) > 1:
            both = " and ".join(shown(text) for text in sorted(same))
            raise CourseError(f"{entry}: has the ids of two students, {both}: correct the roster")
        if not same:
            return None
        [student] = same
        person = roster.people.get(student, Person(student))
    elif roster.numbers.get((assignment, entry.ids.get("moodle", ""))) == person.student:
        return person.student
    _same(person, entry)
    return person.student


def _same(person: Person, entry: Entry) -> None:
    """Refuse a row that has another id than the roster, of the surest kind that both have."""
    for kind, own in person.ids():
        if told := entry.ids.get(kind):
            if folded(told) != folded(own):
                raise CourseError(
                    f"{entry}: has {kind} {shown(told, 60)}, and {shown(person.student)} has "
                    f"{shown(own, 60)} in roster.csv: correct the roster"
                )
            return


def _cell(
    file: GradeFile,
    item: Item,
    entry: Entry,
    student: str | None,
    score: Score,
) -> Change | str:
    """The change of one cell; else why it stays, "" where it says the score already."""
    if student is None:
        return entry.locked or "in neither the roster nor the gradebook"
    if isinstance(new := score(student), str):
        return new
    old = file.sheet.rows[entry.row][item.column].strip()
    stands = number(old, file.mark)
    if stands is not None and cents(stands) == new:
        return ""
    if entry.locked:
        return entry.locked
    if old.casefold() in file.kept:
        return file.kept[old.casefold()]
    if stands is None and old.casefold() not in file.empty:
        return f"says “{shown(old, 30)}”, which is no number"
    if not file.exceeds and item.maximum is not None and new > item.maximum:
        return f"more than the maximum of {written(item.maximum, file.mark)}"
    return Change(entry.row, student, old, written(new, file.mark))
