"""One file, graded for whoever asks; nothing is written.

A process of its own reads and grades it: whatever the file does to that one, this one answers.
"""

import hashlib
import json
import secrets
from dataclasses import replace
from pathlib import Path

from grading.classroom.collecting.kinds import contents
from grading.classroom.collecting.submitted import read_file
from grading.classroom.pool import Pool, local_pool
from grading.classroom.settings import Settings, hidden_folders, way_out
from grading.classroom.versions import Versions
from grading.classroom.work import Lost, Task, answered, grade
from grading.paths import Course, CourseError
from grading.sealed.examiner import words
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.report import Report
from grading.sealed.examiner.submitted import MOST_BYTES, UnreadableSubmission
from grading.sealed.walls import IsolationUnavailable

__all__ = ["Ungradable", "grade_file", "recognise"]

NO_NOTEBOOK = '{"cells": []}'  # the student version, where nobody wants a graded notebook


class Ungradable(CourseError):
    """What was handed in cannot be read, which is its own doing; `why`, without the file's name."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: cannot be graded: {why}")
        self.why = why


def grade_file(course: Course, path: Path, settings: Settings) -> Report:
    """Grade the notebook at `path`.

    Parameters
    ----------
    course : where the assignments are
    path : a notebook, under any name
    settings : `assignments` has the name or is empty; `seed`, `isolation`, `limits` count, too

    Raises
    ------
    Ungradable
        When nothing of an assignment can be read in the file.
    CourseError
        When the file is no notebook, belongs to no assignment, or cannot be graded safely.
    """
    try:
        submission = read_file(path.resolve(), MOST_BYTES)
    except OSError as error:
        raise CourseError(f"{path}: cannot be read: {error.strerror}") from None
    if submission is None:
        raise CourseError(f"{path}: no such file: nothing to grade")
    if what := contents(submission):
        raise CourseError(f"{path}: is {what}, and no notebook: nothing to grade")
    seed = secrets.randbelow(2**31) if settings.seed is None else settings.seed
    tasks, notes = [], {}
    for name in course.select(settings.assignments):
        version, notes[name] = Versions.of(course, name).choose(submission)
        source = json.dumps(version.notebook())
        digest = hashlib.sha256(source.encode()).hexdigest()
        task = Task(
            name, name, source, NO_NOTEBOOK, digest, submission, seed,
            settings.isolation, hidden_folders(course), settings.limits,
        )  # fmt: skip
        tasks.append(task)
    with local_pool(1) as pool:
        task = recognise(path, tasks, pool)
        try:
            answer = pool.one(grade, task)
        except IsolationUnavailable as error:
            raise CourseError(way_out(error)) from None
    note = [notes[task.name]] if notes[task.name] else []
    if not isinstance(answer, Lost):
        return replace(answer.report, notes=(*answer.report.notes, *note))
    if not answer.own:
        raise CourseError(f"{path}: cannot be graded: {answer.why}")
    assignment = Assignment.from_notebook(json.loads(task.source), task.name)
    verdicts = [words.ungraded(test, answer.why) for test in assignment.tests]
    return Report.of(assignment, verdicts, "", seed, [answer.why, *note])


def recognise(path: Path, tasks: list[Task], pool: Pool) -> Task:
    """Of the tasks, one for each assignment, that of which most exercises are in the file.

    Where several have equally many, the name of the file or of its folder decides.
    """
    found = []
    for task in tasks:
        try:
            count = pool.one(answered, task)
        except UnreadableSubmission as error:
            raise Ungradable(path, str(error)) from None
        if isinstance(count, Lost):
            if count.own:
                raise Ungradable(path, count.why)
            raise CourseError(f"{path}: cannot be graded: {count.why}")
        found.append(count)
    if len(tasks) == 1:
        return tasks[0]
    best = [task for task, count in zip(tasks, found, strict=True) if count == max(found)]
    if len(best) > 1:
        best = [t for t in best if path.stem.startswith(t.name) or t.name in path.resolve().parts]
    if len(best) != 1:
        raise CourseError(f"{path}: which assignment is it? Say so with --assignment NAME")
    return best[0]
