"""The one writer of grades: the rows that are there, those that there are to be, the differences.

The gradebook is a function of facts, tables and what people gave by hand: settling twice changes
nothing, and what a command that was killed has left undone, the next one does.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import sqlalchemy as sql
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.engine import Connection
from traitlets.config import Config

from grading.classroom.gradebook.database import (
    ASSIGNMENT,
    COMMENT,
    DUE,
    GRADE,
    GRADED,
    POINTS,
    STUDENT,
    SUBMISSION,
    SUBMITTED,
    update_all,
)
from grading.classroom.gradebook.rows import (
    AssignmentRows,
    SubmissionRows,
    assignment_rows,
    submission_rows,
)
from grading.classroom.points import summed
from grading.classroom.policies.policies import Policies
from grading.classroom.policies.settle import Settled, settled
from grading.classroom.policies.spans import naive
from grading.paths import Course

__all__ = ["Change", "Ledger"]

SILENT = "No response."  # nbgrader's own comment on what was not attempted
Values = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """What settling makes of a submission.

    Parameters
    ----------
    before, after : the points, the penalty taken off
    of : the points that there are, before and after
    penalties : before and after
    by_hand : exercises whose score somebody gave
    """

    assignment: str
    student: str
    before: float
    after: float
    of: tuple[float, float]
    penalties: tuple[float, float]
    by_hand: frozenset[str]
    settled: Settled


@dataclass
class _Differences:
    """Rows to be changed, by what is changed in them, and rows to be made."""

    stamps: list[Values] = field(default_factory=list)
    extensions: list[Values] = field(default_factory=list)
    penalties: list[Values] = field(default_factory=list)
    scores: list[Values] = field(default_factory=list)
    comments: list[Values] = field(default_factory=list)
    new_scores: list[Values] = field(default_factory=list)
    new_comments: list[Values] = field(default_factory=list)
    kept: list[Values] = field(default_factory=list)
    given_back: list[tuple[str, str]] = field(default_factory=list)
    maxima: list[tuple[str, str, str | None]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def write(self, db: Connection) -> None:
        """All of them; the caller's transaction makes them one."""
        update_all(db, SUBMISSION, "id", self.stamps)
        update_all(db, SUBMISSION, "id", self.extensions)
        update_all(db, SUBMITTED, "id", self.penalties)
        update_all(db, GRADE, "id", self.scores)
        update_all(db, COMMENT, "id", self.comments)
        made = ((GRADE, self.new_scores), (COMMENT, self.new_comments), (DUE, self.kept))
        for table, rows in made:
            if rows:
                db.execute(sql.insert(table), rows)
        for assignment, student in self.given_back:
            match = (DUE.c.assignment == assignment) & (DUE.c.student == student)
            db.execute(sql.delete(DUE).where(match))
        for assignment, student, maxima in self.maxima:
            match = (GRADED.c.assignment == assignment) & (GRADED.c.student == student)
            db.execute(sql.update(GRADED).where(match).values(maxima=maxima))
        if self.gone:
            db.execute(sql.delete(GRADE).where(GRADE.c.id.in_(self.gone)))


class Ledger:
    """Settles the grades of a course.

    Parameters
    ----------
    config : nbgrader's, with its plugin for what is late
    """

    def __init__(self, course: Course, config: Config, policies: Policies) -> None:
        self.course, self.policies = course, policies
        late = AssignLatePenalties(config=config)
        late.init_plugin()
        self.plugin = late.plugin_inst.late_submission_penalty
        self.assignments: dict[str, AssignmentRows] = {}

    def open(self, db: Connection) -> None:
        """Read the assignments, and write what differs in them: points and due dates."""
        self.assignments = assignment_rows(db, self.course)
        points, dates = [], []
        for name, there in self.assignments.items():
            for grade_id, wanted in self._maxima(there).items():
                if wanted != there.points[grade_id]:
                    points.append({"id": there.grades[grade_id], "max_score": wanted})
            common = self.policies.deadlines.common(name)
            duedate = there.own.duedate if common is None else naive(common)
            if duedate != there.duedate:
                dates.append({"id": there.id, "duedate": duedate})
            if (common is not None) and not there.kept:
                row = {"assignment": name, "student": "", "duedate": there.duedate}
                db.execute(sql.insert(DUE), row)
            elif common is None and there.kept:
                match = (DUE.c.assignment == name) & (DUE.c.student == "")
                db.execute(sql.delete(DUE).where(match))
        update_all(db, POINTS, "id", points)
        update_all(db, ASSIGNMENT, "id", dates)

    def settle(self, db: Connection) -> None:
        """Write what differs from what is to be."""
        self.open(db)
        self._settle(db, self.assignments, None)

    def settle_one(self, db: Connection, name: str, student: str) -> None:
        """The same for a submission, and for others on which the student may spend late days."""
        some = self.assignments
        if not self.policies.deadlines.budget(student):
            some = {name: some[name]}
        self._settle(db, some, student)

    def _settle(
        self, db: Connection, some: Mapping[str, AssignmentRows], student: str | None
    ) -> None:
        differences = _Differences()
        for one, new in self._settled(db, some, student):
            self._compare(one, new, differences)
        differences.write(db)

    def changes(self, db: Connection) -> list[Change]:
        """What `settle` would make of all submissions; nothing is written."""
        self.assignments = assignment_rows(db, self.course)
        return [self._change(one, new) for one, new in self._settled(db, self.assignments, None)]

    def strangers(self, db: Connection) -> list[str]:
        """Students whom the table of deadlines names and the gradebook does not know, sorted."""
        named = self.policies.deadlines.students
        return sorted(named - set(db.execute(sql.select(STUDENT.c.id)).scalars())) if named else []

    def _settled(
        self, db: Connection, some: Mapping[str, AssignmentRows], student: str | None
    ) -> Iterator[tuple[SubmissionRows, Settled]]:
        own = {name: there.own for name, there in some.items()}
        found = submission_rows(db, some, student)
        for _, group in groupby(found, key=lambda one: one.own.student):
            ones = [*group]
            new = settled([one.own for one in ones], own, self.policies, self.plugin)
            yield from zip(ones, new, strict=True)

    def _maxima(self, there: AssignmentRows) -> dict[str, float]:
        """The points that each cell of an assignment is to have: 0 unless it is handed out now."""
        if not there.own.points:  # nobody knows what is handed out
            return dict(there.points)
        wanted = dict.fromkeys(there.points, 0.0)
        for grade_id in there.own.points.keys() & wanted.keys():
            rule, own = self.policies.rules.of(there.own.name, grade_id), there.own.points[grade_id]
            wanted[grade_id] = own if rule is None else rule.maximum(own)
        return wanted

    def _own_maxima(self, there: AssignmentRows, new: Settled) -> str | None:
        """The points that there are for a submission, where they are not the assignment's."""
        present = there.own.points or there.points
        of_all = {g: most for g, most in self._maxima(there).items() if g in present}
        same = new.maxima in ({}, of_all)
        return None if same else json.dumps(new.maxima, sort_keys=True)

    def _change(self, one: SubmissionRows, new: Settled) -> Change:
        there, grades = self.assignments[one.own.assignment], one.own.grades
        before = summed(grade.total(grade.auto) for grade in grades.values())
        penalties = one.row["late_submission_penalty"] or 0.0, new.penalty or 0.0
        return Change(
            one.own.assignment,
            one.own.student,
            max(0.0, summed((before, -penalties[0]))),
            max(0.0, summed((new.total, -penalties[1]))),
            (summed(there.points.values()), summed(self._maxima(there).values())),
            penalties,
            frozenset(name for name, grade in grades.items() if grade.manual is not None),
            new,
        )

    def _compare(self, one: SubmissionRows, new: Settled, found: _Differences) -> None:
        name, student = one.own.assignment, one.own.student
        there = self.assignments[name]
        if one.own.stamp != one.row["timestamp"]:
            found.stamps.append({"id": one.id, "timestamp": one.own.stamp})
        if new.extension != one.row["extension"]:
            found.extensions.append({"id": one.id, "extension": new.extension})
        if new.extended and not one.kept:
            row = {"assignment": name, "student": student, "extension": one.row["extension"]}
            found.kept.append(row)
        elif one.kept and not new.extended:
            found.given_back.append((name, student))
        if new.penalty != one.row["late_submission_penalty"]:
            found.penalties.append({"id": one.notebook, "late_submission_penalty": new.penalty})
        for grade_id, score in new.scores.items():
            if grade_id in there.grades:
                _compare_score(one, there.grades[grade_id], grade_id, score, found)
        found.gone += one.gone
        maxima = self._own_maxima(there, new)
        if maxima != one.row["maxima"]:
            found.maxima.append((name, student, maxima))
        if one.blank is not None:
            for grade_id, cell in there.comments.items():
                _compare_comment(one, cell, grade_id, found)


def _compare_score(
    one: SubmissionRows, cell: str, grade_id: str, score: float | None, found: _Differences
) -> None:
    row = one.grades.get(grade_id)
    if row is None:
        new = {"cell_id": cell, "notebook_id": one.notebook, "auto_score": score}
        found.new_scores.append(new | {"needs_manual_grade": score is None})
        return
    given = row["manual_score"] is not None
    needs = bool(row["needs_manual_grade"]) if given else score is None
    if row["auto_score"] != score or bool(row["needs_manual_grade"]) != needs:
        found.scores.append({"id": row["id"], "auto_score": score, "needs_manual_grade": needs})


def _compare_comment(one: SubmissionRows, cell: str, grade_id: str, found: _Differences) -> None:
    text = SILENT if grade_id in (one.blank or ()) else None
    row = one.comments.get(grade_id)
    if row is None:
        new = {"cell_id": cell, "notebook_id": one.notebook, "auto_comment": text}
        found.new_comments.append(new)
    elif row["auto_comment"] != text:
        found.comments.append({"id": row["id"], "auto_comment": text})
