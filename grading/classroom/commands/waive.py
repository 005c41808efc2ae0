"""``course waive`` and ``course weigh``."""

from typing import TYPE_CHECKING, Annotated

import typer

from grading.classroom.commands.console import need
from grading.classroom.commands.decision import Undo, Why, Yes, check, decide, names
from grading.paths import Course, CourseError
from grading.text import shown

if TYPE_CHECKING:
    from grading.classroom.policies.proposal import Proposal

__all__ = ["waive", "weigh"]

Exercise = Annotated[str, typer.Argument(metavar="EXERCISE", help="As `course grade` names it.")]
Of = Annotated[str, typer.Option("--assignment", "-a", metavar="NAME", help="Its assignment.")]


def waive(
    exercise: Exercise,
    assignment: Of,
    leave_out: Annotated[
        bool, typer.Option("--out", help="Take it out of the total instead.")
    ] = False,
    why: Why = "",
    undo: Undo = False,
    yes: Yes = False,
) -> None:
    """Give the points of a faulty exercise to all who handed in."""
    need(not (undo and leave_out), "--undo takes either back: leave --out away")
    course = Course.find()
    row = _row(course, assignment, exercise)
    kind = "" if undo else "out" if leave_out else "waived"
    _change(course, assignment, exercise, kind, row.get("points", ""), why, yes)


def weigh(
    exercise: Exercise,
    points: Annotated[
        str | None, typer.Argument(metavar="POINTS", help="Instead of its own.")
    ] = None,
    assignment: Of = "",
    why: Why = "",
    undo: Undo = False,
    yes: Yes = False,
) -> None:
    """Let an exercise have other points; what was earned is scaled."""
    need(undo != bool(points), "how many points? Give a number, or --undo")
    need(bool(assignment), "which assignment? Name it with -a")
    from grading.classroom.policies.exercises import read_points

    check("POINTS", points, read_points)
    course = Course.find()
    row = _row(course, assignment, exercise)
    kind = row.get("rule", "").lower()
    _change(course, assignment, exercise, "" if kind == "weighed" else kind, points or "", why, yes)


def _row(course: Course, name: str, exercise: str) -> dict[str, str]:
    """What the table says of an exercise, {} for nothing."""
    from grading.classroom.policies.exercises import COLUMNS, FILE, plain_name
    from grading.classroom.policies.policies import table
    from grading.classroom.policies.tables import lines
    from grading.classroom.versions import Versions

    [name] = course.select([name])
    known = [plain_name(grade_id) for grade_id in Versions.of(course, name).exercises]
    if plain_name(exercise) not in known:
        choice = ", ".join(known) or "none yet: run `course build`"
        raise CourseError(f"{shown(exercise)}: no such exercise in {name}: choose from {choice}")
    for line in lines(table(course.root / FILE), FILE, COLUMNS):
        if line["assignment"] == name and plain_name(line["exercise"]) == plain_name(exercise):
            return dict(line.cells)
    return {}


def _change(
    course: Course, name: str, exercise: str, kind: str, points: str, why: str, yes: bool
) -> None:
    """Have the table say of an exercise what `kind` and `points` say, or nothing."""
    from grading.classroom.policies.exercises import FILE, RULES, plain_name
    from grading.classroom.policies.proposal import propose_row

    exercise = plain_name(exercise)
    key = {"assignment": name, "exercise": _row(course, name, exercise).get("exercise", exercise)}
    rule = kind or ("weighed" if points else "")
    values = {"rule": rule, "points": points} | ({"why": why} if why else {})
    proposal = propose_row(course, FILE, key, values if rule else None)
    said = (
        f"{RULES[rule]}{f', {points} points' if points and rule != 'out' else ''}" if rule else ""
    )
    decide(
        proposal,
        f"{name}, {exercise}: {said or 'as it was'}",
        yes,
        _notes(proposal, name, exercise, rule),
    )


def _notes(proposal: "Proposal", name: str, exercise: str, rule: str) -> list[str]:
    """Whose score stays whatever the table says."""
    of = [change for change in proposal.changes if change.assignment == name]
    given = [c.student for c in of if {exercise, f"test_{exercise}"} & c.by_hand]
    unknown = [change.student for change in of if not change.settled.scores]
    notes = []
    if given:
        stays = "stays as it is"
        if rule == "out":  # then it would be points of nothing
            stays = "still counts, on top of the total, until you clear it in formgrader"
        notes.append(f"given by hand, and {stays}: {names(given)}")
    if unknown:
        run = "run `course grade`, so that it counts for them"
        notes.append(f"graded by nbgrader alone: {names(unknown)}: {run}")
    return notes
