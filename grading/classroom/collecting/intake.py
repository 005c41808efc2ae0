"""From an LMS into ``submitted/``: what is in an archive, whose it is, and what becomes of it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from grading.classroom.collecting.attempts import Attempt, Attempts, placed_names, sweep
from grading.classroom.collecting.roster import Roster
from grading.classroom.collecting.times import names_zone, utc_time, zoned_time
from grading.classroom.lms.archive import Archive, TooLarge, open_archive
from grading.classroom.lms.members import known, plain
from grading.classroom.lms.members.piece import Piece, canonical
from grading.classroom.lms.people import numbers, times
from grading.classroom.lms.sheets import Sheet
from grading.classroom.material import course_directory
from grading.paths import Course, CourseError
from grading.text import shown

__all__ = ["Collected", "Intake", "Options"]

TABLES = (".csv", ".tsv", ".txt")
EARLIEST = datetime.min


@dataclass(frozen=True)
class Options:
    """How archives are to be read.

    Parameters
    ----------
    assignment : that was handed in; "" where the archives say so
    lms : which packed them; "" where their names say so
    zone : of times that name none, such as "Europe/Berlin"
    mapping : a table that says whose each file is; None where the names do
    anonymous : whether people without a name are students under their number
    """

    assignment: str = ""
    lms: str = ""
    zone: str = ""
    mapping: Path | None = None
    anonymous: bool = False


@dataclass(frozen=True)
class Collected:
    """What became of one attempt, or of a file that is nobody's.

    Parameters
    ----------
    student : "" for nobody's
    state : "new", "known", "refused", or "nobody's"
    why : what an instructor should know of it; "" for nothing
    """

    archive: str
    who: str
    student: str
    assignment: str
    files: tuple[str, ...]
    state: str
    late: bool | None = None
    when: str = ""
    why: str = ""


@dataclass(frozen=True)
class _Packed:
    """An archive, and what the names in it say."""

    archive: Archive
    lms: str
    assignment: str
    pieces: list[Piece]


@dataclass
class Intake:
    """Archives, open to be collected from; a context manager.

    Raises
    ------
    CourseError
        When a file is no archive, or what is in it cannot be understood.
    """

    course: Course
    paths: Iterable[Path]
    options: Options = field(default_factory=Options)

    def __enter__(self) -> "Intake":
        if self.options.zone:
            try:
                zoned_time(f"2026-03-02 12:00 {self.options.zone}")
            except ValueError as error:
                raise CourseError(f"--zone: {error}") from None
        self.roster = Roster.load(self.course)
        directory, _ = course_directory(self.course)
        self.submitted = Path(directory.root) / directory.submitted_directory
        self.times: dict[tuple[str, str], str] = {}
        self.packed: list[_Packed] = []
        self.open = ExitStack()
        tables = [path for path in self.paths if path.suffix.lower() in TABLES]
        try:
            packed = [path for path in self.paths if path not in tables]
            opened = [self.open.enter_context(open_archive(path)) for path in packed]
            for archive in opened:
                assignment = self.options.assignment or self._assignment(archive)
                for path in tables:
                    self._worksheet(Sheet.open(path), assignment)
                self.packed.append(self._read(archive, assignment))
        except BaseException:
            self.open.close()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        self.open.close()

    def __len__(self) -> int:
        return sum(len(_attempts(packed.pieces)) for packed in self.packed)

    def collect(
        self, write: bool, progress: Callable[[], object] = lambda: None
    ) -> Iterator[Collected]:
        """What becomes of each attempt; with `write`, it becomes so.

        Parameters
        ----------
        write : False for a look
        progress : called once for each attempt, whatever becomes of it
        """
        if write:
            sweep(self.course, self.submitted)
        for packed in self.packed:
            archive, assignment = packed.archive, packed.assignment
            for attempt in _attempts(packed.pieces):
                yield from self._attempt(packed, attempt, write)
                progress()
            for member, why in archive.refused.items():
                yield Collected(archive.name, "", "", assignment, (member,), "nobody's", why=why)
            rest = archive.members.keys() - {piece.member for piece in packed.pieces}
            for member in sorted(rest):
                if member.rpartition("/")[2] not in known.OWN:
                    why = "its name says not whose it is"
                    yield Collected(
                        archive.name, "", "", assignment, (member,), "nobody's", why=why
                    )

    def missing(self) -> dict[str, list[str]]:
        """Who handed in nothing, by assignment, of those in the roster."""
        return {
            name: [
                s for s in sorted(self.roster.people) if not (self.submitted / s / name).is_dir()
            ]
            for name in sorted({packed.assignment for packed in self.packed})
        }

    def write_participants(self) -> None:
        """Keep the participant numbers that a worksheet told, for those to come."""
        if self.roster.numbers != Roster.load(self.course).numbers:
            self.roster.save(self.course)

    def _read(self, archive: Archive, assignment: str) -> "_Packed":
        if self.options.mapping:
            pieces = plain.mapped(archive.members, Sheet.open(self.options.mapping))
            return _Packed(archive, "", assignment, pieces)
        lms, pieces = known.read(archive, self.roster, assignment, self.options.lms)
        return _Packed(archive, lms, assignment, pieces)

    def _assignment(self, archive: Archive) -> str:
        """The assignment that was handed in, as the names in an archive say."""
        names = [member.casefold() for member in archive.members]
        counts = {name: sum(name in member for member in names) for name in self.course.names}
        found = [name for name, count in counts.items() if count]
        if len(found) == 1:
            return found[0]
        inside = ", ".join(f"{counts[name]} of {name}" for name in found) or "none of any"
        raise CourseError(
            f"{archive.name}: which assignment is it? There are notebooks, {inside}: say -a NAME"
        )

    def _worksheet(self, sheet: Sheet, assignment: str) -> None:
        """Read a grading worksheet of Moodle: participants, and when they handed in."""
        found = list(numbers(sheet))
        if not found:
            raise CourseError(f"{sheet.name}: no grading worksheet of Moodle, and no archive")
        for number, person in found:
            if known := self.roster.find(**dict(person.ids())):
                self.roster.enter(assignment, number, known.student)
        self.times |= {(assignment, number): when for number, when in times(sheet)}

    def _attempt(self, packed: "_Packed", pieces: list[Piece], write: bool) -> Iterator[Collected]:
        archive, assignment = packed.archive, packed.assignment
        first, files = pieces[0], tuple(piece.file for piece in pieces if piece.file)
        when, why = self._time(first, assignment)
        people, nobody = self._whose(first, assignment)
        if not people:
            yield Collected(
                archive.name, first.who, "", assignment, files, "nobody's", first.late, when, nobody
            )
            return
        # Two files can have had one name: a number before it keeps them apart.
        handed = sorted((p for p in pieces if p.file), key=lambda p: p.member)
        contents = {
            f"{n}/{piece.file}": partial(archive.read, piece.member)
            for n, piece in enumerate(handed)
        }
        names = placed_names(contents, assignment)
        members = {names[n]: piece.member for n, piece in zip(contents, handed, strict=True)}
        file = Path(archive.name).name
        about = Attempt(file, first.who, when, first.late, lms=packed.lms, members=members)
        if not any(canonical(file, [f"{assignment}.ipynb"]) for file in files):
            there = f"but {shown(files[0], 60)}" if files else "and no other file"
            why = why or f"no {assignment}.ipynb, {there}"
        for person in people:
            own = Attempts(self.course, self.submitted, assignment, person)
            try:
                state = "new" if own.take(about, contents, write) else "known"
            except TooLarge as error:
                why, state = f"a file is {error}: ask for a smaller one", "refused"
            yield Collected(
                archive.name, first.who, person, assignment, files, state, first.late, when, why
            )

    def _whose(self, piece: Piece, assignment: str) -> tuple[list[str], str]:
        """The students who handed it in or, where they are not known, why."""
        if piece.why_not:
            return [], piece.why_not
        try:
            found = [self.roster.find(assignment, **ids) for ids in piece.ids]
        except CourseError as error:
            return [], str(error)
        people = {person.student: person for person in found if person}
        people |= {p.student: p for p in self.roster.members(piece.group)} if piece.group else {}
        if people and (piece.group or None not in found):
            return sorted(people), ""
        if self.options.anonymous and (alias := _alias(piece)):
            return [alias], ""
        return [], f"not in the roster: {_said(piece)}"

    def _time(self, piece: Piece, assignment: str) -> tuple[str, str]:
        """The time of an attempt, in UTC, and what is to be said about it."""
        number = piece.ids[0].get("moodle", "") if piece.ids else ""
        when = piece.when or self.times.get((assignment, number), "")
        if not when:
            return "", ""
        if not names_zone(when):
            if not self.options.zone:
                raise CourseError(
                    f"the time {shown(when)} names no zone: say --zone, as in Europe/Berlin or UTC"
                )
            when = f"{when} {self.options.zone}"
        time, why = utc_time(when)
        return (f"{time:%Y-%m-%d %H:%M:%S} UTC", "") if time else ("", why)


def _attempts(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by attempt, the earliest first."""
    found: dict[object, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.attempt, []).append(piece)
    return sorted(found.values(), key=lambda attempt: utc_time(attempt[0].when)[0] or EARLIEST)


def _alias(piece: Piece) -> str:
    """The name of a student of whom only a number is known."""
    ids = piece.ids[0] if len(piece.ids) == 1 else {}
    if number := ids.get("moodle"):
        return f"participant-{number}"
    return f"anon-{ids['anonymous']}" if "anonymous" in ids else ""


def _said(piece: Piece) -> str:
    """Whose a file is, in the words of the archive."""
    ids = (f"{kind} {value}" for one in piece.ids for kind, value in one.items() if value)
    return f"group {piece.group}" if piece.group else ", ".join(ids) or piece.who
