"""A course of one small notebook, written out whole, for the tests to build and to break."""

from pathlib import Path

import pytest

from grading.paths import Course

NAME = "01_squares"

SCRIPT = '''\
# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Squares
#
# Two functions.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# ## 1. Squares
#
# ### Exercise 1.1: the square (12 points)

# %% nbgrader={"grade": false, "grade_id": "square", "locked": false, "schema_version": 3, "solution": true, "task": false}
def square(x):
    """Return x times x."""
    ### BEGIN SOLUTION
    product = x * x
    return product
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_square", "locked": true, "points": 12, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The square of 3 is 9."""
check.value(square, 3.0, expected=9.0)
### BEGIN HIDDEN TESTS
rng = check.rng()
x = rng.normal(size=4)
check.value(square, x, expected=x**2)
### END HIDDEN TESTS

# %% tags=["demo", "raises-exception"]
shown = square(4.0)
shown

# %% [markdown]
# ## 2. Sums
#
# ### Exercise 1.2: the sum of squares (8 points)

# %% nbgrader={"grade": false, "grade_id": "total", "locked": false, "schema_version": 3, "solution": true, "task": false}
def total(x):
    """Return the sum of the squares of x."""
    ### BEGIN SOLUTION
    return np.sum(np.asarray(x) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_total", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The squares of 1 and 2 add up to 5."""
check.value(total, np.array([1.0, 2.0]), expected=5.0)
### BEGIN HIDDEN TESTS
check.value(total, np.array([3.0, 4.0]), expected=25.0)
### END HIDDEN TESTS

# %% tags=["practice", "raises-exception"]
def twice(x):
    """Return two times x."""
    ### BEGIN SOLUTION
    return 2.0 * x
    ### END SOLUTION


check.derivative(twice, of=lambda x: x**2, at=[-1.0, 0.5])

# %% [markdown]
# ## Recap
#
# A square is a product.
'''

CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "squares"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.solution_directory = "solutions"
c.ClearSolutions.enforce_metadata = False
"""


def make_course(root: Path, script: str = SCRIPT, name: str = NAME) -> Course:
    """Write a course with the one source `script` under `root`."""
    (root / "source").mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    (root / "source" / f"{name}.py").write_text(script, encoding="utf-8")
    return Course(root)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The small course, not yet built."""
    return make_course(tmp_path)


@pytest.fixture
def broken(tmp_path: Path):
    """A function that writes the small course with one passage replaced."""

    def write(old: str, new: str, count: int = 1) -> Course:
        assert old in SCRIPT
        return make_course(tmp_path, SCRIPT.replace(old, new, count))

    return write


@pytest.fixture
def add(course: Course):
    """A function that adds to the small course a second source, one passage replaced."""

    def write(name: str, old: str = "", new: str = "") -> Course:
        return make_course(course.root, SCRIPT.replace(old, new) if old else SCRIPT, name)

    return write
