"""The class as an LMS's tables say, read into the roster and the gradebook."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sql
from nbgrader.api import Gradebook

from grading.classroom.collecting.roster import Change, Roster
from grading.classroom.gradebook.database import STUDENT, put
from grading.classroom.gradebook.opened import if_any
from grading.classroom.lms.people import numbers, people, recognise, says_groups
from grading.classroom.lms.sheets import Sheet
from grading.paths import Course, CourseError

__all__ = ["Enrolment", "enrol", "write_names"]


@dataclass
class Enrolment:
    """What tables say, and what that changes.

    Attributes
    ----------
    before : the roster that it changes
    told : a line for each table, then one for each person who changes
    numbered : how many participant numbers of Moodle are new
    missing : students of the roster who are in none of the tables
    """

    roster: Roster
    before: Roster
    changes: list[Change] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    numbered: int = 0
    missing: list[str] = field(default_factory=list)

    def write(self, course: Course) -> None:
        """Write the roster, and the names to the gradebook where there is one.

        Raises
        ------
        CourseError
            When the roster is not any more what the changes were shown for.
        """
        if Roster.load(course) != self.before:
            raise CourseError("roster.csv: it was changed meanwhile: run the command again")
        self.roster.save(course)
        write_names(course, self.roster)


def enrol(course: Course, files: Iterable[Path], key: str, assignment: str) -> Enrolment:
    """What the tables in `files` would change; nothing is written.

    Parameters
    ----------
    key : the kind of id that somebody new is known by; "" for that of the class
    assignment : whose grading worksheet, of Moodle, is among them; "" for the one that a file's
        name says

    Raises
    ------
    CourseError
        When a file is no table of people, or somebody in it cannot be told apart.
    """
    before, seen = Roster.load(course), set()
    result = Enrolment(Roster({**before.people}, {**before.numbers}), before)
    for path in files:
        sheet = Sheet.open(path)
        listed = list(people(sheet))
        result.told.append(f"{path.name}: {recognise(sheet).name}, {len(listed)} people")
        try:
            result.roster, changes = result.roster.merged(listed, key, says_groups(sheet))
        except CourseError as error:
            raise CourseError(f"{path}: {error}") from None
        result.changes += changes
        seen |= {p.student for each in listed if (p := result.roster.find(**dict(each.ids())))}
        if numbered := list(numbers(sheet)):
            name = assignment or _assignment(course, path)
            for number, person in numbered:
                if found := result.roster.find(**dict(person.ids())):
                    result.numbered += result.roster.enter(name, number, found.student)
    result.told += [str(change) for change in result.changes]
    if result.numbered:
        result.told.append(f"{result.numbered} participant numbers are new")
    result.missing = sorted(before.people.keys() - seen)
    return result


def write_names(course: Course, roster: Roster) -> None:
    """Write names and addresses to the gradebook, if there is one, for tables and formgrader."""
    with if_any(course) as gradebook:
        if gradebook is not None:  # else grading writes them
            _write_names(gradebook, roster)


def _write_names(gradebook: Gradebook, roster: Roster) -> None:
    with gradebook.engine.begin() as db:
        known = {row.id: row for row in db.execute(sql.select(STUDENT))}
        for person in roster.people.values():
            told = {"first_name": person.first_name, "last_name": person.last_name}
            told |= {"email": person.email}
            told = {k: v for k, v in told.items() if v}
            row = known.get(person.student)
            if row is None or any(getattr(row, k) != v for k, v in told.items()):
                put(db, STUDENT, {"id": person.student}, told)


def _assignment(course: Course, path: Path) -> str:
    """The assignment whose worksheet a file is, as its name says."""
    found = [name for name in course.names if name in path.name]
    if len(found) != 1:
        raise CourseError(f"{path}: a grading worksheet: of which assignment? Say -a NAME")
    return found[0]
