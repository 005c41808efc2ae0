"""``course grade``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from grading.classroom.commands.console import Assignment, Student, need, progress, write
from grading.console import err, out
from grading.paths import Course, CourseError
from grading.text import plain, shown

if TYPE_CHECKING:
    from grading.classroom.run import Outcome
    from grading.classroom.settings import Settings

__all__ = ["grade"]

COLOURS = {"passed": "green", "not_attempted": "yellow", "missing": "yellow"}
Force = Annotated[bool, typer.Option("--force", "-f", help="Grade what is unchanged, too.")]


def grade(
    path: Annotated[
        Path | None,
        typer.Argument(help="One notebook: graded, answered, nothing written. Or a folder."),
    ] = None,
    assignment: Assignment = None,
    student: Student = None,
    folder: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Submissions of this folder instead of submitted/."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", "-j", min=1, help="Processes; one a core by default.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="tcp://…", help="Grade on a Dask cluster.")
    ] = None,
    force: Force = False,
    seed: Annotated[
        int | None, typer.Option(min=0, max=2**31 - 1, help="Of the random inputs; else fresh.")
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(min=0.1, help="Seconds for each cell; a test gets half as many again."),
    ] = None,
    without_isolation: Annotated[
        bool,
        typer.Option(
            "--without-isolation",
            help="Give up the walls: submitted code can read and change what you can.",
        ),
    ] = False,
    answer: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="One notebook's answer as JSON; - to print."),
    ] = None,
) -> None:
    """Grade submissions into nbgrader's gradebook, or one notebook for a look."""
    from grading.classroom.settings import Settings
    from grading.sealed.examiner.report import Limits

    need(folder is None or path is None, "give one folder: PATH or --folder, not both")
    notebook = path if path and not path.is_dir() else None
    need(bool(notebook) or answer is None, "--json belongs to a single notebook: name the file")
    for_class = {"scheduler": scheduler, "student": student, "workers": workers, "force": force}
    for name in (name for name, value in for_class.items() if notebook and value):
        raise CourseError(f"--{name} is for a class, not for a single notebook")
    limits = Limits() if timeout is None else Limits.of(timeout)
    course = Course.find()
    settings = Settings(
        folder=path or folder, assignments=tuple(assignment or ()), student=student,
        workers=workers, force=force, seed=seed, scheduler=scheduler, limits=limits,
        isolation="none" if without_isolation else "auto",
    )  # fmt: skip
    if notebook:
        _grade_one(course, notebook, settings, answer)
        return
    from grading.classroom.collecting.enrolment import write_names
    from grading.classroom.collecting.roster import Roster
    from grading.classroom.lock import changing
    from grading.classroom.run import Batch

    batch = Batch(course, settings)
    with changing(course), progress("Grading", len(batch)) as step:
        outcome = batch.run(step)
        write_names(course, Roster.load(course))
    _tell(outcome)
    if outcome.failed:
        for failure in outcome.failed:
            err.print(plain(failure), markup=False)
        raise CourseError(f"{len(outcome.failed)} could not be graded: see above")


def _grade_one(course: Course, path: Path, settings: "Settings", answer: Path | None) -> None:
    from grading.classroom.single import grade_file

    report = grade_file(course, path, settings)
    if answer is not None:
        write(answer, json.dumps(report.as_dict(), indent=2, ensure_ascii=True) + "\n")
        return
    title = f"{report.assignment}: {report.score:g} of {report.max_score:g}"
    table = Table(title=title, title_justify="left")
    for column in ("exercise", "score", "verdict", ""):
        table.add_column(column, overflow="fold")
    for each in report.exercises:
        colour = COLOURS.get(each.verdict, "red")
        score = f"{each.score:g} of {each.points:g}"
        verdict = Text(each.verdict.replace("_", " "), style=colour)
        name = each.grade_id.removeprefix("test_")
        table.add_row(name, score, verdict, Text(shown(each.message, 300)))
    for own in report.by_hand:
        score = f"0 of {own.points:g}" if own.score == 0 else f"not graded yet, of {own.points:g}"
        told = "not attempted" if own.score == 0 else "to be graded by hand"
        table.add_row(own.grade_id, score, Text(told, style="yellow"), "")
    out.print(table)
    out.print(f"seed {report.seed}, isolation {report.isolation}", style="dim")
    for note in report.notes:
        out.print(shown(note), markup=False)


def _tell(outcome: "Outcome") -> None:
    """A line for each assignment, then whatever an instructor may want to look at."""
    if outcome.graded:
        table = Table("assignment", "graded", "mean", "most missed", title_justify="left")
        versions = [(report["assignment"], report["earlier"]) for report in outcome.graded]
        for name, earlier in sorted(set(versions)):
            both = zip(versions, outcome.graded, strict=True)
            of = [report for version, report in both if version == (name, earlier)]
            mean = sum(report["score"] for report in of) / len(of)
            missed: dict[str, int] = {}
            for report in of:
                for each in report["exercises"]:
                    failed = each["verdict"] != "passed"
                    missed[each["grade_id"]] = missed.get(each["grade_id"], 0) + failed
            worst, count = max(missed.items(), key=lambda item: item[1], default=("", 0))
            hard = f"{worst.removeprefix('test_')} ({count} of {len(of)})" if count else ""
            most = f"{of[0]['max_score']:g}"
            if points := sum(each["points"] for each in of[0].get("by_hand", [])):
                most += f", and {points:g} by hand"
            title = f"{name}, earlier version" if earlier else name
            table.add_row(title, str(len(of)), f"{mean:.1f} of {most}", hard)
        out.print(table)
    for note in sorted(outcome.notes):
        out.print(shown(note, 300), markup=False)
    if outcome.waiting:
        wait = "answer waits" if outcome.waiting == 1 else "answers wait"
        out.print(f"{outcome.waiting} {wait} to be graded by hand: formgrader, Manual Grading")
    if outcome.earlier:
        out.print(f"{outcome.earlier} graded by an earlier version, the one that they got")
    reasons = [f"{count} ({why})" for why, count in outcome.executed.items() if why != "new"]
    if reasons:
        out.print(f"executed again: {', '.join(reasons)}")
    if outcome.reworded:
        out.print(f"nothing executed, but said in the catalogue's new words: {outcome.reworded}")
    parts = [f"{len(outcome.graded)} graded", f"{outcome.unchanged} unchanged"]
    if outcome.graded:
        parts += [f"{outcome.seconds:.1f} s", f"seed {outcome.seed}"]
        parts += [f"isolation {outcome.isolation}"] * bool(outcome.isolation)
    out.print(", ".join(parts))
