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
    promise, setup, goals, section, after = notebook.cells[:5]
    if section.source.startswith("**Before you begin"):  # questions on the notebook before
        assert section.source.count("<details><summary>") in (2, 3)
        section = after
    assert promise.cell_type == "markdown" and len(promise.source.split()) < 110
    assert setup.metadata.jupyter.source_hidden and setup.metadata.cellView == "form"
    [shown] = setup.outputs
    picture = Image.open(io.BytesIO(base64.b64decode(shown.data["image/png"])))
    assert picture.width == 1440 and picture.height <= 560
    assert len(shown.data["text/plain"].split()) > 20  # in words
    assert goals.source.startswith("After this notebook you will be able to\n\n- ")
    assert section.source.startswith("## 1. ")
    assert not any(cell.get("outputs") for cell in notebook.cells[2:])


def minutes(cell):
    """As docs/authors.md says: 150 words a minute, a minute a figure, three a point or practice."""
    tags, points = cell.metadata.get("tags", []), cell.metadata.get("nbgrader", {}).get("points", 0)
    words = 0 if cell.cell_type == "code" else len(re.findall(r"\w+", cell.source))
    return words / 150 + ("demo" in tags) + 3 * (points + ("practice" in tags))


def promised(notebook):
    """The minutes that the first cell says."""
    hours, part = re.search(r"about (\d)([¼½¾]?) hours", notebook.cells[0].source).groups()
    return 60 * int(hours) + MINUTES[part]


@every
def test_the_time_is_that_of_a_reader_who_thinks(notebook):
    assert abs(promised(notebook) - sum(map(minutes, notebook.cells))) <= 7.5


@pytest.mark.parametrize("name", ["02_chain_rule", "03_gradients"])
def test_each_section_says_how_long_it_takes(notebook):
    told, taken = {}, {}
    title = None
    for cell in notebook.cells:
        if heading := re.match(r"## (\d\. .*|Recap)\n", cell.source):
            title = heading[1]
            if title != "Recap":
                told[title] = int(re.search(r"\n\n\*About (\d+) minutes\.\*\n", cell.source)[1])
        taken[title] = taken.get(title, 0) + minutes(cell)
    for section, said in told.items():
        assert said % 5 == 0 and abs(said - taken[section]) <= 2.5, (section, taken[section])
    assert abs(promised(notebook) - sum(told.values())) <= 7.5


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
