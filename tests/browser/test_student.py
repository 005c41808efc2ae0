"""A student's way through each notebook, in a real browser."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from grading.authoring.catalogue import read_answers

from .conftest import ASSIGNMENTS, ROOT
from .course import code_cells, is_check, make_twins, solution, widget_cells
from .pictures import NOISE, WIDGETS
from .widget import Widget, same_picture

pytestmark = pytest.mark.xdist_group("student")

PINK = '[data-mime-type$="error"], [data-mime-type$="stderr"]'
SIZES = {"": (1280, 800), "-small": (1024, 768)}

# For each notebook some exercises; the first of their catalogued mistakes are made in the browser.
EXERCISES = {
    "01_derivatives": ["relu_derivative", "polynomial_derivative", "forward_difference"],
    "02_chain_rule": ["gradient_through_depth", "backward_pass", "compose"],
    "03_gradients": ["directional_derivative", "linear_vjp", "jacobian"],
    "04_gradient_descent": ["gradient_descent", "adam_descent", "classify_critical_point"],
    "05_backprop_xor": ["mse_loss", "backward", "Value"],
}
MISTAKES = 3


@pytest.fixture(scope="module")
def server(start_lab, tmp_path_factory):
    """A JupyterLab in a folder with the five notebooks, as students get them, and the solutions."""
    folder = tmp_path_factory.mktemp("student")
    for step in ("notebooks", "solutions"):
        shutil.copytree(ROOT / step, folder / step)
    return start_lab(folder)


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def unsolved(request, server, lasting_lab):
    """A notebook as a student gets it, opened from the file browser, all cells run."""
    yield from opened(lasting_lab(server), "notebooks", request.param)


@pytest.fixture(scope="module", params=ASSIGNMENTS)
def solved(request, server, lasting_lab):
    """A worked solution, opened from the file browser, all cells run."""
    yield from opened(lasting_lab(server), "solutions", request.param)


def opened(lab, step, name):
    notebook = lab.open(f"{step}/{name}/{name}.ipynb")
    notebook.name = name
    notebook.begin()
    assert notebook.cells()[1]["count"] == 1
    notebook.restart_and_run_all()
    yield notebook
    lab.close()


def test_unsolved_notebook_runs_to_the_end_and_says_calmly_what_is_missing(unsolved):
    cells = code_cells(unsolved)
    assert all(cell["count"] for cell in cells)
    for cell in filter(is_check, cells):
        below = unsolved.cell(cell["id"])
        assert below.text.startswith("○\u2002Not attempted yet: ")
        box = below.output.locator(".dc-check")
        assert box.get_attribute("role") == "note"
        loud = below.output.locator(".jp-OutputArea-child", has=unsolved.page.locator(PINK))
        expect(loud).to_be_hidden()
    unsolved.cell(f"test_{EXERCISES[unsolved.name][0]}").snap(f"{unsolved.name}-not-attempted")


@pytest.mark.parametrize("number", range(3))
def test_wrong_answer_is_explained_and_right_one_passes(unsolved, number):
    exercise = EXERCISES[unsolved.name][number]
    answer, check = unsolved.cell(exercise), unsolved.cell(f"test_{exercise}")
    catalogue = read_answers(ROOT / "catalogue" / unsolved.name / f"{exercise}.py")
    mistakes = [answer for answer in catalogue if answer.kind == "wrong"][:MISTAKES]
    for place, wrong in enumerate(mistakes):
        answer.replace(wrong.code)
        answer.run()
        check.run()
        assert wrong.explanation in " ".join(check.text.split())
        assert check.output.locator(".dc-check").get_attribute("role") == "alert"
        check.snap(f"{unsolved.name}-{exercise}-wrong-{place}")
    answer.replace(solution(unsolved.name, exercise))
    answer.run()
    check.run()
    assert check.text.startswith("✓") and "✗" not in check.text
    check.snap(f"{unsolved.name}-{exercise}-right")


def test_validate_names_what_is_missing_and_nothing_else(unsolved):
    missing = [
        output["evalue"].splitlines()[0]  # the title of its box
        for cell in filter(is_check, code_cells(unsolved))
        for output in cell["outputs"]
        if output["output_type"] == "error"
    ]
    said = unsolved.validate()
    unsolved.lab.snap(f"{unsolved.name}-validate")
    unsolved.lab.dialog("Ok")
    assert re.findall(r"Not attempted yet: [\w.]+", said) == missing
    assert "Traceback" not in said


def test_restart_and_run_all_goes_to_the_end_again(unsolved):
    unsolved.restart_and_run_all()
    counts = [cell["count"] for cell in code_cells(unsolved)]
    assert counts == list(range(1, len(counts) + 1))


def test_solution_runs_without_error(solved):
    assert not solved.errors()
    assert [c["count"] for c in code_cells(solved)] == [*range(1, len(code_cells(solved)) + 1)]
    passed = [solved.cell(cell["id"]) for cell in filter(is_check, code_cells(solved))]
    assert all("✓" in "".join(map(str, cell.state["outputs"])) for cell in passed)


def test_widgets_show_the_right_picture_by_mouse_and_by_keyboard(solved):
    cells = widget_cells(solved)
    assert len(cells) == len(WIDGETS[solved.name]), "a widget without expectations, or one too many"
    twins = make_twins(code_cells(solved))
    for k, (cell, expected) in enumerate(zip(cells, WIDGETS[solved.name], strict=True)):
        widget = Widget(
            solved.cell(cell["id"]), twins[cell["id"]], expected, NOISE.get(expected, 1e-3)
        )
        widget.check()
        for key, control in widget.twin.controls.items():
            use(widget, key, control)
        for suffix, (width, height) in SIZES.items():
            solved.page.set_viewport_size({"width": width, "height": height})
            name = f"{solved.name}-widget-{k + 1}{suffix}"
            solved.cell(cell["id"]).snap(name)
        solved.page.set_viewport_size(dict(zip(("width", "height"), SIZES[""], strict=True)))


def use(widget, key, control):
    """Move a control with the mouse, then with the keyboard, and look at the picture each time."""
    before = widget.picture
    if control.kind == "Dropdown":
        widget.choose(key, control.settings["options"][1])
        assert widget.values[key] == control.settings["options"][1]
        widget.check()
        assert not same_picture(before, widget.picture), f"{key} changes nothing"
        widget.press(key, "ArrowDown")
        assert widget.values[key] == control.settings["options"][2]
        widget.check()
        return
    if control.kind == "Pixels":
        widget.draw(key, (2, 0), (5, 0), (3, 7))
        assert widget.values == {**widget.values, "shown": "your drawing"}
        widget.check()
        assert not same_picture(before, widget.picture), "a stroke changes nothing"
        inked = widget.values[key]
        widget.press(key, "ArrowUp", 8)
        widget.press(key, "ArrowLeft", 8)
        widget.press(key, "Space")
        assert widget.values[key] == f"g{inked[1:]}"
        widget.check()
        widget.press(key, "Space")
        assert widget.values[key] == inked
        widget.click(key, "Clear")
        assert widget.values[key] == "0" * 64
        widget.check()
        assert widget.values["shown"] == "an empty grid"
        return
    widget.drag(key, 0.9 if key == "h" else 0.7)
    widget.check()
    assert not same_picture(before, widget.picture), f"{key} changes nothing"
    place = widget.position(key)
    widget.press(key, "ArrowLeft", 2)
    assert abs(widget.position(key) - place + 2 * control.settings["step"]) < 1e-6
    widget.check()
    widget.press(key, "ArrowRight", 2)
    assert abs(widget.position(key) - place) < 1e-6
    widget.check()
