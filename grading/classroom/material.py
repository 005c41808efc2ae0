"""What grading needs of each assignment: the instructor's version and the student's."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from grading.classroom.gradebook.cells import AddCells
from grading.classroom.versions import Version
from grading.paths import Course, CourseError
from grading.sealed.examiner.assignment import Assignment

__all__ = ["Material", "course_directory", "material"]


@dataclass(frozen=True)
class Material:
    """One version of an assignment, read once for a whole run.

    Parameters
    ----------
    source : the instructor's notebook as text, with solutions and hidden tests
    release : the student version as text, without them
    earlier : its id, where it is an earlier version; else ""
    """

    name: str
    source: str
    release: str
    earlier: str = ""

    @cached_property
    def digest(self) -> str:
        """Of all that is the instructor's."""
        parts = (self.name, self.source, self.release)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    @cached_property
    def executed(self) -> str:
        """A digest of that on which verdicts depend.

        Prose is not among it, unless a person grades an answer, which is found by its neighbours.
        """
        versions = [json.loads(self.source), self.parsed_release]
        prose = bool(self.assignment.by_hand)
        cells = [
            [cell["cell_type"], cell["source"], cell["metadata"], cell.get("id", "")]
            for version in versions
            for cell in version["cells"]
            if prose or cell["cell_type"] == "code" or "nbgrader" in cell["metadata"]
        ]
        return hashlib.sha256(json.dumps([self.name, cells]).encode()).hexdigest()

    @cached_property
    def assignment(self) -> Assignment:
        """As the examiner knows it."""
        return Assignment.from_notebook(json.loads(self.source), self.name)

    @cached_property
    def parsed_release(self) -> dict[str, Any]:
        """The student version as data."""
        return json.loads(self.release)


def material(version: Version, config: Config, save: bool = False) -> Material:
    """The material of a version of an assignment.

    Parameters
    ----------
    save : write the assignment's cells to the gradebook, as ``nbgrader generate_assignment`` does

    Raises
    ------
    CourseError
        When its notebook is missing, or has a task cell.
    """
    name, shown, notebook = version.name, version.course.show(version.path), version.notebook()
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("task"):
            raise CourseError(
                f"{shown}: {about.get('grade_id')} is a task cell, which "
                f"`course grade` does not know: make it a manually graded answer"
            )
    source = json.dumps(notebook)
    about = {"notebook": name, "assignment": name, "student": "."}
    about["db_url"] = CourseDirectory(config=config).db_url
    resources = {"metadata": {"path": str(version.path.parent)}, "nbgrader": about}
    try:
        for step in GenerateAssignment.preprocessors.default():
            if save or step is not SaveCells:
                step = AddCells if step is SaveCells else step
                notebook, resources = step(config=config).preprocess(notebook, resources)
    except (RuntimeError, ValueError) as error:
        raise CourseError(f"{shown}: nbgrader refuses it: {error}") from None
    return Material(name, source, json.dumps(notebook), version.id * version.former)


def course_directory(course: Course) -> tuple[CourseDirectory, Config]:
    """nbgrader's own view of the course: its folders and its gradebook."""
    config = course.nbgrader_config()
    if not config.CourseDirectory.get("root"):
        config.CourseDirectory.root = str(course.root)
    return CourseDirectory(config=config), config
