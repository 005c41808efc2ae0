"""A small assignment with four exercises, and an examiner for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from grading.sealed.examiner.assignment import HIDDEN, Assignment, without_solution
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Limits, Report
from grading.sealed.walls import IsolationUnavailable

SETUP = "import numpy as np\nimport deepcalc as dc\nfrom deepcalc import checking as check"
PRACTICE = """\
def thrice(x):
    ### BEGIN SOLUTION
    return 3 * x  # a model answer
    ### END SOLUTION

raise SystemExit(thrice(1))
"""

SOLUTIONS = {
    "square": "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION",
    "slope": (
        "def slope(f, x, h=1e-6):\n    ### BEGIN SOLUTION\n"
        "    return (f(x + h) - f(x - h)) / (2 * h)\n    ### END SOLUTION"
    ),
    "step": (
        "def step(params, grads):\n    ### BEGIN SOLUTION\n"
        "    return {k: params[k] - 0.1 * grads[k] for k in params}\n    ### END SOLUTION"
    ),
    "Value": (
        "class Value:\n    ### BEGIN SOLUTION\n"
        "    def __init__(self, data):\n        self.data = data\n"
        "    def __mul__(self, other):\n"
        "        other = other if isinstance(other, Value) else Value(other)\n"
        "        return Value(self.data * other.data)\n"
        "    __rmul__ = __mul__\n    ### END SOLUTION"
    ),
}
TESTS = {
    "square": (
        '"""square(x) is x times x."""\nx = check.rng().normal(size=3)\n'
        "check.value(square, 3.0, expected=9.0)\n### BEGIN HIDDEN TESTS\n"
        "check.value(square, x, expected=x**2)  # secret\n### END HIDDEN TESTS"
    ),
    "slope": (
        '"""slope(f, x) is the derivative."""\n'
        "check.value(slope, lambda t: t**3, 2.0, expected=12.0, rtol=1e-4)\n"
        "check.value(slope, np.exp, 0.0, expected=1.0, rtol=1e-4)"
    ),
    "step": (
        '"""step leaves params alone."""\np = {"W": np.ones((2, 2)), "b": np.zeros(2)}\n'
        'check.value(step, p, p, expected={"W": 0.9 * p["W"], "b": p["b"]})\n'
        "new = check.call(step, p, p)\n"
        'check.holds(not np.shares_memory(new["W"], p["W"]), step, "new arrays")'
    ),
    "Value": (
        '"""Values multiply."""\na = Value(3.0)\nb = 2 * a * Value(0.5)\n'
        'check.same(b.data, 3.0, "b.data")'
    ),
}


def _cell(source: str, cell_id: str = "", tags: list | None = None, **nbgrader: Any) -> dict:
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
    cell["execution_count"] = None
    if cell_id:
        cell["id"] = cell_id
    if tags:
        cell["metadata"]["tags"] = tags
    if nbgrader:
        cell["metadata"]["nbgrader"] = {"schema_version": 3, **nbgrader}
    return cell


def _notebook(cells: list[dict]) -> dict:
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def source_notebook() -> dict:
    """The instructor's version."""
    cells = [
        _cell(SETUP, "setup"),
        _cell("example = 2 * 3", "cell-1"),
        _cell("raise SystemExit('a figure')", "cell-2", tags=["demo"]),
        _cell(PRACTICE, "cell-3", tags=["practice"]),
    ]
    for name, solution in SOLUTIONS.items():
        cells.append(_cell(solution, name, grade_id=name, solution=True, grade=False))
        test_id = f"test_{name}"
        about = {"grade_id": test_id, "solution": False, "grade": True, "points": 2}
        cells.append(_cell(TESTS[name], test_id, **about))
    return _notebook(cells)


@pytest.fixture(scope="session")
def assignment() -> Assignment:
    return Assignment.from_notebook(source_notebook(), "small")


@pytest.fixture
def source() -> dict:
    return source_notebook()


@pytest.fixture
def cell() -> Callable[..., dict]:
    return _cell


@pytest.fixture
def submit() -> Callable[..., dict]:
    """Make a submission: right answers, but for those given by name, and extra cells in front."""

    def make(*extra: str, **answers: str | None) -> dict:
        notebook = source_notebook()
        kept = []
        for old in notebook["cells"]:
            grade_id = old["metadata"].get("nbgrader", {}).get("grade_id")
            if grade_id in answers:
                if answers[grade_id] is None:
                    continue
                old["source"] = answers[grade_id]
            old["source"] = HIDDEN.sub("", old["source"])
            if "practice" in old["metadata"].get("tags", []):
                old["source"] = without_solution(old["source"])
            kept.append(old)
        notebook["cells"] = [_cell(text) for text in extra] + kept
        return notebook

    return make


@pytest.fixture(scope="session")
def examiner() -> Iterator[Examiner]:
    limits = Limits(cell=1.0, test=1.5, total=30.0, process={"memory": 768 << 20})
    try:
        made = Examiner(limits=limits)
    except IsolationUnavailable as error:
        pytest.skip(str(error))
    with made:
        yield made


@pytest.fixture
def grade(examiner: Examiner, assignment: Assignment, submit: Callable) -> Callable[..., Report]:
    """Grade a submission as `submit` makes it."""

    def run(*extra: str, **answers: str | None) -> Report:
        return examiner.grade(assignment, submit(*extra, **answers), seed=1)

    return run


@pytest.fixture
def verdicts() -> Callable[[Report], dict[str, str]]:
    """The verdict of each exercise, by its name."""
    return lambda report: {v.grade_id.removeprefix("test_"): v.verdict for v in report.exercises}
