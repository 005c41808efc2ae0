"""The benchmark's own parts; what it measures is not tested, because a busy machine is no fault."""

import json
from pathlib import Path

import pytest

from grading.authoring.build import build, write_changed
from grading.paths import Course
from grading.proof.bench import reader
from grading.proof.bench.contenders import floor
from grading.proof.bench.pupils import generate, repeat, write
from grading.proof.bench.usage import Meter, usage
from grading.sealed.examiner.assignment import cell_text

WRONG = "# %% wrong: doubled\n# This is twice the number.\ndef square(x):\n    return x + x\n"


@pytest.fixture
def built(course: Course) -> Course:
    """The small course, built, with a catalogue for one of its exercises."""
    write_changed(build(course))
    path = course.root / "catalogue" / course.names[0] / "square.py"
    path.parent.mkdir(parents=True)
    path.write_text(f'"""Answers to `square`."""\n\n{WRONG}')
    return course


def test_generated_class_is_repeatable_and_varied(built):
    drawn = generate(built, built.names, 12, seed=1)
    assert drawn == generate(built, built.names, 12, seed=1)
    assert drawn != generate(built, built.names, 12, seed=2)
    graded = [
        [cell_text(cell) for cell in json.loads(text)["cells"] if "nbgrader" in cell["metadata"]]
        for text in drawn.values()
    ]
    texts = ["\n".join(parts) for parts in graded]
    for part in ("return x + x", "product = x * x", "raise NotImplementedError()"):
        assert 0 < sum(part in text for text in texts) < 12, part


def test_repeated_class_is_the_same_under_other_names(built, tmp_path: Path):
    few = generate(built, built.names, 2, seed=1)
    again = repeat(few, 3)
    assert len(again) == 6
    assert set(again.values()) == set(few.values())
    write(again, tmp_path / "again")
    assert len(list((tmp_path / "again").glob("*/*/*.ipynb"))) == 6


@pytest.mark.parametrize("how", ["ipython", "exec"])
def test_floor_scores_each_answer_by_itself(built, how):
    name = built.names[0]
    solved = built.notebook("solutions", name).read_text()
    blank = built.notebook("notebooks", name).read_text()
    whole = {("a", name): solved, ("b", name): blank, ("c", name): solved}
    scores, _, _ = floor(built, whole, how, 1, lambda: None)
    assert list(scores.values()) == [20, 0, 20]


def test_meter_looks_after_the_first_and_after_every_block():
    meter = Meter(every=3)
    for _ in range(7):
        meter()
    assert [look.count for look in meter.looks] == [1, 3, 6]
    assert meter.cost("cpu") >= 0
    assert usage().parent > 0


def test_floor_draws_nothing_that_nobody_sees(built):
    name = built.names[0]
    seen = "int(os.environ['DEEPCALC_GRADING'])"
    telling = f"import os\n\n\ndef square(x):\n    return x * x * {seen}"
    notebook = json.loads(built.notebook("solutions", name).read_text())
    for cell in notebook["cells"]:
        if "def square" in cell_text(cell):
            cell["source"] = telling
    scores, _, _ = floor(built, {("a", name): json.dumps(notebook)}, "exec", 1, lambda: None)
    assert list(scores.values()) == [20]


def test_setup_cell_is_timed_although_it_shows_a_picture():
    course = Course.find()
    assert 0 < reader.setup_cell(course, course.names[0], times=1) < 60
