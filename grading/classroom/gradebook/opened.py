"""A course's gradebook, opened for as long as it is needed, with its errors in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Gradebook

from grading.classroom.gradebook.copies import refuse_new
from grading.classroom.gradebook.database import gradebook_errors, is_there, open_gradebook
from grading.classroom.material import course_directory
from grading.paths import Course, CourseError

__all__ = ["if_any", "to_read"]


@contextmanager
def to_read(course: Course) -> Iterator[Gradebook]:
    """The gradebook.

    Raises
    ------
    CourseError
        When there is none yet, or it cannot be read.
    """
    with if_any(course) as gradebook:
        if gradebook is None:
            raise CourseError("nothing has been graded yet: run `course grade` first")
        yield gradebook


@contextmanager
def if_any(course: Course) -> Iterator[Gradebook | None]:
    """The gradebook, or None where nothing has been graded yet.

    Raises
    ------
    CourseError
        When it cannot be read or written, or is gone although there was one.
    """
    refuse_new(course)
    directory, _ = course_directory(course)
    if not is_there(directory.db_url):
        yield None
        return
    with gradebook_errors(), open_gradebook(directory.db_url, directory.course_id) as gradebook:
        yield gradebook
