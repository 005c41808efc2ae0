"""Which cells of a submission a person is to grade: by their ids, else by where they stand."""

import copy

import pytest

from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.canonical import rebuild

STUB = "YOUR ANSWER HERE"
CODE_STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
BY_HAND = {"grade": True, "solution": True, "points": 5}


def piece(kind, text, cell_id, **about):
    metadata = {"nbgrader": {"grade_id": cell_id, **about}} if about else {}
    return {"cell_type": kind, "source": text, "id": cell_id, "metadata": metadata}


SOURCE = [
    piece("markdown", "# Title", "s0-01"),
    piece("code", "import numpy as np", "s0-02"),
    piece("markdown", "Say why.", "s0-03"),
    piece("markdown", "Because.", "why", **BY_HAND),
    piece("markdown", "Draw it.", "s0-05"),
    piece("code", "print(1)", "draw", **BY_HAND),
    piece("markdown", "Write f.", "s0-07"),
    piece("code", "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION", "f",
          grade=False, solution=True),
    piece("code", "assert f(1) == 1", "test_f", grade=True, solution=False, points=2),
    piece("markdown", "The end.", "s0-10"),
]  # fmt: skip
ANSWERS = {"why": "So that it is.", "draw": "print('a drawing')", "f": "def f(x):\n    return x"}


@pytest.fixture(scope="module")
def assignment():
    return Assignment.from_notebook({"cells": SOURCE}, "small")


@pytest.fixture
def cells():
    """A submission with all its ids, answered."""
    found = copy.deepcopy(SOURCE)
    for cell in found:
        cell["source"] = ANSWERS.get(cell["id"], cell["source"])
    return found


def forget(cells):
    """What an editor does that keeps no metadata and no ids."""
    for number, cell in enumerate(cells):
        cell["metadata"], cell["id"] = {}, f"other-{number}"


def own(text, kind="markdown"):
    return {"cell_type": kind, "source": text, "metadata": {}, "id": f"new-{abs(hash(text))}"}


def texts(canonical):
    return {name: answer.text for name, answer in canonical.written.items()}


def ran(canonical):
    return [cell.source for cell in canonical.cells]


def test_known_by_id_wherever_they_stand(assignment, cells):
    cells.insert(0, cells.pop(3))
    found = rebuild(assignment, {"cells": cells})
    assert texts(found) == {"why": ANSWERS["why"], "draw": ANSWERS["draw"]}
    assert found.notes == []
    assert ANSWERS["draw"] not in ran(found)


def test_grade_id_alone_or_cell_id_alone_is_enough(assignment, cells):
    for cell in cells:
        if cell["id"] == "why":
            cell["metadata"] = {}
        cell["id"] = cell["id"] if cell["id"] == "why" else "gone"
    found = rebuild(assignment, {"cells": cells})
    assert texts(found) == {"why": ANSWERS["why"], "draw": ANSWERS["draw"]}


def test_lost_ids_leave_the_place_between_what_was_handed_out(assignment, cells):
    forget(cells)
    found = rebuild(assignment, {"cells": cells})
    assert texts(found) == {"why": ANSWERS["why"], "draw": ANSWERS["draw"]}
    assert found.notes == []
    assert ANSWERS["f"] in ran(found) and ANSWERS["draw"] not in ran(found)


def test_untouched_answers_are_blank_also_where_ids_are_lost(assignment, cells):
    for cell in cells:
        cell["source"] = {"why": f"{STUB}  \n", "draw": CODE_STUB}.get(cell["id"], cell["source"])
    for _ in range(2):
        found = rebuild(assignment, {"cells": cells})
        assert [answer.blank for answer in found.written.values()] == [True, True]
        assert texts(found) == {"why": STUB, "draw": CODE_STUB}
        forget(cells)


def test_an_emptied_answer_is_not_blank(assignment, cells):
    cells[3]["source"] = ""
    found = rebuild(assignment, {"cells": cells})
    assert (found.written["why"].text, found.written["why"].blank) == ("", False)


def test_cells_of_the_students_own_below_an_answer_belong_to_it(assignment, cells):
    cells[3]["source"] = STUB
    cells.insert(4, own("I wrote it here."))
    cells.insert(5, own("print('tried it')", "code"))
    found = rebuild(assignment, {"cells": cells})
    assert texts(found)["why"] == "I wrote it here."
    assert "print('tried it')" in ran(found)
    assert found.notes == []


def test_a_cell_whose_kind_was_changed_is_an_answer_and_not_run(assignment, cells):
    cells[3] |= {"cell_type": "code", "source": "raise SystemExit  # because"}
    cells[5] |= {"cell_type": "markdown", "source": "a drawing in words"}
    found = rebuild(assignment, {"cells": cells})
    assert texts(found) == {"why": "raise SystemExit  # because", "draw": "a drawing in words"}
    assert "raise SystemExit  # because" not in ran(found)


def test_a_copied_cell_adds_to_the_answer(assignment, cells):
    cells.insert(4, {**copy.deepcopy(cells[3]), "source": "And more."})
    assert texts(rebuild(assignment, {"cells": cells}))["why"] == f"{ANSWERS['why']}\n\nAnd more."


def test_what_may_be_several_answers_is_shown_at_each_and_told(assignment, cells):
    del cells[4]  # the text between the two answers
    forget(cells)
    found = rebuild(assignment, {"cells": cells})
    assert texts(found) == {"why": ANSWERS["why"], "draw": ANSWERS["why"]}
    assert found.notes == [
        "No id says which cell answers why and draw: what stands there is shown."
    ]
    assert ANSWERS["draw"] in ran(found)  # which may be anything; the person sees it as well


def test_several_cells_in_one_place_are_all_shown_and_told(assignment, cells):
    cells.insert(4, own("Part two."))
    forget(cells)
    found = rebuild(assignment, {"cells": cells})
    assert texts(found)["why"] == f"{ANSWERS['why']}\n\nPart two."
    assert found.notes == ["No id says which cell answers why: what stands there is shown."]


def test_an_answer_that_is_not_there_is_told_and_not_blank(assignment, cells):
    del cells[3]
    found = rebuild(assignment, {"cells": cells})
    assert (found.written["why"].text, found.written["why"].blank) == (None, False)
    assert found.notes == ["No cell answers why: look at what was handed in."]


def test_code_for_a_person_runs_where_an_answer_needs_it(assignment, cells):
    cells[5]["source"] = "def twice(x):\n    return 2 * x"
    cells[7]["source"] = "def f(x):\n    return twice(x) / 2"
    found = rebuild(assignment, {"cells": cells})
    assert cells[5]["source"] in ran(found)


def test_the_digest_stays_as_long_as_only_blanks_differ(assignment, cells):
    first = rebuild(assignment, {"cells": cells}).written["why"].digest
    cells[3]["source"] += "  \n"
    assert rebuild(assignment, {"cells": cells}).written["why"].digest == first
    cells[3]["source"] += "More."
    assert rebuild(assignment, {"cells": cells}).written["why"].digest != first
