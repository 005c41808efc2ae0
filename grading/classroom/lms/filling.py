"""The columns of a grade file, filled from the gradebook: assignments, or a course total."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from grading.classroom.collecting.roster import Roster
from grading.classroom.gradebook.scores import BY_HAND, Scores
from grading.classroom.lms.gradebooks.form import GradeFile, Item
from grading.classroom.lms.grades import NOTHING, UNGRADED, Plan, Score, choose, plan, scaled, whose
from grading.classroom.totals import Terms, total
from grading.paths import CourseError
from grading.text import shown

__all__ = ["Filling"]


@dataclass(frozen=True)
class Filling:
    """What is to be filled in, and whence.

    Parameters
    ----------
    scores : of the assignments that are wanted and graded
    students : ids in the gradebook
    only : a student, if nobody else's row shall change
    """

    file: GradeFile
    scores: Sequence[Scores]
    roster: Roster
    students: frozenset[str]
    only: str | None = None

    def assignments(self, column: str | None = None, scale: bool = False) -> list[Plan]:
        """What becomes of the column of each assignment that has one.

        Parameters
        ----------
        column : the title of the only assignment's column
        scale : scores to the maximum in the file

        Raises
        ------
        CourseError
            When no assignment has a column, or one has several, or other points than here.
        """
        plans = []
        for scores in self.scores:
            item = choose(self.file, scores.assignment, column)
            if item is not None:
                plans.append(self._assignment(scores, item, scale))
        if not plans:
            names = ", ".join(scores.assignment for scores in self.scores)
            raise CourseError(
                f"{self.file.sheet.name}: no column is called like {names}: "
                f"give --assignment and --column, one of: {self._titles}"
            )
        return plans

    def total(self, column: str, terms: Terms) -> Plan:
        """What becomes of the column for the total of all of the assignments.

        Raises
        ------
        CourseError
            When there is no such column, it has no maximum, or the terms do not fit.
        """
        terms.check(self.scores)
        item = choose(self.file, "the total", column)
        if item is None or not item.maximum:
            raise CourseError(
                f"{self.file.sheet.name}: {shown(column)}: the file does not say how many points "
                f"the total is of: set them in the LMS, 100 for percent"
            )
        maximum = item.maximum

        def score(student: str) -> Decimal | str:
            return total(self.scores, student, maximum, terms)

        expected = {
            student for each in self.scores for student in {*each.by_student, *each.incomplete}
        }
        return self._plan("total", item, self._owners, score, expected)

    def _assignment(self, scores: Scores, item: Item, scale: bool) -> Plan:
        scaled(0, scores.maximum, item, scale)  # a maximum that differs is said in any case

        def score(student: str) -> Decimal | str:
            if student in scores.incomplete:
                return BY_HAND
            if student not in scores.by_student:
                return UNGRADED if student in scores.ungraded else NOTHING
            return scaled(scores.by_student[student], scores.maximum, item, scale)

        owners = self._owners
        if self.file.single:
            owners = whose(self.file, self.roster, self.students, scores.assignment)
        expected = {*scores.by_student, *scores.incomplete}
        return self._plan(scores.assignment, item, owners, score, expected)

    def _plan(
        self, name: str, item: Item, owners: dict[int, str], score: Score, expected: Iterable[str]
    ) -> Plan:
        file = self.file
        if self.only is not None:
            owners = {row: student for row, student in owners.items() if student == self.only}
            file = replace(file, entries=tuple(e for e in file.entries if e.row in owners))
            expected = {self.only} & set(expected)
        return plan(name, file, item, owners, score, expected)

    @cached_property
    def _owners(self) -> dict[int, str]:
        """Whose the rows are, in a file of several assignments."""
        return whose(self.file, self.roster, self.students, "")

    @property
    def _titles(self) -> str:
        titles = self.file.sheet.titles
        return "; ".join(shown(titles[item.column], 60) for item in self.file.items)
