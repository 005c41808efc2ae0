"""``course export``."""

from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grading.classroom.commands.console import Assignment, Student, need, write
from grading.console import err, out
from grading.paths import Course, CourseError
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.lms.filling import Filling
    from grading.classroom.lms.grades import Plan
    from grading.classroom.totals import Terms

__all__ = ["export"]

MOST_NAMED = 10
MOST_STEP = 1000  # of points


class Lms(StrEnum):
    """Whose grade files can be filled."""

    canvas = "canvas"
    moodle = "moodle"
    blackboard = "blackboard"
    brightspace = "brightspace"


def export(
    file: Annotated[
        Path | None, typer.Argument(help="With --for: the grade file that your LMS gave.")
    ] = None,
    lms: Annotated[
        Lms | None, typer.Option("--for", help="Fill this LMS's own grade file, to be uploaded.")
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What is written; - to print. Else grades.csv, or beside FILE as …_upload.",
        ),
    ] = None,
    assignment: Assignment = None,
    student: Student = None,
    column: Annotated[
        str | None, typer.Option(metavar="TITLE", help="The assignment's column in FILE.")
    ] = None,
    scale: Annotated[
        bool, typer.Option("--scale", help="Scale scores to the maximum that FILE says.")
    ] = False,
    total: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help="Fill this column alone, with the course's total."),
    ] = None,
    weights: Annotated[
        str | None, typer.Option(metavar="NAME=N,…", help="In the total; 1 where none is given.")
    ] = None,
    drop: Annotated[
        int, typer.Option("--drop-lowest", min=0, metavar="N", help="Left out of each total.")
    ] = 0,
    step: Annotated[
        float | None,
        typer.Option("--round", metavar="STEP", help="Totals to multiples of it, halves up."),
    ] = None,
    zero: Annotated[
        bool,
        typer.Option("--missing-as-zero", help="In totals, what was not handed in counts as 0."),
    ] = False,
    incomplete: Annotated[
        bool,
        typer.Option("--incomplete", help="What is still to be graded by hand counts as 0."),
    ] = False,
) -> None:
    """Write the grades: as CSV, or into the grade file of your LMS, which then takes it back.

    As CSV no name can be a spreadsheet's formula. A file for an LMS has only the rows that change;
    whoever handed in nothing, or has an answer that is still to be graded by hand, keeps what
    stands there.
    """
    course = Course.find()
    need((lms is None) == (file is None), "--for and the LMS's grade file go together")
    folder = to.parent if to else Path()
    need(folder.is_dir(), f"{folder}: no such folder: make it first, or correct the name")
    if lms is None or file is None:
        need(not (column or total or scale), "--column, --total and --scale belong to --for")
        to, names = to or Path("grades.csv"), course.select(assignment)
        _plain(course, to, names, bool(assignment), student, incomplete)
        return
    names = course.select(assignment)
    to = to or file.with_name(f"{file.stem}_upload{file.suffix}")
    need(to.resolve() != file.resolve(), f"{to}: is the LMS's own file: give --to another name")
    filling = _filling(course, lms, file, names, bool(assignment), student, incomplete)
    if total is not None:
        need(not filling.file.single, "--total: a worksheet of Moodle is about one assignment")
        need(not (column or scale), "--column and --scale are for assignments, not for --total")
        plans = [filling.total(total, _terms(weights, drop, step, zero))]
    else:
        idle = weights is None and not drop and step is None and not zero
        need(idle, "--weights, --drop-lowest, --round and --missing-as-zero belong to --total")
        one = len(names) == 1 or not (column or filling.file.single)
        need(one, "this is about one assignment: name it with --assignment")
        plans = filling.assignments(column, scale)
    _finish(course, filling, plans, to)


def _plain(
    course: Course,
    to: Path,
    names: list[str],
    named: bool,
    student: str | None,
    incomplete: bool,
) -> None:
    """The CSV with nbgrader's columns."""
    from grading.classroom.export import grades_csv
    from grading.classroom.policies.proposal import unsettled

    text, left, there = grades_csv(course, names, student, incomplete)
    _known(names if named else [], there)
    changed = unsettled(course, names, student)
    write(to, text)
    for line in (*left, *changed):
        (err if str(to) == "-" else out).print(shown(line, 2000), markup=False)
    if str(to) != "-":
        out.print(f"wrote {to}", markup=False)


def _filling(
    course: Course,
    lms: Lms,
    file: Path,
    names: list[str],
    named: bool,
    student: str | None,
    incomplete: bool,
) -> "Filling":
    from grading.classroom.collecting.roster import Roster
    from grading.classroom.gradebook.scores import read_scores
    from grading.classroom.lms.filling import Filling
    from grading.classroom.lms.grades import open_grades

    table = open_grades(lms, file)
    scores, students = read_scores(course, names, incomplete)
    _known(names if named else [], {each.assignment for each in scores})
    need(student in (None, *students), f"the gradebook has no student {student}")
    return Filling(table, scores, Roster.load(course), students, student)


def _known(named: list[str], graded: Collection[str]) -> None:
    """Refuse an assignment that was asked for by name and has no grades."""
    for name in (name for name in named if name not in graded):
        raise CourseError(f"{name}: nothing of it has been graded yet: run `course grade` first")


def _terms(weights: str | None, drop: int, step: float | None, zero: bool) -> "Terms":
    from grading.classroom.totals import Terms, weights_of

    need(step is None or 0 < step <= MOST_STEP, f"--round: above 0, and at most {MOST_STEP}")
    exact = None if step is None else Decimal(str(step))
    need(exact is None or not exact % Decimal("0.01"), "--round: two decimals")
    return Terms(weights_of(weights) if weights else {}, drop, exact, zero)


def _finish(course: Course, filling: "Filling", plans: "list[Plan]", to: Path) -> None:
    """Say what changes, and write it."""
    from grading.classroom.gradebook.scores import OUTDATED
    from grading.classroom.lms.grades import upload
    from grading.classroom.policies.proposal import unsettled

    file, console = filling.file, err if str(to) == "-" else out
    if filling.only is None and not any(plan.known for plan in plans):
        raise CourseError(
            f"{file.sheet.name}: no row is of anybody in roster.csv or the gradebook: "
            f"run `course roster {file.sheet.name}` first"
        )
    for plan in plans:
        _tell(console, plan)
    for scores in filling.scores:
        if not (whose := sorted(w for w in scores.outdated if filling.only in (None, w))):
            continue
        names = ", ".join(whose)
        console.print(shown(f"{scores.assignment}: {OUTDATED}: {names}", 2000), markup=False)
    for line in unsettled(course, [each.assignment for each in filling.scores], filling.only):
        console.print(shown(line, 2000), markup=False)
    done = {plan.name for plan in plans}
    if "total" not in done:
        for scores in (each for each in filling.scores if each.assignment not in done):
            console.print(f"{scores.assignment}: no column is called like it", markup=False)
    if not any(plan.changes for plan in plans):
        console.print("no score differs that could go there: nothing to upload, nothing written")
        return
    write(to, upload(file, plans))
    if str(to) != "-":
        out.print(f"wrote {shown(to, 2000)}", markup=False)
    for advice in file.advice:
        console.print(f"before you upload it: {advice}", markup=False)


def _tell(console: Console, plan: "Plan") -> None:
    """What changes in a column, how often; then what stays, and why."""
    from grading.classroom.lms.grades import NOTHING

    title = f"{plan.name} → {shown(plan.item.title)}"
    counts = Counter((change.old, change.new) for change in plan.changes)
    if counts:
        table = Table("old", "new", "students", title=Text(title), title_justify="left")
        for (old, new), count in sorted(counts.items()):
            table.add_row(Text(shown(old) or "(empty)"), new, str(count))
        console.print(table)
    told = f"{len(plan.changes)} changed, {plan.unchanged} unchanged"
    console.print(f"{title}: {told}, {len(plan.left)} left alone", markup=False)
    if plan.item.maximum is None:
        console.print("  the file does not say its maximum: it is taken to be ours", markup=False)
    reasons: dict[str, list[str]] = {}
    for left in plan.left:
        reasons.setdefault(left.why, []).append(left.who)
    for why, who in reasons.items():
        named = [shown(each, 80) for each in who[:MOST_NAMED]] if why != NOTHING else []
        more = [f"and {len(who) - MOST_NAMED} more"] if named and len(who) > MOST_NAMED else []
        names = f": {', '.join(named + more)}" if named else ""
        console.print(f"  {shown(why, 300)} ({len(who)}){names}", markup=False)
