"""Who is in the class: ``roster.csv``, by which whatever an LMS says of a person is understood.

Ids are matched, never names.  An id that two people share is nobody's.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path

from grading.classroom.collecting.submitted import unusable_name
from grading.classroom.lms.sheets import Sheet
from grading.paths import Course, CourseError, write_atomically
from grading.text import harmless, shown, unguarded

__all__ = ["IDS", "Change", "Person", "Roster", "folded"]

FILE, NUMBERS = "roster.csv", "participants.csv"
IDS = ("canvas", "sis", "login", "email")  # an LMS's ids of a person, the surest first


@dataclass(frozen=True)
class Person:
    """A student, as the gradebook and the LMS know him.

    Parameters
    ----------
    student : the id in the gradebook and in ``submitted/``
    last_name : the whole name where the LMS does not say which part is which
    login : the user name
    sis : the number of the registry, "ID number" or "OrgDefinedId"
    canvas : the id in the names of Canvas's files
    groups : names
    """

    student: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    login: str = ""
    sis: str = ""
    canvas: str = ""
    section: str = ""
    groups: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def ids(self) -> Iterator[tuple[str, str]]:
        """Kind and value of what identifies this person in an LMS."""
        for kind in IDS:
            if value := getattr(self, kind):
                yield kind, value


@dataclass(frozen=True)
class Change:
    """What a table would change of one person.

    Parameters
    ----------
    before : None for somebody new
    """

    before: Person | None
    after: Person

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.after.student}: new, {self.after.name or 'without a name'}"
        old, new = _texts(self.before), _texts(self.after)
        parts = [f"{k} {old[k] or '—'} → {new[k] or '—'}" for k in old if old[k] != new[k]]
        return f"{self.after.student}: {', '.join(parts)}"


@dataclass(frozen=True)
class Roster:
    """The people of a class.

    Parameters
    ----------
    people : by their ids in the gradebook
    numbers : Moodle's participant numbers, which each assignment has its own of: students by
        assignment and number
    """

    people: dict[str, Person] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def load(cls, course: Course) -> "Roster":
        """The class's roster; empty where there is none yet.

        Raises
        ------
        CourseError
            When the files are not what `save` writes.
        """
        people: dict[str, Person] = {}
        taken = set()
        for line, row in _rows(course, FILE, "student"):
            groups = tuple(g.strip() for g in row.pop("groups", "").split("|") if g.strip())
            known = {f.name for f in fields(Person)}
            person = Person(**{k: v for k, v in row.items() if k in known}, groups=groups)
            if why := unusable_name(person.student):
                raise CourseError(f"{FILE}, line {line}: {shown(person.student)}: {why}")
            if folded(person.student) in taken:  # on some disks one folder, whatever its capitals
                raise CourseError(f"{FILE}, line {line}: {shown(person.student)} is there twice")
            taken.add(folded(person.student))
            people[person.student] = person
        numbers = {
            (row["assignment"], row["number"]): row["student"]
            for _, row in _rows(course, NUMBERS, "assignment", "number", "student")
        }
        return cls(people, numbers)

    def save(self, course: Course) -> None:
        """Write the roster, each of its two files whole or not at all."""
        titles = [f.name for f in fields(Person)]
        rows = [[*_texts(self.people[student]).values()] for student in sorted(self.people)]
        _write(course.root / FILE, titles, rows)
        numbers = sorted([*key, student] for key, student in self.numbers.items())
        if numbers or (course.root / NUMBERS).exists():
            _write(course.root / NUMBERS, ["assignment", "number", "student"], numbers)

    def find(self, assignment: str = "", **ids: str) -> Person | None:
        """The person with these ids; None when nobody has them.

        Parameters
        ----------
        assignment : of which `moodle`, a participant number, is
        ids : by kind, of `IDS`, ``moodle`` or ``student``; empty ones say nothing

        Raises
        ------
        CourseError
            When they belong to several people.
        """
        found: dict[str, Person] = {}
        for kind, value in ids.items():
            if kind == "moodle":
                students = {self.numbers.get((assignment, value), "")} - {""}
            elif kind == "student":
                students = {value}
            else:
                students = self._by_id.get((kind, folded(value)), set()) if value else set()
            found |= {s: self.people[s] for s in students if s in self.people}
        if len(found) > 1:
            said = " and ".join(f"{kind} {shown(value)}" for kind, value in ids.items() if value)
            raise CourseError(f"{said}: of several people ({', '.join(sorted(found))})")
        return next(iter(found.values()), None)

    def enter(self, assignment: str, number: str, student: str) -> bool:
        """Note whose a participant number is; whether that is new.

        Raises
        ------
        CourseError
            When it is somebody else's, or the student has another one.
        """
        if self.numbers.get((assignment, number)) == student:
            return False
        about = ((n, s) for (name, n), s in self.numbers.items() if name == assignment)
        for other, whose in about:
            if number == other or student == whose:
                raise CourseError(
                    f"{NUMBERS}: {shown(whose)} is participant {shown(other)} of {assignment}, not "
                    f"{shown(student)} {shown(number)}: is this another assignment's worksheet?"
                )
        self.numbers[assignment, number] = student
        return True

    def members(self, group: str) -> list[Person]:
        """Who is in a group, by its name."""
        return [p for p in self.people.values() if group in p.groups]

    @cached_property
    def groups(self) -> list[str]:
        """The names of the groups."""
        return sorted({group for person in self.people.values() for group in person.groups})

    def merged(
        self, people: Iterable[Person], key: str, grouped: bool = False
    ) -> tuple["Roster", list[Change]]:
        """The roster with what a table says of people, and what that changes; nobody goes.

        Parameters
        ----------
        people : with empty `student`, and "" for what the table does not say
        key : the kind of id that somebody new is known by, "" for the one that the class has
        grouped : whether the table says who is in no group

        Raises
        ------
        CourseError
            When somebody cannot be told apart, or has no such id.
        """
        now, key = Roster({**self.people}, {**self.numbers}), key or self.key
        for told in _once_each(people):
            before = self.find(**dict(told.ids()))
            if before is None:
                student = getattr(told, key)
                if not student:
                    raise CourseError(f"{told.name or 'somebody'} has no {key}: choose --id")
                if why := unusable_name(student):
                    raise CourseError(f"{shown(student)}: {why}")
                before = now.people.get(student, Person(student))
                _same(before, told)
            told_now = {k: v for k, v in asdict(told).items() if v and k != "student"}
            if before.first_name and not told.first_name:
                told_now.pop("last_name", None)  # the same name, not divided
            if grouped:
                told_now["groups"] = told.groups
            now.people[before.student] = replace(before, **told_now)
        for (kind, _), students in now._by_id.items():
            if len(students) > 1:
                raise CourseError(f"{' and '.join(sorted(students))} have the same {kind}")
        changes = [
            Change(self.people.get(student), person)
            for student, person in now.people.items()
            if self.people.get(student) != person
        ]
        return now, changes

    @property
    def key(self) -> str:
        """The kind of id that students are known by here; the login where nobody is yet."""
        of = self.people.values()
        kinds = (kind for kind in ("login", "sis", "email", "canvas"))
        return next((k for k in kinds if all(getattr(p, k) == p.student for p in of)), "login")

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for person in self.people.values():
            for kind, value in person.ids():
                found.setdefault((kind, folded(value)), set()).add(person.student)
        return found


def folded(text: str) -> str:
    """An id for comparison: e-mail addresses and logins do not differ in capitals."""
    return unicodedata.normalize("NFC", text.strip().casefold())


def _same(person: Person, told: Person) -> None:
    """Refuse to take somebody for a person with other ids, such as one who had the login before."""
    for kind, value in told.ids():
        if (own := getattr(person, kind)) and folded(own) != folded(value):
            both = f"one with {kind} {shown(own)} and one with {kind} {shown(value)}"
            raise CourseError(f"{shown(person.student)}: two people, {both}: choose another --id")


def _once_each(people: Iterable[Person]) -> Iterable[Person]:
    """People who have a row for each of their groups, with all of them."""
    found: dict[tuple[tuple[str, str], ...], Person] = {}
    for person in people:
        before = found.setdefault(tuple(person.ids()), person)
        more = tuple(group for group in person.groups if group not in before.groups)
        found[tuple(person.ids())] = replace(before, groups=before.groups + more)
    return found.values()


def _texts(person: Person) -> dict[str, str]:
    return {**asdict(person), "groups": " | ".join(person.groups)}


def _rows(course: Course, file: str, *needed: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of one of our tables, if it is there, with their line numbers."""
    if not (course.root / file).exists():
        return
    sheet = Sheet.open(course.root / file)
    for title in needed:
        if title not in sheet.titles:
            raise CourseError(f"{file}: no column “{title}”: write one")
    for line, row in enumerate(sheet.rows[1:], 2):
        if not row.blank:
            yield line, {title: unguarded(row[n].strip()) for n, title in enumerate(sheet.titles)}


def _write(path: Path, titles: list[str], rows: Iterable[Iterable[str]]) -> None:
    file = io.StringIO()
    guarded = ([harmless(cell) for cell in row] for row in rows)
    csv.writer(file, lineterminator="\n").writerows([titles, *guarded])
    write_atomically(path, file.getvalue())
