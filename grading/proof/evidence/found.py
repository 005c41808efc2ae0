"""What was found about the grading of an exercise, and what that shows."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["Evidence", "failure_bound"]


@dataclass(frozen=True)
class Evidence:
    """What is known of one exercise.

    Attributes
    ----------
    right, wrong, mutants, semantic : how many there are; equivalent mutants are left out
    right_kept : right answers that kept all points with every seed, and passed in the notebook
    wrong_caught : wrong answers that got no point, whatever the seed
    lookups : those among them that know the visible inputs by heart
    seen : wrong answers that the visible part refuses
    named : wrong answers whose own sentence is said in the notebook
    false : sentences that were said of an answer, and are not its own
    mutants_caught, semantic_caught : mutants that got no point, and were refused in the notebook
    equivalent : mutants listed as equivalent
    seeds : with how many each right answer was graded
    tries : with how many each wrong answer was graded
    first_seed : of the right answers; repeats the evidence
    complaints : what is not as it should be, a sentence each
    """

    assignment: str
    exercise: str
    right: int
    right_kept: int
    wrong: int
    wrong_caught: int
    lookups: int
    seen: int
    named: int
    false: int
    mutants: int
    mutants_caught: int
    semantic: int
    semantic_caught: int
    equivalent: int
    seeds: int
    tries: int
    first_seed: int
    complaints: tuple[str, ...]

    @property
    def right_gradings(self) -> int:
        """How often a right answer was graded."""
        return self.right * self.seeds

    def as_dict(self) -> dict[str, Any]:
        """For ``course evidence --json``."""
        shown = {"right_gradings": self.right_gradings, "failure_bound": failure_bound([self])}
        return {**asdict(self), **shown}


def failure_bound(rows: Sequence[Evidence]) -> float | None:
    """Below which the rate of lost right answers lies with 95% confidence; None if one was lost.

    The rule of three: n gradings without a failure bound its rate by 3/n (Hanley and
    Lippman-Hand, *If nothing goes wrong, is everything all right?*, JAMA 249, 1983).
    """
    gradings = sum(row.right_gradings for row in rows)
    kept = all(row.right_kept == row.right for row in rows)
    return 3 / gradings if kept and gradings else None
