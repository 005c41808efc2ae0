"""The policies of a course: two tables that a person edits, read as one."""

from dataclasses import dataclass, field
from pathlib import Path

from grading.classroom.policies import deadlines, exercises
from grading.classroom.policies.deadlines import Deadlines
from grading.classroom.policies.exercises import Rules
from grading.paths import Course, CourseError

__all__ = ["Policies", "table"]


@dataclass(frozen=True)
class Policies:
    """What grades are computed by, besides what was found."""

    deadlines: Deadlines = field(default_factory=Deadlines)
    rules: Rules = field(default_factory=Rules)

    @classmethod
    def read(cls, course: Course, **other: bytes) -> "Policies":
        """The policies in a course's tables; those that are not there say nothing.

        Parameters
        ----------
        other : `deadlines` or `exercises`, what the file is to say instead

        Raises
        ------
        CourseError
            With file, line and column, for what cannot be read.
        """
        dates = other.get("deadlines")
        faulty = other.get("exercises")
        return cls(
            Deadlines.read(
                table(course.root / deadlines.FILE) if dates is None else dates, course.names
            ),
            Rules.read(table(course.root / exercises.FILE) if faulty is None else faulty, course),
        )


def table(path: Path) -> bytes:
    """The bytes of a table; b"" where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CourseError(f"{path.name}: cannot be read: {error.strerror}") from None
