"""The answer of the grader, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from deepcalc import checking

from .assignment import Assignment, Piece
from .written import Written

__all__ = ["VERDICTS", "ByHand", "Limits", "Report", "Verdict"]

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
    title : what came out, in one sentence
    detail : what was found, in several lines; "" when passed
    mark : by which the catalogue knows the answer, else ""
    sentence, hint : what it says of it, else ""
    reason : the earlier answers that are to be mended first, in one sentence, else ""
    hidden : whether it was a line that students do not see that refused it
    seeded : whether random inputs had been drawn by then; if not, no seed can change the verdict
    """

    grade_id: str
    points: float
    score: float
    verdict: str
    title: str
    detail: str = ""
    mark: str = ""
    sentence: str = ""
    hint: str = ""
    reason: str = ""
    hidden: bool = False
    seeded: bool = False

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Verdict:
        """That of which `facts` were written down; an earlier version wrote the message alone."""
        known = {"title": facts.get("message", "")} | dict(facts)
        return cls(**{name: known[name] for name in FACTS if name in known})

    @property
    def explanation(self) -> str:
        """Why the answer is wrong, in one sentence; "" where nobody knows."""
        return self.reason or self.sentence

    @property
    def message(self) -> str:
        """The most telling sentence, for the student."""
        return self.explanation or self.title

    @property
    def diagnosis(self) -> str:
        """All that is known, in several lines; "" when passed."""
        return "\n".join(filter(None, (self.reason, self.sentence, self.detail, self.hint)))

    def reworded(self) -> Verdict:
        """The same verdict, as the catalogue of today words it."""
        if not self.mark:
            return self
        told = checking.told(self.grade_id.removeprefix("test_"), self.mark)
        return replace(self, sentence=told.sentence, hint=told.hint and HINT.format(told.hint))

    def facts(self) -> dict[str, Any]:
        """What the gradebook keeps of it."""
        return {name: getattr(self, name) for name in FACTS}

    def as_dict(self) -> dict[str, Any]:
        """What ``course grade --json`` says of it."""
        return {name: getattr(self, name) for name in SAID}


FACTS = (
    *("grade_id", "points", "score", "verdict", "title"),
    *("detail", "mark", "sentence", "hint", "reason"),
)
SAID = ("grade_id", "points", "score", "verdict", "message", "diagnosis")
HINT = "  Hint:        {}"


@dataclass(frozen=True)
class ByHand:
    """An answer that a person grades.

    Parameters
    ----------
    score : 0 where the answer is as it was handed out; else None, for a person to give
    digest : of what was written
    """

    grade_id: str
    points: float
    score: float | None = None
    digest: str = ""


@dataclass(frozen=True)
class Report:
    """The result of one submission.

    Parameters
    ----------
    score, max_score : of the exercises
    isolation : "bwrap+namespaces", "bwrap" or "none"
    seed : repeats the random inputs
    notes : for the instructor: what was odd about the submission
    outputs : what each of the student's cells printed and raised, with its number
    by_hand : the answers that a person grades
    """

    assignment: str
    score: float
    max_score: float
    isolation: str
    seed: int
    exercises: tuple[Verdict, ...]
    notes: tuple[str, ...] = ()
    outputs: tuple[Mapping[str, Any], ...] = ()
    by_hand: tuple[ByHand, ...] = ()

    @classmethod
    def of(
        cls,
        assignment: Assignment,
        verdicts: list[Verdict],
        isolation: str,
        seed: int,
        notes: list[str],
        outputs: list[Mapping[str, Any]] | None = None,
        written: Mapping[str, Written] | None = None,
    ) -> Report:
        """Add up the verdicts of an assignment."""
        score, by_hand = sum(verdict.score for verdict in verdicts), assignment.by_hand
        return cls(
            assignment.name,
            score,
            assignment.max_score,
            isolation,
            seed,
            tuple(verdicts),
            tuple(notes),
            tuple(outputs or ()),
            tuple(_by_hand(piece, (written or {}).get(piece.grade_id)) for piece in by_hand),
        )

    def as_dict(self) -> dict[str, Any]:
        """The answer of ``course grade --json``."""
        names = ("assignment", "score", "max_score", "isolation", "seed")
        whole = {name: getattr(self, name) for name in names}
        whole["exercises"] = [verdict.as_dict() for verdict in self.exercises]
        if self.by_hand:
            whole["by_hand"] = [asdict(answer) for answer in self.by_hand]
        return whole


def _by_hand(piece: Piece, answer: Written | None) -> ByHand:
    if answer is None:
        return ByHand(piece.grade_id, piece.points)
    score = 0.0 if answer.blank else None
    return ByHand(piece.grade_id, piece.points, score, answer.digest)
