"""`exercises.csv`: exercises that turned out faulty, or weigh something else than was printed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from grading.classroom.points import exact
from grading.classroom.policies.tables import Line, lines
from grading.classroom.versions import Versions
from grading.paths import Course

__all__ = [
    "COLUMNS",
    "FILE",
    "RULES",
    "Rule",
    "Rules",
    "plain_name",
    "read_points",
]

FILE = "exercises.csv"
COLUMNS = ("assignment", "exercise", "rule", "points", "why")
RULES = {
    "waived": "points for all who handed in",
    "out": "not in the total",
    "weighed": "other points",
}
MOST_POINTS = 1000


@dataclass(frozen=True)
class Rule:
    """What holds for an exercise.

    Parameters
    ----------
    kind : one of `RULES`
    points : that it has instead of its own; None for its own
    """

    kind: str
    points: float | None = None

    def maximum(self, own: float) -> float:
        """The points that there are, of an exercise that has `own`."""
        if self.kind == "out":
            return 0.0
        return own if self.points is None else self.points

    def score(self, score: float | None, of: float) -> float | None:
        """The points of a submission that earned `score` of `of`.

        None is for a person to give, unless the rule says enough.
        """
        whole = self.maximum(of)
        if self.kind == "waived" or not whole:
            return whole
        if score is None or self.points is None or not of:
            return score
        return float(exact(score) * exact(whole) / exact(of))


@dataclass(frozen=True)
class Rules:
    """The whole table, by assignment and exercise, without "test_" before it."""

    rows: Mapping[tuple[str, str], Rule] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, course: Course) -> "Rules":
        """The table in the bytes of a file, b"" for none.

        Raises
        ------
        CourseError
            With the line, the column and what to write, for what cannot be read.
        """
        rows: dict[tuple[str, str], Rule] = {}
        for line in lines(data, FILE, COLUMNS):
            key, rule = _row(line, course)
            if key in rows:
                raise line.wrong("exercise", f"a second row for {key[1]} of {key[0]}: keep one")
            rows[key] = rule
        return cls(rows)

    @cached_property
    def assignments(self) -> set[str]:
        """Those in which something holds."""
        return {name for name, _ in self.rows}

    def of(self, name: str, grade_id: str) -> Rule | None:
        """What holds for an exercise, by its name or its test's."""
        return self.rows.get((name, plain_name(grade_id)))


def plain_name(grade_id: str) -> str:
    """An exercise's name as people know it, from that of its test."""
    return grade_id.removeprefix("test_")


def read_points(text: str) -> float:
    """The points that `text` says.

    Raises
    ------
    ValueError
        When it is no number of points.
    """
    number = text.replace(",", ".", 1)
    if not number.replace(".", "", 1).isdecimal() or not number.isascii():
        raise ValueError(f"“{text}” is no number of points: write one such as 6 or 2.5")
    if Fraction(number) > MOST_POINTS:
        raise ValueError(f"{text} points are too many: write at most {MOST_POINTS}")
    return float(number)


def _row(line: Line, course: Course) -> tuple[tuple[str, str], Rule]:
    name, exercise, kind = line["assignment"], plain_name(line["exercise"]), line["rule"].lower()
    if name not in course.names:
        known = ", ".join(course.names)
        raise line.wrong("assignment", f"no assignment “{name}”: choose from {known}")
    there = [plain_name(grade_id) for grade_id in Versions.of(course, name).exercises]
    if exercise not in there:
        choice = ", ".join(there) or "none yet: run `course build`"
        raise line.wrong("exercise", f"{name} has no exercise “{exercise}”: choose from {choice}")
    if kind not in RULES:
        raise line.wrong("rule", f"no rule “{kind}”: choose from {', '.join(RULES)}")
    points = line.read("points", read_points)
    if kind == "weighed" and points is None:
        raise line.wrong("points", "a weighed exercise needs them: write a number")
    return (name, exercise), Rule(kind, points)
