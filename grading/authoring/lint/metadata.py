"""Rules on nbgrader's metadata: complete, by the convention, solutions and tests in pairs."""

from collections.abc import Iterator

from nbformat import NotebookNode

from grading.authoring.lint.finding import Finding, at
from grading.authoring.source import Source

__all__ = ["check", "kind"]

BASE = {"schema_version": 3, "task": False}
KINDS = {
    "solution": BASE | {"grade": False, "locked": False, "solution": True},
    "test": BASE | {"grade": True, "locked": True, "solution": False},
    "hand-graded": BASE | {"grade": True, "locked": False, "solution": True},
    "read-only": BASE | {"grade": False, "locked": True, "solution": False},
}
WITH_POINTS = ("test", "hand-graded")
TAGS = {"demo", "practice", "raises-exception", "setup"}


def check(source: Source, points: int, *, draft: bool = False) -> Iterator[Finding]:
    """All findings of this module; of a draft, only those on single cells.

    Parameters
    ----------
    points : what those of all cells add up to
    """
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
        yield from _total(source, points)


def kind(cell: NotebookNode) -> str:
    """One of `KINDS`; "" for a cell that is not nbgrader's."""
    if "nbgrader" not in cell.metadata:
        return ""
    grade, solution = map(bool, map(cell.metadata.nbgrader.get, ("grade", "solution")))
    if grade and solution:
        return "hand-graded"
    return "solution" if solution else "test" if grade else "read-only"


def _keys(source: Source, line: int, cell: NotebookNode) -> Iterator[Finding]:
    """The metadata of one nbgrader cell."""
    meta, grade_id = cell.metadata.nbgrader, cell.metadata.nbgrader["grade_id"]
    tags, what = cell.metadata.get("tags", []), kind(cell)
    if meta.get("task"):
        yield at(source, line, f"{grade_id}: a task cell: make it a manually graded answer")
        return
    wanted = KINDS[what] | {"grade_id": grade_id}
    for key in sorted(wanted.keys() | meta.keys()):
        if key == "points":
            if what not in WITH_POINTS:
                yield at(source, line, f"{grade_id}: a {what} cell has no points: remove `points`")
        elif key not in meta:
            yield at(source, line, f"{grade_id}: nbgrader's key {key!r} is missing: add it")
        elif key not in wanted:
            yield at(source, line, f"{grade_id}: nbgrader knows no key {key!r}: remove it")
        elif type(meta[key]) is not type(wanted[key]) or meta[key] != wanted[key]:
            value = str(wanted[key]).lower()
            yield at(source, line, f"{grade_id}: a {what} cell needs {key} to be {value}")
    if what in ("solution", "test") and cell.cell_type != "code":
        yield at(source, line, f"{grade_id}: a {what} cell is a code cell: remove [markdown]")
    for tag in sorted({"demo", "practice"}.intersection(tags)):
        yield at(source, line, f"{grade_id}: a {what} cell is needed for grading: remove `{tag}`")
    if what == "hand-graded" and grade_id.startswith("test_"):
        yield at(source, line, f"{grade_id}: test_… is what tests are called: rename it")
    if what not in WITH_POINTS:
        return
    points = meta.get("points")
    if type(points) is not int or points < 1:
        yield at(source, line, f"{grade_id}: points is {points!r}: give a whole number from 1")
    if cell.cell_type == "code" and "raises-exception" not in tags:
        yield at(
            source, line, f'{grade_id}: Run All would stop here: add tags=["raises-exception"]'
        )


def _pairs(source: Source) -> Iterator[Finding]:
    """Each solution cell is followed by the test cell of the same name, and by no other."""
    waiting: tuple[int, str] | None = None
    for line, cell in source.graded():
        if kind(cell) == "hand-graded":
            continue
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


def _total(source: Source, points: int) -> Iterator[Finding]:
    """The points add up."""
    total = sum(cell.metadata.nbgrader.points for cell in source.with_points())
    if total != points:
        todo = f"correct them, or write `{source.path.stem} = {total}` below [tool.deepcalc.points]"
        yield at(source, 1, f"the points add up to {total}, not {points}: {todo} in pyproject.toml")
