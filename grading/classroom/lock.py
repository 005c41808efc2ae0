"""One command at a time changes a course, and a copy of the gradebook is kept before."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from grading.classroom.copies import keep_copy
from grading.paths import Course, CourseError
from grading.text import shown

__all__ = ["alone", "changing"]

FILE = ".course.lock"


@contextmanager
def alone(course: Course) -> Iterator[None]:
    """Be the only command that changes the course; the system lets go of it whatever happens.

    Raises
    ------
    CourseError
        When another one is at work, naming it.
    """
    with open(os.open(course.root / FILE, os.O_RDWR | os.O_CREAT, 0o644), "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = shown(file.read(300)) or "another command"
            raise CourseError(f"{who} is at work on this course: wait until it has ended") from None
        file.truncate(0)
        file.write(f"course {' '.join(sys.argv[1:])} (process {os.getpid()})")
        file.flush()
        yield
        file.truncate(0)


@contextmanager
def changing(course: Course) -> Iterator[None]:
    """The same for a command that writes to the gradebook, of which a copy is kept before.

    Raises
    ------
    CourseError
        When another command is at work, or the gradebook is not what it was.
    """
    with alone(course):
        keep_copy(course)
        yield
