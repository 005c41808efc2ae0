"""``course deadline``."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from grading.classroom.commands.console import need
from grading.classroom.commands.decision import Undo, Why, Yes, check, decide, names
from grading.console import out
from grading.paths import Course
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.policies.deadlines import Deadline
    from grading.classroom.policies.proposal import Proposal

__all__ = ["deadline"]


def deadline(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The assignment, or all.")
    ] = None,
    due: Annotated[
        list[str] | None, typer.Argument(metavar="[TIME]", help='As in "2026-03-02 18:00 CET".')
    ] = None,
    grace: Annotated[
        str | None, typer.Option(metavar="SPAN", help='On time all the same: "15 min".')
    ] = None,
    penalty: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help='"10% per day, at most 50%, nothing after 5 days".'),
    ] = None,
    late_days: Annotated[
        int | None,
        typer.Option(min=0, help="Late days: of the semester for all, at most here for one."),
    ] = None,
    why: Why = "",
    undo: Undo = False,
    yes: Yes = False,
) -> None:
    """Set when an assignment is due and what being late costs, or list what holds."""
    from grading.classroom.collecting.times import zoned_time
    from grading.classroom.policies.deadlines import ALL, FILE
    from grading.classroom.policies.penalties import read_penalty
    from grading.classroom.policies.proposal import holding, propose_row
    from grading.classroom.policies.spans import read_span

    course = Course.find()
    options = {"grace": grace, "penalty": penalty, "late_days": late_days, "why": why or None}
    values = {option: str(value) for option, value in options.items() if value is not None}
    if due:
        values["due"] = " ".join(due)
    need(not undo or not values, "--undo takes the whole row back: give nothing else")
    need(name is not None or not (undo or values), "which assignment? Name it, or say all")
    if not undo and not values:
        _list(holding(course), name)
        return
    check("TIME", values.get("due"), zoned_time)
    check("--grace", grace, read_span)
    check("--penalty", penalty, read_penalty)
    whole = ALL if name in ("all", ALL) else course.select([str(name)])[0]
    key = {"assignment": whole, "student": ""}
    proposal = propose_row(course, FILE, key, None if undo else values)
    row = proposal.policies.deadlines.rows.get((whole, ""))
    said = "; ".join(filter(None, (row.said.get("due"), _else(row)))) if row else ""
    decide(proposal, f"{name}: {said or 'nothing of its own'}", yes)


def _list(proposal: "Proposal", name: str | None) -> None:
    """What the table says, what nbgrader says where it is silent, and who spent late days."""
    own = proposal.course.select([name] if name and name not in ("all", "*") else None)
    table = Table("assignment", "student", "due", "what else holds", "why")
    for (assignment, student), row in sorted(proposal.policies.deadlines.rows.items()):
        if assignment in (*own, "*"):
            said = [assignment, student or "all", row.said.get("due", ""), _else(row)]
            table.add_row(*(Text(shown(cell, 400)) for cell in (*said, row.said.get("why", ""))))
    for assignment in own:
        if proposal.policies.deadlines.common(assignment) is None:
            date = proposal.dates.get(assignment)
            due = f"{date} UTC" if date else "no due date"
            table.add_row(assignment, "all", due, "", "nbgrader's own" if date else "")
    out.print(table)
    for assignment in own:
        spent = [c for c in proposal.changes if c.assignment == assignment and c.settled.late_days]
        if spent:
            whose = (f"{change.student} {change.settled.late_days}" for change in spent)
            students = names(whose, None if name else 10)
            out.print(f"{assignment}: late days spent: {students}", markup=False)


def _else(row: "Deadline") -> str:
    cells = {"grace": "grace {}", "penalty": "{}", "late_days": "late days {}"}
    said = (how.format(row.said[cell]) for cell, how in cells.items() if row.said.get(cell))
    return "; ".join(said)
