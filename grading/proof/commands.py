"""The commands that show what the grader does, and prove it."""

from pathlib import Path
from typing import Annotated

import typer

from grading.console import Names, out
from grading.paths import Course

__all__ = ["bench", "demo", "evidence", "sample"]


def sample(
    names: Names = None,
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder for <student>/<assignment>/; else submitted/."),
    ] = None,
) -> None:
    """Make a sample class's submissions, good and bad, from notebooks/ and solutions/."""
    from grading.proof.sample import CLASS, write_sample

    course = Course.find()
    written = write_sample(course, names, into and into.resolve())
    folder = course.show(written[0].parents[2]) if written else "submitted"
    out.print(f"{len(written)} submissions of {len(CLASS)} sample students in {folder}/")


def demo(names: Names = None) -> None:
    """Grade a sample class in build/demo and show its scores; nothing else is touched."""
    from grading.proof.demo import demo

    course = Course.find()
    demo(course, names, course.root / "build" / "demo", out)


def evidence(
    names: Names = None,
    seeds: Annotated[
        int, typer.Option(min=1, help="Seeds with which each right answer is graded.")
    ] = 20,
    workers: Annotated[
        int | None, typer.Option("--workers", "-j", min=1, help="Processes; one a core by default.")
    ] = None,
    json: Annotated[
        Path | None, typer.Option(help="Write the table to this file as well.", metavar="FILE")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(min=0, help="Repeats an earlier run's numbers.")
    ] = None,
    exercise: Annotated[
        list[str] | None, typer.Option("--exercise", "-e", help="Only this; may be given again.")
    ] = None,
) -> None:
    """Prove the grading: grade all catalogued answers and mutants, and print the table."""
    from grading.proof.evidence.command import evidence

    if not evidence(Course.find(), names, seeds, workers, json, out, seed, exercise or ()):
        raise typer.Exit(1)


def bench(
    students: Annotated[int, typer.Option(help="In the generated class.", min=8)] = 40,
    stock: Annotated[int, typer.Option(help="Of them, graded by stock nbgrader too.", min=1)] = 1,
    repeated: Annotated[int, typer.Option(help="Submissions of the long run.", min=60)] = 2000,
    seed: Annotated[int, typer.Option(min=0, help="Draws another class.")] = 0,
    against: Annotated[
        str, typer.Option(metavar="COMMIT", help="An earlier grader, on notebooks of its own.")
    ] = "",
) -> None:
    """Measure the grader beside stock nbgrader and beside no isolation; write build/bench.json."""
    from grading.proof.bench.command import Sizes, bench

    if not bench(Course.find(), Sizes(students, stock, repeated, against), seed, out):
        raise typer.Exit(1)
