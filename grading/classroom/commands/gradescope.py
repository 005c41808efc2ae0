"""``course gradescope``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from grading.classroom.commands.console import need
from grading.console import out
from grading.paths import Course, CourseError, write_atomically

__all__ = ["gradescope"]


def gradescope(
    submission: Annotated[Path, typer.Option(metavar="DIR", help="What the student uploaded.")],
    results: Annotated[Path, typer.Option(metavar="FILE", help="The results.json to write.")],
    metadata: Annotated[
        Path, typer.Option(metavar="FILE", help="Gradescope's submission_metadata.json.")
    ] = Path("submission_metadata.json"),
    assignment: Annotated[
        str | None,
        typer.Option("--assignment", "-a", metavar="NAME", help="Where there are several."),
    ] = None,
    without_isolation: Annotated[
        bool,
        typer.Option(
            "--without-isolation",
            help="Grade all the same where no walls can be had; the output says so.",
        ),
    ] = False,
) -> None:
    """Grade one submission in Gradescope's container; `course bundle --for gradescope` runs it."""
    from grading.classroom.gradescope import STUB, graded, remarks
    from grading.classroom.gradescope import results as told
    from grading.classroom.settings import Settings

    _write(results, dict(STUB))
    course = Course.find()
    names = course.select([assignment] if assignment else None)
    need(len(names) == 1, "which assignment is it? Say so with --assignment NAME")
    settings = Settings(isolation="none" if without_isolation else "auto")
    report = graded(course, names[0], submission, settings)
    _write(results, told(report))
    for line in remarks(report, metadata):
        out.print(line, markup=False)


def _write(path: Path, content: dict) -> None:
    try:
        write_atomically(path, json.dumps(content, indent=1) + "\n")
    except OSError as error:
        raise CourseError(f"{path}: cannot be written: {error.strerror}") from None
