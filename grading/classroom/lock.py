"""One command at a time changes a course, and a copy of the gradebook is kept before."""

import fcntl
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from grading.classroom.gradebook.copies import keep_copy
from grading.classroom.gradebook.history import record_command
from grading.paths import Course, CourseError
from grading.text import plain, shown

__all__ = ["alone", "changing"]

FILE = ".course.lock"


def command() -> str:
    """The command that is at work, as it was typed."""
    return plain(shlex.join(["course", *sys.argv[1:]]))


@contextmanager
def alone(course: Course) -> Iterator[None]:
    """Be the only command that changes the course; the system lets go of it whatever happens.

    Raises
    ------
    CourseError
        When another one is at work, naming it.
    """
    descriptor = os.open(course.root / FILE, os.O_RDWR | os.O_CREAT, 0o644)
    with open(descriptor, "r+", encoding="utf-8", errors="replace") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            who = shown(file.read(300)) or "another command"
            raise CourseError(f"{who} is at work on this course: wait until it has ended") from None
        file.truncate(0)
        file.write(f"{command()} (process {os.getpid()})")
        file.flush()
        yield
        file.truncate(0)


@contextmanager
def changing(course: Course) -> Iterator[None]:
    """The same for a command that writes to the gradebook: a copy of it is kept before, and the
    command recorded.

    Raises
    ------
    CourseError
        When another command is at work, or the gradebook is not what it was.
    """
    with alone(course):
        keep_copy(course)
        recorded = record_command(course, command())
        try:
            yield
        finally:
            if not recorded:  # there was no gradebook yet
                record_command(course, command())
