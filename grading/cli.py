"""The ``course`` command."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

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
from grading.paths import Course, CourseError
from grading.text import shown

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]…", help="Assignments; all when none is named.")
]


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


@app.command()
def build(
    names: Names = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when what is committed differs.")
    ] = False,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="Accept missing tests, and points that do not add up yet."),
    ] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Run the solutions for the pictures in them.")
    ] = False,
) -> None:
    """Generate source/*/*.ipynb, notebooks/ and solutions/ from source/*.py."""
    from grading.authoring.build import build, differences, without_pictures, write_changed
    from grading.classroom.replaced import replaced

    with clear_errors():
        course = Course.find()
        texts = build(course, names, draft=draft, pictures=pictures)
        former = replaced(course, texts)
        for each in former:
            out.print(str(each), markup=False)
        if check:
            stale = differences(course, texts)
            for name in stale:
                out.print(f"{name}: differs from its source: run `course build`", markup=False)
            if stale:
                raise typer.Exit(1)
        else:
            for each in former:
                each.keep()
            lost = without_pictures(texts)
            for path in write_changed(texts):
                out.print(f"wrote {course.show(path)}", markup=False)
            for path in lost:
                again = "its pictures are gone with what made them: run `course build --pictures`"
                out.print(f"{course.show(path)}: {again}", markup=False)
        out.print(f"{len(texts)} notebooks are up to date with their sources")


@app.command()
def lint(names: Names = None) -> None:
    """Check the sources and what was generated from them against the course's rules."""
    from grading.authoring.lint import lint

    with clear_errors():
        course = Course.find()
        findings = lint(course, names)
        for finding in findings:
            out.print(str(finding), markup=False)
        if findings:
            out.print(f"{len(findings)} to correct")
            raise typer.Exit(1)
        out.print(f"{len(course.select(names))} notebooks keep the rules")


class Whom(StrEnum):
    """For whom assignments are packed."""

    students = "students"
    gradescope = "gradescope"


@app.command()
def bundle(
    names: Names = None,
    whom: Annotated[
        Whom,
        typer.Option("--for", help="gradescope: autograders, with the tests and the solutions."),
    ] = Whom.students,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the zips; else build/bundle/.")
    ] = None,
    without_isolation: Annotated[
        bool,
        typer.Option(
            "--without-isolation",
            help="In Gradescope, grade all the same where no walls can be had.",
        ),
    ] = False,
) -> None:
    """Pack assignments for an LMS: a zip each, with notebook, helpers and a page for students."""
    from grading.authoring.autograder import autograders
    from grading.authoring.bundle import bundle

    with clear_errors():
        course = Course.find()
        into = into or course.root / "build" / "bundle"
        if whom is Whom.gradescope:
            made = autograders(course, names, into, without_isolation)
        elif without_isolation:
            raise CourseError("--without-isolation belongs to --for gradescope")
        else:
            made = bundle(course, names, into)
        for path in made:
            out.print(f"wrote {course.show(path)}", markup=False)


@app.command()
def wheel(
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the file; else build/wheel/.")
    ] = None,
) -> None:
    """Make deepcalc-….whl, the file that students put beside a notebook on Colab."""
    from grading.authoring.bundle import student_wheel

    with clear_errors():
        course = Course.find()
        path = student_wheel(course, into or course.root / "build" / "wheel")
        out.print(f"wrote {course.show(path)}", markup=False)


@app.command()
def site(
    pyodide: Annotated[
        str | None,
        typer.Option(
            metavar="DIR|URL",
            help="Where Python for the browser lies; else its official address.",
        ),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="A site that asks no other server for anything.")
    ] = False,
    solutions: Annotated[
        bool, typer.Option("--solutions", help="With the worked solutions.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the site; else build/site/.")
    ] = None,
) -> None:
    """Build a web site on which the notebooks run in the browser, with nothing to install."""
    from grading.authoring.site.build import site
    from grading.authoring.site.pyodide import ADDRESS, Pyodide

    with clear_errors():
        course = Course.find()
        into = into or course.root / "build" / "site"
        made = site(course, into.resolve(), Pyodide(pyodide or ADDRESS), offline, solutions)
        out.print(f"wrote {course.show(made)}/", markup=False)


@app.command()
def sheet(
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the page; else build/sheet/.")
    ] = None,
) -> None:
    """Make the cheat sheet for printing: one page, as PDF where Chromium is there, else HTML."""
    from grading.authoring.sheet import sheet

    with clear_errors():
        course = Course.find()
        made = sheet(course, into or course.root / "build" / "sheet")
        for path in made:
            out.print(f"wrote {course.show(path)}", markup=False)
        if len(made) == 1:
            out.print("no Chromium here: open the page in a browser and print it")


@app.command()
def sample(
    names: Names = None,
    into: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder for <student>/<assignment>/; else submitted/."),
    ] = None,
) -> None:
    """Make a sample class's submissions, good and bad, from notebooks/ and solutions/."""
    from grading.proof.sample import CLASS, write_sample

    with clear_errors():
        course = Course.find()
        written = write_sample(course, names, into and into.resolve())
        folder = course.show(written[0].parents[2]) if written else "submitted"
        out.print(f"{len(written)} submissions of {len(CLASS)} sample students in {folder}/")


@app.command()
def demo(names: Names = None) -> None:
    """Grade a sample class in build/demo and show its scores; nothing else is touched."""
    from grading.proof.demo import demo

    with clear_errors():
        course = Course.find()
        demo(course, names, course.root / "build" / "demo", out)


@app.command()
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

    with clear_errors():
        if not evidence(Course.find(), names, seeds, workers, json, out, seed, exercise or ()):
            raise typer.Exit(1)


@app.command()
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

    with clear_errors():
        if not bench(Course.find(), Sizes(students, stock, repeated, against), seed, out):
            raise typer.Exit(1)


for each in (
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
