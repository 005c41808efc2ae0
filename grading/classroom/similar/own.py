"""What of a submission is the student's own, sorted by exercise; no process but a worker reads it.

A statement is given if it was handed out, wherever it stands; checks are among them.  The others
belong to the exercise whose name they define, else to the one in whose cell they stand, else to
none.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from grading.classroom.similar.fingerprints import Fingerprints, fingerprints
from grading.classroom.similar.marks import Mark, marks
from grading.classroom.similar.parts import Part, parts
from grading.classroom.work import GRACE, READING, ROOM, Lost, Task, last_resort
from grading.sealed.examiner.assignment import Assignment, defined_names, normal
from grading.sealed.examiner.bounds import Overdue, alarm, ration
from grading.sealed.examiner.submitted import UnreadableSubmission, code_cells, recognise

__all__ = ["ELSEWHERE", "Given", "Own", "own"]

ELSEWHERE = ""  # the exercise of what belongs to none


@dataclass(frozen=True)
class Own:
    """A student's own code.

    Parameters
    ----------
    texts : by exercise, in order of the notebook
    fingerprints : of each text, without those that what was handed out has
    marks : what a copy may have kept to the letter, without what was handed out
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    fingerprints: Mapping[str, Fingerprints] = field(default_factory=dict)
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True)
class Given:
    """What was handed out of an assignment."""

    assignment: Assignment

    @cached_property
    def names(self) -> frozenset[str]:
        """What the exercises ask to be defined."""
        return frozenset(self.assignment.by_name)

    @cached_property
    def statements(self) -> frozenset[str]:
        """All statements of the top level, see `_key`."""
        return frozenset(_key(part) for text in self.assignment.by_text for part in parts(text))

    @cached_property
    def marks(self) -> frozenset[Mark]:
        """Comments, names and odd lines in it."""
        return frozenset(mark for text in self.assignment.by_text for mark in marks(text))

    @cached_property
    def known(self) -> frozenset[int]:
        """All of its fingerprints."""
        texts = self.assignment.by_text
        return frozenset(mark for text in texts for mark in fingerprints(text, self.names))

    def of(self, text: str) -> Fingerprints:
        """The fingerprints of an answer, without those that were handed out."""
        found = fingerprints(text, self.names)
        return {mark: lines for mark, lines in found.items() if mark not in self.known}

    def sorted_out(self, submission: bytes) -> Own:
        """What is not given in a submission.

        Raises
        ------
        UnreadableSubmission
        """
        texts: dict[str, list[str]] = {}
        for exercise, text in self._texts(submission):
            texts.setdefault(exercise, []).append(text)
        whole = {exercise: "\n\n".join(some) for exercise, some in texts.items()}
        found = frozenset(mark for text in whole.values() for mark in marks(text))
        marked = {exercise: self.of(text) for exercise, text in whole.items()}
        return Own(whole, marked, found - self.marks)

    def _texts(self, submission: bytes) -> Iterator[tuple[str, str]]:
        submitted = [cell for cell in code_cells(submission) if normal(cell.text)]
        known = recognise(self.assignment, submitted, [])
        for cell, source in zip(submitted, known, strict=True):
            if normal(cell.text) in self.assignment.by_text:
                continue
            here = source.grade_id if source and source.kind == "solution" else ELSEWHERE
            text = cell.text.replace("\r\n", "\n").replace("\r", "\n")
            for part in parts(text):
                if part.text.strip() and _key(part) not in self.statements:
                    names = sorted(defined_names(part.text) & self.names)
                    owner = self.assignment.by_name[names[0]].grade_id if names else here
                    yield owner, part.text.strip("\n")


def own(task: Task) -> Own | Lost:
    """What is a student's own in a submission; `Lost`, and why, where it cannot be read."""
    try:
        with last_resort(READING + GRACE), alarm(READING), ration(ROOM):
            return _given(task.source, task.name).sorted_out(task.submission)
    except UnreadableSubmission as error:
        return Lost(str(error), own=True)
    except Overdue:
        return Lost("it takes too long to read", own=True)
    except (MemoryError, RecursionError):
        return Lost("it is too large or nested too deeply to be read", own=True)


@lru_cache(maxsize=8)
def _given(source: str, name: str) -> Given:
    return Given(Assignment.from_notebook(json.loads(source), name))


def _key(part: Part) -> str:
    """The same for a statement however it is formatted and commented."""
    try:
        return "\n".join(map(ast.dump, part.trees)) or normal(part.text)
    except RecursionError:
        return normal(part.text)
