"""``course erase``."""

from typing import Annotated

import typer

from grading.classroom.commands.console import confirmed, need
from grading.console import out
from grading.paths import Course
from grading.text import shown

__all__ = ["erase"]


def erase(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The id in the gradebook.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Delete without asking.")] = False,
) -> None:
    """Delete all that there is of a student: files, rows, and what was recorded."""
    from grading.classroom import erase as erasing
    from grading.classroom.collecting.roster import Roster
    from grading.classroom.lock import alone

    course = Course.find()
    person = Roster.load(course).people.get(student)
    found = erasing.traces(course, student)
    need(bool(found), f"{shown(student)}: there is nothing of a student with this id")
    for trace in found:
        out.print(f"  {shown(trace, 300)}", markup=False)
    if not confirmed(f"Delete all this of {shown(student)}, for good?", yes):
        raise typer.Exit(1)
    with alone(course):
        erasing.erase(course, student)
    words = {student, *((person.email, person.login) if person else ())} - {""}
    left = erasing.mentions(course, words)
    out.print(f"nothing is left of {shown(student)}" if not left else "still named in:")
    for name in left:
        out.print(f"  {shown(name, 300)}: yours to keep or delete", markup=False)
