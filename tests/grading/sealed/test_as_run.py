"""A submission is graded as its student ran it: their text, their order, tests where they stand."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from grading.paths import Course
from grading.sealed.examiner import question
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.canonical import rebuild
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Report
from tests.redteam.submission import assignment as course_assignment
from tests.redteam.submission import notebook as course_notebook

COURSE = Course.find()
ALL = dict.fromkeys(["square", "slope", "step", "Value"], "passed")
SQUARE = "def square(x):\n    return x * x"


@pytest.fixture
def run(examiner: Examiner, assignment: Assignment, submit: Callable) -> Callable[..., Report]:
    """Grade a submission after `change` had its way with the list of its cells."""

    def graded(change: Callable[[list], object], *extra: str, **answers: str | None) -> Report:
        notebook = submit(*extra, **answers)
        notebook["cells"] = change(notebook["cells"]) or notebook["cells"]
        return examiner.grade(assignment, notebook, seed=1)

    return graded


def at(cells: list[dict], name: str) -> int:
    """The place of the cell with a grade_id, or an id."""
    ids = [c["metadata"].get("nbgrader", {}).get("grade_id") or c.get("id") for c in cells]
    return ids.index(name)


LATER = {
    "overwritten": "square = 'a picture'",
    "renamed": "def square(side):\n    return 4 * side",
    "np deleted": "del np",
    "np overwritten": "np = 3",
    "reset": "%reset -f",
    "builtins spoilt": "import builtins\nbuiltins.len = None",
    "process ended": "import os\nos._exit(3)",
    "endless": "while True:\n    pass",
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER.keys())
def test_what_a_later_cell_does_costs_nothing(
    run: Callable, verdicts: Callable, cell: Callable, later: str
) -> None:
    report = run(lambda cells: cells.append(cell(later)), square="def square(x):\n"
                 "    return np.multiply(x, x)")  # fmt: skip
    assert verdicts(report) == ALL


@pytest.mark.parametrize("where", ["in a cell", "in a test"])
def test_what_a_test_leaves_running_is_no_fault_of_later_answers(
    run: Callable, verdicts: Callable, where: str
) -> None:
    square = SQUARE.replace("    ", "    threading.Timer(0.2, os._exit, [3]).start()\n    ")
    pause = "import time\ntime.sleep(0.5)\n"
    slope = "def slope(f, x, h=1e-6):\n    return (f(x + h) - f(x - h)) / (2 * h)"
    slope = pause + slope if where == "in a cell" else slope.replace(":\n", ":\n    pause()\n")
    pause = "def pause():\n    time.sleep(0.5)\n"
    answers = {"square": f"import os, threading\n{square}", "slope": f"import time\n{pause}{slope}"}
    assert verdicts(run(list, **answers)) == ALL


def test_ending_the_process_gets_no_other_inputs(
    monkeypatch: pytest.MonkeyPatch, run: Callable, verdicts: Callable
) -> None:
    """Whoever dislikes what a test draws must answer just that in the next process, and more."""
    asked: dict[str, list[int]] = {}

    def watched(test: Any, sitting: Any, seed: int, begun: Any) -> Any:
        asked.setdefault(test.exercise, []).append(seed)
        return verdict(test, sitting, seed, begun)

    verdict = question._verdict
    monkeypatch.setattr(question, "_verdict", watched)
    square = "calls = []\n" + SQUARE.replace("    ", "    calls.append(x)\n    ")
    slope = "def slope(f, x, h=1e-6):\n    if calls:\n        os._exit(3)\n"
    slope += "    return (f(x + h) - f(x - h)) / (2 * h)"
    assert verdicts(run(list, square=square, slope=f"import os\n{slope}")) == ALL
    first, second, third = asked["slope"]
    assert first == third != second


def test_a_correction_further_down_counts(
    run: Callable, verdicts: Callable, cell: Callable
) -> None:
    wrong = "def square(x):\n    return 2 * x"
    report = run(lambda cells: cells.append(cell(SQUARE)), square=wrong)
    assert verdicts(report) == ALL
    assert report.notes == ("A later cell defines square again: def square(x):",)


@pytest.mark.parametrize(
    ("value", "below"),
    [
        ("helper(x)", "def helper(x):\n    return x * x"),
        ("rate * x * x", "rate = 1"),
        ("rate * x * x", "%time\nrate = 1"),
        ("len(box) * x * x", "box.append(1)"),
        ("box[0] * x * x", "box[:] = [1]"),
        ("square.rate * x * x", "square.rate = 1"),
        ("rate * x * x", "globals().update(rate=1)"),
        ("rate * x * x", "done = set_rate()"),
        ("len(box) * x * x", "fill(box)"),
    ],
)
def test_a_helper_below_its_use_counts(
    run: Callable, verdicts: Callable, cell: Callable, value: str, below: str
) -> None:
    answer = f"box = []\ndef square(x):\n    return {value}\n"
    answer += "def set_rate():\n    global rate\n    rate = 1\n"
    answer += "def fill(these):\n    these.append(1)"
    report = run(lambda cells: cells.append(cell(below)), square=answer)
    assert verdicts(report)["square"] == "passed"


def test_a_scratch_cell_that_changes_nothing_asks_no_test_again(
    examiner: Examiner, assignment: Assignment, submit: Callable, cell: Callable, monkeypatch
) -> None:
    asked = []
    test = question._verdict
    monkeypatch.setattr(question, "_verdict", lambda t, *a: asked.append(t.exercise) or test(t, *a))
    notebook = submit(square="def square(x):\n    return 2 * x")
    notebook["cells"].append(cell("print(square(3))\nsize = 3"))
    examiner.grade(assignment, notebook)
    assert asked == [*ALL]


def test_cells_in_another_order_keep_their_points(run: Callable, verdicts: Callable) -> None:
    assert verdicts(run(lambda cells: cells[::-1])) == ALL


def test_a_cell_pasted_twice_runs_twice(run: Callable, verdicts: Callable) -> None:
    def pasted(cells: list) -> list:
        place = at(cells, "square")
        return [*cells[: place + 1], cells[place], *cells[place + 1 :]]

    answer = "count = globals().get('count', 0) + 1\n" + SQUARE + " if count == 2 else None"
    assert verdicts(run(pasted, square=answer)) == ALL


@pytest.mark.parametrize("between", ["\n\n", "\n", "\nprint(square(2))\n"])
def test_an_answer_merged_with_its_check(run: Callable, verdicts: Callable, between: str) -> None:
    def merged(cells: list) -> None:
        place = at(cells, "square")
        cells[place]["source"] += between + cells.pop(place + 1)["source"]

    assert verdicts(run(merged)) == ALL


def test_an_answer_merged_into_the_check(run: Callable, verdicts: Callable) -> None:
    def merged(cells: list) -> None:
        answer = cells.pop(at(cells, "square"))
        check = cells[at(cells, "test_square")]
        check["source"] = answer["source"] + "\n" + check["source"]

    report = run(merged)
    assert verdicts(report) == ALL
    assert not report.notes


def test_a_helper_typed_into_the_check_cell(run: Callable, verdicts: Callable) -> None:
    def typed(cells: list) -> None:
        cells[at(cells, "test_square")]["source"] += "\ndef half(x):\n    return x / 2"
        cells[at(cells, "example")]["source"] = "tiny = 1e-6\nexample = 6"

    answer = "def slope(f, x):\n    return half((f(x + tiny) - f(x - tiny)) / tiny)"
    cells = {"example": "cell-1"}
    report = run(lambda c: typed(_named(c, cells)), slope=answer)
    assert verdicts(report) == ALL


def _named(cells: list[dict], names: dict[str, str]) -> list[dict]:
    for cell in cells:
        for new, old in names.items():
            if cell.get("id") == old:
                cell["id"] = new
    return cells


def test_what_was_given_counts_also_at_the_end(run: Callable, verdicts: Callable) -> None:
    def late(cells: list) -> list:
        given = cells.pop(at(_named(cells, {"example": "cell-1"}), "example"))
        return [*cells, given]

    report = run(late, square="def square(x):\n    return x * x * example / 6")
    assert verdicts(report) == ALL


@pytest.mark.parametrize("text", ["import math\n{}", "{}\nimport math", "import math"])
def test_an_import_added_to_the_setup_cell(run: Callable, verdicts: Callable, text: str) -> None:
    def added(cells: list) -> None:
        cells[0]["source"] = text.format(cells[0]["source"])

    report = run(added, square="def square(x):\n    return np.asarray(x) ** math.sqrt(4)")
    assert verdicts(report) == ALL


def test_what_was_given_is_there_even_if_it_was_deleted(run: Callable, verdicts: Callable) -> None:
    def deleted(cells: list) -> list:
        return [c for c in cells if c.get("id") not in ("setup", "cell-1")]

    report = run(deleted, square="def square(x):\n    return np.multiply(x, x) * example / 6")
    assert verdicts(report) == ALL


USES_TWICE = "def square(x):\n    return twice(x)"


@pytest.mark.parametrize(
    ("answer", "used"),
    [(USES_TWICE, True), (f"from math import *\n{USES_TWICE}", True), (SQUARE, False)],
)
def test_a_definition_in_a_picture_cell_runs_where_an_answer_uses_it(
    run: Callable, verdicts: Callable, answer: str, used: bool
) -> None:
    def drawn(cells: list) -> None:
        cells[at(cells, "cell-2")]["source"] = "print('drawn')\ndef twice(x):\n    return x * x"

    report = run(drawn, square=answer)
    assert verdicts(report) == ALL
    assert any("drawn" in output["text"] for output in report.outputs) == used


def test_a_slow_cell_is_interrupted_and_takes_nothing_with_it(
    run: Callable, verdicts: Callable, cell: Callable
) -> None:
    slow = "import time\nstate = 'begun'\ntime.sleep(60)"
    crash = "def step(params, grads):\n    import os\n    os._exit(1)"
    report = run(lambda cells: cells.insert(1, cell(slow)), step=crash,
                 square=SQUARE + " if state == 'begun' else None")  # fmt: skip
    assert verdicts(report) == ALL | {"step": "error"}
    assert "KeyboardInterrupt" in report.outputs[0]["error"]


def test_a_loop_that_hears_no_interrupt_is_left_out(
    run: Callable, verdicts: Callable, cell: Callable
) -> None:
    loop = "while True:\n    try:\n        while True:\n            pass\n"
    deaf = f"{loop}    except BaseException:\n        pass"
    report = run(lambda cells: cells.insert(1, cell(deaf)))
    assert verdicts(report) == ALL


LIKE_JUPYTER = {
    "unknown line magic": "%colab_only 3\n" + SQUARE,
    "unknown cell magic": "%%bigframes\n" + SQUARE,
    "magic in a solution": "%time answer = 1\n" + SQUARE,
    "future": "def square(x: Undefined) -> Undefined:\n    return x * x",
    "module that a cell wrote": "from own import square",
    "callable container": "class Rule(list):\n    def __call__(self, x):\n        return x * x\n"
    "square = Rule([1, 2])",
    "deque": "from collections import deque\ndef square(x):\n"
    "    return deque(np.ravel(x * x)) if np.ndim(x) else x * x",
    "array": "from array import array\ndef square(x):\n"
    "    return array('d', np.ravel(x * x)) if np.ndim(x) else x * x",
}


@pytest.mark.parametrize("answer", LIKE_JUPYTER.values(), ids=LIKE_JUPYTER.keys())
def test_the_language_is_that_of_jupyter(run: Callable, verdicts: Callable, answer: str) -> None:
    value = (
        "class Value:\n"
        "    def __init__(self, data):\n"
        "        self.data = data\n"
        "    def __mul__(self, other):\n"
        "        return Value(self.data * getattr(other, 'data', other))\n"
        "    __rmul__ = __mul__\n"
    )
    before = ["from __future__ import annotations", f"%%writefile own.py\n{value}{SQUARE}"]
    report = run(lambda cells: None, *before, square=answer, Value="from own import Value")
    assert verdicts(report) == ALL


# Attacks on tests in their places.


def test_a_test_that_is_asked_again_has_other_random_inputs(
    examiner: Examiner, assignment: Assignment, submit: Callable, cell: Callable, monkeypatch
) -> None:
    seeds = []
    test = question._verdict
    monkeypatch.setattr(
        question, "_verdict", lambda t, s, seed, *a: seeds.append(seed) or test(t, s, seed, *a)
    )
    notebook = submit(square="def square(x):\n    return 2 * x")
    notebook["cells"].append(cell("square = abs"))
    examiner.grade(assignment, notebook, seed=1)
    assert len(seeds) == 5
    assert seeds[:4] == [1] * 4 and seeds[4] != 1


def test_a_later_cell_learns_nothing_from_an_earlier_test(
    run: Callable, verdicts: Callable, cell: Callable
) -> None:
    """What it recorded are inputs; at the end there are others, and right values never crossed."""
    watch = "seen = []\ndef square(x):\n    seen.append(x)\n    return 0 * x"
    replay = (
        "import gc\ntold = [o for o in gc.get_objects() if type(o) is float]\nbefore = list(seen)\n"
        "def square(x):\n"
        "    return next((4 * y for y in before if np.shape(y) == np.shape(x)), 0 * x)"
    )
    report = run(lambda cells: cells.append(cell(replay)), square=watch)
    assert verdicts(report) == ALL | {"square": "failed"}


def test_a_thread_that_waits_for_a_test_gets_nothing(
    run: Callable, verdicts: Callable, cell: Callable
) -> None:
    thread = (
        "import threading, socket, time\n"
        "def wait():\n"
        "    s = socket.socket(fileno=3)\n"
        "    while True:\n"
        "        try:\n"
        "            s.send(s.recv(10, socket.MSG_PEEK) * 5)\n"
        "        except Exception:\n"
        "            time.sleep(0.001)\n"
        "threading.Thread(target=wait, daemon=True).start()"
    )
    report = run(lambda cells: cells.insert(1, cell(thread)), square="def square(x):\n    return 0")
    assert verdicts(report)["square"] != "passed"


def test_a_test_cell_pasted_again_and_again_is_asked_a_few_times(
    examiner: Examiner, assignment: Assignment, submit: Callable, monkeypatch
) -> None:
    asked = []
    test = question._verdict
    monkeypatch.setattr(question, "_verdict", lambda t, *a: asked.append(t.exercise) or test(t, *a))
    notebook = submit(square="def square(x):\n    return x")
    place = at(notebook["cells"], "test_square")
    notebook["cells"][place:place] = [notebook["cells"][place]] * 200
    assert examiner.grade(assignment, notebook).score == 6
    assert asked.count("square") <= 3


def test_a_large_notebook_is_graded(
    examiner: Examiner, assignment: Assignment, submit: Callable
) -> None:
    notebook = submit()
    picture = {"output_type": "display_data", "data": {"image/png": "A" * (25 << 20)}}
    for cell in notebook["cells"][:4]:
        cell["outputs"] = [picture]
    assert examiner.grade(assignment, json.dumps(notebook)).score == 8


def test_pictures_of_the_course_are_not_drawn() -> None:
    for name in COURSE.names:
        exam = course_assignment(name)
        demos = [cell.source for cell in exam.cells if cell.kind == "demo"]
        run = [cell.source for cell in rebuild(exam, course_notebook("solutions", name)).cells]
        assert demos
        assert not set(demos) & set(run)


def test_a_method_is_no_exercise_of_the_same_name(examiner: Examiner) -> None:
    """A student's `def backward(self)`, and calls of it, do not use the exercise `backward`."""
    exam = course_assignment("05_backprop_xor")
    notebook = deepcopy(course_notebook("solutions", exam.name))
    for cell in notebook["cells"]:
        if cell.get("id") == "backward":
            cell["source"] = "def backward(params, cache, y)\n    return None"
        if cell.get("id") == "Value":
            method = "    def backward(self):\n        self.parents[0][0].backward()\n\n"
            text = "".join(cell["source"])
            cell["source"] = text.replace("    def __radd__", method + "    def __radd__")
    found = {v.grade_id: v for v in examiner.grade(exam, notebook).exercises}
    assert found["test_Value"].verdict == "passed"
    assert "uses backward" in found["test_train"].message


@pytest.mark.parametrize("asked", [False, True])
def test_time_that_a_test_has_used_up_is_not_taken_from_what_is_looked_up_next(
    examiner: Examiner, assignment: Assignment, submit: Callable, asked: bool
) -> None:
    canonical = rebuild(assignment, submit())
    place = max(canonical.asked["test_square"])
    with examiner._seated(assignment, canonical) as sitting:
        assert sitting.prepare(place, ["square"])
        sitting.asked = asked
        sitting.peer.channel.deadline = time.monotonic() - 0.01
        assert sitting.prepare(place, ["square", "np"])
        assert sitting.prepare(len(canonical.cells), ["slope"])
        assert "slope" in sitting.found
        assert (sitting.processes, sitting.skipped) == (1, set())
