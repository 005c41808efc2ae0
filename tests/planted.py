"""Classes whose mistakes are known, because they are written into the gradebook, not graded."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat

from grading.classroom.gradebook.writer import GradebookWriter, Record
from grading.classroom.material import course_directory
from grading.classroom.versions import Versions
from grading.classroom.work import Graded
from grading.paths import Course
from grading.sealed.examiner.report import Report, Verdict

ROOT = Path(__file__).parents[1]
__all__ = ["NAME", "ROOT", "Gradebook", "Planted", "plant", "quiet", "verdict"]

NAME = "01_derivatives"
DUE = "2026-03-01 18:00:00 UTC"


@contextmanager
def quiet(what: str, total: int) -> Iterator[Callable[[], None]]:
    """No progress."""
    yield lambda: None


def verdict(grade_id: str, points: float, kind: str, said: str = "", draw: float = 0.5) -> Verdict:
    """A verdict as the grader words it: "right", "blank", "named", or a nameless "value"."""
    function = grade_id.removeprefix("test_")
    if kind == "right":
        return Verdict(grade_id, points, points, "passed", "Right.", "")
    if kind == "blank":
        title = f"Not attempted yet: {function}"
        return Verdict(grade_id, points, 0, "not_attempted", title, f"{title}\n  Hint:        …")
    title = f"Not the right value yet: {function}"
    told = Verdict(
        grade_id,
        points,
        0,
        "failed",
        title,
        f"{title}\n  Input:       x = {draw}\n  Yours:       1",
    )
    earlier = said.endswith("mend that first.")
    return replace(told, **{"reason" if earlier else "sentence": said})


class Gradebook:
    """Writes a class into a course's gradebook, as `course grade` does."""

    def __init__(self, course: Course, name: str) -> None:
        self.course, self.name = course, name
        directory, config = course_directory(course)
        self.url = directory.db_url
        self.writer = GradebookWriter(course, self.url, directory.course_id, config)
        self.versions = Versions.of(course, name)
        materials = self.writer.prepare([self.versions])
        self.assignment = materials[self.versions.present].assignment

    def due(self, date: str) -> None:
        """Set the due date."""
        self.writer.gradebook.update_or_create_assignment(self.name, duedate=date)
        self.writer.prepare([self.versions])

    def student(self, name: str, **about: str) -> None:
        """Somebody whom the gradebook knows."""
        self.writer.gradebook.update_or_create_student(name, **about)
        self.writer.gradebook.db.remove()

    def record(self, student: str, verdicts: list[Verdict], timestamp: str = "") -> None:
        """A submission with these verdicts."""
        report = Report.of(self.assignment, verdicts, "bwrap+namespaces", 1, [])
        self.writer.record(Record(self.name, student, "", Graded(report, ""), timestamp))

    def answer(self, student: str, **code: str) -> None:
        """What a graded notebook holds of a student, by exercise."""
        notebook = nbformat.read(self.course.notebook("notebooks", self.name), as_version=4)
        for cell in notebook.cells:
            cell.source = code.get(cell.id, cell.source)
        path = self.course.root / "autograded" / student / self.name / f"{self.name}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)


@dataclass
class Planted:
    """A class of 300, and what is true of it.

    Attributes
    ----------
    scores : a row of points for each who handed in
    counts : by exercise, (kind, sentence) → how many
    """

    course: Course
    exercises: dict[str, float]
    missing: list[str]
    scores: list[list[float]] = field(default_factory=list)
    counts: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    late: int = 0


def plant(course: Course, handed_in: int = 288, missing: int = 12) -> Planted:
    """Write the class into a course."""
    book = Gradebook(course, NAME)
    book.due(DUE)
    tests = {test.grade_id: test.points for test in book.assignment.tests}
    absent = [f"absent{number:02}" for number in range(missing)]
    made = Planted(course, tests, absent)
    dice = random.Random(12)
    skill = [dice.gauss(0, 1) for _ in range(handed_in)]
    fates = [_fates(made, number, grade_id, skill, dice) for number, grade_id in enumerate(tests)]
    for who in range(handed_in):
        own = [
            verdict(grade_id, points, *fates[number][who], dice.random())
            for number, (grade_id, points) in enumerate(tests.items())
        ]
        late = who % 9 == 0
        made.late += late
        day, hour = (2, who % 24) if late else (1 + -(who % 5), 17)
        stamp = f"2026-03-{day:02} {hour:02}:00 UTC" if day > 0 else f"2026-02-{28 + day} 12:00 UTC"
        book.record(f"student{who:03}", own, stamp)
        made.scores.append([each.score for each in own])
    for name in absent:
        book.student(name)
    for who, extra in ((0, "    # a longer answer\n"), (1, "")):
        text = "def central_difference(f, x, h=1e-5):\n"
        book.answer(
            f"student{_of(fates[1], 'Mistake A', who):03}",
            central_difference=f"{text}{extra}    return (f(x + h) - f(x - h)) / h",
        )
    book.writer.close()
    return made


def _fates(
    made: Planted, number: int, grade_id: str, skill: list[float], dice: random.Random
) -> list[tuple[str, str]]:
    """Kind and sentence for each student: the weaker ones fail, as many as are planned."""
    sentences = (f"Mistake A of {grade_id}.", f"Mistake B of {grade_id}, twice 2.5.")
    plan = {
        ("named", sentences[0]): 10 + 7 * number,
        ("named", sentences[1]): 5 + number,
        ("earlier", f"{grade_id} uses sigmoid, which is not right yet: mend that first."): number,
        ("value", ""): 4,
        ("blank", ""): 3 * number,
    }
    order = sorted(range(len(skill)), key=lambda who: skill[who] + dice.gauss(0, 1 + number / 4))
    fates = [("right", "")] * len(skill)
    places = iter(order)
    for fate, count in plan.items():
        for _ in range(count):
            fates[next(places)] = fate
    said = {"value": ("other", "not the right value yet"), "blank": ("blank", "Not attempted")}
    counts = {said.get(kind, (kind, text)): count for (kind, text), count in plan.items() if count}
    made.counts[grade_id] = counts
    return fates


def _of(fates: list[tuple[str, str]], said: str, which: int) -> int:
    return [who for who, (_, text) in enumerate(fates) if text.startswith(said)][which]
