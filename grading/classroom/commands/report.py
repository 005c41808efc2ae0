"""``course report``."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from grading.classroom.commands.console import Assignment, need, progress
from grading.console import out
from grading.paths import Course
from grading.text import shown

__all__ = ["report"]


def report(
    assignment: Assignment = None,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder for the pages; else report/, or report/pseudonyms/."
        ),
    ] = None,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="No name, id or address of a student anywhere.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the numbers as JSON, and write nothing.")
    ] = False,
) -> None:
    """Show how the class did: a page for each assignment, with the same as JSON and CSV."""
    from grading.classroom.report.files import report_data, write_report

    need(to is None or not as_json, "--json writes no files: leave out --to")
    course = Course.find()
    if as_json:
        data = report_data(course, assignment, pseudonyms, progress)
        sys.stdout.write(json.dumps(data, indent=2, allow_nan=False) + "\n")
        return
    # Apart, so that no page with names lies beside those without.
    folder = to or course.root / "report" / ("pseudonyms" if pseudonyms else "")
    for path in write_report(course, assignment, folder, pseudonyms, progress):
        out.print(f"wrote {shown(course.show(path), 2000)}", markup=False)
