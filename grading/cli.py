"""The ``course`` command."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from grading.authoring import commands as authoring
from grading.classroom.commands import (
    attempts,
    collect,
    deadline,
    erase,
    export,
    extend,
    feedback,
    grade,
    gradescope,
    log,
    report,
    roster,
    similar,
    waive,
)
from grading.console import err
from grading.paths import CourseError
from grading.proof import commands as proof
from grading.text import shown

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@contextmanager
def clear_errors() -> Iterator[None]:
    """One message and exit status 2 for bad input, and for what the system refuses."""
    try:
        yield
    except CourseError as error:
        err.print(f"course: {shown(error, 2000)}", markup=False, style="red")
        raise typer.Exit(2) from None
    except BrokenPipeError:  # whoever read what is printed has seen enough
        raise
    except OSError as error:  # a full disk, a folder that may not be written
        where = f"{shown(error.filename, 2000)}: " if error.filename else ""
        err.print(f"course: {where}{error.strerror}", markup=False, style="red")
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        told = "stopped; what is finished is kept, and the same command once more does the rest"
        err.print(f"course: {told}", style="red")
        raise typer.Exit(130) from None


@app.callback()
def course() -> None:
    """Build, check and grade the course."""


for each in (
    authoring.build,
    authoring.lint,
    authoring.bundle,
    authoring.wheel,
    authoring.site,
    authoring.sheet,
    proof.sample,
    proof.demo,
    proof.evidence,
    proof.bench,
    roster.roster,
    collect.collect,
    attempts.attempts,
    grade.grade,
    deadline.deadline,
    extend.extend,
    waive.waive,
    waive.weigh,
    report.report,
    similar.similar,
    feedback.feedback,
    export.export,
    gradescope.gradescope,
    log.log,
    erase.erase,
):
    app.command()(clear_errors()(each))


if __name__ == "__main__":
    app()
