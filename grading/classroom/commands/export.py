"""``course export``."""

from pathlib import Path
from typing import Annotated

import typer

from grading.classroom.commands.console import Assignment, Student, out, write
from grading.paths import Course

__all__ = ["export"]


def export(
    to: Annotated[Path, typer.Option(metavar="FILE", help="The CSV file; - to print.")] = Path(
        "grades.csv"
    ),
    assignment: Assignment = None,
    student: Student = None,
) -> None:
    """Write the grades as CSV, in which no name can be a spreadsheet's formula."""
    from grading.classroom.export import grades_csv

    course = Course.find()
    text = grades_csv(course, course.select(assignment), student)
    write(to, text)
    if str(to) != "-":
        out.print(f"wrote {to}", markup=False)
