"""``course extend``."""

from typing import TYPE_CHECKING, Annotated

import typer

from grading.classroom.commands.console import need
from grading.classroom.commands.decision import Undo, Why, Yes, check, decide, time
from grading.paths import Course

if TYPE_CHECKING:
    from grading.classroom.policies.proposal import Proposal

__all__ = ["extend"]


def extend(
    student: Annotated[str, typer.Argument(metavar="STUDENT", help="The student's id.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="The assignment, or all.")],
    until: Annotated[
        list[str] | None,
        typer.Argument(metavar="SPAN|TIME", help='"+2 days", or "2026-03-04 18:00 CET".'),
    ] = None,
    why: Why = "",
    undo: Undo = False,
    yes: Yes = False,
) -> None:
    """Give a student more time, before or after the hand-in, for an assignment or for all."""
    from grading.classroom.policies.deadlines import ALL, FILE, read_due
    from grading.classroom.policies.proposal import propose_row

    course = Course.find()
    need(bool(student.strip()), "which student? Give the name of the folder in submitted/")
    need(undo != bool(until), "until when? Give a span such as +2 days, or a time, or --undo")
    whole = ALL if name in ("all", ALL) else course.select([name])[0]
    key = {"assignment": whole, "student": student.strip()}
    values = {"due": " ".join(until or ()).removeprefix("+").strip()} | (
        {"why": why} if why else {}
    )
    check("SPAN|TIME", None if undo else values["due"], read_due)
    proposal = propose_row(course, FILE, key, None if undo else values)
    names = course.names if whole == ALL else [whole]
    decide(proposal, f"{student}: {_until(proposal, student, names)}", yes)


def _until(proposal: "Proposal", student: str, names: list[str]) -> str:
    """When each assignment would be due for the student, where that is known."""
    found = []
    for name in names:
        common = proposal.common(name)
        terms = proposal.policies.deadlines.terms(name, student, common)
        if terms.due is not None or len(names) == 1:
            all_others = f" (for all: {time(common)})" if common != terms.due else ""
            found.append(f"{name} {time(terms.due)}{all_others}")
    return ", ".join(found) or "no assignment has a due date yet"
