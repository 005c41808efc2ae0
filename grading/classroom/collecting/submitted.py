"""Find what was handed in, in ``<student>/<assignment>/``, and read it without being led astray.

Submissions are other people's files: no link is followed, nothing that is not a plain file is
opened, and nothing is read further than a notebook may be long.
"""

import itertools
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from grading.classroom.collecting.kinds import ARCHIVE, contents, is_fork, is_tools, kind
from grading.classroom.collecting.times import utc_time
from grading.sealed.examiner.submitted import MOST_BYTES
from grading.text import calculated, plain, shown

__all__ = ["Content", "Handed", "Unusable", "find", "read", "read_file", "unusable_name"]

# Names go into the gradebook's columns, and into pages and tables that others render.
UNUSABLE_NAME = re.compile(r'[\t\n<>"\\]')
MOST_NAME = 128
MOST_FILES = 1000  # that are looked at in a submission
MOST_NAMED = 10  # files that lie loose in a folder
LINK = "a symbolic link, which is not followed"
FORKS = "only what a Mac keeps beside its files, not the files"
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

    @property
    def digest(self) -> str:
        """Of what is graded: not when it was handed in."""
        return sha256(self.why.encode() + b"\0" + self.notebook).hexdigest()[:24]


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
        found = _student(folder.parent, known)
        yield from (f for f in found if isinstance(f, Unusable) or f.folder == folder)
        return
    inside = _inside(folder)
    if known & set(inside.folders):
        yield from _student(folder, known)
        return
    yield from _misplaced(folder, inside)
    if inside.forks and not inside.folders + inside.files:
        yield Unusable(folder, f"{FORKS}: ask for the notebook")
    for name in inside.folders:
        yield from _student(folder / name, known)


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
    wanted, inside = f"{handed.assignment}.ipynb", _inside(handed.folder, MOST_FILES)
    found = [name for name in inside.everything if _is_notebook(name)]
    if os.path.lexists(handed.folder / wanted):
        if len(found) > 1:
            notes.append(f"There are {len(found)} notebooks in the folder; {wanted} was taken.")
    elif len(found) == 1:
        [wanted] = found
    else:
        why = _missing(handed.folder, inside, len(found), wanted)
        return Content(b"", why, timestamp, tuple(notes))
    data = read_file(handed.folder / wanted, MOST_BYTES)
    if data is None:
        why = f"{shown(wanted)} is not a plain file"
    elif len(data) > MOST_BYTES:
        why = f"the file is larger than {MOST_BYTES >> 20} MB"
    elif what := contents(data):
        why = f"{shown(wanted)} is {what}, and no notebook: hand in the notebook itself"
    else:
        why = "" if data else "the file is empty"
    return Content(data if data and not why else b"", why, timestamp, tuple(notes))


def unusable_name(student: str) -> str:
    """Why a student cannot have this id, which is a folder's name and stands in tables; or ""."""
    odd = UNUSABLE_NAME.search(student) or plain(student, MOST_NAME) != student
    if odd or not student or student.startswith(".") or "/" in student:
        return "a student's name cannot be like this"
    return "a spreadsheet would calculate with a name like this" if calculated(student) else ""


def read_file(path: Path, most: int) -> bytes | None:
    """The bytes of a plain file, one more than `most` at the most; None for anything else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        if path.is_symlink() or not path.is_file():
            return None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with open(descriptor, "rb") as file:
        return file.read(most + 1)


@dataclass(frozen=True)
class _Inside:
    """The names in a folder, sorted, without those that are a tool's own.

    Parameters
    ----------
    folders : those that are a folder, or a link that may lead to one
    files : all the others, but for hidden ones that are no notebooks
    hidden : folders whose names begin with a dot
    forks : what a Mac keeps beside its files
    cut : whether there is more than was looked at
    """

    folders: list[str]
    files: list[str]
    hidden: list[str]
    forks: list[str]
    cut: bool

    @property
    def everything(self) -> list[str]:
        """What somebody may have handed in."""
        return self.folders + self.files + self.hidden


def _inside(folder: Path, most: int | None = None) -> _Inside:
    """What is in a folder, or in its first `most` entries."""
    with os.scandir(folder) as entries:
        found = sorted(itertools.islice(entries, most), key=lambda entry: entry.name)
        inside = _Inside([], [], [], [], cut=next(entries, None) is not None)
    for entry in found:
        name, dotted = entry.name, entry.name.startswith(".")
        if is_fork(name):
            inside.forks.append(name)
        elif is_tools(name):
            continue
        elif entry.is_symlink() or entry.is_dir(follow_symlinks=False):
            (inside.hidden if dotted else inside.folders).append(name)
        elif not dotted or name.lower().endswith(".ipynb"):
            inside.files.append(name)
    return inside


def _is_notebook(name: str) -> bool:
    return name.lower().endswith(".ipynb") and not name.startswith(".")


def _missing(folder: Path, inside: _Inside, notebooks: int, wanted: str) -> str:
    """Why there is no notebook to be graded, and what to hand in, in words for the student."""
    none, itself = f"in the folder, and none named {wanted}", f"hand in {wanted} itself"
    if notebooks:
        return f"there are {notebooks} notebooks {none}"
    if inside.cut:
        return f"there are more than {MOST_FILES} files {none}"
    names = [name for name in inside.everything if name != TIMESTAMP]
    if not names:
        if inside.forks:
            return f"there is {FORKS}: {itself}"
        return f"there is no work in the folder: hand in {wanted}"
    first = next(filter(kind, inside.files), names[0])
    what, advice = kind(first), ""
    if (folder / first).is_symlink():
        what = "a symbolic link"
    elif first not in inside.files:
        what, advice = "a folder", ", not in a folder"
    elif what == ARCHIVE:
        advice = ", unpacked"
    elif first.startswith("."):
        what = "whose name begins with a dot"
    others = len(names) - 1
    more = f", and {others} other files" if others > 1 else ", and another file" if others else ""
    it = f"{shown(first, 60)}, {what}" if what else shown(first, 60)
    return f"there is no notebook in the folder, but {it}{more}: {itself}{advice}"


def _student(folder: Path, known: frozenset[str]) -> Iterator[Handed | Unusable]:
    """The submissions of one student."""
    if folder.is_symlink():
        yield Unusable(folder, LINK)
        return
    if why := unusable_name(folder.name):
        yield Unusable(folder, f"{why}: rename the folder")
        return
    try:
        inside = _inside(folder)
        strange = [name for name in inside.folders if name not in known and _holds(folder / name)]
    except OSError as error:
        yield Unusable(folder, error.strerror or "it cannot be read")
        return
    yield from _misplaced(folder, inside)
    found = [name for name in inside.folders if name in known]
    if inside.folders and not found:
        yield Unusable(folder, f"none of its folders has an assignment's name, as {min(known)}")
        return
    if not inside.everything:
        nothing = "nothing was handed in here: ask for the notebook, or take the folder away"
        yield Unusable(folder, f"{FORKS}: ask for the notebook" if inside.forks else nothing)
    for name in strange:
        other = f"no assignment has this name: give it one, as {min(known)}, or move it away"
        yield Unusable(folder / name, LINK if (folder / name).is_symlink() else other)
    for name in found:
        yield Handed(folder.name, name, folder / name)


def _holds(folder: Path) -> bool:
    """Whether there may be something in a folder that was handed in; no link is followed."""
    try:
        return folder.is_symlink() or bool(_inside(folder, MOST_FILES).everything)
    except OSError:
        return True


def _misplaced(folder: Path, inside: _Inside) -> Iterator[Unusable]:
    """What is in nobody's folder for an assignment, and would be overlooked."""
    for name in inside.hidden:
        why = "passed over, for its name begins with a dot: rename it if it was handed in"
        yield Unusable(folder / name, why)
    for name in inside.files[:MOST_NAMED]:
        yield Unusable(folder / name, _move(name))
    if more := len(inside.files[MOST_NAMED:]):
        yield Unusable(folder, f"{more} more files lie in no folder for an assignment")


def _move(name: str) -> str:
    """What to do with a file that lies loose."""
    place = "into <student>/<assignment>/"
    if name.lower().endswith(".ipynb"):
        return f"move it {place}"
    what = kind(name)
    if what == ARCHIVE:
        return f"{what}: put the notebooks in it {place}"
    if what:
        return f"{what}, no notebook: ask for the notebook and put it {place}"
    return f"in no folder for an assignment: move it {place}, or away"
