"""Each student's feedback as HTML, through nbgrader's own exporter."""

import multiprocessing
import os
import warnings
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory

from grading.classroom.database import gradebook_errors, open_gradebook
from grading.classroom.material import course_directory
from grading.classroom.pool import cores
from grading.classroom.work import start_worker
from grading.paths import Course, CourseError, write_atomically
from grading.progress import Step

__all__ = ["write_feedback"]

FEW = 12  # pages that are made sooner here than by processes yet to be started


def write_feedback(
    course: Course, names: Iterable[str], student: str | None, progress: Step
) -> list[Path]:
    """Write ``feedback/<student>/<assignment>/<assignment>.html`` for what has been graded.

    Parameters
    ----------
    names : the assignments
    student : one student; None for all
    progress : told what is done and how often; gives the function to call each time

    Raises
    ------
    CourseError
        When nothing has been graded, or the gradebook cannot be read.
    """
    directory, _ = course_directory(course)
    graded = Path(directory.root) / directory.autograded_directory
    book = open_gradebook(directory.db_url, directory.course_id, to_read=True)
    with book as gradebook, gradebook_errors():
        todo = [
            (name, who)
            for name in names
            for who in _submitters(gradebook, name)
            if student in (None, who) and (graded / who / name / f"{name}.ipynb").is_file()
        ]
    if not todo:
        raise CourseError("nothing of this has been graded yet: run `course grade` first")
    written = []
    with progress("Feedback", len(todo)) as step:
        for path in _pages(course, todo):
            written.append(path)
            step()
    return sorted(written)


def _pages(course: Course, todo: list[tuple[str, str]]) -> Iterable[Path]:
    if len(todo) <= FEW:
        yield from (_page(course.root, *one) for one in todo)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores(), context, start_worker, (os.getpid(),)) as pool:
        pages = [pool.submit(_page, course.root, *one) for one in todo]
        try:
            for page in as_completed(pages):
                yield page.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _page(root: Path, name: str, student: str) -> Path:
    """Write one page."""
    directory, exporter = _exporter(root)
    graded = Path(directory.root) / directory.autograded_directory / student / name
    resources: dict[str, Any] = {"unique_key": name, "output_files_dir": f"{name}_files"}
    resources["nbgrader"] = {"student": student, "assignment": name, "notebook": name}
    resources["nbgrader"]["db_url"] = directory.db_url
    with gradebook_errors(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbconvert's own affairs
        page, _ = exporter.from_filename(str(graded / f"{name}.ipynb"), resources=resources)
    path = Path(directory.root) / directory.feedback_directory / student / name / f"{name}.html"
    write_atomically(path, page)
    return path


@cache
def _exporter(root: Path) -> tuple[CourseDirectory, HTMLExporter]:
    """nbgrader's exporter for a course, kept: reading its templates takes a while."""
    directory, config = course_directory(Course(root))
    converter = GenerateFeedback(coursedir=directory, config=config)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    for preprocessor in converter.preprocessors:
        exporter.register_preprocessor(preprocessor)
    return directory, exporter


def _submitters(gradebook: Gradebook, name: str) -> list[str]:
    try:
        return sorted(s.student_id for s in gradebook.assignment_submissions(name))
    except MissingEntry:
        return []
