"""The answer of the grader, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from .assignment import Assignment

__all__ = ["VERDICTS", "Limits", "Report", "Verdict"]

VERDICTS = ("passed", "failed", "error", "timeout", "memory", "missing", "not_attempted")


@dataclass(frozen=True)
class Limits:
    """What a submission may use.

    Parameters
    ----------
    cell, test, total : seconds, for each cell, for each test, and for the whole notebook
    callbacks : calls of the examiner's functions, in one test
    process : changes to ``jail.LIMITS``, for example ``{"memory": bytes}``
    """

    cell: float = 10.0
    test: float = 15.0
    total: float = 240.0
    callbacks: int = 200_000
    process: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, cell: float) -> Limits:
        """Those with `cell` seconds for each cell, and the usual proportions."""
        return cls(cell, 1.5 * cell, 24 * cell)


@dataclass(frozen=True)
class Verdict:
    """The result of one test cell.

    Parameters
    ----------
    verdict : one of `VERDICTS`
    message : one sentence for the student
    diagnosis : all that is known, in several lines; "" when passed
    explanation : the catalogue's sentence for a mistake that was recognised, else ""
    hidden : whether it was a line that students do not see that refused it
    seeded : whether random inputs had been drawn by then; if not, no seed can change the verdict
    """

    grade_id: str
    points: float
    score: float
    verdict: str
    message: str
    diagnosis: str
    explanation: str = ""
    hidden: bool = False
    seeded: bool = False

    def explained(self, explanation: str) -> Verdict:
        """The same verdict, with the name of the mistake before everything else."""
        diagnosis = f"{explanation}\n{self.diagnosis}"
        return replace(self, message=explanation, diagnosis=diagnosis, explanation=explanation)


@dataclass(frozen=True)
class Report:
    """The result of one submission.

    Parameters
    ----------
    isolation : "bwrap+namespaces", "bwrap" or "none"
    seed : repeats the random inputs
    notes : for the instructor: what was odd about the submission
    outputs : what each of the student's cells printed and raised, with its number
    """

    assignment: str
    score: float
    max_score: float
    isolation: str
    seed: int
    exercises: tuple[Verdict, ...]
    notes: tuple[str, ...] = ()
    outputs: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def of(
        cls,
        assignment: Assignment,
        verdicts: list[Verdict],
        isolation: str,
        seed: int,
        notes: list[str],
        outputs: list[Mapping[str, Any]] | None = None,
    ) -> Report:
        """Add up the verdicts of an assignment."""
        score = sum(verdict.score for verdict in verdicts)
        return cls(
            assignment.name,
            score,
            assignment.max_score,
            isolation,
            seed,
            tuple(verdicts),
            tuple(notes),
            tuple(outputs or ()),
        )

    def as_dict(self) -> dict[str, Any]:
        """The answer of ``course grade --json``."""
        names = ("assignment", "score", "max_score", "isolation", "seed")
        whole = {name: getattr(self, name) for name in names}
        whole["exercises"] = [asdict(verdict) for verdict in self.exercises]
        for exercise in whole["exercises"]:
            del exercise["explanation"]  # it opens the diagnosis
            del exercise["hidden"], exercise["seeded"]  # for the evidence
        return whole
