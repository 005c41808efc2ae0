"""What these commands have in common: progress, options, and files to write."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from grading.console import bars, err, out
from grading.paths import CourseError, write_atomically

__all__ = ["Assignment", "Student", "confirmed", "need", "progress", "write"]

Assignment = Annotated[
    list[str] | None,
    typer.Option("--assignment", "-a", metavar="NAME", help="Only this one; may be repeated."),
]
Student = Annotated[
    str | None, typer.Option("--student", "-s", metavar="ID", help="Only this student.")
]


class progress:
    """A bar on a terminal; a line every tenth of the way elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, total, 0
        self.bar = bars(err)

    def __enter__(self) -> Callable[[], None]:
        if err.is_terminal:
            self.bar.start()
            self.task = self.bar.add_task(self.what, total=self.total)
        return self.step

    def __exit__(self, *exception: object) -> None:
        if err.is_terminal:
            self.bar.stop()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if err.is_terminal:
            self.bar.advance(self.task)
        elif self.total >= 20 and self.done * 10 // self.total > (self.done - 1) * 10 // self.total:
            err.print(f"{self.what}: {self.done} of {self.total}")


def need(fine: bool, otherwise: str) -> None:
    """Refuse, with the sentence `otherwise`, what does not go together."""
    if not fine:
        raise CourseError(otherwise)


def confirmed(question: str, yes: bool) -> bool:
    """Whether to go on: `yes` says so beforehand; else a person at the terminal is asked.

    Raises
    ------
    CourseError
        When there is nobody to ask.
    """
    if yes:
        return True
    need(_somebody(), "nothing was written, for nobody can be asked here: say --yes to write it")
    return typer.confirm(question)


def _somebody() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and out.is_terminal


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; ``-`` is the screen."""
    if str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
        return
    need(not path.is_dir(), f"{path}: is a folder: give the name of a file")
    try:
        write_atomically(path, content)
    except OSError as error:
        raise CourseError(f"{path}: cannot be written: {error.strerror}") from None
