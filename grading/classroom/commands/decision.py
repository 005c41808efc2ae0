"""How a change of policy is shown and asked for, whatever command it comes from."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from grading.classroom.commands.console import confirmed
from grading.console import err, out
from grading.paths import CourseError
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.policies.proposal import Proposal

__all__ = ["Undo", "Why", "Yes", "check", "decide", "names", "time"]

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take it back: the row leaves the table.")]
Why = Annotated[str, typer.Option(metavar="TEXT", help="A reason, kept in the table.")]
FEW = 10  # names in a line


def check(option: str, text: str | None, how: Callable[[str], object]) -> None:
    """Refuse what a cell of the table could not say, before it stands there."""
    try:
        how(text or "") if text is not None else None
    except ValueError as why:
        raise CourseError(f"{option}: {shown(why, 400)}") from None


def decide(proposal: "Proposal", what: str, yes: bool, notes: Iterable[str] = ()) -> None:
    """Show what a change would do and for whom, ask, and do it.

    Parameters
    ----------
    what : the change, in a line
    notes : what else is to be said before
    """
    out.print(shown(what, 400), markup=False)
    if proposal.same and not proposal.moved:
        out.print(f"{proposal.file} says so already; no grade changes")
        return
    _show(proposal)
    for note in notes:
        out.print(shown(note, 400), markup=False)
    if proposal.strangers:
        known = f"{names(proposal.strangers)}: no such student has handed in anything yet"
        out.print(known, markup=False)
    if not confirmed(f"Write this into {proposal.file}?", yes):
        err.print("nothing was written")
        raise typer.Exit(1)
    proposal.accept()
    out.print(f"wrote {proposal.file}; {_count(len(proposal.moved), 'grade')} changed")


def time(time: datetime | None) -> str:
    """A time as people write it, in the zone in which it was set."""
    if time is None:
        return "no due date"
    return f"{time:%Y-%m-%d %H:%M}{f':{time:%S}' if time.second else ''} {time.tzinfo}"


def names(some: Iterable[str], most: int | None = FEW) -> str:
    """Names in a line, the first `most` of them or all."""
    found = [*some]
    more = f" and {len(found) - most} more" if most is not None and len(found) > most else ""
    return ", ".join(shown(name) for name in found[:most]) + more


def _show(proposal: "Proposal") -> None:
    """A row for each grade that changes, and how many there are."""
    moved = proposal.moved
    if moved:
        columns = ("student", "assignment", "now", "then", "penalty, now", "then")
        table = Table(*columns[: 6 if any(any(each.penalties) for each in moved) else 4])
        for each in moved:
            points = (f"{each.before:g} of {each.of[0]:g}", f"{each.after:g} of {each.of[1]:g}")
            penalties = (f"{penalty:g}" if penalty else "" for penalty in each.penalties)
            cells = [shown(each.student), each.assignment, *points, *penalties]
            table.add_row(*map(Text, cells[: len(table.columns)]))
        for column in table.columns[2:]:
            column.justify = "right"
        out.print(table)
    up = sum(each.after > each.before for each in moved)
    down = sum(each.after < each.before for each in moved)
    many = _count(len(proposal.changes), "submission")
    out.print(f"{many}: {up} would gain points, {down} would lose points; nothing is run again")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
