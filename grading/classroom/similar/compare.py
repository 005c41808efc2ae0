"""A class compared: from ``submitted/`` to the pairs that an instructor should look at."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grading.classroom.collecting.submitted import Handed, find, read
from grading.classroom.material import course_directory
from grading.classroom.pool import cores, local_pool
from grading.classroom.similar.judgements import Judgement, Pairs
from grading.classroom.similar.known import right_answers
from grading.classroom.similar.marks import Mark, marks, rare
from grading.classroom.similar.own import ELSEWHERE, Given, Own, own
from grading.classroom.similar.pairs import Agreement, Unit, pairs
from grading.classroom.versions import Versions
from grading.classroom.work import Lost, Task
from grading.console import Step
from grading.paths import Course, CourseError
from grading.sealed.examiner.assignment import Assignment

__all__ = ["Comparison", "Finding", "compare", "handed_in", "units_of"]


@dataclass(frozen=True)
class Finding:
    """Two submissions to be looked at.

    Parameters
    ----------
    students : the two, sorted
    expected : so many pairs of the class would share as much by chance
    marks : comments, names and odd lines that hardly anybody else has
    judgement : the last, if there is one
    """

    students: tuple[str, str]
    expected: float
    agreements: tuple[Agreement, ...]
    marks: tuple[Mark, ...]
    judgement: Judgement | None
    own: tuple[Own, Own]


@dataclass(frozen=True)
class Comparison:
    """An assignment's submissions, compared.

    Parameters
    ----------
    submissions : how many were compared
    exercises : the assignment's, in order
    findings : the most telling first; those judged independent last
    unread : what could not be read, and why
    """

    assignment: str
    submissions: int
    exercises: tuple[str, ...]
    findings: list[Finding]
    unread: list[str]


def handed_in(course: Course, names: list[str]) -> dict[str, list[Handed]]:
    """The submissions to each of the assignments, sorted by student.

    Raises
    ------
    CourseError
        When there is no folder of submissions.
    """
    directory, _ = course_directory(course)
    root = Path(directory.root) / directory.submitted_directory
    if not root.is_dir():
        raise CourseError(f"{course.show(root)}: no such folder: nothing to compare")
    found: dict[str, list[Handed]] = {name: [] for name in names}
    for each in find(root, course.names):
        if isinstance(each, Handed) and each.assignment in found:
            found[each.assignment].append(each)
    return found


def compare(
    course: Course, name: str, handed: list[Handed], judged: Pairs, progress: Step
) -> Comparison:
    """Compare all submissions to an assignment with each other.

    Parameters
    ----------
    judged : see `judgements`; these pairs are among the findings, whatever they share
    progress : told what is done and how often; gives the function to call each time
    """
    source = json.dumps(Versions.of(course, name).together())
    assignment = Assignment.from_notebook(json.loads(source), name)
    with progress(f"Reading {name}", len(handed)) as step:
        read_ones: dict[str, Own] = {}
        unread = []
        for student, answer in sorted(_all_own(name, source, handed)):
            if isinstance(answer, Own):
                read_ones[student] = answer
            else:
                unread.append(f"{student}, {name}: {answer.why}")
            step()
    students = list(read_ones)
    units, known = units_of(course, Given(assignment), list(read_ones.values()))
    numbers = {student: at for at, student in enumerate(students)}
    wanted = [
        (numbers[one], numbers[other])
        for of, one, other in judged
        if of == name and one in numbers and other in numbers
    ]
    seldom = rare([each.marks - known for each in read_ones.values()])
    findings = []
    for pair in pairs(units, wanted):
        two = students[pair.first], students[pair.second]
        common = tuple(sorted(seldom[pair.first] & seldom[pair.second]))
        both = read_ones[two[0]], read_ones[two[1]]
        judgement = judged.get((name, *two))
        findings.append(Finding(two, pair.expected, pair.agreements, common, judgement, both))
    findings.sort(
        key=lambda each: bool(each.judgement and each.judgement.judgement == "independent")
    )
    return Comparison(name, len(students), tuple(assignment.solutions), findings, unread)


def _all_own(name: str, source: str, handed: list[Handed]) -> Iterator[tuple[str, Own | Lost]]:
    """Each student's own code, read by worker processes."""
    digest = hashlib.sha256(source.encode()).hexdigest()
    lost: list[tuple[str, Lost]] = []

    def tasks() -> Iterator[Task]:
        for each in handed:
            try:
                content = read(each)
            except OSError as error:
                lost.append((each.student, Lost(error.strerror or "it cannot be read")))
                continue
            if content.why:
                lost.append((each.student, Lost(content.why)))
            else:
                yield Task(each.student, name, source, "", digest, content.notebook, 0)

    with local_pool(min(cores(), len(handed)), own) as pool:
        yield from pool.run(tasks())
    yield from lost


def units_of(course: Course, given: Given, class_: list[Own]) -> tuple[list[Unit], frozenset[Mark]]:
    """The answers by exercise, and the marks of the known right ones."""
    right = right_answers(course, given.assignment)
    units = []
    for exercise in (*right, ELSEWHERE):
        known = {frozenset(given.of(text)) for text in right.get(exercise, ())} - {frozenset()}
        answers = [each.fingerprints.get(exercise, {}).keys() for each in class_]
        units.append(Unit(exercise, answers, sorted(known, key=sorted)))
    texts = (text for some in right.values() for text in some)
    return units, frozenset(mark for text in texts for mark in marks(text))
