"""``course attempts``."""

from pathlib import Path
from typing import Annotated

import typer

from grading.classroom.commands.console import need
from grading.console import out
from grading.paths import Course
from grading.text import shown

__all__ = ["attempts"]


def attempts(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The id in submitted/.")],
    assignment: Annotated[str, typer.Argument(metavar="NAME", help="The assignment.")],
    take: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", min=0, help="Let this one count; 0 for the latest again."),
    ] = None,
) -> None:
    """List what a student handed in for an assignment, or choose the attempt that counts."""
    from rich.table import Table
    from rich.text import Text

    from grading.classroom.collecting.attempts import Attempts
    from grading.classroom.lock import alone
    from grading.classroom.material import course_directory

    course = Course.find()
    course.select([assignment])
    directory, _ = course_directory(course)
    own = Attempts(
        course, Path(directory.root) / directory.submitted_directory, assignment, student
    )
    kept = own.kept()
    need(bool(kept), f"{shown(student)}: nothing of {assignment} was collected")
    if take is not None:
        numbers = [each.number for each in kept]
        need(take in (0, *numbers), f"--take {take}: choose from {', '.join(map(str, numbers))}")
        with alone(course):
            own.keep_by_hand()
            own.choose(take or None)
            own.settle()
    counts = own.counts()
    table = Table("attempt", "handed in", "from", "")
    for each in own.kept():
        late = " late" * bool(each.late)
        mark = "counts" if each == counts else ""
        when, archive = f"{each.when}{late}".strip(), Text(shown(each.archive))
        table.add_row(str(each.number), when, archive, mark)
    out.print(table)
    if take is not None:
        out.print("`course grade` grades it; until then the gradebook has what it had")
