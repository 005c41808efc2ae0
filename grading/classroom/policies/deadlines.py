"""`deadlines.csv`: until when, for whom, and what it costs to be late.

A row is for an assignment, or ``*`` for all of them, and for a student, or nobody for all.  Where
several rows hold, each cell is taken from the one that says most: student and assignment, student
and ``*``, assignment, ``*``.  Spans in `due` add up instead, to the due date of the assignment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from grading.classroom.collecting.times import zoned_time
from grading.classroom.policies.penalties import Penalty, read_penalty
from grading.classroom.policies.spans import Span, read_span
from grading.classroom.policies.tables import Line, lines

__all__ = ["ALL", "COLUMNS", "FILE", "Deadline", "Deadlines", "Terms", "read_due"]

FILE = "deadlines.csv"
COLUMNS = ("assignment", "student", "due", "grace", "penalty", "late_days", "why")
ALL = "*"
MOST_DAYS = 366
NO_GRACE = Span()


@dataclass(frozen=True)
class Deadline:
    """A row of the table; None where a cell is empty.

    Parameters
    ----------
    due : a time, or a span after what else holds
    late_days : of the semester in a row for all assignments, at most here in others
    said : the cells as they stand in the table
    """

    assignment: str
    student: str
    due: datetime | Span | None = None
    grace: Span | None = None
    penalty: Penalty | None = None
    late_days: int | None = None
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """What holds for a student in an assignment.

    Parameters
    ----------
    due : with its zone; None for no deadline
    extended : whether the table gives this student another one than all have
    penalty : None where nbgrader's plugin decides
    late_days : at most so many count here; None for no limit
    """

    due: datetime | None
    extended: bool = False
    grace: Span = NO_GRACE
    penalty: Penalty | None = None
    late_days: int | None = None


@dataclass(frozen=True)
class Deadlines:
    """The whole table, by assignment and student."""

    rows: Mapping[tuple[str, str], Deadline] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, names: Iterable[str]) -> "Deadlines":
        """The table in the bytes of a file, b"" for none.

        Parameters
        ----------
        names : of the course's assignments

        Raises
        ------
        CourseError
            With the line, the column and what to write, for what cannot be read.
        """
        rows: dict[tuple[str, str], Deadline] = {}
        known = list(names)
        for line in lines(data, FILE, COLUMNS):
            row = _row(line, known)
            if (row.assignment, row.student) in rows:
                whom = row.student or "all"
                raise line.wrong(
                    "assignment", f"a second row of {row.assignment} for {whom}: keep one"
                )
            rows[row.assignment, row.student] = row
        return cls(rows)

    @property
    def students(self) -> set[str]:
        """Whom the table names."""
        return {student for _, student in self.rows if student}

    def common(self, name: str) -> datetime | None:
        """The due date of an assignment for all; None where the table is silent."""
        row = self.rows.get((name, ""))
        return row.due if row and isinstance(row.due, datetime) else None

    def terms(self, name: str, student: str, common: datetime | None) -> Terms:
        """What holds for a student.

        Parameters
        ----------
        common : the assignment's due date, from the table or from nbgrader
        """
        keys = [(name, student), (ALL, student), (name, ""), (ALL, "")]
        held = [self.rows[key] for key in dict.fromkeys(keys) if key in self.rows]
        due, extended = common, False
        for row in reversed([row for row in held if row.student and row.due is not None]):
            extended = True
            if isinstance(row.due, datetime):
                due = row.due
            elif isinstance(row.due, Span) and due is not None:
                due = row.due.after(due)
        return Terms(
            due,
            extended,
            next((row.grace for row in held if row.grace is not None), NO_GRACE),
            next((row.penalty for row in held if row.penalty is not None), None),
            next(
                (r.late_days for r in held if r.assignment != ALL and r.late_days is not None), None
            ),
        )

    def budget(self, student: str) -> int:
        """The late days that a student has in the semester."""
        held = (self.rows.get((ALL, who)) for who in (student, ""))
        days = (row.late_days for row in held if row is not None and row.late_days is not None)
        return next(days, 0)


def read_due(text: str) -> datetime | Span:
    """The time or the span that `text` says.

    Raises
    ------
    ValueError
        With the reason, when it is neither.
    """
    if text.lstrip().startswith("+") or ":" not in text:
        return read_span(text)
    return zoned_time(text)


def _row(line: Line, names: list[str]) -> Deadline:
    name, student = line["assignment"], line["student"]
    if name != ALL and name not in names:
        raise line.wrong("assignment", f"no assignment “{name}”: choose from {', '.join(names)}, *")
    if student == ALL:
        raise line.wrong("student", "leave it empty for all, or name one")
    due = line.read("due", lambda text: read_due(text.removeprefix("'")))
    if isinstance(due, datetime) and name == ALL:
        raise line.wrong(
            "due", "not all assignments are due at one time: name one, or write a span"
        )
    if isinstance(due, Span) and not student:
        raise line.wrong("due", "a span is for a student: name one, or write a time with its zone")
    return Deadline(
        name,
        student,
        due,
        line.read("grace", read_span),
        line.read("penalty", read_penalty),
        line.read("late_days", _days),
        line.cells,
    )


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and int(text) <= MOST_DAYS):
        raise ValueError(f"“{text}” is no number of days: write one from 0 to {MOST_DAYS}")
    return int(text)
