"""What is to be graded, and how; the same for a class and for a single notebook."""

from dataclasses import dataclass, field
from pathlib import Path

from grading.paths import Course
from grading.sealed.examiner.report import Limits
from grading.sealed.walls import IsolationUnavailable

__all__ = ["Settings", "hidden_folders", "way_out"]


@dataclass(frozen=True)
class Settings:
    """What a batch grades, and how.

    Parameters
    ----------
    folder : ``submitted/`` or what is to be graded of it; None for all
    assignments : names; all when empty
    student : None for all
    workers : None for one on each core
    force : grade what is unchanged, too
    seed : of the random inputs; None for a fresh one
    isolation : "auto" or "none"
    scheduler : a Dask scheduler's address; None for local processes
    """

    folder: Path | None = None
    assignments: tuple[str, ...] = ()
    student: str | None = None
    workers: int | None = None
    force: bool = False
    seed: int | None = None
    isolation: str = "auto"
    scheduler: str | None = None
    limits: Limits = field(default_factory=Limits)


def hidden_folders(course: Course) -> tuple[str, ...]:
    """What student code must not see, should the course lie where the system's own files are."""
    return (str(course.root),)


def way_out(error: Exception) -> str:
    """The message of `error` and, where the walls are missing, what can be done."""
    if not isinstance(error, IsolationUnavailable):
        return str(error)
    return (
        f"{error}: nothing was graded; --without-isolation grades all the same, which is for code "
        f"that you trust"
    )
