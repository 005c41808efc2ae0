"""What was handed in, each attempt kept: ``collected/<assignment>/<student>/<number>/``.

The attempt that counts is put into ``submitted/``, whole or not at all.  Which one that is follows
from what is kept, so that a run that was stopped is made good by the next one.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path

from grading.classroom.collecting.submitted import read_file
from grading.classroom.collecting.times import utc_time
from grading.classroom.lms.members.piece import canonical
from grading.paths import Course, CourseError, write_atomically
from grading.text import plain

__all__ = ["Attempt", "Attempts", "placed_names", "sweep"]

ABOUT = "attempt.json"
BY_HAND = "by hand"
CHOSEN = "chosen.txt"
MOST_NAME = 200  # bytes; file systems take 255
TIMESTAMP = "timestamp.txt"
UNFINISHED = ".course.partial"  # beside what it is to be, for no folder moves to another disk

Contents = Mapping[str, Callable[[], bytes]]  # files by name, each read when it is needed


@dataclass(frozen=True)
class Attempt:
    """One attempt of one student, as it is kept.

    Parameters
    ----------
    number : from 1 on, in the order of collection; 0 for one that is not kept yet
    archive : the file that it came in, or `BY_HAND`
    who : the name that the LMS has for the student
    when : the time in UTC, as in ``timestamp.txt``; "" where none is known
    late : whether the LMS says so; None where it says nothing
    digest : of the files as they are placed
    lms : whose archive it was; "" by hand
    members : the files' names in the archive, by the names under which they are placed
    """

    archive: str
    who: str = ""
    when: str = ""
    late: bool | None = None
    digest: str = ""
    number: int = 0
    lms: str = ""
    members: dict[str, str] = field(default_factory=dict)

    @property
    def uploads(self) -> list[str]:
        """What is another one when the same files are handed in again; [] where none is known."""
        numbered = self.members.values() if self.lms == "canvas" else ()
        return sorted(member.rpartition("/")[2] for member in numbered)


class Attempts:
    """All attempts of one student at one assignment."""

    def __init__(self, course: Course, submitted: Path, assignment: str, student: str) -> None:
        self.assignment = assignment
        self.collected, self.submitted = course.root / "collected", submitted
        self.folder = self.collected / assignment / student
        self.place = submitted / student / assignment

    def kept(self) -> list[Attempt]:
        """Those that are kept, in the order of collection."""
        if not self.folder.is_dir():
            return []
        numbers = sorted(int(path.name) for path in self.folder.iterdir() if path.name.isdecimal())
        return [self._about(number) for number in numbers]

    def counts(self) -> Attempt | None:
        """The one that counts: that which was chosen, else the latest.

        The latest is that of the latest time or, where one has none, that collected last.
        """
        kept = self.kept()
        chosen = read_file(self.folder / CHOSEN, 10) or b""
        for attempt in kept:
            if str(attempt.number).encode() == chosen.strip():
                return attempt
        if all(attempt.when for attempt in kept):
            kept.sort(key=lambda attempt: (attempt.when, attempt.number))
        return kept[-1] if kept else None

    def take(self, attempt: Attempt, contents: Contents, write: bool = True) -> bool:
        """Keep an attempt that is not kept yet, and put into ``submitted/`` what counts.

        What somebody changed there by hand stays, until another attempt comes.

        Parameters
        ----------
        write : False to be told only

        Returns
        -------
        bool
            Whether it is new: no kept one has the same files and time.
        """
        placed = self._placed(attempt, contents)
        attempt = replace(attempt, digest=_digest(placed))
        about = attempt.digest, attempt.uploads
        new = all((each.digest, each.uploads) != about for each in self.kept())
        if write and new:
            self.keep_by_hand()
            self._keep(attempt, placed)
        if write and not self.by_hand():
            self.settle()
        return new

    def _keep(self, attempt: Attempt, placed: Contents) -> None:
        """Keep an attempt with its files as they are placed, whole or not at all."""
        number = max((each.number for each in self.kept()), default=0) + 1
        attempt = replace(attempt, number=number)
        about = json.dumps(asdict(attempt), ensure_ascii=False, indent=1) + "\n"
        files = {f"files/{name}": read for name, read in placed.items()}
        self._write(self.collected, {**files, ABOUT: about.encode}, self.folder / str(number))

    def choose(self, number: int | None) -> None:
        """Let the attempt of this number count, or again the latest."""
        if number is None:
            (self.folder / CHOSEN).unlink(missing_ok=True)
        else:
            write_atomically(self.folder / CHOSEN, f"{number}\n")

    def by_hand(self) -> bool:
        """Whether somebody changed what lies in ``submitted/`` since it was put there."""
        found = _digest(_files(self.place))
        return self.place.is_dir() and found not in {each.digest for each in self.kept()}

    def keep_by_hand(self) -> None:
        """Keep what somebody put into ``submitted/``, before another attempt takes its place.

        It is kept as it lies there, so that it is known from then on.
        """
        if self.by_hand():
            files = _files(self.place)
            when = (files[TIMESTAMP]() if TIMESTAMP in files else b"").decode(errors="replace")
            time, _ = utc_time(when)
            when = f"{time} UTC" if time else ""
            self._keep(Attempt(BY_HAND, when=when, digest=_digest(files)), files)

    def settle(self) -> bool:
        """Put the attempt that counts into ``submitted/``; whether that changed anything."""
        attempt = self.counts()
        if attempt is None or _digest(_files(self.place)) == attempt.digest:
            return False
        files = _files(self.folder / str(attempt.number) / "files")
        self._write(self.submitted, files, self.place)
        return True

    def _placed(self, attempt: Attempt, contents: Contents) -> dict[str, Callable[[], bytes]]:
        """The files as they lie in ``submitted/``: the notebook under its name, and the time."""
        names = placed_names(contents, self.assignment)
        placed = {names[name]: read for name, read in contents.items()}
        if attempt.when:
            placed[TIMESTAMP] = f"{attempt.when}\n".encode
        return placed

    def _about(self, number: int) -> Attempt:
        return Attempt(**json.loads((self.folder / str(number) / ABOUT).read_bytes()))

    def _write(self, root: Path, files: Contents, folder: Path) -> None:
        """Write a folder below `root`, in the place of the one there: whole, or not at all."""
        if folder.parent.is_symlink():
            raise CourseError(f"{folder.parent}: a symbolic link, which is not followed: remove it")
        unfinished = root / UNFINISHED
        _clear(unfinished)
        new, old = unfinished / "new", unfinished / "old"
        for name, read in files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(read())
        new.mkdir(parents=True, exist_ok=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(folder):
            os.replace(folder, old)
        os.replace(new, folder)
        _clear(unfinished)


def sweep(course: Course, submitted: Path) -> None:
    """Take away what a run that was stopped had begun to write."""
    for root in (course.root / "collected", submitted):
        _clear(root / UNFINISHED)


def _clear(folder: Path) -> None:
    """Take a folder away, and not what a link in its place leads to."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def placed_names(files: Mapping[str, object], assignment: str) -> dict[str, str]:
    """Under which name each file of an attempt lies in ``submitted/``: all of them in one folder.

    The notebook of the assignment gets its name, copies' suffixes and folders removed, unless it
    cannot be said which of several it is.
    """
    wanted = f"{assignment}.ipynb"
    copies = [name for name in files if canonical(name, [wanted])]
    exact = [name for name in copies if name.rpartition("/")[2] == wanted]
    taken = exact if len(exact) == 1 else copies if len(copies) == 1 else []
    names = dict.fromkeys(taken, wanted)
    used = {wanted.casefold(), TIMESTAMP}
    again: dict[str, int] = {}
    for name in files:
        if name in names:
            continue
        base = _file_name(name.rpartition("/")[2])
        stem, dot, ending = base.rpartition(".") if "." in base[1:] else (base, "", "")
        free = base
        while free.casefold() in used:
            again[base] = again.get(base, 1) + 1
            free = f"{stem} ({again[base]}){dot}{ending}"
        names[name] = free
        used.add(free.casefold())
    return names


def _file_name(name: str) -> str:
    """A name that a file can have, whatever somebody called it."""
    name = plain(name).replace("\n", " ").encode()[:MOST_NAME].decode(errors="ignore")
    return "file" if name in ("", ".", "..") else name


def _files(folder: Path) -> dict[str, Callable[[], bytes]]:
    """The plain files in a folder, by their names in it."""
    return dict(_walk(folder)) if folder.is_dir() and not folder.is_symlink() else {}


def _walk(folder: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for at, inside, files in os.walk(folder):
        inside.sort()
        for name in sorted(files):
            path = Path(at, name)
            yield path.relative_to(folder).as_posix(), partial(_bytes, path)


def _bytes(path: Path) -> bytes:
    return read_file(path, path.lstat().st_size) or b""


def _digest(files: Contents) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        data = files[name]()
        digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape") + data)
    return digest.hexdigest()
