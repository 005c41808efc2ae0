"""The notebooks as students run them and hand them in: here, on Colab, from other editors."""

import base64
import io
import json
import re

import nbformat
import numpy as np
import pytest
from PIL import Image

from grading.authoring.pictures import trim
from grading.sealed.examiner.canonical import rebuild
from tests.honest.conftest import examiner  # noqa: F401 - a fixture
from tests.redteam.submission import Script, assignment, hand_in

from .conftest import ASSIGNMENTS, ROOT, errors, read, stderr
from .editors import EDITORS

every = pytest.mark.parametrize("name", ASSIGNMENTS)


def answered(name):
    """A student's notebook with the right answers in it."""
    notebook = hand_in(Script("", {"assignment": name}, ()), assignment(name).by_grade_id)
    return nbformat.reads(json.dumps(notebook), as_version=4)


def test_there_are_five():
    assert [name[:3] for name in ASSIGNMENTS] == ["01_", "02_", "03_", "04_", "05_"]


@every
def test_solution_runs_from_top_to_bottom_without_a_word_on_stderr(run, name):
    notebook = run(read("solutions", name))
    assert errors(notebook) == {}
    assert stderr(notebook) == []
    assert_shown(read("solutions", name), notebook)


def assert_shown(saved, notebook):
    """What is saved in a solution is what it shows: the same kinds, words and pictures.

    Another processor may round the last digit otherwise, and draw a few pixels in other places.
    """
    for before, cell in zip(saved.cells, notebook.cells, strict=True):
        old, new = before.get("outputs", []), trim(cell.get("outputs", []))
        stale = f"{cell.id}: shows something else now: run `course build --pictures`"
        assert [outline(output) for output in old] == [outline(output) for output in new], stale
        for one, other in zip(old, new, strict=True):
            if "image/png" in one.get("data", {}):
                assert alike(one.data["image/png"], other.data["image/png"]), stale


def outline(output):
    """Kinds and words of an output, without its numbers."""
    words = [output.get("text", ""), output.get("data", {}).get("text/plain", "")]
    return sorted(output.get("data", {})), re.sub(r"[\s\d.−+-]|e(?=[−+-])", "", "".join(words))


def alike(*pictures):
    """Whether two pictures have one size, and differ visibly in less than 0.3 % of their area."""
    images = [Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB") for png in pictures]
    one, other = (np.asarray(image, dtype=float) for image in images)
    return one.shape == other.shape and np.mean(np.max(abs(one - other), axis=2) > 32) < 0.003


@every
def test_solution_shows_its_pictures_and_checks_and_is_small(name):
    path = ROOT / "solutions" / name / f"{name}.ipynb"
    assert path.stat().st_size < 1_000_000
    notebook = read("solutions", name)
    tests = [cell for cell in notebook.cells if cell.id.startswith("test_")]
    assert tests and all(cell.outputs for cell in tests)
    kinds = [
        kind for c in notebook.cells for o in c.get("outputs", []) for kind in o.get("data", ())
    ]
    assert kinds.count("image/png") >= 8


@every
def test_blank_notebook_runs_to_its_end_and_every_check_says_not_attempted(run, name):
    notebook = run(read("notebooks", name))
    tests = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade")]
    assert tests
    ended = errors(notebook)
    assert ended.keys() >= {cell.id for cell in tests}
    assert set(ended.values()) <= {"CheckFailed", "NotImplementedError"}
    for cell in tests:
        boxes = [o.data["text/plain"] for o in cell.outputs if "data" in o]
        assert len(boxes) == 1
        assert boxes[0].startswith("Not attempted yet: ")
    assert all(ended.get(cell) == "CheckFailed" for cell in practice(notebook))
    assert stderr(notebook) == []


def practice(notebook):
    """The cells that ask for something without points, which no answer is given to here."""
    return {cell.id for cell in notebook.cells if "practice" in cell.metadata.get("tags", [])}


@every
def test_nothing_that_is_given_has_a_failed_test_asked_again(name):
    canonical = rebuild(assignment(name), answered(name))
    assert [
        test.exercise
        for test in assignment(name).tests
        if canonical.may_change(test, canonical.asked[test.grade_id][-1])
    ] == []


@pytest.mark.parametrize("editor", EDITORS)
@every
def test_what_an_editor_changes_costs_nothing(name, editor, examiner):  # noqa: F811
    exam, notebook = assignment(name), answered(name)
    saved = EDITORS[editor](notebook)
    assert saved != notebook
    canonical = rebuild(exam, saved)
    assert canonical.notes == []
    assert canonical.answered == rebuild(exam, notebook).answered
    report = examiner.grade(exam, saved)
    assert [verdict.message for verdict in report.exercises if not verdict.score] == []
    assert report.score == report.max_score == 20
