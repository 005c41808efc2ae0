"""Feedback goes back: the zips that Canvas and Moodle take, by models of how they read them."""

import re
import zipfile
from io import BytesIO

import nbformat
import pytest

from grading.classroom.collecting.attempts import Attempt
from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.feedback import Feedback
from grading.classroom.gradebook.standing import Standing
from grading.classroom.lms.returns import RETURNS, packed

NAME = "01_squares"


@pytest.fixture
def feedback(tmp_path):
    """Makes a graded notebook, and its page."""

    def make(student, *members, lms="canvas", score=5.0):
        notebook, page = (tmp_path / f"{student}.{kind}" for kind in ("ipynb", "html"))
        cell = nbformat.v4.new_code_cell("check(f)", id="a")
        cell.metadata["nbgrader"] = {"grade": True, "grade_id": "test_f", "points": 8}
        cell.metadata["nbgrader"] |= {"solution": False, "task": False}
        cell.outputs = [nbformat.v4.new_output("error", ename="failed", evalue="Not | right: x*y")]
        heading = nbformat.v4.new_markdown_cell("## Exercise 1: f (8 points)", id="h")
        nbformat.write(nbformat.v4.new_notebook(cells=[heading, cell]), notebook)
        page.write_text(f"<p>{student}</p>")
        attempts = tuple(
            Attempt("class.zip", number=n, lms=lms, members={f"{NAME}.ipynb": member})
            for n, member in enumerate(members, 1)
        )
        standing = Standing({"test_f": (score, 8.0)}, {}, 0.5)
        path = tmp_path
        return Feedback(path, NAME, student, notebook, page, standing, attempts, len(members))

    return make


def canvas_reads(name):
    """User and attachment, as Canvas takes them from an uploaded file's name."""
    tokens = [token for token in name.split("_") if token != "LATE"]
    numbers = [token for token in tokens if re.fullmatch(r"\d+", token)]
    return tuple(numbers[:2])


def moodle_reads(path):
    """Participant and file, as Moodle takes them from a path in the zip."""
    for part in path.split("/"):
        if found := re.fullmatch(r"[^_]+_(\d+)_assign(?:submission|feedback)_[a-z]+", part):
            return found[1], path.partition(f"{part}/")[2]
    return None


def test_canvas_gets_each_notebook_under_its_own_name_once(feedback):
    old = f"onestudent_101_5001_{NAME}.ipynb"
    new = f"sub/onestudent_LATE_101_5009_{NAME}-1.ipynb"
    one, by_hand = feedback("one", old, new), feedback("two", "x", lms="")
    found = RETURNS["canvas"]([one, by_hand], Roster(), {})
    assert [canvas_reads(name) for name in found.files] == [("101", "5009")]
    assert found.left == {"two": "no notebook of this student came from Canvas"}
    [data] = found.files.values()
    notebook = nbformat.reads(data.decode(), as_version=4)
    nbformat.validate(notebook)
    text = notebook.cells[0].source
    assert text.startswith("# Feedback: 4.5 of 8 points")
    assert r"| Exercise 1: f | failed: Not \| right: x\*y | 5 of 8 |" in text
    assert "Handed in late" in text
    again = RETURNS["canvas"]([one], Roster(), found.sent)
    assert not again.files and again.left == {"one": "has it already"}
    better = feedback("one", old, new, score=8.0)
    assert len(RETURNS["canvas"]([better], Roster(), found.sent).files) == 1


def test_a_group_gets_one_file_from_canvas(feedback):
    member = f"lab_3_103_5103_{NAME}.ipynb"
    found = RETURNS["canvas"]([feedback("one", member), feedback("two", member)], Roster(), {})
    assert [*found.files] == [member]
    assert found.sent.keys() == {"one", "two"}


def test_moodle_gets_a_folder_for_each_participant(feedback):
    people = {name: Person(name) for name in ("one", "two", "three")}
    numbers = {(NAME, "1234"): "one", (NAME, "1235"): "two", ("02_other", "77"): "three"}
    all_of = [feedback(name) for name in ("one", "two", "three", "participant-99")]
    found = RETURNS["moodle"](all_of, Roster(people, numbers), {})
    read = {moodle_reads(name): data for name, data in found.files.items()}
    assert read == {
        ("1234", f"{NAME}.html"): b"<p>one</p>",
        ("1235", f"{NAME}.html"): b"<p>two</p>",
        ("99", f"{NAME}.html"): b"<p>participant-99</p>",
    }
    assert found.left.keys() == {"three"}


def test_the_same_files_make_the_same_zip():
    files = {"a/ü.html": b"1", "b": b"2" * 1000}
    assert packed(files) == packed(files)
    with zipfile.ZipFile(BytesIO(packed(files))) as zipped:
        assert {name: zipped.read(name) for name in zipped.namelist()} == files
