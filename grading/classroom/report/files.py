"""All of a report's files."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from grading.classroom.report.data import Assignment, Class, read_class
from grading.classroom.report.examples import Discreet, find_examples
from grading.classroom.report.page import index_page, page
from grading.classroom.report.people import labels, telling
from grading.classroom.report.statistics import Numbers, numbers
from grading.classroom.report.tables import as_csv, as_data
from grading.notebook import generated
from grading.paths import Course, write_atomically

__all__ = ["report_data", "write_report"]

Progress = Callable[[str, int], AbstractContextManager[Callable[[], object]]]


def report_data(
    course: Course, names: Iterable[str] | None, pseudonyms: bool, progress: Progress
) -> list[dict[str, Any]]:
    """The reports on `names`, or on all that has been graded, as data.

    Parameters
    ----------
    pseudonyms : leave names out
    progress : told what is done and how often; gives the function to call each time

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    own = read_class(course, names)
    return [data for _, _, data in _reports(course, own, pseudonyms, progress)]


def write_report(
    course: Course,
    names: Iterable[str] | None,
    folder: Path,
    pseudonyms: bool,
    progress: Progress,
) -> list[Path]:
    """Write a page, JSON and CSV for each assignment, and ``index.html``.

    Returns
    -------
    list of Path
        The pages, the one that leads to the others first.
    """
    own = read_class(course, names)
    written, reports = [folder / "index.html"], []
    for assignment, found, data in _reports(course, own, pseudonyms, progress):
        path = folder / f"{assignment.name}.html"
        write_atomically(path, page(assignment, found, data, pseudonyms))
        write_atomically(path.with_suffix(".json"), _json(data))
        write_atomically(path.with_suffix(".csv"), as_csv(data))
        reports.append(data)
        written.append(path)
    write_atomically(written[0], index_page(reports, pseudonyms))
    return written


def _reports(
    course: Course, own: Class, pseudonyms: bool, progress: Progress
) -> Iterator[tuple[Assignment, Numbers, dict[str, Any]]]:
    called = labels(own.people, own.secret if pseudonyms else "")
    who = telling(own.people) if pseudonyms else frozenset()
    with progress("Reading", sum(len(one.submissions) for one in own.assignments)) as step:
        for one in own.assignments:
            discreet = Discreet(who, _text(course, one.name)) if pseudonyms else None
            examples = find_examples(one, own.autograded, discreet, step)
            found = numbers(one)
            yield one, found, as_data(one, found, called, examples)


def _text(course: Course, name: str) -> str:
    """All that the student version says."""
    return "\n".join(cell.source for cell in generated(course, "notebooks", name).cells)


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2, allow_nan=False) + "\n"
