"""Rules on nbgrader's metadata: complete, by the convention, solutions and tests in pairs."""

from collections.abc import Iterator

from nbformat import NotebookNode

from grading.authoring.lint.finding import Finding, at
from grading.authoring.source import POINTS, Source

__all__ = ["check"]

BASE = {"schema_version": 3, "task": False}
KINDS = {
    "solution": BASE | {"grade": False, "locked": False, "solution": True},
    "test": BASE | {"grade": True, "locked": True, "solution": False},
    "read-only": BASE | {"grade": False, "locked": True, "solution": False},
}
TAGS = {"demo", "raises-exception", "setup"}


def check(source: Source, *, draft: bool = False) -> Iterator[Finding]:
    """All findings of this module; of a draft, only those on single cells."""
    complete = True
    for line, cell in source:
        for tag in cell.metadata.get("tags", []):
            if tag not in TAGS:
                yield at(source, line, f"unknown tag {tag!r}: use {', '.join(sorted(TAGS))}")
        if "nbgrader" in cell.metadata:
            wrong = list(_keys(source, line, cell))
            yield from wrong
            complete = complete and not wrong
    if complete and not draft:
        yield from _pairs(source)
        yield from _total(source)


def _keys(source: Source, line: int, cell: NotebookNode) -> Iterator[Finding]:
    """The metadata of one nbgrader cell."""
    meta, grade_id = cell.metadata.nbgrader, cell.metadata.nbgrader["grade_id"]
    tags = cell.metadata.get("tags", [])
    kind = "solution" if meta.get("solution") else "test" if meta.get("grade") else "read-only"
    wanted = KINDS[kind] | {"grade_id": grade_id}
    for key in sorted(wanted.keys() | meta.keys()):
        if key == "points":
            if kind != "test":
                yield at(source, line, f"{grade_id}: a {kind} cell has no points: remove `points`")
        elif key not in meta:
            yield at(source, line, f"{grade_id}: nbgrader's key {key!r} is missing: add it")
        elif key not in wanted:
            yield at(source, line, f"{grade_id}: nbgrader knows no key {key!r}: remove it")
        elif type(meta[key]) is not type(wanted[key]) or meta[key] != wanted[key]:
            value = str(wanted[key]).lower()
            yield at(source, line, f"{grade_id}: a {kind} cell needs {key} to be {value}")
    if kind != "read-only" and cell.cell_type != "code":
        yield at(source, line, f"{grade_id}: a {kind} cell is a code cell: remove [markdown]")
    if "demo" in tags:
        yield at(source, line, f"{grade_id}: a {kind} cell is needed for grading: remove `demo`")
    if kind != "test":
        return
    points = meta.get("points")
    if type(points) is not int or points < 1:
        yield at(source, line, f"{grade_id}: points is {points!r}: give a whole number from 1")
    if "raises-exception" not in tags:
        yield at(
            source, line, f'{grade_id}: Run All would stop here: add tags=["raises-exception"]'
        )


def _pairs(source: Source) -> Iterator[Finding]:
    """Each solution cell is followed by the test cell of the same name, and by no other."""
    waiting: tuple[int, str] | None = None
    for line, cell in source.graded():
        meta, grade_id = cell.metadata.nbgrader, cell.metadata.nbgrader.grade_id
        expected = waiting and f"test_{waiting[1]}"
        if meta.grade and grade_id != expected:
            should = f"must be {expected}" if expected else "follows no solution cell"
            yield at(source, line, f"{grade_id}: this test's grade_id {should}: rename or move it")
        if meta.solution and waiting:
            yield at(source, waiting[0], f"{waiting[1]}: no test cell follows: add {expected}")
        if meta.grade:
            waiting = None
        elif meta.solution:
            waiting = (line, grade_id)
    if waiting:
        yield at(source, waiting[0], f"{waiting[1]}: no test cell follows: add test_{waiting[1]}")


def _total(source: Source) -> Iterator[Finding]:
    """The points add up."""
    total = sum(cell.metadata.nbgrader.points for cell in source.tests())
    if total != POINTS:
        yield at(source, 1, f"the points add up to {total}, not {POINTS}: correct the test cells")
