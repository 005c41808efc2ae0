"""A submission is run as it is: the student's text and order, and what was given and is missing."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable

import pytest

from grading.sealed.examiner.assignment import Assignment, defined_names
from grading.sealed.examiner.canonical import Canonical, Cell, rebuild
from grading.sealed.examiner.submitted import UnreadableSubmission

OWN = "def square(x):\n    return x ** 2"


def outline(canonical: Canonical) -> list[str]:
    """Kind or grade_id of each cell."""
    return [cell.grade_id or cell.kind for cell in canonical.cells]


PLAIN = ["given", "given", "square", "slope", "step", "Value"]


def nbgrader(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def strip_metadata(notebook: dict, ids: bool = True) -> dict:
    """As Colab and VS Code may leave it."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        if ids:
            cell.pop("id", None)
    return notebook


def test_assignment_knows_cells_tests_and_names(assignment: Assignment) -> None:
    assert [cell.kind for cell in assignment.cells[:5]] == [
        "given", "given", "demo", "demo", "solution",
    ]  # fmt: skip
    assert assignment.max_score == 8
    assert assignment.tests[0].names == {"square"}
    assert "return x * x" not in assignment.by_grade_id["square"].source
    assert "raise NotImplementedError()" in assignment.by_grade_id["square"].source


def test_answers_stand_in_the_instructors_notebook(
    assignment: Assignment, submit: Callable
) -> None:
    canonical = rebuild(assignment, submit(square=OWN))
    assert outline(canonical) == PLAIN
    assert canonical.cells[2].source == OWN
    assert canonical.notes == []


def test_tests_and_demonstrations_are_dropped(assignment: Assignment, submit: Callable) -> None:
    text = "\n".join(cell.source for cell in rebuild(assignment, submit()).cells)
    assert "secret" not in text
    assert "check.value" not in text
    assert "a figure" not in text
    assert "thrice" not in text


def test_what_is_practised_runs_as_students_got_it_or_wrote_it(
    assignment: Assignment, submit: Callable
) -> None:
    uses = "def square(x):\n    return thrice(x) * x / 3"
    blank = rebuild(assignment, submit(square=uses))
    [given] = [cell for cell in blank.cells if "def thrice" in cell.source]
    assert given.kind == "given" and "raise NotImplementedError()" in given.source
    notebook = submit(square=uses)
    [cell] = [cell for cell in notebook["cells"] if "def thrice" in cell["source"]]
    cell["source"] = "def thrice(x):\n    return x + x + x"
    own = [
        cell.source for cell in rebuild(assignment, notebook).cells if "thrice(x):" in cell.source
    ]
    assert own == [given.source, cell["source"]]
    assert not any("a model answer" in source for source in own)


def test_changed_cells_of_the_instructor_run_behind_what_was_given(
    assignment: Assignment, submit: Callable
) -> None:
    notebook = submit()
    notebook["cells"][1]["source"] = "example = 'mine'"
    for cell in notebook["cells"]:
        if nbgrader(cell) == "test_square":
            cell["source"] = "pass"
    canonical = rebuild(assignment, notebook)
    assert outline(canonical) == [*PLAIN[:2], "changed", "square", "changed", *PLAIN[3:]]
    assert [cell.source for cell in canonical.cells[1:3]] == ["example = 2 * 3", "example = 'mine'"]
    assert canonical.asked["test_square"] == [5]
    assert canonical.notes == []


def test_added_cells_keep_their_places(
    assignment: Assignment, submit: Callable, cell: Callable
) -> None:
    notebook = submit("first = 1")
    at = next(n for n, c in enumerate(notebook["cells"]) if nbgrader(c) == "slope")
    notebook["cells"].insert(at, cell("helper = 2"))
    canonical = rebuild(assignment, notebook)
    assert outline(canonical) == ["added", *PLAIN[:3], "added", *PLAIN[3:]]


@pytest.mark.parametrize("ids", [True, False])
def test_lost_metadata_is_made_up_for(assignment: Assignment, submit: Callable, ids: bool) -> None:
    notebook = strip_metadata(submit(square=OWN + "\n# mine"), ids)
    canonical = rebuild(assignment, notebook)
    assert outline(canonical) == PLAIN
    assert canonical.notes == []


def test_colabs_ids_are_known(assignment: Assignment, submit: Callable) -> None:
    notebook = submit(square="def squared(x):\n    return x")
    for cell in notebook["cells"]:
        cell["metadata"] = {"id": cell.pop("id")}
    assert outline(rebuild(assignment, notebook)) == PLAIN


def test_syntax_error_does_not_hide_what_a_cell_defines(
    assignment: Assignment, submit: Callable
) -> None:
    notebook = strip_metadata(submit(square="%time 1\ndef square(x):\n    return x ** ** 2"))
    assert "square" in outline(rebuild(assignment, notebook))


def test_split_cell_stays_together(
    assignment: Assignment, submit: Callable, cell: Callable
) -> None:
    notebook = submit(square="a = 1")
    at = next(n for n, c in enumerate(notebook["cells"]) if nbgrader(c) == "square")
    second = copy.deepcopy(notebook["cells"][at])
    second["source"] = "def square(x):\n    return a * x * x"
    notebook["cells"].insert(at + 1, second)
    canonical = rebuild(assignment, notebook)
    assert outline(canonical) == [*PLAIN[:3], "square", *PLAIN[3:]]
    assert canonical.cells[3].source == second["source"]
    assert "2 cells are marked as square" in canonical.notes[0]


def test_reordered_cells_run_in_the_order_of_the_submission(
    assignment: Assignment, submit: Callable
) -> None:
    notebook = submit()
    notebook["cells"].reverse()
    canonical = rebuild(assignment, notebook)
    assert outline(canonical) == PLAIN[::-1]
    assert canonical.asked["test_Value"] == [0]


def test_deleted_cells_are_reported(assignment: Assignment, submit: Callable) -> None:
    canonical = rebuild(assignment, submit(slope=None, test_square=None))
    assert outline(canonical) == [name for name in PLAIN if name != "slope"]
    assert canonical.notes == ["No cell defines slope."]
    assert canonical.asked["test_square"] == [3]  # behind the answer


def test_two_unmarked_answers_are_reported(
    assignment: Assignment, submit: Callable, cell: Callable
) -> None:
    notebook = strip_metadata(submit(square=None))
    notebook["cells"] += [cell(OWN), cell(OWN + " + 0")]
    canonical = rebuild(assignment, notebook)
    assert [c.source for c in canonical.cells if c.grade_id == "square"] == [OWN, OWN + " + 0"]
    assert "2 cells define square; all of them run, in order." in canonical.notes


def test_answer_turned_into_text_is_missing(assignment: Assignment, submit: Callable) -> None:
    notebook = submit()
    for cell in notebook["cells"]:
        if nbgrader(cell) == "square":
            cell["cell_type"] = "markdown"
    assert "square" not in outline(rebuild(assignment, notebook))


ODD_CELLS = [
    None,
    3,
    {"cell_type": "code"},
    {"cell_type": "code", "source": 7, "metadata": []},
    {"cell_type": "code", "source": ["a = 1\n", 2, "b = 2"], "metadata": {"nbgrader": "x"}},
    {
        "cell_type": "code",
        "source": "c = 1",
        "metadata": {"nbgrader": {"grade_id": ["x"]}},
        "id": 4,
    },
]


def test_odd_cells_do_no_harm(assignment: Assignment) -> None:
    canonical = rebuild(assignment, json.dumps({"cells": ODD_CELLS}))
    assert [c.source for c in canonical.cells if c.kind == "added"] == ["a = 1\nb = 2", "c = 1"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "not a notebook"),
        ("{", "not a notebook"),
        ("[" * 100_000, "not a notebook"),
        (b"\xff\xfe\x00", "not a notebook"),
        ("[]", "no cells"),
        ('{"cells": {}}', "no cells"),
        ('{"worksheets": []}', "no cells"),
        ('{"nbformat": 3, "worksheets": [{"cells": []}]}', "of format 3, .*: open it in Jupyter"),
        (b" " * (129 << 20), "larger than"),
        (json.dumps({"cells": [{"cell_type": "code"}] * 2001}), "more than 2000"),
        (json.dumps({"cells": [{"cell_type": "code", "source": "x" * (3 << 20)}]}), "too much"),
    ],
    ids=range(11),
)
def test_unreadable_file_is_refused(assignment: Assignment, text: bytes, why: str) -> None:
    with pytest.raises(UnreadableSubmission, match=why):
        rebuild(assignment, text)


def test_names_that_a_cell_defines() -> None:
    source = "import os\na, (b, *c) = 1, (2, 3)\nd: int = 4\n_e = 5\nclass F: g = 6\n"
    assert defined_names(source + "async def h(): i = 7") == {"a", "b", "c", "d", "F", "h"}
    assert defined_names("!ls\nclass F:\n    pass\nasync def g():") == {"F", "g"}


@pytest.mark.parametrize(
    ("body", "kind", "below", "counts"),
    [
        ("x * x", "given", "square.rate = 1", False),
        ("x * x", "added", "square.rate = 1", True),
        ("x * x", "given", "square.__call__ = abs", True),
        ("square.rate * x", "given", "square.rate = 1", True),
        ('getattr(square, "rate") * x', "given", "square.rate = 1", True),
        ("vars(square)[x]", "given", "square.rate = 1", True),
        ('attrgetter("a.rate")(x)', "given", "square.rate = 1", True),
        ("x  # rate", "given", "square.rate = 1", False),
        ("rate * x", "given", "square.rate = 1", False),
        ("square.rate.x", "given", "square.rate.y = 1", False),
    ],
)
def test_what_a_given_cell_sets_counts_for_an_answer_that_spells_it(
    assignment: Assignment, body: str, kind: str, below: str, counts: bool
) -> None:
    answer = Cell(f"def square(x):\n    return {body}", "solution", "square")
    canonical = Canonical([answer, Cell(below, kind)], {"test_square": [1]}, frozenset(["square"]))
    assert canonical.may_change(assignment.tests[0], after=1) is counts
