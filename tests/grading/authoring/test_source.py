"""A script is read strictly: what jupytext would swallow is an error with a line number."""

import pytest

from grading.authoring.source import read_source
from grading.paths import CourseError


def read(course):
    return read_source(course.script("01_squares"), "source/01_squares.py")


def test_cells_have_names_that_a_rebuild_keeps(course):
    ids = [cell.id for cell in read(course).notebook.cells]
    assert ids == [
        *("s0-01", "s0-02", "s1-01", "square", "test_square"),
        *("s1-04", "s2-01", "total", "test_total", "s2-04", "s3-01"),
    ]


def test_lines_are_those_of_the_markers(course):
    text = course.script("01_squares").read_text().splitlines()
    for line, cell in read(course):
        assert text[line - 1].startswith("# %%")
        last = [row for row in cell.source.splitlines() if row][-1]
        assert any(row.endswith(last) for row in text[line:])


def test_no_trace_of_jupytext_is_left(course):
    notebook = read(course).notebook
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert {key for cell in notebook.cells for key in cell.metadata} == {"nbgrader", "tags"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '"grade_id": "square",',
            '"grade_id": "square"',
            r":\d+: the JSON after nbgrader= is malf",
        ),
        ('tags=["demo", ', "tags=[demo, ", r":\d+: the JSON after tags= is malformed"),
        ('tags=["demo"', 'tag=["demo"', r":\d+: cannot read the cell marker at `tag="),
        ('tags=["demo", "raises-exception"]', 'tags="demo"', r":\d+: tags= needs"),
        ("# %% [markdown]\n# ## 2", "#%% [markdown]\n# ## 2", r":\d+: not a cell marker"),
        (
            "# %% [markdown]\n# ## 2",
            "# %% [markdwon]\n# ## 2",
            r":\d+: cannot read the cell marker",
        ),
        (
            '"grade_id": "total"',
            '"grade_id": "square"',
            r":\d+: .*'square' is used twice, first on l",
        ),
        (
            '"grade_id": "total"',
            '"grade_id": "my total"',
            r":\d+: grade_id 'my total' is not a name",
        ),
        ('"grade_id": "total", ', "", r":\d+: grade_id '' is not a name"),
        ("# ---\n\n# %%", "# ---\nstray = 1\n\n# %%", "jupytext sees other cells"),
    ],
)
def test_a_bad_marker_is_named_by_file_and_line(broken, old, new, message):
    with pytest.raises(CourseError, match=r"^source/01_squares\.py.*") as caught:
        read(broken(old, new))
    caught.match(message)
    assert "\n" not in str(caught.value)


def test_an_empty_or_unreadable_script_is_an_error(course):
    script = course.script("01_squares")
    script.write_text("# nothing\n")
    with pytest.raises(CourseError, match="no cells"):
        read(course)
    script.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match="UTF-8"):
        read(course)
