"""Proves the grading of an exercise: its catalogued answers and its mutants, each of them graded.

Every answer is handed in as a notebook in which all other exercises are solved, and goes through
the sealed grader like any submission.  The random inputs are fresh in each run; the first seed is
reported, and repeats them.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from grading.evidence.catalogue import Answer, catalogued_mistakes, read_answers
from grading.evidence.found import Evidence
from grading.evidence.mutants import mutants
from grading.paths import Course, CourseError
from grading.sealed.assignment import Assignment
from grading.sealed.examiner import Examiner
from grading.sealed.report import Limits, Verdict

__all__ = ["prove", "prove_all"]

LEAST_RIGHT, LEAST_WRONG = 4, 8
LIMITS = Limits(cell=5, test=8)
SITTING = 5  # seeds for one student process: its time and its objects are limited
TRIES = 5  # seeds for a wrong answer, with each of which it has to be caught


def prove_all(
    course: Course,
    names: Iterable[str],
    seeds: int,
    workers: int,
    done: Callable[[Evidence], None] = lambda evidence: None,
    first_seed: int | None = None,
) -> list[Evidence]:
    """The evidence of all exercises of some assignments.

    Parameters
    ----------
    seeds : with how many each right answer is graded
    workers : processes
    done : called after each exercise
    first_seed : repeats an earlier run; by default a fresh one

    Raises
    ------
    CourseError
        where an exercise has no catalogue
    """
    work = [(name, exercise) for name in names for exercise in _exercises(course, name)]
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


def prove(
    course: Course,
    name: str,
    exercise: str,
    seeds: int,
    examiner: Examiner,
    first_seed: int | None = None,
) -> Evidence:
    """Grade all answers to one exercise.

    Parameters
    ----------
    seeds : with how many each right answer is graded; wrong ones and mutants with at most `TRIES`
    first_seed : repeats an earlier run; by default a fresh one
    """
    first_seed = _fresh_seed() if first_seed is None else first_seed
    tries = range(first_seed, first_seed + min(seeds, TRIES))
    notebook = course.notebook("source", name)
    assignment = Assignment.from_notebook(notebook)
    mistakes = catalogued_mistakes(course, name)
    diagnosing = Assignment.from_notebook(notebook, mistakes=mistakes)
    answers = read_answers(_catalogue(course, name, exercise))
    grade = partial(_grade, examiner, assignment, exercise)
    right = [answer for answer in answers if answer.kind == "right"]
    wrong = [answer for answer in answers if answer.kind in ("wrong", "endless")]
    complaints = []

    kept = 0
    for answer in right:
        verdicts = grade(answer.code, range(first_seed, first_seed + seeds))
        lost = [verdict for verdict in verdicts if verdict.verdict != "passed"]
        kept += not lost
        complaints += [f"right answer lost: {answer.name}: {v.diagnosis}" for v in lost[:1]]

    caught = named = 0
    for answer in wrong:  # with the same seeds, so that what each mistake gives is computed once
        verdicts = _grade(examiner, diagnosing, exercise, answer.code, tries)
        passed = sum(verdict.score > 0 for verdict in verdicts)
        caught += not passed
        named += all(verdict.explanation == answer.explanation for verdict in verdicts)
        if passed:
            complaints.append(f"wrong answer passed{_share(passed, tries)}: {answer.name}")

    [blank] = grade(assignment.by_grade_id[exercise].source, [first_seed])
    if blank.verdict != "not_attempted":
        complaints.append(f"the blank exercise is {blank.verdict}, not not_attempted")

    survivors, listed, number_of_mutants = _mutants(assignment, exercise, answers, tries, grade)
    complaints += survivors
    if len(right) < LEAST_RIGHT or len(wrong) < LEAST_WRONG:
        complaints.append(f"fewer than {LEAST_RIGHT} right or {LEAST_WRONG} wrong answers")
    return Evidence(
        name, exercise, len(right), kept, len(wrong), caught,
        number_of_mutants, number_of_mutants - len(survivors), named, listed, seeds,
        len(tries), first_seed, tuple(complaints),
    )  # fmt: skip


def _mutants(
    assignment: Assignment,
    exercise: str,
    answers: Sequence[Answer],
    tries: Sequence[int],
    grade: Callable[[str, Iterable[int]], list[Verdict]],
) -> tuple[list[str], int, int]:
    """Complaints about survivors, and the numbers of equivalent and of other mutants."""
    listed = {answer.name for answer in answers if answer.kind == "equivalent"}
    complaints, number = [], 0
    for mutant in mutants(assignment.solutions[exercise]):
        verdicts = grade(mutant.code, tries)
        passed = sum(verdict.score > 0 for verdict in verdicts)
        if mutant.name in listed:
            listed.remove(mutant.name)
            if passed < len(verdicts):
                complaints.append(f"listed as equivalent, but caught: {mutant.name}")
            continue
        number += 1
        if passed:
            complaints.append(f"mutant survived{_share(passed, tries)}: {mutant.name}")
    complaints += [f"listed as equivalent, but no mutant: {name}" for name in sorted(listed)]
    return complaints, sum(a.kind == "equivalent" for a in answers), number


def _share(passed: int, tries: Sequence[int]) -> str:
    return "" if passed == len(tries) else f" with {passed} of {len(tries)} seeds"


def _grade(
    examiner: Examiner, assignment: Assignment, exercise: str, code: str, seeds: Iterable[int]
) -> list[Verdict]:
    """Grade a notebook that is solved but for one exercise, whose answer is `code`.

    An answer that runs out of time gets no further seeds.
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
    few = 1
    while seeds and not any(verdict.verdict == "timeout" for verdict in verdicts):
        verdicts += examiner.repeat(assignment, submission, f"test_{exercise}", seeds[:few])
        seeds, few = seeds[few:], SITTING
    return verdicts


def _exercises(course: Course, name: str) -> list[str]:
    return list(Assignment.from_notebook(course.notebook("source", name)).solutions)


def _catalogue(course: Course, name: str, exercise: str) -> Path:
    return course.root / "catalogue" / name / f"{exercise}.py"
