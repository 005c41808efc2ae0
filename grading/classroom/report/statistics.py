"""The numbers of a report, by NumPy and SciPy."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from grading.classroom.report.data import Assignment, Exercise, Submission
from grading.classroom.report.outcomes import BLANK, NAMED, RIGHT, Outcome

__all__ = [
    "FEW", "Count", "Discrimination", "Item", "Numbers", "Punctuality", "Spread", "numbers",
    "spread",
]  # fmt: skip

FEW = 10  # submissions; of fewer, numbers say little
LEAST = 3  # for a correlation; its interval takes one more
PERFECT = 1 - 1e-9  # a correlation but for rounding
KINDS = ("named", "earlier", "other", "blank", "unknown")  # the order in which they are listed


@dataclass(frozen=True)
class Spread:
    """How `n` totals are spread: in points."""

    n: int
    mean: float
    median: float
    lower_quartile: float
    upper_quartile: float
    least: float
    most: float


@dataclass(frozen=True)
class Discrimination:
    """Pearson's correlation of an exercise's points with those of all the other exercises.

    Attributes
    ----------
    n : submissions
    r : the corrected item-total correlation; None where it is not defined, and then `why` not
    low, high : the 95 % confidence interval by Fisher's transformation; None where it says nothing,
        which is for fewer than 4 submissions and for a perfect correlation
    """

    n: int
    r: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""


@dataclass(frozen=True)
class Count:
    """How many answers had the same outcome."""

    outcome: Outcome
    count: int


@dataclass(frozen=True)
class Item:
    """An exercise, in numbers.

    Attributes
    ----------
    n : submissions that have the exercise; who handed in nothing counts in no number
    earned : the share of the points that was earned, which test theory calls difficulty: 1 is easy.
        None where the exercise has no points
    lost : points that were not earned, of `possible`
    right, blank : answers that passed, and that were not attempted
    counts : the other outcomes, by kind, then the most frequent first
    """

    exercise: Exercise
    n: int
    earned: float | None
    lost: float
    possible: float
    right: int
    blank: int
    discrimination: Discrimination
    counts: tuple[Count, ...]

    @property
    def mistake(self) -> Count | None:
        """The most frequent mistake that has a name."""
        return next((count for count in self.counts if count.outcome.kind == NAMED), None)


@dataclass(frozen=True)
class Punctuality:
    """How many of the submissions with a known time were late, and what the medians are."""

    known: int
    late: int
    median_late: float | None
    median_on_time: float | None


@dataclass(frozen=True)
class Numbers:
    """All the numbers of an assignment.

    Attributes
    ----------
    lecture : the exercises that lost points, the costliest first
    """

    total: Spread
    items: tuple[Item, ...]
    lecture: tuple[Item, ...]
    punctuality: Punctuality


def numbers(assignment: Assignment) -> Numbers:
    """The numbers of an assignment with at least one submission."""
    handed_in = assignment.submissions
    scores = np.array([[a.score if a else np.nan for a in one.answers] for one in handed_in])
    items = tuple(
        _item(exercise, place, handed_in, scores)
        for place, exercise in enumerate(assignment.exercises)
    )
    costly = sorted((item for item in items if item.lost > 0), key=lambda item: -item.lost)
    total = spread([one.points for one in handed_in])
    return Numbers(total, items, tuple(costly), _punctuality(handed_in))


def spread(points: Sequence[float]) -> Spread:
    """How totals are spread; there is at least one."""
    least, lower, median, upper, most = map(float, np.percentile(points, [0, 25, 50, 75, 100]))
    return Spread(len(points), float(np.mean(points)), median, lower, upper, least, most)


def _item(
    exercise: Exercise, place: int, handed_in: Sequence[Submission], scores: np.ndarray
) -> Item:
    """One exercise; `scores` are points, (n submissions, m exercises), NaN where there is none."""
    scores = scores[~np.isnan(scores[:, place])]
    own, n = scores[:, place], len(scores)
    answers = (one.answers[place] for one in handed_in)
    counted = Counter(answer.outcome for answer in answers if answer is not None)
    counts = [Count(outcome, count) for outcome, count in counted.items() if outcome.kind != RIGHT]
    counts.sort(key=lambda c: (KINDS.index(c.outcome.kind), -c.count, c.outcome.text))
    possible = exercise.points * n
    return Item(
        exercise=exercise,
        n=n,
        earned=float(own.sum()) / possible if possible else None,
        lost=float(np.maximum(exercise.points - own, 0).sum()),
        possible=possible,
        right=sum(count for outcome, count in counted.items() if outcome.kind == RIGHT),
        blank=sum(count for outcome, count in counted.items() if outcome.kind == BLANK),
        discrimination=_discrimination(own, np.nansum(scores, axis=1) - own),
        counts=tuple(counts),
    )


def _discrimination(own: np.ndarray, rest: np.ndarray) -> Discrimination:
    n = len(own)
    if n < LEAST:
        return Discrimination(n, why=f"fewer than {LEAST} submissions")
    if _constant(own):
        return Discrimination(n, why="all have the same points here")
    if _constant(rest):
        return Discrimination(n, why="all have the same points in the other exercises")
    found = stats.pearsonr(own, rest)
    r = float(found.statistic)
    if n == LEAST or abs(r) > PERFECT:
        return Discrimination(n, r)
    low, high = found.confidence_interval(0.95)
    return Discrimination(n, r, float(low), float(high))


def _constant(points: np.ndarray) -> bool:
    return bool(np.allclose(points, points[0], rtol=0, atol=1e-9))


def _punctuality(handed_in: Sequence[Submission]) -> Punctuality:
    late = [one.points for one in handed_in if one.late]
    on_time = [one.points for one in handed_in if one.late is False]
    medians = (float(np.median(points)) if points else None for points in (late, on_time))
    return Punctuality(sum(one.time is not None for one in handed_in), len(late), *medians)
