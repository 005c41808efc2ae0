"""Each student's feedback as HTML, made by nbgrader's exporter; what has not changed stays.

A page says what it was made from: the graded notebook, the gradebook's rows, the attempts, and the
code that makes pages.
"""

import hashlib
import json
import multiprocessing
import os
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import HTMLExporter
from nbgrader.converters import GenerateFeedback

from grading.classroom import page as page_module
from grading.classroom.collecting.attempts import Attempt, Attempts
from grading.classroom.gradebook.opened import to_read
from grading.classroom.gradebook.standing import Standing, standings
from grading.classroom.material import course_directory
from grading.classroom.pool import cores
from grading.classroom.work import start_worker
from grading.console import Step
from grading.paths import Course, CourseError, write_atomically

__all__ = ["Feedback", "graded", "write_feedback"]

FEW = 12  # pages that are made sooner here than by processes yet to be started
HEAD = 1000  # characters at the beginning of a page, among them what it was made from


@dataclass(frozen=True)
class Feedback:
    """What one page is made from.

    Parameters
    ----------
    notebook, page : the graded notebook, and the page
    attempts : all that were collected, in order
    counts : the number of that which was graded; 0 where nothing was collected
    """

    root: Path
    assignment: str
    student: str
    notebook: Path
    page: Path
    standing: Standing
    attempts: tuple[Attempt, ...] = ()
    counts: int = 0

    @property
    def digest(self) -> str:
        """Of all that the page shows."""
        shows = [asdict(self.standing), [asdict(a) for a in self.attempts], self.counts]
        about = json.dumps(shows, default=str)  # times
        digest = hashlib.sha256(f"{_maker()} {about}".encode())
        digest.update(self.notebook.read_bytes())
        return digest.hexdigest()

    def is_written(self) -> bool:
        """Whether the page is there already."""
        try:
            with self.page.open(encoding="utf-8") as file:
                return self.digest in file.read(HEAD)
        except (OSError, UnicodeDecodeError):
            return False

    def write(self) -> Path:
        """Make the page."""
        notebook = nbformat.read(self.notebook, as_version=4)
        self.standing.write_into(notebook)
        about: dict[str, Any] = {"student": self.student, "assignment": self.assignment}
        about |= {"notebook": self.assignment, "late_penalty": self.standing.penalty}
        about |= {"score": self.standing.score, "max_score": self.standing.most}
        about |= {"attempts": self.attempts, "counts": self.counts, "digest": self.digest}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbconvert's own affairs
            text, _ = _exporter(self.root).from_notebook_node(notebook, {"nbgrader": about})
        write_atomically(self.page, text)
        return self.page


def write_feedback(
    course: Course, names: Iterable[str], student: str | None, progress: Step
) -> tuple[list[Path], int, list[Path]]:
    """Write ``feedback/<student>/<assignment>/<assignment>.html`` for what has been graded.

    Parameters
    ----------
    names : the assignments
    student : one student; None for all
    progress : told what is done and how often; gives the function to call each time

    Returns
    -------
    list of Path, int, list of Path
        The pages that were written, how many were there already, and the graded notebooks that
        are gone, of which there can be none.

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    everyone = list(_all(course, names, student))
    found = [each for each in everyone if each.notebook.is_file()]
    gone = [each.notebook for each in everyone if not each.notebook.is_file()]
    if not everyone:
        whose = f" of {student}" if student else ""
        raise CourseError(f"nothing{whose} has been graded of this: run `course grade` first")
    todo = [each for each in found if not each.is_written()]
    written = []
    if todo:
        with progress("Feedback", len(todo)) as step:
            for path in _pages(todo):
                written.append(path)
                step()
    return sorted(written), len(found) - len(todo), gone


def graded(course: Course, names: Iterable[str], student: str | None) -> Iterator[Feedback]:
    """What the pages of the assignments `names` are made from, of one student or of all.

    Raises
    ------
    CourseError
        When the gradebook cannot be read, or does not know the student.
    """
    return (each for each in _all(course, names, student) if each.notebook.is_file())


def _all(course: Course, names: Iterable[str], student: str | None) -> Iterator[Feedback]:
    directory, _ = course_directory(course)
    root = Path(directory.root)
    with to_read(course) as gradebook:
        if student is not None and student not in {each.id for each in gradebook.students}:
            raise CourseError(f"{student}: the gradebook has no such student")
        for name in names:
            found = standings(gradebook, name)
            for who in sorted(found) if student is None else [student] * (student in found):
                file = f"{who}/{name}/{name}"
                notebook = root / directory.autograded_directory / f"{file}.ipynb"
                page = root / directory.feedback_directory / f"{file}.html"
                own = Attempts(course, root / directory.submitted_directory, name, who)
                counts = own.counts()
                yield Feedback(
                    course.root, name, who, notebook, page, found[who],
                    tuple(own.kept()), counts.number if counts else 0,
                )  # fmt: skip


def _pages(todo: list[Feedback]) -> Iterator[Path]:
    if len(todo) <= FEW:
        yield from (each.write() for each in todo)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores(), context, start_worker, (os.getpid(),)) as pool:
        pages = [pool.submit(each.write) for each in todo]
        try:
            for page in as_completed(pages):
                yield page.result()
        finally:
            pool.shutdown(cancel_futures=True)


@cache
def _exporter(root: Path) -> HTMLExporter:
    """nbgrader's exporter for a course, kept: reading its templates takes a while."""
    directory, config = course_directory(Course(root))
    converter = GenerateFeedback(coursedir=directory, config=config)
    return converter.exporter_class(parent=converter, config=converter.config)


@cache
def _maker() -> str:
    """A digest of the code that makes pages."""
    here = Path(page_module.__file__).parent
    files = [Path(__file__), Path(page_module.__file__), *sorted(here.glob("feedback_page/*"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
