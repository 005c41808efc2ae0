"""Notebooks read from their files, and what tells their versions apart."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grading.paths import Course, CourseError

__all__ = ["exercise_points", "exercises_id", "generated", "read_notebook", "stamp"]


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


def exercise_points(notebook: Mapping[str, Any]) -> dict[str, float]:
    """The points of each graded cell, by grade_id, in order."""
    about = (cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"])
    return {own["grade_id"]: float(own["points"]) for own in about if own.get("grade")}


def exercises_id(notebook: Mapping[str, Any]) -> str:
    """The same for notebooks with the same graded cells and points: 12 hexadecimal digits."""
    asked = json.dumps([*exercise_points(notebook).items()])
    return hashlib.sha256(asked.encode()).hexdigest()[:12]


def stamp(notebook: Mapping[str, Any]) -> None:
    """Write into a notebook's metadata which exercises it has; a submission carries it back."""
    notebook["metadata"]["deepcalc"] = {"exercises": exercises_id(notebook)}
