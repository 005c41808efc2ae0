"""Find what was handed in, in ``<student>/<assignment>/``, and read it without being led astray.

Submissions are other people's files: no link is followed, nothing that is not a plain file is
opened, and nothing is read further than a notebook may be long.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grading.classroom.times import utc_time
from grading.sealed.examiner.canonical import MOST_BYTES
from grading.text import shown

__all__ = ["Content", "Handed", "Unusable", "find", "read", "read_file"]

# Names go into the gradebook's columns, and into pages and tables that others render.
UNUSABLE_NAME = re.compile(r'[\x00-\x1f\x7f<>"\\\ud800-\udfff]|^.{129,}$')
MOST_FILES = 1000
TIMESTAMP = "timestamp.txt"
MOST_TIMESTAMP = 200  # bytes


@dataclass(frozen=True)
class Handed:
    """A student's folder for an assignment."""

    student: str
    assignment: str
    folder: Path


@dataclass(frozen=True)
class Unusable:
    """Something in the folder of submissions that is no submission, and why."""

    path: Path
    why: str


@dataclass(frozen=True)
class Content:
    """What a submission consists of.

    Parameters
    ----------
    notebook : the file's bytes; empty when there is none that can be graded
    why : then the reason, in words for the student
    timestamp : the text of ``timestamp.txt``; "" when there is none
    notes : what an instructor may want to look at
    """

    notebook: bytes
    why: str = ""
    timestamp: str = ""
    notes: tuple[str, ...] = ()


def find(folder: Path, assignments: Iterable[str]) -> Iterator[Handed | Unusable]:
    """The submissions in `folder`, sorted.

    Parameters
    ----------
    folder : ``submitted/``, or one student's folder in it, or one submission
    assignments : the names that a submission's folder can have
    """
    known = frozenset(assignments)
    folder = Path(os.path.abspath(folder))
    if folder.name in known:
        yield from _student(folder.parent, known & {folder.name})
        return
    inner = list(_folders(folder))
    if any(path.name in known for path in inner):
        yield from _student(folder, known)
        return
    yield from _misplaced(folder, _notebooks(folder))
    for path in inner:
        yield from _student(path, known)


def read(handed: Handed) -> Content:
    """The notebook that was handed in, or why there is none.

    Raises
    ------
    OSError
        When the system refuses, which is nothing that a student should pay for.
    """
    if handed.folder.is_symlink():
        return Content(b"", "the folder is a symbolic link")
    raw = read_file(handed.folder / TIMESTAMP, MOST_TIMESTAMP) or b""
    timestamp = raw[:MOST_TIMESTAMP].decode(errors="replace")
    timestamp += "…" * (len(raw) > MOST_TIMESTAMP)  # the beginning of a text may be another time
    _, note = utc_time(timestamp)
    notes = [note] if note else []
    wanted, found = f"{handed.assignment}.ipynb", _notebooks(handed.folder)
    if os.path.lexists(handed.folder / wanted):
        if len(found) > 1:
            notes.append(f"There are {len(found)} notebooks in the folder; {wanted} was taken.")
    elif len(found) == 1:
        [wanted] = found
    else:
        number = f"are {len(found)} notebooks" if found else "is no notebook"
        why = f"there {number} in the folder, and none named {wanted}"
        return Content(b"", why, timestamp, tuple(notes))
    data = read_file(handed.folder / wanted, MOST_BYTES)
    if data is None:
        why = f"{shown(wanted)} is not a plain file"
    elif len(data) > MOST_BYTES:
        why = f"the file is larger than {MOST_BYTES >> 20} MB"
    else:
        why = "" if data else "the file is empty"
    return Content(b"" if why else data, why, timestamp, tuple(notes))


def read_file(path: Path, most: int) -> bytes | None:
    """The bytes of a plain file, one more than `most` at the most; None for anything else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        if path.is_symlink() or not path.is_file():
            return None
        raise
    plain = stat.S_ISREG(os.fstat(descriptor).st_mode)
    if not plain:
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as file:
        return file.read(most + 1)


def _student(folder: Path, known: frozenset[str]) -> Iterator[Handed | Unusable]:
    """The submissions of one student."""
    if folder.is_symlink():
        yield Unusable(folder, "a symbolic link, which is not followed")
    elif UNUSABLE_NAME.search(folder.name):
        yield Unusable(folder, "a student's name cannot be like this: rename the folder")
    else:
        try:
            inner, loose = list(_folders(folder)), _notebooks(folder)
        except OSError as error:
            yield Unusable(folder, error.strerror or "it cannot be read")
            return
        yield from _misplaced(folder, loose)
        found = [path for path in inner if path.name in known]
        if inner and not found:
            yield Unusable(folder, f"none of its folders has an assignment's name, as {min(known)}")
        for path in found:
            yield Handed(folder.name, path.name, path)


def _misplaced(folder: Path, loose: Iterable[str]) -> Iterator[Unusable]:
    """Notebooks that are in nobody's folder for an assignment, and would be overlooked."""
    for name in loose:
        yield Unusable(folder / name, "move it into <student>/<assignment>/")


def _notebooks(folder: Path) -> list[str]:
    """The names of the notebooks in a folder."""
    with os.scandir(folder) as entries:
        names = sorted(e.name for e, _ in zip(entries, range(MOST_FILES), strict=False))
    return [n for n in names if n.lower().endswith(".ipynb") and not n.startswith(".")]


def _folders(folder: Path) -> Iterator[Path]:
    """What is in a folder and is a folder, or a link that may lead to one; hidden ones left out."""
    with os.scandir(folder) as entries:
        found = [e for e in entries if e.is_symlink() or e.is_dir(follow_symlinks=False)]
    yield from sorted(Path(e.path) for e in found if not e.name.startswith("."))
