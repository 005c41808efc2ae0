"""Proves the grading of an exercise: its catalogued answers and its mutants, each of them graded.

Every answer is handed in as a notebook in which all other exercises are solved, and goes through
the sealed grader like any submission: with the whole tests, and with what of them students see.
The random inputs are fresh in each run; the first seed is reported, and repeats them.
"""

from __future__ import annotations

import copy
import secrets
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from deepcalc.checking._contracts import Contract, known
from grading.evidence.catalogue import Answer, read_answers
from grading.evidence.found import Evidence
from grading.evidence.mutants import Mutant, mutants
from grading.evidence.semantic import semantic_mutants
from grading.notebook import generated
from grading.paths import Course, CourseError
from grading.sealed.assignment import HIDDEN, Assignment
from grading.sealed.examiner import Examiner
from grading.sealed.report import Limits, Verdict

__all__ = ["prove", "prove_all"]

LEAST_RIGHT, LEAST_WRONG = 4, 8
LIMITS = Limits(cell=5, test=8)
SITTING = 50  # seeds for one student process, whose time is limited
TRIES = 100  # seeds for a catalogued wrong answer: its verdict must not depend on them
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
    whole: Assignment
    visible: Assignment
    exercise: str

    def graded(self, code: str, seeds: Iterable[int], doubtful: bool = False) -> list[Verdict]:
        """The verdicts of an answer, with the whole test.

        Parameters
        ----------
        doubtful : it may never end; then one seed is enough to know
        """
        few = 1 if doubtful else SITTING
        return _grade(self.examiner, self.whole, self.exercise, code, seeds, few)

    def seen(self, code: str) -> Verdict:
        """The verdict of an answer, with what of the test a student sees."""
        return _grade(self.examiner, self.visible, self.exercise, code, [0], 1)[0]


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
    seeds : with how many each right answer is graded; wrong ones with at most `TRIES`, and mutants
        with at most `MUTANT_TRIES`
    first_seed : repeats an earlier run; by default a fresh one
    every : of the mutants only one in so many is tried, and those that are listed as equivalent
    """
    first_seed = _fresh_seed() if first_seed is None else first_seed
    notebook = generated(course, "source", name)
    whole = Assignment.from_notebook(notebook, name)
    bench = _Bench(examiner, whole, Assignment.from_notebook(_visible(notebook), name), exercise)
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
        lost = [v for v in bench.graded(answer.code, seeds) if v.verdict != "passed"]
        seen = bench.seen(answer.code)
        kept += not lost and seen.verdict == "passed"
        complaints += [f"right answer lost: {answer.name}: {v.diagnosis}" for v in lost[:1]]
        if seen.verdict != "passed":
            refused = f"{answer.name}: {seen.diagnosis}"
            complaints.append(f"right answer refused in the notebook: {refused}")
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
        verdicts = bench.graded(answer.code, tries, answer.kind == "endless")
        passed = sum(verdict.score > 0 for verdict in verdicts)
        caught += not passed
        if passed:
            complaints.append(f"wrong answer passed{_share(passed, tries)}: {answer.name}")
        visible = bench.seen(answer.code)
        told = visible.explanation or _letter(bench, answer, visible, contract)
        refused = visible.verdict != "passed" or told == answer.explanation
        seen += refused
        if not refused and answer.kind != "lookup":
            complaints.append(f"wrong answer passes the visible part: {answer.name}")
        named += told == answer.explanation
        for said in {told, verdicts[0].explanation} - {"", answer.explanation}:
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


def _letter(
    bench: _Bench, answer: Answer, visible: Verdict, contract: Contract | None
) -> str:
    """What the notebook says of a prediction after the picture; "" for another exercise."""
    if visible.verdict != "passed" or contract is None or not contract.letters:
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
        verdicts = bench.graded(mutant.code, tries, doubtful=True)
        passed = sum(verdict.score > 0 for verdict in verdicts)
        if mutant.name in listed:
            if lost := [verdict for verdict in verdicts if not verdict.score]:
                caught_by = f"{mutant.name}: {lost[0].diagnosis}"
                complaints.append(f"listed as equivalent, but caught: {caught_by}")
            continue
        number += 1
        if passed:
            complaints.append(f"mutant survived{_share(passed, tries)}: {mutant.name}")
        elif bench.seen(mutant.code).verdict == "passed":
            complaints.append(f"mutant passes the visible part: {mutant.name}")
        else:
            caught += 1
    return {kind: number, f"{kind}_caught": caught}


def _share(passed: int, tries: Sequence[int]) -> str:
    return "" if passed == len(tries) else f" with {passed} of {len(tries)} seeds"


def _visible(notebook: dict[str, Any]) -> dict[str, Any]:
    """The instructor's notebook with the tests as students see them."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            cell["source"] = HIDDEN.sub("", cell["source"])
    return notebook


def _grade(
    examiner: Examiner,
    assignment: Assignment,
    exercise: str,
    code: str,
    seeds: Iterable[int],
    few: int,
) -> list[Verdict]:
    """Grade a notebook that is solved but for one exercise, whose answer is `code`.

    An answer that runs out of time with one of the first `few` seeds gets no further ones.
    """
    cells = [
        {
            "cell_type": "code",
            "id": grade_id,
            "metadata": {"nbgrader": {"grade_id": grade_id, "solution": True}},
            "source": code if grade_id == exercise else solution,
            "outputs": [],
            "execution_count": None,
        }
        for grade_id, solution in assignment.solutions.items()
    ]
    submission = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    seeds, verdicts = list(seeds), []
    while seeds and not any(verdict.verdict == "timeout" for verdict in verdicts):
        verdicts += examiner.repeat(assignment, submission, f"test_{exercise}", seeds[:few])
        seeds, few = seeds[few:], SITTING
    return verdicts


def _exercises(course: Course, name: str) -> list[str]:
    return list(Assignment.from_notebook(generated(course, "source", name)).solutions)


def _catalogue(course: Course, name: str, exercise: str) -> Path:
    return course.root / "catalogue" / name / f"{exercise}.py"
