"""A generated class: every answer drawn from the catalogue, right, wrong or not attempted."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path

import nbformat
import numpy as np

from grading.authoring.catalogue import read_answers
from grading.notebook import generated
from grading.paths import Course

__all__ = ["Class", "generate", "repeat", "write"]

RIGHT, WRONG = 0.6, 0.3  # of the answers; the others are left as they were handed out

Class = dict[tuple[str, str], str]  # (student, assignment) -> the notebook's text


def generate(course: Course, names: Iterable[str], students: int, seed: int) -> Class:
    """Draw a class; the same seed draws the same one.

    Parameters
    ----------
    course : a course that has been built, with the catalogue
    names : assignments
    students : how many
    """
    rng = np.random.default_rng(seed)
    blanks, answers = {}, {}
    for name in names:
        blanks[name] = generated(course, "notebooks", name)
        answers[name] = _answers(course, name)
    made: Class = {}
    for number in range(1, students + 1):
        for name in names:
            notebook = deepcopy(blanks[name])
            for cell in notebook.cells:
                kinds = answers[name].get(cell.id)
                if not kinds:
                    continue
                drawn = rng.random()
                if drawn < RIGHT + WRONG:
                    choices = kinds["right" if drawn < RIGHT else "wrong"]
                    cell.source = choices[rng.integers(len(choices))]
            made[f"student-{number:04}", name] = nbformat.writes(notebook)
    return made


def repeat(some: Class, times: int) -> Class:
    """The same submissions again and again, under other names."""
    return {
        (f"{student}-{again:04}", name): text
        for again in range(times)
        for (student, name), text in some.items()
    }


def write(submissions: Class, folder: Path) -> None:
    """Write submissions where nbgrader looks for them."""
    for (student, name), text in submissions.items():
        path = folder / student / name / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")


def _answers(course: Course, name: str) -> dict[str, dict[str, list[str]]]:
    """Right and wrong answers by exercise; the reference solution is among the right ones."""
    blank, solved = (generated(course, step, name) for step in ("notebooks", "solutions"))
    exercises = {c.id for c in blank.cells if c.metadata.get("nbgrader", {}).get("solution")}
    found = {}
    for cell in (cell for cell in solved.cells if cell.id in exercises):
        path = course.root / "catalogue" / name / f"{cell.id}.py"
        catalogued = read_answers(path) if path.is_file() else []
        kinds = {
            kind: [answer.code for answer in catalogued if answer.kind == kind]
            for kind in ("right", "wrong")
        }
        kinds["right"].append(cell.source)
        kinds["wrong"] = kinds["wrong"] or kinds["right"]
        found[cell.id] = kinds
    return found
