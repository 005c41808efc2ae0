"""Notebooks read from their files."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grading.paths import Course, CourseError

__all__ = ["generated", "read_notebook"]


def generated(course: Course, step: str, name: str) -> NotebookNode:
    """The notebook of an assignment that `course build` made.

    Parameters
    ----------
    step : "source", "notebooks" or "solutions"

    Raises
    ------
    CourseError
        When it is not there, or damaged.
    """
    path = course.notebook(step, name)
    notebook = read_notebook(path)
    if isinstance(notebook, str):
        raise CourseError(f"{course.show(path)}: {notebook}: run `course build`")
    return notebook


def read_notebook(path: Path) -> NotebookNode | str:
    """The notebook at `path`, or what is wrong with the file."""
    try:
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        return "missing"
    except (nbformat.reader.NotJSONError, UnicodeDecodeError):
        return "not JSON, so not a notebook"
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError):
        return "JSON, but not a notebook"
    return notebook
