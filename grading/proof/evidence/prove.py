"""Proves the grading of an exercise: its catalogued answers and its mutants, each of them graded.

Every answer is handed in as a notebook in which all other exercises are solved, and goes through
the sealed grader like any submission.  A test begins with the lines that students see: what one of
these refuses was seen.  The random inputs are fresh in each run; the first seed is reported, and
repeats them.  What the visible lines ask is the same for every seed, and is asked of a right answer
once a process.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from deepcalc.checking._contracts import Contract, known
from grading.authoring.catalogue import Answer, read_answers
from grading.notebook import generated
from grading.paths import Course, CourseError
from grading.proof.evidence.found import Evidence
from grading.proof.evidence.mutants import Mutant, mutants
from grading.proof.evidence.semantic import semantic_mutants
from grading.sealed.examiner.assignment import Assignment
from grading.sealed.examiner.examiner import Examiner
from grading.sealed.examiner.report import Limits, Verdict

__all__ = ["prove", "prove_all"]

LEAST_RIGHT, LEAST_WRONG = 4, 8
LIMITS = Limits(cell=5, test=8)
SITTING = 100  # seeds for one student process, whose time is limited
TRIES = 100  # seeds for a catalogued wrong answer: its verdict must not depend on them
FEW = 3  # where no seed can change it
MUTANT_TRIES = 3


def prove_all(
    course: Course,
    names: Iterable[str],
    seeds: int,
    workers: int,
    done: Callable[[Evidence], None] = lambda evidence: None,
    first_seed: int | None = None,
    exercises: Sequence[str] = (),
) -> list[Evidence]:
    """The evidence of all exercises of some assignments.

    Parameters
    ----------
    seeds : with how many each right answer is graded
    workers : processes
    done : called after each exercise
    first_seed : repeats an earlier run; by default a fresh one
    exercises : only these; by default all

    Raises
    ------
    CourseError
        where an exercise has no catalogue, or one of `exercises` is unknown
    """
    work = [
        (name, exercise)
        for name in names
        for exercise in _exercises(course, name)
        if not exercises or exercise in exercises
    ]
    if unknown := set(exercises) - {exercise for _, exercise in work}:
        raise CourseError(f"{', '.join(sorted(unknown))}: no such exercise: check the name")
    for name, exercise in work:
        if not _catalogue(course, name, exercise).is_file():
            raise CourseError(f"catalogue/{name}/{exercise}.py: missing: write answers")
    first_seed = _fresh_seed() if first_seed is None else first_seed
    job = partial(_prove, course.root, seeds, first_seed)
    found = []
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver")) as pool:
        # The last exercises take longest: begun first, they leave no core idle at the end.
        for evidence in pool.map(job, *zip(*reversed(work), strict=True)):
            done(evidence)
            found.append(evidence)
    return found[::-1]


def _prove(root: Path, seeds: int, first_seed: int, name: str, exercise: str) -> Evidence:
    with Examiner(hide=[root], limits=LIMITS) as examiner:
        return prove(Course(root), name, exercise, seeds, examiner, first_seed)


def _fresh_seed() -> int:
    return secrets.randbelow(2**30)


@dataclass(frozen=True)
class _Bench:
    """Where the answers to one exercise are tried."""

    examiner: Examiner
    assignment: Assignment
    exercise: str

    def graded(self, code: str, seeds: Sequence[int], **how: bool) -> list[Verdict]:
        """The verdicts of a notebook that is solved but for one exercise, whose answer is `code`.

        One that runs out of time gets no further ones.

        Parameters
        ----------
        how : as for `Examiner.repeat`
        """
        solutions = self.assignment.solutions | {self.exercise: code}
        cells: list[dict[str, Any]] = [
            {
                "cell_type": "code",
                "id": grade_id,
                "metadata": {"nbgrader": {"grade_id": grade_id, "solution": True}},
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            for grade_id, source in solutions.items()
        ]
        submission = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
        verdicts: list[Verdict] = []
        for start in range(0, len(seeds), SITTING):
            if any(verdict.verdict == "timeout" for verdict in verdicts):
                break
            verdicts += self.examiner.repeat(
                self.assignment,
                submission,
                f"test_{self.exercise}",
                seeds[start : start + SITTING],
                **how,
            )
        return verdicts


def prove(
    course: Course,
    name: str,
    exercise: str,
    seeds: int,
    examiner: Examiner,
    first_seed: int | None = None,
    every: int = 1,
) -> Evidence:
    """Grade all answers to one exercise.

    Parameters
    ----------
    seeds : with how many each right answer is graded; wrong ones with at most `TRIES`, or with
        `FEW` where no random number is drawn before they are refused, and mutants with at most
        `MUTANT_TRIES`, or one
    first_seed : repeats an earlier run; by default a fresh one
    every : of the mutants only one in so many is tried, and those that are listed as equivalent
    """
    first_seed = _fresh_seed() if first_seed is None else first_seed
    whole = Assignment.from_notebook(generated(course, "source", name), name)
    bench = _Bench(examiner, whole, exercise)
    answers = read_answers(_catalogue(course, name, exercise))
    right = [answer for answer in answers if answer.kind == "right"]
    wrong = [answer for answer in answers if answer.kind in ("wrong", "lookup", "endless")]
    contract = known(exercise)
    complaints: list[str] = []
    counts = _of_right(bench, right, range(first_seed, first_seed + seeds), complaints)
    tries = range(first_seed, first_seed + min(seeds, TRIES))
    counts |= _of_wrong(bench, wrong, tries, contract, complaints)
    made = {
        "mutants": mutants(whole.solutions[exercise]),
        "semantic": semantic_mutants(contract, whole.solutions[exercise]) if contract else [],
    }
    listed = {answer.name for answer in answers if answer.kind == "equivalent"}
    for kind, changed in made.items():
        tried = [m for n, m in enumerate(changed) if n % every == 0 or m.name in listed]
        counts |= _of_mutants(bench, kind, tried, listed, tries[:MUTANT_TRIES], complaints)
    stray = listed - {mutant.name for changed in made.values() for mutant in changed}
    complaints += [f"listed as equivalent, but no mutant: {name}" for name in sorted(stray)]
    [blank] = bench.graded(whole.by_grade_id[exercise].source, [first_seed])
    if blank.verdict != "not_attempted":
        complaints.append(f"the blank exercise is {blank.verdict}, not not_attempted")
    if len(right) < LEAST_RIGHT or len(wrong) < LEAST_WRONG:
        complaints.append(f"fewer than {LEAST_RIGHT} right or {LEAST_WRONG} wrong answers")
    return Evidence(
        name, exercise, equivalent=len(listed - stray), seeds=seeds, tries=len(tries),
        first_seed=first_seed, complaints=tuple(complaints), **counts,
    )  # fmt: skip


def _of_right(
    bench: _Bench, answers: Sequence[Answer], seeds: Sequence[int], complaints: list[str]
) -> dict[str, int]:
    kept = 0
    for answer in answers:
        verdicts = bench.graded(answer.code, seeds, visible_once=True)
        lost = [verdict for verdict in verdicts if verdict.verdict != "passed"]
        kept += not lost
        complaints += [f"right answer lost: {answer.name}: {v.diagnosis}" for v in lost[:1]]
    return {"right": len(answers), "right_kept": kept}


def _of_wrong(
    bench: _Bench,
    answers: Sequence[Answer],
    tries: Sequence[int],
    contract: Contract | None,
    complaints: list[str],
) -> dict[str, int]:
    caught = seen = named = false = 0
    for answer in answers:
        verdicts = bench.graded(answer.code, tries[:FEW])
        if any(verdict.seeded for verdict in verdicts):
            verdicts += bench.graded(answer.code, tries[FEW:], explained=False)
        passed = sum(verdict.score > 0 for verdict in verdicts)
        caught += not passed
        if passed:
            complaints.append(f"wrong answer passed{_share(passed, tries)}: {answer.name}")
        first = verdicts[0]  # its first lines are what a student sees
        shown = "" if first.hidden else first.explanation
        told = shown or _letter(bench, answer, first, contract)
        refused = not (passed or first.hidden) or told == answer.explanation
        seen += refused
        if not refused and answer.kind != "lookup":
            complaints.append(f"wrong answer passes the visible part: {answer.name}")
        named += told == answer.explanation
        for said in {told, first.explanation} - {"", answer.explanation}:
            if answer.explanation not in said:
                false += 1
                complaints.append(f"said of {answer.name!r}, and not true of it: {said}")
    return {
        "wrong": len(answers),
        "wrong_caught": caught,
        "lookups": sum(answer.kind == "lookup" for answer in answers),
        "seen": seen,
        "named": named,
        "false": false,
    }


def _letter(bench: _Bench, answer: Answer, first: Verdict, contract: Contract | None) -> str:
    """What the notebook says of a prediction after the picture; "" for another exercise."""
    if not first.hidden or contract is None or not contract.letters:
        return ""
    namespace: dict[str, Any] = {}
    exec(answer.code, namespace)  # the catalogue's own code, which returns a letter
    return contract.letters.get(namespace[bench.exercise](), "")


def _of_mutants(
    bench: _Bench,
    kind: str,
    changed: Sequence[Mutant],
    listed: set[str],
    tries: Sequence[int],
    complaints: list[str],
) -> dict[str, int]:
    caught = number = 0
    for mutant in changed:
        verdicts = bench.graded(mutant.code, tries[:1], explained=False)
        if verdicts[0].score or verdicts[0].seeded:
            verdicts += bench.graded(mutant.code, tries[1:], explained=False)
        passed = sum(verdict.score > 0 for verdict in verdicts)
        if mutant.name in listed:
            if lost := [verdict for verdict in verdicts if not verdict.score]:
                caught_by = f"{mutant.name}: {lost[0].diagnosis}"
                complaints.append(f"listed as equivalent, but caught: {caught_by}")
            continue
        number += 1
        if passed:
            complaints.append(f"mutant survived{_share(passed, tries)}: {mutant.name}")
        elif verdicts[0].hidden:
            complaints.append(f"mutant passes the visible part: {mutant.name}")
        else:
            caught += 1
    return {kind: number, f"{kind}_caught": caught}


def _share(passed: int, tries: Sequence[int]) -> str:
    return "" if passed == len(tries) else f" with {passed} of {len(tries)} seeds"


def _exercises(course: Course, name: str) -> list[str]:
    return list(Assignment.from_notebook(generated(course, "source", name)).solutions)


def _catalogue(course: Course, name: str, exercise: str) -> Path:
    return course.root / "catalogue" / name / f"{exercise}.py"
