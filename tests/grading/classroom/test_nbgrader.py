"""Beside nbgrader: its own rows for honest work, and our engine behind its own command."""

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory

from grading.classroom.gradebook.database import scripts_on_path
from grading.paths import Course
from grading.proof.demo import copy_course
from grading.proof.sample import sample_class

REAL = "01_derivatives"
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
STOCK = '\ndel c["Autograde"]\n'


@pytest.fixture
def nbgrader(monkeypatch):
    """nbgrader's own commands for a course."""

    def make(course, **changes):
        monkeypatch.chdir(course.root)
        config = course.nbgrader_config()
        config.CourseDirectory.root = str(course.root)
        for key, value in changes.items():
            config.Autograde[key] = value
        return NbGraderAPI(CourseDirectory(config=config), config=config)

    return make


def test_rows_of_honest_submissions_equal_stock_nbgraders(tmp_path, run, rows, nbgrader):
    real = Course.find()
    if REAL not in real.names:
        pytest.skip("the course is not here")
    ours = copy_course(real, [REAL], tmp_path / "ours")
    stock = copy_course(real, [REAL], tmp_path / "stock")
    students = sample_class(ours, REAL)
    for course in (ours, stock):
        for student in ("student01", "student02", "student03"):
            path = course.root / "submitted" / student / REAL / f"{REAL}.ipynb"
            path.parent.mkdir(parents=True)
            nbformat.write(students[student], path)
            (path.parent / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
    run(ours)
    config = stock.root / "nbgrader_config.py"
    config.write_text(config.read_text() + STOCK)
    api = nbgrader(stock)
    with scripts_on_path():
        assert api.generate_assignment(REAL)["success"]
        for student in ("student01", "student02", "student03"):
            assert api.autograde(REAL, student)["success"]
    mine = rows(ours.root / "gradebook.db")
    del mine["sealed"]
    theirs = rows(stock.root / "gradebook.db")
    for table, expected in theirs.items():
        assert mine[table] == expected, table
    assert len(theirs["grade"]) == 3 * len(theirs["points"])


def test_stock_autograde_uses_the_sealed_engine(built, hand_in, right, nbgrader, run, rows):
    def skip(notebook):
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                cell.metadata.tags = ["skip-execution"]

    hand_in("ann", **right)
    hand_in("bob", square=right["square"])
    long = " + ".join(["0"] * 400)  # a line that nobody is shown whole
    hand_in("dan", square=f"def square(x):\n    zero = {long}\n    return x * x + zero")
    hand_in("eve", skip, square="get_ipython().showtraceback = lambda *a, **k: None")
    api = nbgrader(
        built,
        sanitize_preprocessors=["grading.classroom.plugin.Canonical"],
        autograde_preprocessors=[
            "grading.classroom.plugin.Sealed",
            "nbgrader.preprocessors.SaveAutoGrades",
            "nbgrader.preprocessors.AssignLatePenalties",
        ],
    )
    assert api.generate_assignment("01_squares")["success"]
    for student, score in {"ann": 20, "bob": 12, "dan": 12, "eve": 0}.items():
        result = api.autograde("01_squares", student)
        assert result["success"], result
        with Gradebook(f"sqlite:///{built.root / 'gradebook.db'}", "squares") as gradebook:
            assert gradebook.find_submission("01_squares", student).score == score
    behind = rows(built.root / "gradebook.db")
    (built.root / "gradebook.db").unlink()
    run(built)
    direct = rows(built.root / "gradebook.db")
    assert {table: direct[table] for table in behind} == behind
    assert api.generate_feedback("01_squares", "bob")["success"]
    assert api.autograde("01_squares", "bob", force=True)["success"]
    assert [report["student"] for report in run(built).graded] == ["bob"]  # facts are what held
    assert rows(built.root / "gradebook.db")["grade"] == direct["grade"]
