"""``course collect``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grading.classroom.commands.console import need, progress
from grading.console import out
from grading.paths import Course, CourseError
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.collecting.intake import Collected, Intake

__all__ = ["collect"]

STYLES = {"new": "green", "known": "dim", "refused": "red", "nobody's": "red"}
LOST = ("refused", "nobody's")
MOST_NAMES = 10


def collect(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="Zips of your LMS, or folders; for Moodle the grading worksheet, too.",
        ),
    ],
    assignment: Annotated[
        str, typer.Option("--assignment", "-a", metavar="NAME", help="If the files do not say so.")
    ] = "",
    zone: Annotated[
        str, typer.Option(metavar="ZONE", help="Of the LMS's clock, such as Europe/Berlin.")
    ] = "",
    lms: Annotated[
        str, typer.Option("--from", metavar="LMS", help="If the names of the files do not say so.")
    ] = "",
    mapping: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="A table that says whose each file is."),
    ] = None,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Take people without a name by their number.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would come; write nothing.")
    ] = False,
) -> None:
    """Bring what was handed in from your LMS into submitted/, each attempt kept."""
    from grading.classroom.collecting.intake import Intake, Options
    from grading.classroom.lms.members.known import LMS
    from grading.classroom.lock import alone

    need(lms in ("", *LMS), f"--from {shown(lms)}: choose from {', '.join(LMS)}")
    course = Course.find()
    course.select([assignment] if assignment else None)
    options = Options(assignment, lms, zone, mapping, anonymous)
    with alone(course), Intake(course, files, options) as intake:
        with progress("Collecting", len(intake)) as step:
            found = list(intake.collect(not dry_run, step))
        if not dry_run:
            intake.write_participants()
        _tell(course, intake, found, dry_run)
    lost = [each for each in found if each.state in LOST]
    if lost:
        raise CourseError(f"{len(lost)} could not be collected: see above")


def _tell(course: Course, intake: "Intake", found: list["Collected"], dry_run: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    told = [each for each in found if dry_run or each.state in LOST or each.why]
    if told:
        table = Table("whose", "handed in", "what", "")
        for column in table.columns:
            column.overflow = "fold"
        for each in sorted(told, key=lambda each: (each.state == "nobody's", each.student)):
            whose = each.student or f"({each.who or Path(each.archive).name})"
            when = f"{each.when}{' late' * bool(each.late)}".strip()
            what = [shown(file, 80) for file in each.files] + [shown(each.why, 200)] * bool(
                each.why
            )
            state = Text(each.state, STYLES[each.state])
            table.add_row(Text(shown(whose)), when, Text("\n".join(what)), state)
        out.print(table)
    for name, missing in intake.missing().items() if not dry_run else ():
        if missing:
            some = ", ".join(missing[:MOST_NAMES]) + ", …" * (len(missing) > MOST_NAMES)
            out.print(f"{name}: {len(missing)} handed in nothing: {shown(some, 300)}", markup=False)
    counts = {state: sum(each.state == state for each in found) for state in STYLES}
    would = "would be " if dry_run else ""
    new, known, refused, nobody = counts.values()
    refused_too = f", {refused} refused" if refused else ""
    out.print(f"{new} {would}collected, {known} known already, {nobody} nobody's{refused_too}")
