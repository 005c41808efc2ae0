"""A batch: whatever is new in the submissions is graded, recorded and written down.

The order for each submission is: the graded notebook, whole; then its rows, in one transaction.
A run that is killed in between leaves a notebook without rows, and the next run does both again.
"""

import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory

from grading.classroom.autograded import render, reworded
from grading.classroom.collecting.submitted import Content, Handed, Unusable, find, read
from grading.classroom.collecting.times import utc_time
from grading.classroom.execution import of_execution, reason
from grading.classroom.gradebook.writer import GradebookWriter, Known, Record
from grading.classroom.material import Material, course_directory
from grading.classroom.pool import Pool, cores, dask_pool, local_pool
from grading.classroom.settings import Settings, hidden_folders, way_out
from grading.classroom.versions import Version, Versions
from grading.classroom.work import Graded, Lost, Task, WrongVersion
from grading.paths import Course, CourseError, write_atomically
from grading.sealed.examiner import words
from grading.sealed.examiner.assignment import Test
from grading.sealed.examiner.report import Report, Verdict
from grading.sealed.examiner.version import grader_version
from grading.sealed.walls import IsolationUnavailable
from grading.text import shown

__all__ = ["Batch", "Outcome"]

READ_ONLY = 0o444  # as nbgrader leaves its graded notebooks


@dataclass
class Outcome:
    """What a batch came to.

    Attributes
    ----------
    graded : reports of what was graded, without messages and diagnoses
    unchanged : how many submissions needed no grading
    reworded : of these, on how many the catalogue says something in other words
    executed : why the others did, and how many
    failed : what could not be graded, and why; the system's fault
    notes : what an instructor may want to look at
    waiting : how many answers a person is still to grade, also of what was unchanged
    earlier : how many submissions are of an earlier version of their assignment
    """

    seed: int = 0
    isolation: str = ""
    seconds: float = 0.0
    unchanged: int = 0
    reworded: int = 0
    executed: Counter[str] = field(default_factory=Counter)
    graded: list[dict[str, Any]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    waiting: int = 0
    earlier: int = 0


class Batch:
    """Submissions to be graded.

    Parameters
    ----------
    course : the course
    settings : which, and how

    Raises
    ------
    CourseError
        When the folder, an assignment or the gradebook is not there.
    """

    def __init__(self, course: Course, settings: Settings) -> None:
        self.course, self.settings = course, settings
        self.names = course.select(settings.assignments)
        self.directory, self.config = course_directory(course)
        self.root = settings.folder or _step(self.directory, "submitted")
        if not self.root.is_dir():
            raise CourseError(f"{course.show(self.root)}: no such folder: nothing to grade")
        self.versions: dict[str, Versions] = {}
        self.materials: dict[Version, Material] = {}
        self.outcome = Outcome()
        found = [f for f in find(self.root, course.names) if self._wanted(f)]
        self.handed = [f for f in found if isinstance(f, Handed)]
        for unusable in (f for f in found if isinstance(f, Unusable)):
            self._fail(unusable.path, unusable.why)
        if not found:
            whose = f" of {settings.student}" if settings.student else ""
            raise CourseError(f"{course.show(self.root)}: no submissions{whose}: nothing to grade")

    def __len__(self) -> int:
        return len(self.handed)

    def run(self, progress: Callable[[], object] = lambda: None) -> Outcome:
        """Grade and record; `progress` is called once for each submission.

        Raises
        ------
        CourseError
            When grading cannot go on: no walls, no gradebook, no scheduler.
        """
        start, url = time.monotonic(), self.directory.db_url
        writer = GradebookWriter(self.course, url, self.directory.course_id, self.config)
        try:
            self.outcome.seed = writer.begin(self.settings.seed, secrets.randbelow(2**31))
            self._run(writer, progress)
            for student in writer.end():
                about = "no such student has handed in anything yet"
                self.outcome.notes.append(f"deadlines.csv, {student}: {about}")
            self.outcome.waiting = writer.waiting(self.names)
        except (IsolationUnavailable, WrongVersion) as error:
            raise CourseError(way_out(error)) from None
        finally:
            writer.close()
        self.outcome.seconds = time.monotonic() - start
        return self.outcome

    def _run(self, writer: GradebookWriter, progress: Callable[[], object]) -> None:
        # What is under way, with its digest.
        contents: dict[Handed, tuple[str, Content, Material]] = {}

        def finish(handed: Handed, answer: Graded | Lost) -> None:
            digest, content, own = contents.pop(handed)
            if isinstance(answer, Lost) and answer.own:
                answer = self._without_points(own, answer.why, words.ungraded)
            if isinstance(answer, Lost):
                self._fail(handed.folder, answer.why)
            else:
                notes = (*content.notes, *answer.report.notes)
                answer = replace(answer, report=replace(answer.report, notes=notes))
                about = (handed.assignment, handed.student, digest, answer, content.timestamp)
                self._keep(writer, Record(*about), own.earlier)
            progress()

        def tasks() -> Iterator[Task]:
            known = writer.graded()
            for handed in self.handed:
                try:
                    content = _storable(read(handed))
                except OSError as error:
                    self._fail(handed.folder, error.strerror or "it cannot be read")
                    progress()
                    continue
                content, own = self._of_its_version(handed, content)
                digest = of_execution(content, own, self.settings.limits)
                before = known.get((handed.assignment, handed.student))
                if before and self._unchanged(handed, digest, before):
                    self.outcome.unchanged += 1
                    self._reword(writer, handed, before)
                    self._note(handed, self._restamp(writer, handed, content, before))
                    progress()
                    continue
                self.outcome.executed[reason(digest, before)] += 1
                contents[handed] = digest, replace(content, notebook=b""), own
                if content.why:
                    finish(handed, self._without_points(own, content.why))
                else:
                    yield self._task(handed, own, content.notebook)

        names = dict.fromkeys(each.assignment for each in self.handed)
        self.versions = {name: Versions.of(self.course, name) for name in names}
        self.materials = writer.prepare(self.versions.values())
        with self._pool() as pool:
            for handed, answer in pool.run(tasks()):
                finish(handed, answer)

    def _pool(self) -> AbstractContextManager[Pool]:
        if self.settings.scheduler:
            return dask_pool(self.settings.scheduler)
        return local_pool(min(self.settings.workers or cores(), max(len(self.handed), 1)))

    def _of_its_version(self, handed: Handed, content: Content) -> tuple[Content, Material]:
        """What was handed in, and the material of the version that it is of."""
        version, note = self.versions[handed.assignment].choose(content.notebook)
        self.outcome.earlier += version.former
        if note and not content.why:
            content = replace(content, notes=(*content.notes, note))
        return content, self.materials[version]

    def _task(self, handed: Handed, own: Material, notebook: bytes) -> Task:
        settings = self.settings
        return Task(
            handed, own.name, own.source, own.release, own.digest, notebook,
            self.outcome.seed, settings.isolation, hidden_folders(self.course), settings.limits,
            grader_version() if settings.scheduler else "",
        )  # fmt: skip

    def _keep(self, writer: GradebookWriter, record: Record, earlier: str) -> None:
        """Write a submission's notebook, then its rows."""
        folder = self._autograded(record)
        self._write(folder / f"{record.assignment}.ipynb", record.answer.notebook)
        self._stamp(folder, record.timestamp)
        writer.record(record)
        report = record.answer.report
        self.outcome.isolation = report.isolation or self.outcome.isolation
        brief = [{"grade_id": e.grade_id, "verdict": e.verdict} for e in report.exercises]
        told = {**report.as_dict(), "student": record.student, "exercises": brief}
        told["earlier"] = earlier
        self.outcome.graded.append(told)
        self._note(record, report.notes)

    def _reword(self, writer: GradebookWriter, handed: Handed, before: Known) -> None:
        """Say in the words of today what was found."""
        fresh = [verdict.reworded() for verdict in before.verdicts]
        if fresh != before.verdicts:
            self.outcome.reworded += 1
            path = self._autograded(handed) / f"{handed.assignment}.ipynb"
            self._write(path, reworded(path.read_text(encoding="utf-8"), fresh))
            writer.reword(handed.assignment, handed.student, fresh)

    def _restamp(
        self, writer: GradebookWriter, handed: Handed, content: Content, before: Known
    ) -> list[str]:
        """The notes on what is unchanged, and its time, should that be another."""
        if content.timestamp == before.timestamp:
            return before.notes
        stale, fresh = (utc_time(text or "")[1] for text in (before.timestamp, content.timestamp))
        notes = [note for note in before.notes if note != stale] + [fresh] * bool(fresh)
        self._stamp(self._autograded(handed), content.timestamp)
        writer.restamp(handed.assignment, handed.student, content.timestamp, notes)
        return notes

    def _stamp(self, folder: Path, timestamp: str) -> None:
        """Write the time of a submission beside its graded notebook."""
        path = folder / "timestamp.txt"
        try:
            if not timestamp:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise CourseError(f"{self.course.show(path)}: {error.strerror}: cannot write") from None
        if timestamp:
            self._write(path, shown(timestamp) + "\n")

    def _write(self, path: Path, text: str) -> None:
        try:
            write_atomically(path, text, READ_ONLY)
        except OSError as error:
            raise CourseError(f"{self.course.show(path)}: {error.strerror}: cannot write") from None

    def _autograded(self, whose: Handed | Record) -> Path:
        """The folder of a graded submission."""
        return _step(self.directory, "autograded") / whose.student / whose.assignment

    def _note(self, whose: Handed | Record, notes: Sequence[str]) -> None:
        """One line for a submission, however much there is to say about it."""
        if notes:
            more = f" (and {len(notes) - 1} more notes)" if len(notes) > 1 else ""
            self.outcome.notes.append(f"{whose.student}, {whose.assignment}: {notes[0]}{more}")

    def _without_points(
        self, own: Material, why: str, say: Callable[[Test, str], Verdict] = words.unreadable
    ) -> Graded:
        """The answer for a submission that cannot be read, or graded: no points, and why."""
        verdicts = [say(test, why) for test in own.assignment.tests]
        report = Report.of(own.assignment, verdicts, "", self.outcome.seed, [why])
        return Graded(report, render(own.parsed_release, None, verdicts))

    def _unchanged(self, handed: Handed, digest: str, before: Known) -> bool:
        """Whether this very submission has been graded, behind walls at least as good."""
        return (
            not self.settings.force
            and before.digest == digest
            and (before.isolation != "none" or self.settings.isolation == "none")
            and (self._autograded(handed) / f"{handed.assignment}.ipynb").is_file()
        )

    def _wanted(self, found: Handed | Unusable) -> bool:
        student = self.settings.student
        if isinstance(found, Unusable):
            return student in (None, found.path.name, found.path.parent.name)
        return student in (None, found.student) and found.assignment in self.names

    def _fail(self, path: Path, why: str) -> None:
        self.outcome.failed.append(f"{shown(self.course.show(path), 300)}: {shown(why, 300)}")


def _storable(content: Content) -> Content:
    """The same without what PostgreSQL takes into no text."""
    return replace(content, timestamp=content.timestamp.replace("\0", "\N{REPLACEMENT CHARACTER}"))


def _step(directory: CourseDirectory, step: str) -> Path:
    return Path(directory.root) / getattr(directory, f"{step}_directory")
