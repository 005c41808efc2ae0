"""``course roster``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grading.classroom.commands.console import confirmed
from grading.console import out
from grading.paths import Course, CourseError
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.collecting.roster import Roster

__all__ = ["roster"]


def roster(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]…", help="Tables of your LMS; none to see who is there."),
    ] = None,
    key: Annotated[
        str,
        typer.Option("--id", help="What new students are known by: login, sis, email or canvas."),
    ] = "",
    assignment: Annotated[
        str,
        typer.Option(
            "--assignment", "-a", metavar="NAME", help="Whose worksheet it is, from Moodle."
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Write without asking.")] = False,
) -> None:
    """Read who is in the class from your LMS's tables; show what changes, then write it."""
    from grading.classroom.collecting.enrolment import enrol
    from grading.classroom.collecting.roster import IDS, Roster
    from grading.classroom.lock import changing

    if key not in ("", *IDS):
        raise CourseError(f"--id {shown(key)}: choose from {', '.join(IDS)}")
    course = Course.find()
    if assignment:
        course.select([assignment])
    if not files:
        _show(Roster.load(course))
        return
    enrolled = enrol(course, files, key, assignment)
    for line in enrolled.told:
        out.print(shown(line, 300), markup=False)
    if enrolled.missing:
        people = ", ".join(enrolled.missing[:10]) + ", …" * (len(enrolled.missing) > 10)
        out.print(f"not in these tables, and kept: {shown(people, 300)}", markup=False)
    if not enrolled.changes and not enrolled.numbered:
        out.print(f"nothing changes; {len(enrolled.roster.people)} people")
        return
    if confirmed(f"Write {len(enrolled.changes)} changes to roster.csv?", yes):
        with changing(course):
            enrolled.write(course)
        out.print(f"wrote roster.csv: {len(enrolled.roster.people)} people")


def _show(roster: "Roster") -> None:
    from rich.table import Table
    from rich.text import Text

    if not roster.people:
        raise CourseError("roster.csv: nobody yet: name a table of your LMS that lists the class")
    table = Table("student", "name", "e-mail", "section", "groups")
    for person in sorted(roster.people.values(), key=lambda p: (p.last_name, p.first_name)):
        groups = ", ".join(person.groups)
        cells = (person.student, person.name, person.email, person.section, groups)
        table.add_row(*(Text(shown(cell)) for cell in cells))
    out.print(table)
    out.print(f"{len(roster.people)} people")
