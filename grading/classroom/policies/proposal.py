"""A change of policy: first what it would do and to whom, then the table and the gradebook."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from grading.classroom.gradebook.database import (
    add_own_tables,
)
from grading.classroom.gradebook.ledger import Change, Ledger
from grading.classroom.gradebook.opened import if_any
from grading.classroom.lock import changing
from grading.classroom.material import course_directory
from grading.classroom.policies import deadlines, exercises
from grading.classroom.policies.policies import Policies, table
from grading.classroom.policies.spans import aware
from grading.classroom.policies.tables import edited
from grading.paths import Course, CourseError, write_atomically

__all__ = ["Proposal", "holding", "propose", "propose_row", "unsettled"]

KINDS = {deadlines.FILE: "deadlines", exercises.FILE: "exercises"}
COLUMNS = {deadlines.FILE: deadlines.COLUMNS, exercises.FILE: exercises.COLUMNS}


@dataclass(frozen=True)
class Proposal:
    """What a table is to say, and what would follow from it.

    Parameters
    ----------
    file : the table's name
    before, data : what it says, and what it is to say
    changes : of each submission, also where all stays as it is
    dates : the due dates that nbgrader has of its own, in UTC
    strangers : students whom the table names and nobody knows yet
    """

    course: Course
    file: str
    before: bytes
    data: bytes
    policies: Policies
    changes: tuple[Change, ...]
    dates: Mapping[str, datetime]
    strangers: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether the table says so already."""
        return self.before == self.data

    @property
    def moved(self) -> list[Change]:
        """The changes after which a grade is another."""
        return [c for c in self.changes if c.before != c.after or c.of[0] != c.of[1]]

    def common(self, name: str) -> datetime | None:
        """When an assignment is due for all: by the table, else by nbgrader."""
        own = self.dates.get(name)
        return self.policies.deadlines.common(name) or (aware(own) if own else None)

    def accept(self) -> None:
        """Write the table, and settle all grades by it; nothing is executed.

        Raises
        ------
        CourseError
            When the table has changed since, or another command is at work.
        """
        with changing(self.course):
            self._accept()

    def _accept(self) -> None:
        if table(self.course.root / self.file) != self.before:
            raise CourseError(f"{self.file}: somebody else has just changed it: say it once more")
        try:
            write_atomically(self.course.root / self.file, self.data)
        except OSError as error:
            raise CourseError(f"{self.file}: cannot be written: {error.strerror}") from None
        with if_any(self.course) as gradebook:
            if gradebook is not None:
                add_own_tables(gradebook.engine)
                with gradebook.engine.begin() as db:
                    _ledger(self.course, self.policies).settle(db)


def propose(course: Course, file: str, edit: Callable[[bytes], bytes]) -> Proposal:
    """What would follow if a table were edited; nothing is written.

    Parameters
    ----------
    edit : the bytes of the table as they are to be, from those that they are

    Raises
    ------
    CourseError
        When a table cannot be read, or would say what cannot be.
    """
    before = table(course.root / file)
    data = edit(before)
    policies = Policies.read(course, **{KINDS[file]: data})
    changes, dates = [], {}
    strangers = sorted(policies.deadlines.students)
    with if_any(course) as gradebook:
        if gradebook is not None:
            add_own_tables(gradebook.engine)
            with gradebook.engine.connect() as db:
                ledger = _ledger(course, policies)
                changes, strangers = ledger.changes(db), ledger.strangers(db)
                own = {name: rows.own.duedate for name, rows in ledger.assignments.items()}
                dates = {name: date for name, date in own.items() if date is not None}
    about = (course, file, before, data, policies)
    return Proposal(*about, tuple(changes), dates, tuple(strangers))


def propose_row(
    course: Course, file: str, key: Mapping[str, str], values: Mapping[str, str] | None
) -> Proposal:
    """The same for one row of a table, found by `key`; None takes it away."""
    return propose(course, file, lambda data: edited(data, file, COLUMNS[file], key, values))


def holding(course: Course) -> Proposal:
    """What the tables say now, and what settling by them would change."""
    return propose(course, deadlines.FILE, lambda data: data)


def unsettled(course: Course, names: Collection[str], student: str | None = None) -> list[str]:
    """A line for each of some assignments in which a grade is not yet what it is to be, as after a
    score by hand of which being late costs a share, or where somebody edited a table.

    Raises
    ------
    CourseError
        When a table or the gradebook cannot be read.
    """
    whose: dict[str, list[str]] = {}
    for change in holding(course).moved:
        if change.assignment in names and student in (None, change.student):
            whose.setdefault(change.assignment, []).append(change.student)
    told = "a score by hand or a table has changed what counts: run `course grade` first"
    return [f"{name}: {told}: {', '.join(whose[name])}" for name in names if name in whose]


def _ledger(course: Course, policies: Policies) -> Ledger:
    return Ledger(course, course_directory(course)[1], policies)
