"""A report as data: JSON, and the same numbers as CSV."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from grading.classroom.report.data import Assignment
from grading.classroom.report.examples import Examples
from grading.classroom.report.figures import distribution
from grading.classroom.report.statistics import Item, Numbers
from grading.classroom.report.wording import lost
from grading.text import harmless

__all__ = ["as_csv", "as_data"]

COLUMNS = ("assignment", "about", "exercise", "name", "measure", "value")


def as_data(
    assignment: Assignment, found: Numbers, labels: Mapping[str, str], examples: Examples
) -> dict[str, Any]:
    """Everything that the page says, as plain data."""
    _, counted = distribution(assignment, found)
    own = {one.student: one for one in assignment.submissions}
    students = [
        {"student": label, "points": one.points, "time": _time(one.time), "late": one.late}
        for who, label in labels.items()
        if (one := own.get(who))
    ]
    missing, ungraded = frozenset(assignment.missing), frozenset(assignment.ungraded)
    return {
        "assignment": assignment.name,
        "points": assignment.points,
        "due": _time(assignment.due),
        "handed_in": len(assignment.submissions),
        "missing": [label for who, label in labels.items() if who in missing],
        "waiting": dict(assignment.waiting),
        "not_graded_yet": [label for who, label in labels.items() if who in ungraded],
        "total": asdict(found.total),
        "distribution": [{"points": points, "students": count} for points, count in counted],
        "next_lecture": [f"{item.exercise.title}: {lost(item)}" for item in found.lecture],
        "exercises": [_exercise(item, examples) for item in found.items],
        "time": asdict(found.punctuality),
        "students": students,
    }


def as_csv(data: Mapping[str, Any]) -> str:
    """The same as rows of one number each, for a spreadsheet's filter or a data frame.

    A cell that a spreadsheet would calculate is text; students' code is in the JSON only.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(data):
        writer.writerow([harmless(cell) for cell in (data["assignment"], *row)])
    return file.getvalue()


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    yield "class", "", "", "points", data["points"]
    yield "class", "", "", "due", data["due"]
    yield "class", "", "", "handed_in", data["handed_in"]
    for measure, value in {**data["total"], **data["time"]}.items():
        yield "class", "", "", measure, value
    for one in data["distribution"]:
        yield "distribution", "", one["points"], "students", one["students"]
    for place, sentence in enumerate(data["next_lecture"], 1):
        yield "next_lecture", "", sentence, "place", place
    for exercise in data["exercises"]:
        for measure, value in _flat(exercise):
            yield "exercise", exercise["grade_id"], exercise["title"], measure, value
        for one in exercise["outcomes"]:
            yield one["kind"], exercise["grade_id"], one["text"], "count", one["count"]
    for one in data["students"]:
        for measure in ("points", "time", "late"):
            yield "student", "", one["student"], measure, one[measure]
    for title, count in data["waiting"].items():
        yield "waiting", "", title, "count", count
    for about in ("missing", "not_graded_yet"):
        for name in data[about]:
            yield about, "", name, "", ""


def _flat(exercise: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for measure, value in exercise.items():
        if measure == "discrimination":
            yield from ((f"discrimination_{name}", part) for name, part in value.items())
        elif measure not in ("grade_id", "title", "outcomes"):
            yield measure, value


def _exercise(item: Item, examples: Examples) -> dict[str, Any]:
    own = item.exercise
    return {
        "grade_id": own.grade_id,
        "title": own.title,
        "points": own.points,
        "n": item.n,
        "earned": item.earned,
        "lost": item.lost,
        "possible": item.possible,
        "right": item.right,
        "blank": item.blank,
        "discrimination": asdict(item.discrimination),
        "outcomes": [
            {
                "kind": counted.outcome.kind,
                "text": counted.outcome.text,
                "count": counted.count,
                "example": examples.get((own.grade_id, counted.outcome.text), ""),
            }
            for counted in item.counts
        ],
    }


def _time(time: datetime | None) -> str | None:
    return None if time is None else f"{time.isoformat(timespec='seconds')}Z"
