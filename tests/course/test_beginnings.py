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
every = pytest.mark.parametrize("name", COURSE.names)


def minutes(cells):
    """As docs/authors.md says: 150 words a minute, a minute a figure, three a point or practice."""
    words = sum(len(re.findall(r"\w+", c.source)) for c in cells if c.cell_type != "code")
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", [])]
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in cells)
    return words / 150 + tags.count("demo") + 3 * (points + tags.count("practice"))


@pytest.fixture
def notebook(name):
    return nbformat.read(COURSE.notebook("notebooks", name), as_version=4)


@pytest.fixture
def promised(notebook):
    """The minutes that the first cell says."""
    hours, part = re.search(r"about (\d)([¼½¾]?) hours", notebook.cells[0].source).groups()
    return 60 * int(hours) + MINUTES[part]


@pytest.fixture
def sections(notebook):
    """The cells of each numbered section."""
    heads = [k for k, cell in enumerate(notebook.cells) if cell.source.startswith("## ")]
    parts = [notebook.cells[a:b] for a, b in itertools.pairwise(heads)]
    return [cells for cells in parts if re.match(r"## \d+\. ", cells[0].source)]


@every
def test_it_begins_with_a_promise_a_folded_cell_and_a_picture(notebook):
    promise, setup, goals = notebook.cells[:3]
    assert promise.cell_type == "markdown" and len(promise.source.split()) < 110
    assert setup.metadata.jupyter.source_hidden and setup.metadata.cellView == "form"
    [shown] = setup.outputs
    picture = Image.open(io.BytesIO(base64.b64decode(shown.data["image/png"])))
    assert picture.width == 1440 and picture.height <= 560
    assert len(shown.data["text/plain"].split()) > 20  # in words
    assert goals.source.startswith("After this notebook you will be able to\n\n- ")
    assert not any(cell.get("outputs") for cell in notebook.cells[2:])


@every
def test_it_asks_first_about_the_notebook_before(name, notebook):
    before, (questions, first) = int(name[:2]) - 1, notebook.cells[3:5]
    if before:
        said = rf"\*\*Before you begin: (two|three) questions on notebook {before}\.\*\*\n"
        count = {"two": 2, "three": 3}[re.match(said, questions.source)[1]]
        for tag in ("<details><summary>", "</details>"):
            assert questions.source.count(tag) == count
    assert (first if before else questions).source.startswith("## 1. ")


@every
def test_the_time_is_that_of_a_reader_who_thinks(notebook, promised):
    assert abs(promised - minutes(notebook.cells)) <= 7.5


@every
def test_a_section_says_how_long_it_takes_and_ends_with_what_it_says_in_short(sections, promised):
    told = []
    for cells in sections:
        title = cells[0].source.partition("\n")[0]
        said = re.match(r"## .*\n\n\*About (\d+) minutes", cells[0].source)
        assert said, title
        told.append(int(said[1]))
        assert told[-1] % 5 == 0 and abs(told[-1] - minutes(cells)) <= 4, title
        assert sum(cell.source.count("**In short.** ") for cell in cells) == 1, title
    assert abs(promised - sum(told)) <= 12


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
