"""The points so far: what passed last, and is still the answer that was looked at."""

import json
from copy import deepcopy
from html.parser import HTMLParser
from textwrap import indent

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import deepcalc as dc
from deepcalc._work import exercises as tables
from deepcalc._work.exercises import exercises
from deepcalc._work.seen import Seen, seen
from grading.paths import Course
from tests.course.conftest import ASSIGNMENTS, read

NAME = "04_gradient_descent"
BY = "by the checks run since the kernel started"
TABLE = {exercise.name: exercise for exercise in exercises(NAME)}


@pytest.fixture
def shell(monkeypatch):
    """A kernel in which notebook 4 has begun; `shell.now()` is its line of progress."""
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)

    def run(text):
        with capture_output() as caught:
            shell.run_cell(text, store_history=False)
        return [output.data for output in caught.outputs]

    def now(call="dc.progress()"):
        return [data["text/plain"] for data in run(call)]

    shell.see, shell.now = run, now
    run("import deepcalc as dc, numpy as np\nfrom deepcalc import checking as check")
    run(f'dc.notebook("{NAME}")')
    yield shell
    seen.notebook = ""
    seen.passed.clear()
    seen.right.clear()
    InteractiveShell.clear_instance()


def source(step, name, notebook=NAME):
    return next(cell.source for cell in read(step, notebook).cells if cell.id == name)


def solve(shell, name):
    shell.see(source("solutions", name))
    shell.see(source("notebooks", f"test_{name}"))


def test_the_table_has_all_points_numbers_and_checks():
    assert tables.names() == ASSIGNMENTS
    for name in ASSIGNMENTS:
        entries = exercises(name)
        assert sum(entry.points for entry in entries) == Course.find().points(name)
        claims = [entry.claim for entry in entries]
        assert len(set(claims)) == len(claims)
        heads = "\n".join(c.source for c in read("notebooks", name).cells)
        for entry in entries:
            heading = f"### Exercise {entry.number}: {entry.title} ("
            assert heading in heads
            assert source("notebooks", f"test_{entry.name}", name).startswith(entry.claim)
    assert exercises("06_my_own") == exercises("../x") == exercises("") == ()


def test_it_counts_what_passed_and_names_what_is_next(shell):
    start = f"{NAME}: 0 of 20 points, {BY}. Next: Exercise 4.1, gradient descent."
    assert shell.now() == [start]
    solve(shell, "gradient_descent")
    assert shell.now() == [f"{NAME}: 3 of 20 points, {BY}. Next: Exercise 4.2, predict."]
    solve(shell, "max_stable_learning_rate")
    assert f"{NAME}: 5 of 20 points" in shell.now()[0] and "Exercise 4.2" in shell.now()[0]


def test_what_failed_later_does_not_count(shell):
    solve(shell, "gradient_descent")
    shell.see("def gradient_descent(grad, w0, lr, steps):\n    return w0")
    assert "0 of 20" in shell.now()[0]  # another answer, which no check has seen
    shell.see(source("notebooks", "test_gradient_descent"))
    assert "0 of 20" in shell.now()[0]
    solve(shell, "gradient_descent")
    assert "3 of 20" in shell.now()[0]
    shell.see("del gradient_descent")
    shell.see(source("notebooks", "test_gradient_descent"))
    assert "0 of 20" in shell.now()[0]


def test_the_same_answer_again_is_the_one_that_was_looked_at(shell):
    solve(shell, "gradient_descent")
    shell.see(source("solutions", "gradient_descent"))
    assert "3 of 20" in shell.now()[0]
    shell.see("rate = 0\n" + source("solutions", "gradient_descent").replace("lr *", "rate *"))
    assert "0 of 20" in shell.now()[0]


@pytest.mark.parametrize("first", ["# my check", "%%time", "solution"])
def test_a_check_counts_with_something_above_it(shell, first):
    above = source("solutions", "gradient_descent") if first == "solution" else first
    shell.see(source("solutions", "gradient_descent"))
    shell.see(f"{above}\n{source('notebooks', 'test_gradient_descent')}")
    assert "3 of 20" in shell.now()[0]


def test_a_check_that_asked_nothing_or_was_hushed_does_not_count(shell):
    claim, _, calls = source("notebooks", "test_gradient_descent").partition("\n")
    shell.see(source("solutions", "gradient_descent"))
    shell.see(claim)
    assert "0 of 20" in shell.now()[0]
    shell.see("def gradient_descent(grad, w0, lr, steps):\n    return w0")
    shell.see(f"{claim}\ntry:\n{indent(calls, '    ')}\nexcept Exception:\n    pass")
    assert "0 of 20" in shell.now()[0]


def test_a_prediction_counts_when_the_picture_has_told(shell):
    reason = 'check.reason(predict_rate_one, "predict_rate_one")'
    solve(shell, "predict_rate_one")
    [line] = shell.now()
    assert "0 of 20" in line and "Next: Exercise 4.1" in line
    waits = "Exercise 4.2 counts once what stands below its picture calls it right."
    assert line.endswith(waits)
    shell.see("def predict_rate_one():\n    return 'A'")
    shell.see(source("notebooks", "test_predict_rate_one"))
    shell.see(reason)  # a box, as the letter is wrong
    assert "0 of 20" in shell.now()[0] and shell.now()[0].endswith(waits)
    solve(shell, "predict_rate_one")
    shell.see(reason)
    assert "1 of 20" in shell.now()[0] and "4.2" not in shell.now()[0]
    shell.see('def predict_rate_one():\n    return "A"')
    shell.see(source("notebooks", "test_predict_rate_one"))
    shell.see(reason)
    assert "0 of 20" in shell.now()[0]


def test_the_setup_cell_again_forgets_nothing_and_looks_once(shell):
    solve(shell, "gradient_descent")
    shell.see(f'dc.notebook("{NAME}")')
    assert "3 of 20" in shell.now()[0]
    assert len([f for f in shell.events.callbacks["post_run_cell"] if f.__name__ == "_look"]) == 1
    shell.see('dc.notebook("03_gradients")')
    assert shell.now()[0].startswith("03_gradients: 0 of 20")


def test_all_reads_what_others_have_saved(shell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    solve(shell, "gradient_descent")
    solved = read("solutions", "01_derivatives")
    for cell in solved.cells:
        if cell.id == "test_best_step":
            cell.outputs = [{"output_type": "error", "ename": "CheckFailed"}]
        if cell.id == "test_sigmoid":
            cell.outputs = []
    (tmp_path / "01_derivatives.ipynb").write_text(json.dumps(solved))
    (tmp_path / "02_chain_rule.ipynb").write_text(json.dumps(read("notebooks", "02_chain_rule")))
    (tmp_path / "03_gradients.ipynb").write_text("{")
    assert shell.now("dc.progress(all=True)") == [
        "01_derivatives: 17 of 20 points, as last saved. Next: Exercise 1.5, the best step.",
        "02_chain_rule: 0 of 20 points, as last saved. Next: Exercise 2.1, compose.",
        "03_gradients: 03_gradients.ipynb cannot be read as a notebook.",
        f"{NAME}: 3 of 20 points, {BY}. Next: Exercise 4.2, predict.",
        "05_backprop_xor: 05_backprop_xor.ipynb is not beside this notebook.",
        "3 of the 5 notebooks together: 20 of 60 points.",
    ]
    assert sorted(path.name[:2] for path in tmp_path.iterdir()) == ["01", "02", "03"]


def test_where_no_notebook_is_known_no_points_are_added(shell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Copy of 01_derivatives.ipynb").touch()
    odd = {"cell_type": "code", "source": "", "outputs": [{"data": None}, {"data": []}]}
    (tmp_path / "02_chain_rule.ipynb").write_text(json.dumps({"cells": [odd]}))
    shell.see('dc.notebook("06_my_own")')
    first, second, *_, last = shell.now("dc.progress(all=True)")
    assert first == (
        "01_derivatives: 01_derivatives.ipynb is not beside this notebook, but "
        "Copy of 01_derivatives.ipynb is: rename it if it is yours."
    )
    assert second.startswith("02_chain_rule: 0 of 20 points, as last saved.")
    assert last == "1 of the 5 notebooks together: 0 of 20 points."
    (tmp_path / "02_chain_rule.ipynb").unlink()
    assert shell.now("dc.progress(all=True)")[-1].startswith("05_backprop_xor: ")


def test_of_two_copies_of_a_check_the_one_that_ran_last_counts(shell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    solved = read("solutions", "01_derivatives")
    [check] = [cell for cell in solved.cells if cell.id == "test_sigmoid"]
    copy = deepcopy(check)
    copy.outputs = [{"output_type": "error", "ename": "CheckFailed"}]
    unrun = {**deepcopy(check), "outputs": [], "execution_count": None}
    solved.cells += [copy, unrun]
    check.execution_count = 50
    for run, points in ((7, 20), (70, 19)):
        copy.execution_count = run
        (tmp_path / "01_derivatives.ipynb").write_text(json.dumps(solved))
        assert f"{points} of 20" in shell.now("dc.progress(all=True)")[0]


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_solved_notebook_has_all_points_saved(name, shell, monkeypatch):
    monkeypatch.chdir(Course.find().root / "solutions" / name)
    shell.see('dc.notebook("06_my_own")')
    lines = shell.now("dc.progress(all=True)")
    assert f"{name}: 20 of 20 points, as last saved. Every check passes." in lines


def test_the_bar_says_its_numbers_and_takes_the_pages_colours(shell):
    solve(shell, "gradient_descent")
    [data] = shell.see("dc.progress()")
    html = data["text/html"]
    assert f'aria-label="{NAME}: points"' in html  # of several bars, which
    assert 'role="progressbar"' in html and 'aria-valuenow="3"' in html
    assert "width:15.0%" in html and "color:" not in html.replace("background-color:", "")
    opened = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: opened.append(tag)
    parser.handle_endtag = lambda tag: opened.remove(tag)
    parser.feed(html)
    assert opened == []


def test_it_says_nothing_while_grading_and_helps_without_a_setup_cell(shell, monkeypatch):
    seen.notebook = ""
    assert shell.now() == [
        "No checks are known here: run the setup cell, the first one, then this."
    ]
    monkeypatch.setenv("DEEPCALC_GRADING", "1")
    assert shell.now() == shell.now("dc.progress(all=True)") == []


def test_without_a_notebook_it_prints(monkeypatch, capsys):
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    monkeypatch.setattr(seen, "notebook", NAME)
    dc.progress()
    assert capsys.readouterr().out.startswith(f"{NAME}: 0 of 20 points")


def test_a_cell_that_only_uses_an_answer_is_no_check():
    looked = Seen(NAME)
    looked.cell("check.call(gradient_descent, 1)", True, {"gradient_descent": max})
    assert not looked.passed
    looked.cell(TABLE["gradient_descent"].claim, True, {"gradient_descent": max})
    assert looked.has(TABLE["gradient_descent"], {"gradient_descent": max})
    assert not looked.has(TABLE["gradient_descent"], {"gradient_descent": min})
    assert not looked.has(TABLE["adam_descent"], {})
