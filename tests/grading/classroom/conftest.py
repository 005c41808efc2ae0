"""A class of the small course, graded for real, and a gradebook's rows made comparable."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path

import nbformat
import pytest
from nbgrader import api

from grading.authoring.build import build, write_changed
from grading.classroom import run as run_module
from grading.classroom.gradebook.database import scripts_on_path
from grading.classroom.pool import Pool
from grading.classroom.run import Batch, Outcome
from grading.classroom.settings import Settings
from grading.paths import Course
from grading.sealed.examiner.report import Limits
from grading.sealed.walls import IsolationUnavailable
from grading.sealed.walls import build as build_wall
from tests.rows import read_rows

NAME = "01_squares"
RIGHT = {
    "square": "def square(x):\n    return x * x",
    "total": "def total(x):\n    return float(np.sum(np.asarray(x) ** 2))",
}


@pytest.fixture(scope="session", autouse=True)
def walls() -> None:
    """Without walls there is nothing to test here."""
    try:
        build_wall()
    except IsolationUnavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def alembic_version() -> str:
    """What nbgrader asks alembic for whenever it makes a gradebook, asked once."""
    with scripts_on_path():
        return api.get_alembic_version()


@pytest.fixture
def built(course: Course, alembic_version: str, monkeypatch: pytest.MonkeyPatch) -> Course:
    """The small course, with its notebooks."""
    monkeypatch.setattr(api, "get_alembic_version", lambda: alembic_version)
    write_changed(build(course))
    return course


@pytest.fixture
def hand_in(built: Course) -> Callable[..., Path]:
    """Hand in answers for a student; those that are not given stay as they were handed out."""

    def write(student: str, change: Callable | None = None, **answers: str) -> Path:
        notebook = nbformat.read(built.notebook("notebooks", NAME), as_version=4)
        for cell in notebook.cells:
            cell.source = answers.get(cell.id, cell.source)
        if change:
            change(notebook)
        path = built.root / "submitted" / student / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, path)
        return path

    return write


@pytest.fixture
def small_class(built: Course, hand_in: Callable[..., Path]) -> Course:
    """Three students: all right, half right, nothing."""
    hand_in("ann", **RIGHT)
    hand_in("bob", square=RIGHT["square"], total="def total(x):\n    return 1.0")
    hand_in("eve")
    return built


@pytest.fixture
def right() -> dict[str, str]:
    """The right answers."""
    return dict(RIGHT)


@pytest.fixture
def run_for_real() -> Callable[..., Outcome]:
    """Grade a course's submissions, with worker processes."""

    def grade(course: Course, **settings: object) -> Outcome:
        settings = {"workers": 1, "seed": 1, "limits": Limits(2.0, 2.0, 20.0)} | settings
        return Batch(course, Settings(**settings)).run()

    return grade


@pytest.fixture
def run(
    run_for_real: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """The same in this process, with one examiner for all tests; it starts a lot faster."""
    monkeypatch.setattr(run_module, "local_pool", lambda workers: nullcontext(Pool(Here, 1)))
    monkeypatch.setattr(run_module, "hidden_folders", lambda course: ())
    return run_for_real


class Here(Executor):
    """An executor that does the work at once."""

    def submit(self, work: Callable, *arguments: object) -> Future:
        future: Future = Future()
        try:
            future.set_result(work(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future


@pytest.fixture
def rows() -> Callable[..., dict[str, list[str]]]:
    """The rows of a gradebook."""
    return read_rows


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[Course, str], Course]:
    """A copy of a course in another folder, without what grading made."""

    def make(course: Course, name: str) -> Course:
        made = ("autograded", "feedback", "gradebook.db", name)
        target = tmp_path / name
        shutil.copytree(course.root, target, ignore=shutil.ignore_patterns(*made))
        return Course(target)

    return make
