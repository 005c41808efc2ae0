"""``course log``."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from grading.classroom.commands.console import Assignment, Student, write
from grading.console import out
from grading.paths import Course
from grading.text import shown

__all__ = ["log"]


def log(
    assignment: Assignment = None,
    student: Student = None,
    last: Annotated[int, typer.Option(min=1, metavar="N", help="Only the latest N.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything, as data.")] = False,
) -> None:
    """List what was changed by commands and by hand: who, when, old and new."""
    from pathlib import Path

    from rich.table import Table
    from rich.text import Text

    from grading.classroom.gradebook.history import entries

    course = Course.find()
    names = course.select(assignment) if assignment else []
    found = list(entries(course, student, names))
    if as_json:
        write(Path("-"), json.dumps([asdict(each) for each in found], indent=1) + "\n")
        return
    table = Table("when", "who", "what", "of", "old", "new")
    for column in table.columns:
        column.overflow = "fold"
    for each in found[-last:]:
        of = " ".join(filter(None, (each.student, each.assignment, each.cell)))
        old, new = ("" if value is None else shown(value, 200) for value in (each.old, each.new))
        cells = (each.at, shown(each.who), shown(each.what, 200), shown(of), old, new)
        table.add_row(*map(Text, cells))
    out.print(table)
    if len(found) > last:
        out.print(f"{len(found) - last} earlier ones: --last {len(found)} shows all")
