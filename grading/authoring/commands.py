"""The commands for who writes the course: from its sources to what is handed out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from grading.console import Names, out
from grading.paths import Course, CourseError

__all__ = ["build", "bundle", "lint", "sheet", "site", "wheel"]


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


def lint(names: Names = None) -> None:
    """Check the sources and what was generated from them against the course's rules."""
    from grading.authoring.lint import lint

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


def wheel(
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the file; else build/wheel/.")
    ] = None,
) -> None:
    """Make deepcalc-….whl, the file that students put beside a notebook on Colab."""
    from grading.authoring.bundle import student_wheel

    course = Course.find()
    path = student_wheel(course, into or course.root / "build" / "wheel")
    out.print(f"wrote {course.show(path)}", markup=False)


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

    course = Course.find()
    into = into or course.root / "build" / "site"
    made = site(course, into.resolve(), Pyodide(pyodide or ADDRESS), offline, solutions)
    out.print(f"wrote {course.show(made)}/", markup=False)


def sheet(
    into: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for the page; else build/sheet/.")
    ] = None,
) -> None:
    """Make the cheat sheet for printing: one page, as PDF where Chromium is there, else HTML."""
    from grading.authoring.sheet import sheet

    course = Course.find()
    made = sheet(course, into or course.root / "build" / "sheet")
    for path in made:
        out.print(f"wrote {course.show(path)}", markup=False)
    if len(made) == 1:
        out.print("no Chromium here: open the page in a browser and print it")
