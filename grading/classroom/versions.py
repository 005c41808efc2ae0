"""The versions of an assignment, and which of them a submission is of.

Two versions differ in their graded cells or the points of these.  What a student got carries a
stamp that says which one it is; earlier versions are kept by `course build`, see `replaced`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from grading.notebook import exercise_points, exercises_id, read_notebook
from grading.paths import Course, CourseError
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.version import without_contract

__all__ = ["FOLDER", "Version", "Versions", "stamp_of"]

FOLDER = "versions"
# In a text of the notebook the quotes have backslashes before them.
STAMP = re.compile(
    rb'"deepcalc"\s{0,99}:\s{0,99}\{\s{0,99}"exercises"\s{0,99}:\s{0,99}"([0-9a-f]{12})"'
)
LOST = "It does not say which version of the assignment it is: graded by the present one."
UNKNOWN = "It is of a version that is not kept ({}): graded by the present one."


@dataclass(frozen=True)
class Version:
    """One version of an assignment.

    Parameters
    ----------
    id : what its stamp says
    path : of the instructor's notebook
    former : whether it is not what is handed out now
    """

    course: Course
    name: str
    id: str
    path: Path
    former: bool = False

    def notebook(self) -> NotebookNode:
        """The instructor's notebook.

        Raises
        ------
        CourseError
            When it is missing or damaged, or a kept one can no longer be graded.
        """
        found, shown_path = read_notebook(self.path), self.course.show(self.path)
        if isinstance(found, str):
            todo = "bring it back from a copy" if self.former else "run `course build`"
            raise CourseError(f"{shown_path}: {found}: {todo}")
        if self.former and (lost := without_contract(Assignment.from_notebook(found, self.name))):
            file = f"deepcalc/checking/contracts/{lost[0]}.json"
            raise CourseError(f"{shown_path}: needs {file}, which is gone: bring it back")
        return found

    @property
    def points(self) -> dict[str, float]:
        """The points of each graded cell; empty where the notebook cannot be read."""
        return exercise_points(_cells(self.path))


@dataclass(frozen=True)
class Versions:
    """All versions of an assignment.

    Parameters
    ----------
    present : what is handed out now
    former : the others that are kept, by id
    """

    present: Version
    former: Mapping[str, Version]

    @classmethod
    def of(cls, course: Course, name: str) -> "Versions":
        """Those of the assignment `name`."""
        path = course.notebook("source", name)
        now = exercises_id(_cells(path))
        kept = sorted((course.root / FOLDER / name).glob("*.ipynb"))
        former = {p.stem: Version(course, name, p.stem, p, True) for p in kept if p.stem != now}
        return cls(Version(course, name, now, path), former)

    @property
    def all(self) -> tuple[Version, ...]:
        """The earlier ones, then the present one."""
        return (*self.former.values(), self.present)

    @property
    def exercises(self) -> list[str]:
        """The grade_ids of the graded cells of any of them, the present one's first."""
        every = (version.points for version in reversed(self.all))
        return list(dict.fromkeys(grade_id for points in every for grade_id in points))

    def choose(self, submission: bytes) -> tuple[Version, str]:
        """The version that a submission is of, and a note where it cannot be told, else "".

        The stamp is the student's word: all that it can do is choose what has been handed out.
        """
        stamp = stamp_of(submission)
        if stamp in self.former:
            return self.former[stamp], ""
        if stamp and stamp != self.present.id:
            return self.present, UNKNOWN.format(stamp)
        return self.present, "" if stamp or not self.former else LOST

    def together(self) -> NotebookNode:
        """The present instructor's notebook, and behind it each cell that only earlier ones have.

        Raises
        ------
        CourseError
            As `Version.notebook`.
        """
        whole = self.present.notebook()
        there = {_key(cell) for cell in whole.cells}
        for version in self.former.values():
            for cell in version.notebook().cells:
                if _key(cell) not in there:
                    there.add(_key(cell))
                    whole.cells.append(cell)
        return whole


def stamp_of(submission: bytes) -> str:
    """What a submission says of its version; "" for nothing.  Nothing is parsed for it."""
    found = STAMP.search(submission)
    return found[1].decode() if found else ""


def _cells(path: Path) -> Mapping[str, Any]:
    """A notebook, as far as it can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        exercise_points(found)
        return found
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {"cells": []}


def _key(cell: Mapping[str, Any]) -> tuple[str, str]:
    """What makes two cells the same: an answer's or a check's id, else the text."""
    grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return cell["cell_type"], grade_id or cell["source"]
