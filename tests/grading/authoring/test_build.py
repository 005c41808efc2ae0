"""What `course build` writes is what nbgrader would, twice the same, and nothing too much."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from deepcalc import __version__
from grading.authoring.build import build, differences, write_changed
from grading.paths import CourseError

NAME = "01_squares"
REPOSITORY = '[tool.deepcalc]\nrepository = "https://github.com/someone/something.git"\n'


def notebooks(course):
    """The three notebooks, built: full, student, solved."""
    texts = build(course)
    return [
        nbformat.reads(texts[course.notebook(step, NAME)], as_version=4)
        for step in ("source", "notebooks", "solutions")
    ]


def cell(notebook, name):
    return next(c for c in notebook.cells if c.id == name)


def test_stock_nbgrader_generates_the_same_bytes(course):
    write_changed(build(course))
    ours = course.notebook("notebooks", NAME).read_bytes()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", NAME, "--force"],
        cwd=course.root,
        env=os.environ | {"PATH": path},
        check=True,
        capture_output=True,
    )
    assert (course.root / "gradebook.db").exists()  # it did run
    assert course.notebook("notebooks", NAME).read_bytes() == ours


def test_building_twice_gives_the_same_bytes_and_writes_nothing(course):
    assert len(write_changed(build(course))) == 3
    assert write_changed(build(course)) == []
    assert not (course.root / "gradebook.db").exists()


def test_notebooks_are_valid_and_without_outputs(course):
    for notebook in notebooks(course):
        nbformat.validate(notebook)
        code = [c for c in notebook.cells if c.cell_type == "code"]
        assert not any(c.outputs or c.execution_count for c in code)


def test_the_student_version_has_the_signature_and_the_stub_only(course):
    _, student, _ = notebooks(course)
    assert cell(student, "square").source == (
        'def square(x):\n    """Return x times x."""\n'
        "    # YOUR CODE HERE\n    raise NotImplementedError()"
    )
    assert "normal" not in cell(student, "test_square").source
    assert "expected=9.0" in cell(student, "test_square").source


def test_what_is_practised_has_its_check_and_no_solution(course):
    full, student, solved = (notebook.cells[-2].source for notebook in notebooks(course))
    assert "### BEGIN SOLUTION" in full and "return 2.0 * x" in solved
    assert "    # YOUR CODE HERE\n    raise NotImplementedError()\n" in student
    assert "return 2.0 * x" not in student
    assert all("check.derivative(twice" in text for text in (full, student, solved))


def test_the_solved_version_has_answers_without_markers_and_no_hidden_tests(course):
    _, _, solved = notebooks(course)
    assert cell(solved, "square").source.endswith("    product = x * x\n    return product")
    text = nbformat.writes(solved)
    assert (
        "BEGIN" not in text
        and "normal" not in text
        and "nbgrader" not in text.lower().replace("nbgrader_execution", "")
    )


def test_the_setup_cell_is_filled_in_and_runs_where_deepcalc_is(course):
    for notebook in notebooks(course):
        source = cell(notebook, "s0-02").source
        assert 'address = ""' in source
        assert source.endswith('dc.notebook("01_squares")')
        folded = {"tags": ["setup"], "jupyter": {"source_hidden": True}, "cellView": "form"}
        assert cell(notebook, "s0-02").metadata == folded
    names: dict = {}
    exec(source, names)
    assert {"np", "plt", "dc", "check"} <= names.keys()
    assert "subprocess" not in names


def run_setup(course, prelude, **environment):
    """Run the setup cell where `deepcalc` cannot be found and pip is only pretended."""
    source = cell(notebooks(course)[1], "s0-02").source
    pretend = (
        "import sys, subprocess\n"
        "class Hide:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'deepcalc': raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Hide())\n"
        "subprocess.run = lambda command, check: sys.exit('PIP ' + ' '.join(command[1:]))\n"
    )
    return subprocess.run(
        [sys.executable, "-c", pretend + prelude + source],
        cwd=course.root,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    ).stderr


def test_a_missing_deepcalc_comes_from_the_wheel_first_then_from_the_repository(course):
    assert "ModuleNotFoundError: Put the course's file" in run_setup(course, "")
    (course.root / "pyproject.toml").write_text(REPOSITORY)
    course = type(course)(course.root)
    install = "PIP -m pip install -q --no-deps "
    wheel = f"releases/download/v{__version__}/deepcalc-{__version__}-py3-none-any.whl"
    assert f"{install}https://github.com/someone/something/{wheel}" in run_setup(course, "")
    (course.root / "deepcalc-1.0.0-py3-none-any.whl").touch()
    assert f"{install}deepcalc-1.0.0-py3-none-any.whl" in run_setup(course, "")


@pytest.mark.parametrize("variable", ["NBGRADER_EXECUTION", "DEEPCALC_GRADING"])
def test_nothing_is_installed_while_grading(course, variable):
    (course.root / "deepcalc-1.0.0-py3-none-any.whl").touch()
    said = run_setup(course, "", **{variable: "autograde"})
    assert "PIP" not in said and "ModuleNotFoundError" in said


def test_the_badge_appears_when_the_repository_is_set(course):
    assert "colab" not in cell(notebooks(course)[1], "s0-01").source.lower()
    (course.root / "pyproject.toml").write_text(REPOSITORY)
    first = cell(notebooks(type(course)(course.root))[1], "s0-01").source
    assert first.startswith("# Squares\n\n[![Open in Colab](")
    assert (
        f"(https://colab.research.google.com/github/someone/something/blob/main/notebooks/{NAME}/"
        f"{NAME}.ipynb)\n\nTwo functions."
    ) in first


def test_differences_names_what_is_stale_missing_or_stray(course):
    texts = build(course)
    assert len(differences(course, texts)) == 3
    write_changed(texts)
    assert differences(course, texts) == []
    course.notebook("notebooks", NAME).write_text("not JSON")
    stray = course.notebook("solutions", "07_gone")
    stray.parent.mkdir()
    stray.touch()
    assert differences(course, texts) == [
        f"notebooks/{NAME}/{NAME}.ipynb",
        "solutions/07_gone/07_gone.ipynb",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# SETUP", "import numpy as np", "first code cell is not the setup cell"),
        ("    ### END SOLUTION\n", "", "nbgrader refuses it: no end solution"),
        ("### END HIDDEN TESTS\n", "", "nbgrader refuses it: No end hidden tests"),
        ('"schema_version": 3', '"schema_version": 99', r"01_squares.py:\d+: .* to be 3"),
        ('"locked": false, ', "", r"01_squares.py:\d+: square: nbgrader's key 'locked' is missing"),
        ('"points": 12, ', "", r"01_squares.py:\d+: test_square: points is None"),
        ('"points": 12', '"points": 11', "points add up to 19, not 20"),
    ],
)
def test_bad_input_is_one_clear_error_and_writes_nothing(broken, old, new, message):
    course = broken(old, new)
    with pytest.raises(CourseError, match=message):
        build(course)
    assert not (course.root / "notebooks").exists()


def test_one_bad_source_keeps_the_good_ones_unwritten(add):
    with pytest.raises(CourseError, match=r"source/02_bad\.py"):
        build(add("02_bad", "# %% tags", "# %% tag"))


def test_a_draft_may_have_other_points(broken):
    course = broken('"points": 12', '"points": 1')
    assert build(course, draft=True)


def test_an_unknown_assignment_is_named_with_the_known_ones(course):
    with pytest.raises(CourseError, match=f"01_sqares: no such assignment: choose from {NAME}"):
        build(course, ["01_sqares"])
