"""The reader's own functions from an earlier notebook: taken where they are right, only then."""

import json
import os
import signal
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import matplotlib.pyplot as plt
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import deepcalc as dc
from deepcalc._work import earlier as module
from deepcalc._work import limit
from deepcalc._work.exercises import exercises, names
from deepcalc.checking import _session
from tests.course.conftest import read

NAME = "01_derivatives"
FILE = f"{NAME}.ipynb"
RIGHT = """def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))"""
WRONG = "def sigmoid(x):\n    return np.asarray(x) + 0.5"
STUB = "def sigmoid(x):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
CHECK = next(e.claim for e in exercises(NAME) if e.name == "sigmoid")
SPARE = abs


@pytest.fixture
def said(monkeypatch, tmp_path):
    """What is said, while the current folder is an empty one of a notebook's own."""
    lines = []
    monkeypatch.setattr(_session, "show", lines.append)
    folder = tmp_path / "02_chain_rule"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return lines


@pytest.fixture
def shell(monkeypatch):
    """A kernel, which knows magics and displays."""
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    yield shell
    InteractiveShell.clear_instance()


def saved(*texts, folder=".", tests=(), name=NAME, as_lines=False):
    """A notebook on disk with these code cells, and checks."""
    marks = {"nbgrader": {"grade": True, "solution": False}}
    cells = [{"cell_type": "markdown", "metadata": {}, "source": "# Derivatives"}]
    for text in (*texts, *tests):
        source = text.splitlines(keepends=True) if as_lines else text
        metadata = marks if text in tests else {}
        cells.append({"cell_type": "code", "metadata": metadata, "outputs": [], "source": source})
    file = Path(folder) / f"{name}.ipynb"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}))


def taken(instead=SPARE):
    return dc.earlier(NAME, "sigmoid", instead=instead, stand_in="a stand-in")


@pytest.mark.parametrize("folder", [".", f"../{NAME}", NAME])
@pytest.mark.parametrize("as_lines", [True, False])
def test_a_right_function_is_taken_from_either_layout(said, folder, as_lines):
    saved("import math", RIGHT, folder=folder, as_lines=as_lines)
    assert taken()(0.0) == 0.5
    assert said == [f"Using your sigmoid of {FILE}."]


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([WRONG], f"yours in {FILE}, as last saved, does not pass its check yet"),
        ([STUB], f"yours in {FILE}, as last saved, is not written yet"),
        (["x = 1"], f"there is no definition in {FILE}, as last saved"),
        (["def sigmoid(x):\n    return (1"],
         f"its cell is no valid Python in {FILE}, as last saved"),
        (["def sigmoid(x):\n    return float(input())"],
         f"yours in {FILE}, as last saved, asks for input"),
        (["import no_such_module\n" + RIGHT.replace("0.5 *", "no_such_module.half *")],
         f"yours in {FILE}, as last saved, raises ModuleNotFoundError"),
        (["raise_it = 1 / 0\ndef sigmoid(x):\n    return raise_it"],
         f"yours in {FILE}, as last saved, raises ZeroDivisionError"),
        (["import sys\nleft = sys.exit()\ndef sigmoid(x):\n    return left"],
         f"yours in {FILE}, as last saved, raises SystemExit"),
    ],
)  # fmt: skip
def test_any_other_is_not_and_a_line_says_why(said, texts, why):
    saved(*texts)
    assert taken() is SPARE
    assert said == [f"Using a stand-in for sigmoid: {why}."]


def test_a_notebook_that_is_not_there_or_none_is_said(said):
    assert taken() is SPARE
    for text in ("{", "[]", '{"cells": 3}', '{"cells": [{"cell_type": "code"}]}', "\x00"):
        with open(FILE, "w") as file:
            file.write(text)
        assert taken(None) is None
    assert said[0] == f"Using a stand-in for sigmoid: {FILE} is not beside this notebook."
    assert set(said[1:]) == {f"Using a stand-in for sigmoid: {FILE} cannot be read as a notebook."}


def test_a_copy_under_another_name_is_named_and_not_used(said):
    saved(RIGHT, name=f"{NAME} (1)")
    saved(RIGHT, name=f"._{NAME}")  # which a Mac leaves
    assert taken() is SPARE
    assert said == [
        f"Using a stand-in for sigmoid: {FILE} is not beside this notebook, but {NAME} (1).ipynb "
        "is: rename it if it is yours."
    ]


def test_a_changed_folder_does_not_lose_the_notebook(said, monkeypatch, tmp_path):
    saved(RIGHT)
    shell = SimpleNamespace(starting_dir=os.getcwd(), transform_cell=str)
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    monkeypatch.chdir(tmp_path)
    assert taken()(0.0) == 0.5


def test_a_folder_that_is_gone_or_closed_is_one_without_the_notebook(said, monkeypatch):
    def closed(self):
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as shut:
        shut.setattr(Path, "is_file", closed)
        assert taken() is SPARE
    folder = Path("gone")
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path.cwd().rmdir()
    assert taken() is SPARE
    assert set(said) == {f"Using a stand-in for sigmoid: {FILE} is not beside this notebook."}


def test_the_mark_of_windows_at_the_beginning_does_no_harm(said):
    saved(RIGHT)
    Path(FILE).write_bytes(b"\xef\xbb\xbf" + Path(FILE).read_bytes())
    assert taken()(0.0) == 0.5


def test_only_what_the_function_needs_runs(said):
    saved(
        "left = open('trace', 'w')",
        "from math import tanh\nhalf = 0.5",
        "half = open('trace', 'w').write",  # another definition below is the last one
        "half = 0.5",
        "@np.vectorize\ndef squeezed(x):\n    return half + half * tanh(half * x)",
        "def sigmoid(x):\n    half_of_it = squeezed(x)\n    return half_of_it[()]",
        "%matplotlib inline\nfor k in range(3):\n    open('trace', 'w')",
        "dc.plotting.show(open('trace', 'w'))\nvalues = await nothing",
        tests=["half = open('trace', 'w')"],
    )
    assert taken()(0.0) == 0.5
    assert not Path("trace").exists()


def test_the_last_definition_counts_and_one_that_builds_on_another_has_it(said):
    saved(
        WRONG,
        RIGHT,
        "from functools import wraps",
        "def shown(f):\n    @wraps(f)\n    def run(x):\n        return f(x)\n    return run",
        "sigmoid = shown(sigmoid)",
    )
    assert taken()(0.0) == 0.5
    saved(RIGHT, WRONG)
    assert taken() is SPARE


def test_it_is_taken_as_it_stands_at_its_check_or_at_the_end(said):
    scaled = "scale = 0.5", RIGHT.replace("0.5 * (1", "scale * (1")
    saved(*scaled, CHECK, "for scale in (1, 2):\n    print(scale)", "np = 3")
    assert taken()(0.0) == 0.5
    saved(WRONG, CHECK, RIGHT)  # as hand-in asks a check that failed once more
    assert taken()(0.0) == 0.5
    saved(f"{RIGHT}\n\n{CHECK}", WRONG)  # cells that were merged
    assert taken()(0.0) == 0.5
    saved(RIGHT, WRONG, CHECK)
    assert taken() is SPARE


@pytest.mark.parametrize("used", [STUB, WRONG])
def test_of_one_that_uses_a_wrong_one_that_is_named(said, used):
    saved(used, "def sigmoid_derivative(x):\n    return sigmoid(x) * (1 - sigmoid(x))")
    assert dc.earlier(NAME, "sigmoid_derivative") is None
    [line] = said
    assert line.endswith("as last saved, uses sigmoid, which does not pass its check yet.")


def test_what_was_filled_step_by_step_is_whole(said):
    half = RIGHT.replace("0.5 * (1", "half[-1] * (1")
    saved("half = []", "for k in range(3):\n    half.append(0.5)", half)
    assert taken()(0.0) == 0.5
    saved("half = {}", "for k in (0, -1):\n    half[k] = 0.25", "half[-1] *= 2", half)
    assert taken()(0.0) == 0.5


@pytest.mark.parametrize(
    "texts",
    [
        ("%%time\n" + RIGHT,),
        ("%%capture out\n" + RIGHT,),
        ("from no_such_module import *", RIGHT),
        ("x = " + "-" * 50_000 + "1", "x = a" + ".b" * 5000, RIGHT),
        ("from __future__ import annotations", RIGHT.replace("(x)", "(x: Array) -> Array", 1)),
    ],
    ids=["time", "capture", "a star that is not there", "too deep", "future"],
)
def test_what_runs_in_a_notebook_runs_here(said, shell, texts):
    saved(*texts)
    assert taken()(0.0) == 0.5


def test_an_earlier_notebook_asks_and_shows_nothing(said, shell):
    plt.close("all")
    drawn = "display('hi'); plt.plot([1, 2]); return"
    saved("from IPython.display import display", RIGHT.replace("return", drawn))
    with capture_output() as caught:
        publisher = dict(vars(shell.display_pub))
        assert taken() is not SPARE
        assert vars(shell.display_pub) == publisher
    assert not caught.outputs and not caught.stdout and plt.get_fignums() == []


def test_what_it_prints_is_not_said_again(said, capsys):
    saved("def sigmoid(x):\n    print('I am called')\n    return 1 / (1 + np.exp(-x))")
    taken()
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "while True:\n    k = 1\n\ndef sigmoid(x):\n    return k",
        "def sigmoid(x):\n    while True:\n        x = x + 1",
        "def sigmoid(x):\n    while True:\n        try:\n            x = undefined\n"
        "        except Exception:\n            pass",
    ],
)
def test_one_that_runs_on_and_on_is_stopped(said, monkeypatch, text):
    monkeypatch.setattr(module, "SECONDS", 0.3)
    before = signal.getsignal(signal.SIGALRM)
    saved(text)
    assert taken() is SPARE
    assert said == [
        f"Using a stand-in for sigmoid: yours in {FILE}, as last saved, "
        "takes more than 0.3 seconds."
    ]
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_limit_within_a_limit_leaves_that_one_in_force():
    def work(seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pass

    with pytest.raises(limit.TooLong), limit.limit(0.3):
        with limit.limit(0.1), pytest.raises(limit.TooLong):
            work(2)
        work(0.05)
        with limit.limit(5):
            pass
        work(2)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_where_nothing_can_be_stopped_a_line_says_so_beforehand(said):
    saved(RIGHT)
    thread = threading.Thread(target=taken)
    thread.start()
    thread.join()
    first = f"Trying your sigmoid of {FILE}. Should this not end, restart the kernel."
    assert said == [first, f"Using your sigmoid of {FILE}."]
    assert limit.can_interrupt()


def test_several_are_taken_each_by_itself(said):
    saved(
        RIGHT,
        "def tanh_derivative(x):\n    return 0 * x",
        "def relu_derivative(x):\n    raise NotImplementedError",
    )
    asked = ("sigmoid", "tanh_derivative", "relu_derivative")
    mine, *others = dc.earlier(NAME, *asked, instead=(None, abs, max))
    assert mine(0.0) == 0.5 and others == [abs, max]
    [line] = said
    given = "Using what this notebook gives for"
    assert line == (
        f"Using your sigmoid of {FILE}. "
        f"{given} tanh_derivative: yours in {FILE}, as last saved, does not pass its check yet. "
        f"{given} relu_derivative: yours in {FILE}, as last saved, is not written yet."
    )


def test_a_class_is_taken_as_well_with_what_is_set_on_it_later(said):
    solved = [c.source for c in read("solutions", "05_backprop_xor").cells if c.cell_type == "code"]
    later = "def twice(self):\n    return self + self\n\nValue.twice = twice", "Value.grads[0] = 1"
    saved(*solved, *later[:1], name="05_backprop_xor")
    Value = dc.earlier("05_backprop_xor", "Value")
    assert Value(3.0).twice().data == 6.0
    assert said == ["Using your Value of 05_backprop_xor.ipynb."]
    saved(*solved, later[1], name="05_backprop_xor")  # after its check
    assert dc.earlier("05_backprop_xor", "Value") is not None
    claim = next(e.claim for e in exercises("05_backprop_xor") if e.name == "Value")
    unchecked = [text for text in solved if not text.startswith(claim)]
    saved(*unchecked, later[1], name="05_backprop_xor")
    assert dc.earlier("05_backprop_xor", "Value") is None
    assert said[2].endswith("yours in 05_backprop_xor.ipynb, as last saved, raises AttributeError.")


def test_while_grading_nothing_is_read_or_said(said, monkeypatch):
    saved(RIGHT)
    for name in ("DEEPCALC_GRADING", "NBGRADER_EXECUTION"):
        with monkeypatch.context() as grading:
            grading.setenv(name, "1")
            assert taken() is SPARE
            assert taken(None) is None
    assert said == []


def test_what_the_author_got_wrong_is_an_error(said):
    saved(RIGHT)
    with pytest.raises(LookupError, match="course build"):
        dc.earlier(NAME, "sigmoidal")
    with pytest.raises(LookupError, match="course build"):
        dc.earlier(NAME, "../sigmoid")
    with pytest.raises(ValueError, match="2 to use instead"):
        dc.earlier(NAME, "sigmoid", instead=(abs, max))
    with pytest.raises(ValueError, match="name the functions"):
        dc.earlier(NAME)


def test_the_package_has_no_answer_of_its_own_to_fall_back_on(said):
    for notebook in names():
        asked = [exercise.name for exercise in exercises(notebook)]
        answers = [name for name in asked if not name.startswith("predict_")]
        assert dc.earlier(notebook, *answers) == [None] * len(answers)
    assert len(said) == 5
