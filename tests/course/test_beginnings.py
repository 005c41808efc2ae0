"""The first screen of each notebook: what it is about, how long it takes, and no code in sight."""

import base64
import io
import itertools
import re

import nbformat
import pytest
from PIL import Image

import deepcalc as dc
from grading.paths import Course

COURSE = Course.find()
MINUTES = {"½": 30, "¾": 45, "¼": 15, "": 0}
TIMED = {"04_gradient_descent": 8, "05_backprop_xor": 8}  # sections that say how long they take
TIME = re.compile(r"## \d+\. .*\n\n\*About (\d+) minutes\.\*\n")
every = pytest.mark.parametrize("name", COURSE.names)


def minutes(cells):
    """150 words a minute, a minute a figure, three a point and three a practice cell."""
    words = sum(len(re.findall(r"\w+", c.source)) for c in cells if c.cell_type != "code")
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", [])]
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in cells)
    return words / 150 + tags.count("demo") + 3 * (points + tags.count("practice"))


@pytest.fixture
def notebook(name):
    return nbformat.read(COURSE.notebook("notebooks", name), as_version=4)


@every
def test_it_begins_with_a_promise_a_folded_cell_and_a_picture(notebook):
    promise, setup, goals = notebook.cells[:3]
    section = next(cell for cell in notebook.cells if cell.source.startswith("## "))
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
    """As docs/authors.md says."""
    hours, part = re.search(r"about (\d)([¼½¾]?) hours", notebook.cells[0].source).groups()
    estimate = minutes(notebook.cells)
    assert abs(60 * int(hours) + MINUTES[part] - estimate) <= 7.5


@pytest.mark.parametrize("name", TIMED)
def test_a_section_says_how_long_it_takes_and_ends_with_what_it_says_in_short(name, notebook):
    heads = [k for k, cell in enumerate(notebook.cells) if cell.source.startswith("## ")]
    sections = [notebook.cells[a:b] for a, b in itertools.pairwise(heads)]
    timed = [(said, cells) for cells in sections if (said := TIME.match(cells[0].source))]
    assert len(timed) >= TIMED[name]
    for said, cells in timed:
        assert int(said[1]) % 5 == 0
        assert abs(int(said[1]) - minutes(cells)) <= 4, cells[0].source.partition("\n")[0]
        assert sum(cell.source.count("**In short.** ") for cell in cells) == 1


@pytest.mark.parametrize("name", TIMED)
def test_it_asks_about_the_notebook_before(notebook):
    recall = notebook.cells[3].source
    assert recall.startswith("**Three questions on notebook ")
    assert recall.count("<details><summary>") == recall.count("</details>") == 3


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
