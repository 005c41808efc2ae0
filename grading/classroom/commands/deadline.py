"""``course deadline``."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from grading.classroom.commands.console import need, out
from grading.classroom.commands.decision import Undo, Why, Yes, check, decide
from grading.paths import Course
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.proposal import Proposal

__all__ = ["deadline"]

CELLS = ("due", "grace", "penalty", "late_days")


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
    from grading.classroom.deadlines import ALL, COLUMNS, FILE
    from grading.classroom.penalties import read_penalty
    from grading.classroom.proposal import holding, propose
    from grading.classroom.spans import read_span
    from grading.classroom.tables import edited
    from grading.classroom.times import zoned_time

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
    proposal = propose(
        course, FILE, lambda data: edited(data, FILE, COLUMNS, key, None if undo else values)
    )
    row = proposal.policies.deadlines.rows.get((whole, ""))
    said = (
        ", ".join(f"{cell} {row.said[cell]}" for cell in CELLS if row.said.get(cell)) if row else ""
    )
    decide(proposal, f"{name}: {said or 'nothing of its own'}", yes)


def _list(proposal: "Proposal", name: str | None) -> None:
    """What the table says, what nbgrader says where it is silent, and who spent late days."""
    rows = proposal.policies.deadlines.rows
    names = proposal.course.select([name] if name and name not in ("all", "*") else None)
    table = Table("assignment", "student", *(cell.replace("_", " ") for cell in CELLS), "why")
    for key, row in sorted(rows.items()):
        if row.assignment in (*names, "*"):
            said = (shown(row.said.get(cell, "")) for cell in (*CELLS, "why"))
            table.add_row(key[0], shown(key[1]) or "all", *said)
    for assignment in names:
        if proposal.policies.deadlines.common(assignment) is None:
            date = proposal.dates.get(assignment)
            due = f"{date} UTC" if date else "no due date"
            table.add_row(assignment, "all", due, "", "", "", "nbgrader's own" if date else "")
    out.print(table)
    for each in proposal.changes:
        if each.settled.late_days and each.assignment in names:
            spent = f"{each.settled.late_days} late day{'s' * (each.settled.late_days > 1)}"
            out.print(f"{shown(each.student)} spent {spent} on {each.assignment}", markup=False)
