"""From facts and policies to grades: pure functions, which execute nothing and write nothing.

A submission's exercises and its time are facts; what people gave by hand stays as it is.  Late
days are spent by themselves, on the assignment that is due first before the next, each time the
fewest that cost the least; whether they do depends on times and tables alone, not on scores.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fractions import Fraction

from grading.classroom.points import exact, summed
from grading.classroom.policies.deadlines import Terms
from grading.classroom.policies.policies import Policies
from grading.classroom.policies.spans import Span, aware, naive

__all__ = ["Assigned", "Grade", "Settled", "Submitted", "settled", "share"]

# Student, score and seconds late: what nbgrader's plugin takes off, or None.
Plugin = Callable[[str, float, float], float | None]


@dataclass(frozen=True)
class Assigned:
    """An assignment, as far as grades depend on it.

    Parameters
    ----------
    duedate : nbgrader's own, in UTC
    points : of each graded cell of the present version, before any rule
    """

    name: str
    duedate: datetime | None
    points: Mapping[str, float]


@dataclass(frozen=True)
class Grade:
    """What a graded cell of a submission has.

    Parameters
    ----------
    auto : the score that is recorded
    manual, extra : what people gave
    """

    auto: float | None = None
    manual: float | None = None
    extra: float | None = None

    def total(self, auto: float | None) -> float:
        """With `auto` as the grader's score."""
        given = auto if self.manual is None else self.manual
        return 0.0 if given is None else summed((given, self.extra or 0.0))


@dataclass(frozen=True)
class Submitted:
    """A submission.

    Parameters
    ----------
    found : score and points of each exercise of its own version, None for a score that a person is
        to give; None where nbgrader alone has graded it
    stamp : when it was handed in, in UTC; None when nobody knows
    extension : nbgrader's own
    grades : by grade_id
    by_hand : exercises that a person grades
    """

    assignment: str
    student: str
    found: Mapping[str, tuple[float | None, float]] | None
    stamp: datetime | None
    extension: timedelta | None
    grades: Mapping[str, Grade]
    by_hand: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Settled:
    """What the rows of a submission are to be.

    Parameters
    ----------
    extended : whether the table, and not nbgrader, gave that
    due : with its zone, without late days
    late_days : that were spent here
    maxima : the points that there are for each exercise of its version
    total : the score, before the penalty
    penalty : None for none
    late : whether it came after the due date, late days and grace; None where nobody can say
    """

    extension: timedelta | None
    extended: bool
    due: datetime | None
    late_days: int = 0
    scores: Mapping[str, float | None] = field(default_factory=dict)
    maxima: Mapping[str, float] = field(default_factory=dict)
    total: float = 0.0
    penalty: float | None = None
    late: bool | None = None


def settled(
    submissions: list[Submitted],
    assigned: Mapping[str, Assigned],
    policies: Policies,
    plugin: Plugin,
) -> list[Settled]:
    """The grades of all submissions of one student, in the order given."""
    terms = [_terms(one, assigned[one.assignment], policies) for one in submissions]
    left = policies.deadlines.budget(submissions[0].student) if submissions else 0
    days = [0] * len(submissions)
    if left:
        order = sorted(
            (naive(term.due), one.assignment, number)
            for number, (one, term) in enumerate(zip(submissions, terms, strict=True))
            if term.due is not None
        )
        for *_, number in order:
            one, term = submissions[number], terms[number]
            most = left if term.late_days is None else min(left, term.late_days)
            points = assigned[one.assignment].points
            whole = summed(_maximum(policies, one.assignment, own, points[own]) for own in points)
            days[number] = _spent(one, term, most, whole, plugin)
            left -= days[number]
    return [
        _one(one, assigned[one.assignment], term, spent, policies, plugin)
        for one, term, spent in zip(submissions, terms, days, strict=True)
    ]


def _terms(one: Submitted, own: Assigned, policies: Policies) -> Terms:
    """What holds for a submission, nbgrader's extension included where the table has no other."""
    common = policies.deadlines.common(one.assignment)
    if common is None and own.duedate is not None:
        common = aware(own.duedate)
    terms = policies.deadlines.terms(one.assignment, one.student, common)
    if terms.extended or terms.due is None or one.extension is None:
        return terms
    due = Span(clock=one.extension).after(terms.due)
    return Terms(due, False, terms.grace, terms.penalty, terms.late_days)


def _maximum(policies: Policies, name: str, grade_id: str, own: float) -> float:
    rule = policies.rules.of(name, grade_id)
    return own if rule is None else rule.maximum(own)


def _one(
    one: Submitted, own: Assigned, terms: Terms, days: int, policies: Policies, plugin: Plugin
) -> Settled:
    scores: dict[str, float | None] = {}
    found, name = one.found or {}, one.assignment
    maxima = {own_id: _maximum(policies, name, own_id, of) for own_id, (_, of) in found.items()}
    present = [_maximum(policies, name, own_id, of) for own_id, of in own.points.items()]
    factor = share(present, maxima.values(), [maxima[grade_id] for grade_id in one.by_hand])
    for grade_id, (score, of) in found.items():
        rule = policies.rules.of(name, grade_id)
        score = score if rule is None else rule.score(score, of)
        if factor != 1 and grade_id not in one.by_hand:
            maxima[grade_id] = float(exact(maxima[grade_id]) * factor)
            score = None if score is None else float(exact(score) * factor)
        scores[grade_id] = score
    total = summed(
        grade.total(scores.get(grade_id, grade.auto)) for grade_id, grade in one.grades.items()
    )
    penalty = _penalty(one, terms, days, total, plugin)
    extension = one.extension
    if terms.extended:
        common = policies.deadlines.common(one.assignment) or (own.duedate and aware(own.duedate))
        extension = naive(terms.due) - naive(common) if terms.due and common else None
    late = _late(one, terms, days)
    return Settled(extension, terms.extended, terms.due, days, scores, maxima, total, penalty, late)


def share(present: Iterable[float], own: Iterable[float], by_hand: Iterable[float]) -> Fraction:
    """What to multiply points with, so that all points of a version are all of the present one.

    What a person gives is not multiplied, and takes its part of the whole first.

    Parameters
    ----------
    present, own : the points of the exercises of the present version, and of a submission's own
    by_hand : of those of its own that a person grades
    """
    now, whole, given = (sum(map(exact, points), Fraction()) for points in (present, own, by_hand))
    if not now or whole in (now, given):
        return Fraction(1)
    return max(Fraction(0), (now - given) / (whole - given))


def _spent(one: Submitted, terms: Terms, most: int, whole: float, plugin: Plugin) -> int:
    """The fewest late days with which being late costs least."""
    costs: list[float] = []
    for days in range(most + 1):
        costs.append(_penalty(one, terms, days, whole, plugin) or 0.0)
        if not costs[-1]:
            break
    return costs.index(min(costs))


def _late(one: Submitted, terms: Terms, days: int) -> bool | None:
    """Whether it is late, when so many late days are spent on it; None where nobody can say."""
    if terms.due is None or one.stamp is None:
        return None
    return one.stamp > naive(terms.grace.after(_due(terms.due, days)))


def _due(due: datetime, days: int) -> datetime:
    return Span(days).after(due) if days else due


def _penalty(one: Submitted, terms: Terms, days: int, score: float, plugin: Plugin) -> float | None:
    """What is taken off `score`, when so many late days are spent on it."""
    if terms.due is None or one.stamp is None or not _late(one, terms, days):
        return None
    due = _due(terms.due, days)
    if terms.penalty is not None:
        return terms.penalty.of(score, due, one.stamp) or None
    penalty = plugin(one.student, score, (one.stamp - naive(due)).total_seconds())
    return None if penalty is None else min(max(penalty, 0), score)
