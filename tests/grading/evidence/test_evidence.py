"""The grading of every exercise is proved, and the proof can fail."""

import os

import pytest

from grading.build import build, write_changed
from grading.evidence.prove import prove
from grading.paths import Course
from grading.sealed.assignment import Assignment
from grading.sealed.examiner import Examiner

SEEDS = int(os.environ.get("EVIDENCE_SEEDS", "2"))
COURSE = Course.find()
EXERCISES = [
    (name, exercise)
    for name in COURSE.names
    for exercise in Assignment.from_notebook(COURSE.notebook("source", name)).solutions
]


@pytest.fixture(scope="module")
def examiner():
    with Examiner(hide=[COURSE.root]) as examiner:
        yield examiner


@pytest.mark.parametrize(("name", "exercise"), EXERCISES)
def test_right_answers_keep_their_points_and_wrong_ones_lose_them(examiner, name, exercise):
    found = prove(COURSE, name, exercise, SEEDS, examiner)
    assert found.complaints == ()
    assert found.diagnosed >= found.wrong / 2  # of each assignment, 80%: `course evidence` says so


@pytest.fixture
def weakened(tmp_path):
    """A function that copies the course's first notebook with its tests changed."""

    def weaken(old, new):
        (tmp_path / "source").mkdir()
        for part in ("nbgrader_config.py", "pyproject.toml"):
            (tmp_path / part).write_bytes((COURSE.root / part).read_bytes())
        (tmp_path / "catalogue").symlink_to(COURSE.root / "catalogue")
        text = COURSE.script("01_derivatives").read_text(encoding="utf-8")
        assert old in text
        course = Course(tmp_path)
        changed = text.replace(old, new)
        course.script("01_derivatives").write_text(changed, encoding="utf-8")
        write_changed(build(course))
        return course

    return weaken


def test_widened_tolerances_are_noticed(examiner, weakened):
    course = weakened(", atol=0)", ")")
    found = prove(course, "01_derivatives", "tanh_derivative", 1, examiner)
    assert "wrong answer passed: one minus loses its digits" in found.complaints


def test_a_removed_hidden_point_is_noticed(examiner, weakened):
    course = weakened("np.array([-1e-9, 1e-9, -1e9, 1e9])", "np.array([-1.0, 1.0, -1e9, 1e9])")
    found = prove(course, "01_derivatives", "relu_derivative", 1, examiner)
    assert "wrong answer passed: rounded before compared" in found.complaints
