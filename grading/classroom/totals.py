"""A course total from the scores of several assignments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from grading.classroom.gradebook.scores import Scores
from grading.paths import CourseError

__all__ = ["Terms", "total", "weights_of"]


@dataclass(frozen=True)
class Terms:
    """How scores become a total.

    Parameters
    ----------
    weights : of assignments; of one that is not named, 1
    drop : how many of a student's assignments do not count, those with the least share of their
        maximum
    step : the total is rounded to a multiple of it, halves up; None for two decimals
    missing_as_zero : what was not handed in counts as 0; if not, there is no total without it
    """

    weights: Mapping[str, Decimal] = field(default_factory=dict)
    drop: int = 0
    step: Decimal | None = None
    missing_as_zero: bool = False

    def check(self, scores: Sequence[Scores]) -> None:
        """Refuse, as a CourseError, terms that do not fit the assignments."""
        names = [each.assignment for each in scores]
        for name in sorted(self.weights.keys() - set(names)):
            counted = ", ".join(names)
            raise CourseError(f"--weights: {name} does not count here: choose from {counted}")
        if self.drop >= len(names):
            raise CourseError(f"--drop-lowest {self.drop}: only {len(names)} assignments count")
        if empty := [each.assignment for each in scores if not each.maximum]:
            raise CourseError(f"{empty[0]}: has no points: leave it out with --assignment")


def total(scores: Sequence[Scores], student: str, maximum: Decimal, terms: Terms) -> Decimal | str:
    """A student's total: `maximum` times the weighted mean of the shares of each maximum.

    Returns
    -------
    points of `maximum`, or why there is no total
    """
    if unready := [each.assignment for each in scores if student in each.incomplete]:
        return f"no total: answers to be graded by hand: {', '.join(unready)}"
    if ungraded := [each.assignment for each in scores if student in each.ungraded]:
        return f"no total: not graded yet: {', '.join(ungraded)}"
    missing = [each.assignment for each in scores if student not in each.by_student]
    if missing and not terms.missing_as_zero:
        return f"no total: not handed in: {', '.join(missing)}"
    shares = []
    for each in scores:
        points = Decimal(str(each.by_student.get(student, 0.0)))
        weight = terms.weights.get(each.assignment, Decimal(1))
        shares.append((points / Decimal(str(each.maximum)), weight))
    shares.sort(key=lambda one: (one[0], -one[1]))  # of equal shares the heavier is dropped
    counted = shares[terms.drop :]
    mean = sum((s * w for s, w in counted), Decimal()) / sum((w for _, w in counted), Decimal())
    step = terms.step or Decimal("0.01")
    exact = (maximum * mean).quantize(Decimal("1e-9"))  # 2/3 of 3 is 2
    return (exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def weights_of(text: str) -> dict[str, Decimal]:
    """The weights in ``01_derivatives=2, 02_chain_rule=0.5``.

    Raises
    ------
    CourseError
        When that is not how it is written, or a weight is not above 0.
    """
    found: dict[str, Decimal] = {}
    for part in text.split(","):
        name, _, weight = (piece.strip() for piece in part.partition("="))
        if not name or name in found or not weight.replace(".", "", 1).isdecimal():
            raise CourseError(f"--weights: “{part.strip()}”: write NAME=NUMBER,…, each name once")
        found[name] = Decimal(weight)
        if not found[name]:
            raise CourseError(f"--weights: {name}: 0: leave it out with --assignment instead")
    return found
