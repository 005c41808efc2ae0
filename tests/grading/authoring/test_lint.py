"""The lint accepts what is right and names each thing that is wrong, with its line."""

import re

import nbformat
import pytest

from grading.authoring.build import build, write_changed
from grading.authoring.lint import lint
from grading.authoring.lint.code import regions
from grading.sealed.examiner.names import names_of

NAME = "01_squares"


def findings(course):
    """The lint's findings on the sources of a course as built."""
    write_changed(build(course, draft=True))
    return [str(finding) for finding in lint(course)]


def test_a_right_course_has_no_findings(course):
    assert findings(course) == []


def test_a_source_that_cannot_be_read_is_a_finding(broken):
    (finding,) = lint(broken("# %% tags", "# %% tag"))
    assert re.match(r"source/01_squares\.py:\d+: cannot read the cell marker", str(finding))


METADATA = [
    ('"locked": false, ', "", "square: nbgrader's key 'locked' is missing"),
    ('"locked": false, ', '"locked": true, ', "square: a solution cell needs locked to be false"),
    ('"task": false', '"task": 0', "square: a solution cell needs task to be false"),
    ('"task": false', '"task": false, "colour": 1', "nbgrader knows no key 'colour'"),
    ('"points": 12, ', '"points": "12", ', "test_square: points is '12': give a whole number"),
    ('"solution": true', '"points": 2, "solution": true', "a solution cell has no points"),
    ('"task": false} tags=["raises-exception"]', '"task": false}', "Run All would stop here"),
    ('tags=["raises-exception"]', 'tags=["raises-exception", "demo"]', "remove `demo`"),
    ('tags=["demo", ', 'tags=["demonstration", ', "unknown tag 'demonstration'"),
]


@pytest.mark.parametrize(("old", "new", "message"), METADATA)
def test_metadata_is_complete_and_by_the_convention(broken, old, new, message):
    found = [str(finding) for finding in lint(broken(old, new))]
    assert any(message in text for text in found), found
    assert all(re.match(r"source/01_squares\.py:\d+: ", text) for text in found[:1])


CONTENT = [
    ("test_square", "test_squares", "this test's grade_id must be test_square"),
    ('"points": 12', '"points": 13', "the points add up to 21, not 20"),
    ("(12 points)", "(2 points)", "the heading says 2 points, test_square gives 12"),
    ("(12 points)", "(12 pts)", "write the heading as `Exercise 1.1: name (n points)`"),
    ("(12 points)", "(12 point)", "write `(1 point)`, but `(2 points)`"),
    ("Exercise 1.2", "Exercise 1.3", "write the heading as `Exercise 1.2"),
    ("### Exercise 1.2: the sum of squares (8 points)", "More", "no exercise heading before it"),
    ("# Two functions.", "# ## 2. Two functions", "section 2 should be number 1"),
    ("# ## Recap", "# # Recap", "a second title"),
    ("# # Squares", "# Squares", "does not begin with a title"),
    ("# ### Exercise 1.1", "# #### Exercise 1.1", "heading level 4 comes right after level 2"),
    ("Two functions.", "Two functions. " * 12, "write one sentence a line"),
    ("def square(x)", "def squared(x)", "does not define square"),
    ('    """Return x times x."""\n', "", "square: no docstring outside the solution"),
    ("    return product\n", "    return product\n    (\n", "not Python"),
    ('"""The square of 3 is 9."""\n', "", "test_square: no claim"),
    ("check.value(square, 3.0, expected=9.0)\n", "", "test_square: no visible check"),
    ("check.value(square, x, expected=x**2)\n", "", "test_square: no hidden check"),
    (
        "# ### Exercise 1.2",
        "# ### Exercise 1.2: a (1 point)\n# ### Exercise 1.3",
        "no solution cell",
    ),
    ("rng = check.rng()", "rng = dc.numeric.rng(plt)", "uses plt: a test cell may use only"),
    ("rng = check.rng()", "np = check.rng()", "sets np, which is not a test's to set"),
    ("shown = square(4.0)", "square = 4.0", "square is the function of line"),
    ("shown = square(4.0)", "check = 4.0", "check comes from the setup cell"),
    ("shown = square(4.0)", "shown = rng", "rng was last set in a test cell"),
    ("shown = square(4.0)", "shown = undefined", "undefined is not defined above"),
    ("np.asarray(x)", "np.asarray(x + shown)", "shown was last set in a `demo` or `practice` cell"),
    ("    ### BEGIN SOLUTION\n    return 2", "    return 2", "mark ### BEGIN SOLUTION"),
    ("check.derivative(twice", "print(twice", "practice without a check"),
    ('tags=["practice", ', 'tags=["demo", ', "in a cell that is no answer"),
    ('tags=["practice", "raises-exception"]', 'tags=["practice"]', "Run All would stop here"),
    ("shown = square(4.0)", "\n".join("square(4.0)" for _ in range(21)), "22 lines of code"),
    ("shown = square(4.0)", "fig = plt.figure()", "a figure without its text alternative"),
    ("shown = square(4.0)", "shown = dc.plotting.plot_it()", "a figure without its text"),
    ("shown = square(4.0)", "shown = dc.plotting.show(plt.gcf())", "needs its text alternative"),
]


@pytest.mark.parametrize(("old", "new", "message"), CONTENT)
def test_content_keeps_the_rules(broken, old, new, message):
    found = findings(broken(old, new))
    assert any(message in text for text in found), found
    assert all(re.match(r"(source|notebooks|solutions)/", text) for text in found)


def test_a_figure_cell_with_show_and_demo_is_right_and_without_demo_wrong(broken):
    right = "fig = plt.figure()\ndc.plotting.show(fig, alt='a line')\nshown = 1"
    course = broken("shown = square(4.0)", right)
    assert findings(course) == []
    course = broken('# %% tags=["demo", "raises-exception"]\nshown = square(4.0)', f"# %%\n{right}")
    assert any('add tags=["demo"]' in text for text in findings(course))


def test_outputs_secrets_and_strays_are_found_in_what_is_generated(course):
    write_changed(build(course))
    path = course.notebook("notebooks", NAME)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[3].source += "\n    product = x * x"
    notebook.cells[4].source += "\nx = rng.normal(size=4)"
    notebook.cells[5].execution_count = 3
    nbformat.write(notebook, path)
    (course.root / "source" / NAME / "answers.py").touch()
    course.notebook("solutions", NAME).write_text("{")
    course.notebook("source", NAME).unlink()
    said = "\n".join(map(str, lint(course)))
    assert "cell 4 (square): shows solution text, `product = x * x`" in said
    assert "cell 5 (test_square): shows hidden test text, `x = rng.normal(size=4)`" in said
    assert "cell 6 (s1-04): has outputs" in said
    assert f"source/{NAME}/answers.py: nbgrader would hand this file out" in said
    assert "solutions/01_squares/01_squares.ipynb: not JSON, so not a notebook" in said
    assert "source/01_squares/01_squares.ipynb: missing: run `course build`" in said


@pytest.mark.parametrize(
    ("code", "reads", "binds"),
    [
        ("x = x + y", "x y", "x"),
        ("y = 1\nz = y", "", "y z"),
        ("for i in range(n): print(i)", "n", "i"),
        ("[i for i in items if i > low]", "items low", ""),
        ("def f(a, b=c):\n    return a + d + later\nlater = 1", "c d", "f later"),
        ("class A:\n    k = m\n    def g(self): return self.k + q", "m q", "A"),
        ("f = lambda t: t + u", "u", "f"),
        ("import os.path as p, sys", "", "p sys"),
        ("def f():\n    global g\n    g = 1", "", "f g"),
        ("print(f'{a:{b}}')", "a b", ""),
        ("x += 1", "x", "x"),
        ("def f():\n    def h(): return w + f()\n    return h", "w", "f"),
        ("with open(name) as file: text = file.read()", "name", "file text"),
    ],
)
def test_names_of_a_cell(code, reads, binds):
    names = names_of(code)
    assert names.reads == set(reads.split())
    assert names.binds == set(binds.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n  ### BEGIN T\n  b\n  ### END T\nc", ("a\nc", "  b\n", 1)),
        ("a", ("a", "", 0)),
        ("### BEGIN T\na", ("", "a", -1)),
        ("### END T\na\n### BEGIN T\n", ("", "a\n", -1)),
    ],
)
def test_regions(text, expected):
    assert regions(text, "T") == expected
