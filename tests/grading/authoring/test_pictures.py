"""What solutions show is kept while their code is the same, small, and free of chance."""

import json

import nbformat
import pytest
from nbformat.v4 import new_output

from grading.authoring.build import build, differences, without_pictures, write_changed
from grading.authoring.lint import lint
from grading.authoring.pictures import is_trimmed, trim
from grading.paths import CourseError

NAME = "01_squares"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


@pytest.fixture
def drawn(course):
    """The small course, built with pictures: its demonstration shows 16.0."""
    write_changed(build(course, pictures=True))
    return course


def shown(course):
    """The texts that each code cell of the solution shows."""
    notebook = nbformat.read(course.notebook("solutions", NAME), as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [[o.data["text/plain"] for o in cell.outputs] for cell in cells]


def edit(course, old, new):
    script = course.script(NAME)
    text = script.read_text(encoding="utf-8")
    assert old in text
    script.write_text(text.replace(old, new), encoding="utf-8")


def test_a_run_is_repeatable_and_stays_through_builds_and_changes_of_text(drawn):
    texts = shown(drawn)
    assert ["16.0"] in texts and sum(t[0].startswith("✓") for t in texts if t) == 3
    assert differences(drawn, build(drawn)) == []
    assert differences(drawn, build(drawn, pictures=True)) == []
    edit(drawn, "# A square is a product.", "# A square is a product of equals.")
    write_changed(build(drawn))
    assert shown(drawn) == texts
    assert [str(finding) for finding in lint(drawn)] == []


def test_the_courses_address_in_the_setup_cell_does_not_matter(drawn):
    texts = shown(drawn)
    settings = '[tool.deepcalc]\nrepository = "https://github.com/someone/something"\n'
    (drawn.root / "pyproject.toml").write_text(settings)
    drawn = type(drawn)(drawn.root)
    write_changed(build(drawn))
    assert "someone" in drawn.notebook("solutions", NAME).read_text()
    assert shown(drawn) == texts


def test_pictures_of_other_code_are_dropped(drawn):
    edit(drawn, "square(4.0)", "square(5.0)")
    assert differences(drawn, build(drawn)) != []
    write_changed(build(drawn))
    assert not any(shown(drawn))


def test_a_cell_that_fails_is_named_and_nothing_is_drawn(course):
    edit(course, "square(4.0)", "square(undefined)")
    with pytest.raises(CourseError, match=r"solutions/.*: cell s1-\d+ raises NameError: .*undefin"):
        build(course, pictures=True)


def test_a_saved_run_is_no_picture(drawn):
    path = drawn.notebook("solutions", NAME)
    notebook = json.loads(path.read_text())
    cell = next(cell for cell in notebook["cells"] if cell.get("outputs"))
    cell["outputs"][0]["data"]["application/vnd.jupyter.widget-view+json"] = {"model_id": "0"}
    path.write_text(json.dumps(notebook))
    [finding] = lint(drawn)
    assert "never save a run here" in str(finding)


def test_trimmed_outputs_have_one_picture_with_its_text_and_no_widget():
    data = {
        "text/html": f'<img src="data:image/png;base64,{PIXEL}">',
        "image/png": PIXEL,
        "text/plain": "a dot",
        "application/vnd.jupyter.widget-view+json": {"model_id": "0"},
    }
    about = {"image/png": {"alt": "a dot", "width": 1}}
    run = [
        new_output("execute_result", data, execution_count=3, metadata=about),
        new_output("display_data", {"text/html": "<b>Passed</b>", "text/plain": "Passed"}),
        new_output("stream", text="1\n"),
    ]
    assert not is_trimmed(run)
    dot, box, text = trim(run)
    assert is_trimmed([dot, box, text])
    assert (dot.output_type, dot.data.keys()) == ("display_data", {"image/png", "text/plain"})
    assert dot.metadata == about
    assert box.data == run[1].data and text == run[2]


def test_what_was_printed_in_pieces_is_one_output():
    pieces = [nbformat.v4.new_output("stream", name="stdout", text=text) for text in "ab"]
    warning = nbformat.v4.new_output("stream", name="stderr", text="c")
    assert [output.text for output in trim([*pieces, warning, *pieces])] == ["ab", "c", "ab"]


def test_pictures_that_a_build_drops_are_named(drawn):
    assert without_pictures(build(drawn)) == []
    edit(drawn, "return product", "return 1 * product")
    solution = drawn.notebook("solutions", NAME)
    assert without_pictures(build(drawn)) == [solution]
    assert without_pictures(build(drawn, pictures=True)) == []
