"""The sealed engine behind stock ``nbgrader autograde`` and formgrader's button.

In ``nbgrader_config.py``::

    c.Autograde.sanitize_preprocessors = ["grading.classroom.plugin.Canonical"]
    c.Autograde.autograde_preprocessors = [
        "grading.classroom.plugin.Sealed",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]

`Canonical` takes the place of the cleaning, `Sealed` that of the execution: nothing of the
submission runs in a kernel, and a test cell has an error as output unless its points were earned.
"""

import atexit
import json
import secrets
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, from_dict
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Float, Integer

from grading.classroom.autograded import render
from grading.classroom.gradebook.cells import fit
from grading.classroom.gradebook.database import forget
from grading.classroom.gradebook.history import watch
from grading.classroom.material import Material, course_directory, material
from grading.classroom.pool import Pool, local_pool
from grading.classroom.settings import hidden_folders
from grading.classroom.versions import Versions
from grading.classroom.work import Lost, Task, grade, rebuilt
from grading.paths import Course
from grading.sealed.examiner import words
from grading.sealed.examiner.report import Limits
from grading.text import shown

__all__ = ["Canonical", "Sealed"]


class Canonical(NbGraderPreprocessor):
    """Replaces a submission by the student version with the student's code in it."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """See nbconvert; a notebook of no assignment of ours is an error."""
        own, note = self.material(nb, resources)
        if note:
            self.log.warning("%s: %s", shown(resources["nbgrader"]["student"]), note)
        text = _apart().one(rebuilt, self.task(own, nb, resources))
        if isinstance(text, Lost):
            if not text.own:
                raise RuntimeError(text.why)
            self.log.warning("%s: %s", shown(resources["nbgrader"]["student"]), shown(text.why))
            text = own.release
        return from_dict(json.loads(text)), resources

    def task(self, own: Material, nb: NotebookNode, resources: dict[str, Any], **more: Any) -> Task:
        """What there is to do, for a process of its own."""
        about: dict[str, Any] = {"seed": 0, "hide": hidden_folders(self.course())} | more
        student = resources["nbgrader"]["student"]
        handed_in = json.dumps(nb).encode()
        return Task(student, own.name, own.source, own.release, own.digest, handed_in, **about)

    def material(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[Material, str]:
        """The submission's version of the assignment that nbgrader says it is, and a note on it."""
        course = self.course()
        [name] = course.select([resources["nbgrader"]["assignment"]])
        version, note = Versions.of(course, name).choose(json.dumps(nb).encode())
        return material(version, course_directory(course)[1]), note

    def course(self) -> Course:
        """The course that nbgrader was started for."""
        root = self.config.CourseDirectory.get("root") or Path.cwd()
        return Course.find(Path(root))


class Sealed(Canonical):
    """Grades a submission with the sealed engine; its outputs say so to nbgrader."""

    isolation = Enum(
        ("auto", "none"), "auto", help='"none" gives up the walls around student code'
    ).tag(config=True)
    timeout = Float(10.0, help="seconds for a cell; a test gets half as many again").tag(
        config=True
    )
    seed = Integer(-1, help="of the random inputs; -1 for a fresh one").tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """See nbconvert; raises `IsolationUnavailable` where there are no walls."""
        own, _ = self.material(nb, resources)
        limits = Limits.of(self.timeout)
        seed = self.seed if self.seed >= 0 else secrets.randbelow(2**31)
        task = self.task(own, nb, resources, seed=seed, isolation=self.isolation, limits=limits)
        answer = _apart().one(grade, task)
        if isinstance(answer, Lost):
            if not answer.own:
                raise RuntimeError(answer.why)
            verdicts = [words.ungraded(test, answer.why) for test in own.assignment.tests]
            text, notes, isolation = render(own.parsed_release, None, verdicts), [answer.why], ""
        else:
            text, notes = answer.notebook, list(answer.report.notes)
            isolation = answer.report.isolation
        for note in notes:
            self.log.warning("%s: %s", shown(task.key), shown(note, 300))
        about, graded = resources["nbgrader"], from_dict(json.loads(text))
        forget(about["db_url"], about["assignment"], about["student"])
        fit(about["db_url"], about["assignment"], about["student"], graded)
        with Gradebook(about["db_url"]) as gradebook:
            watch(gradebook.engine)  # whatever people give from now on
        self.log.info("Graded behind %s, seed %s", isolation or "nothing", seed)
        return graded, resources


@cache
def _apart() -> Pool:
    """A process that reads and grades, one submission after the other; this one survives it."""
    kept = ExitStack()
    atexit.register(kept.close)
    return kept.enter_context(local_pool(1))
