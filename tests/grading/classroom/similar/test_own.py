"""Only what a student wrote counts, wherever it stands and whatever an editor lost."""

import json

import nbformat

from grading.classroom.similar.marks import marks, rare
from grading.classroom.similar.own import ELSEWHERE, own
from grading.classroom.work import Lost, Task
from grading.paths import Course
from tests.grading.classroom.similar.disguise import ASSIGNMENTS, ROOT

NAME = ASSIGNMENTS[0]
ANSWER = "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))"


def handed_in(change=lambda notebook: None):
    notebook = nbformat.read(Course(ROOT).notebook("notebooks", NAME), as_version=4)
    change(notebook)
    return json.dumps(notebook).encode()


def put(notebook, text, cell_id="sigmoid"):
    next(cell for cell in notebook.cells if cell.id == cell_id).source = text


def test_what_was_handed_out_is_nobodys_own(given):
    assert given(NAME).sorted_out(handed_in()).texts == {}


def test_given_statements_and_checks_are_left_out_wherever_they_stand(given):
    def change(notebook):
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        checks = "\n\n".join(c.source for c in code if c.id in ("s2-02", "test_sigmoid"))
        put(notebook, f"{ANSWER}\n\n\n{checks}\n\nmine = 3")
        for number, cell in enumerate(notebook.cells):
            cell.metadata, cell.id = nbformat.NotebookNode(), f"other-{number}"

    texts = given(NAME).sorted_out(handed_in(change)).texts
    assert texts["sigmoid"].startswith(ANSWER)
    everything = "\n".join(texts.values())
    assert "mine = 3" in everything
    assert "check." not in everything and "def square" not in everything


def test_helpers_belong_to_the_cell_and_other_cells_to_no_exercise(given):
    def change(notebook):
        put(notebook, f"%time\ndef helper(x):\n    return -x\n\n{ANSWER}")
        notebook.cells.append(nbformat.v4.new_code_cell("scratch = [1, 2]"))

    work = given(NAME).sorted_out(handed_in(change))
    assert "helper" in work.texts["sigmoid"] and ANSWER in work.texts["sigmoid"]
    assert work.texts[ELSEWHERE] == "scratch = [1, 2]"
    assert work.fingerprints[ELSEWHERE]


def test_what_is_no_notebook_is_lost_with_a_reason():
    source = json.dumps(nbformat.read(Course(ROOT).notebook("source", NAME), as_version=4))
    for submission in (b"", b"[" * 100_000, b'{"cells": 1}'):
        answer = own(Task("s", NAME, source, "", "", submission, 0))
        assert isinstance(answer, Lost) and answer.why


def test_marks_are_what_is_written_alike_to_the_letter():
    found = marks(
        "# houre of work, dont touch\nresullt = f( x,  2)\ns = '# no comment'\n"
        "i = 1 # YOUR CODE HERE"
    )
    assert found == {
        ("comment", "houre of work, dont touch"),
        ("name", "resullt"),
        ("line", "resullt = f( x,  2)"),
    }


def test_marks_that_many_have_or_one_alone_are_not_rare():
    mark = [("name", f"name{n}") for n in range(3)]
    class_ = [{mark[0], mark[1]}, {mark[0], mark[1]}, {mark[1], mark[2]}]
    assert rare(class_) == [{mark[0]}, {mark[0]}, set()]
