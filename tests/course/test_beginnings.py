"""The first screen of each notebook: what it is about, how long it takes, and no code in sight."""

import base64
import io
import re

import nbformat
import pytest
from PIL import Image

import deepcalc as dc
from grading.paths import Course

COURSE = Course.find()
MINUTES = {"½": 30, "¾": 45, "¼": 15, "": 0}
every = pytest.mark.parametrize("name", COURSE.names)


@pytest.fixture
def notebook(name):
    return nbformat.read(COURSE.notebook("notebooks", name), as_version=4)


@every
def test_it_begins_with_a_promise_a_folded_cell_and_a_picture(notebook):
    promise, setup, goals, section = notebook.cells[:4]
    assert promise.cell_type == "markdown" and len(promise.source.split()) < 110
    assert setup.metadata.jupyter.source_hidden and setup.metadata.cellView == "form"
    [shown] = setup.outputs
    picture = Image.open(io.BytesIO(base64.b64decode(shown.data["image/png"])))
    assert picture.width == 1440 and picture.height <= 560
    assert len(shown.data["text/plain"].split()) > 20  # in words
    assert goals.source.startswith("After this notebook you will be able to\n\n- ")
    assert section.source.startswith("## 1. ")
    assert not any(cell.get("outputs") for cell in notebook.cells[2:])


@every
def test_the_time_is_that_of_a_reader_who_thinks(notebook):
    """As docs/authors.md says: 150 words a minute, one a figure, three a point or practice cell."""
    hours, part = re.search(r"about (\d)([¼½¾]?) hours", notebook.cells[0].source).groups()
    words = sum(len(re.findall(r"\w+", c.source)) for c in notebook.cells if c.cell_type != "code")
    figures = sum("demo" in cell.metadata.get("tags", []) for cell in notebook.cells)
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in notebook.cells)
    practice = sum("practice" in cell.metadata.get("tags", []) for cell in notebook.cells)
    estimate = words / 150 + figures + 3 * points + 3 * practice
    assert abs(60 * int(hours) + MINUTES[part] - estimate) <= 7.5


@every
def test_the_setup_cell_shows_its_picture_again_and_nothing_while_grading(
    name, monkeypatch, capsys
):
    dc.notebook(name)
    assert capsys.readouterr().out
    dc.notebook("06_my_own")
    monkeypatch.setenv("DEEPCALC_GRADING", "1")
    dc.notebook(name)
    assert not capsys.readouterr().out
