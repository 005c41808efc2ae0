"""Proves the grading of an exercise: its catalogued answers and its mutants, each of them graded.

Every answer is handed in as a notebook in which all other exercises are solved, and goes through
the sealed grader like any submission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from grading.evidence.catalogue import Answer, catalogued_mistakes, read_answers
from grading.evidence.mutants import mutants
from grading.paths import Course, CourseError
from grading.sealed.assignment import Assignment
from grading.sealed.examiner import Examiner
from grading.sealed.report import Limits, Verdict

__all__ = ["Evidence", "prove", "prove_all"]

LEAST_RIGHT, LEAST_WRONG = 4, 8
LIMITS = Limits(cell=5, test=8)
SITTING = 5  # seeds for one student process: its time and its objects are limited
SEED = 20_000  # the first of the seeds: evidence is repeatable, a grade's seed is not


@dataclass(frozen=True)
class Evidence:
    """What is known of one exercise.

    Attributes
    ----------
    right, wrong, mutants : how many there are; equivalent mutants are left out
    right_kept : right answers that kept all points with every seed
    wrong_caught, mutants_caught : those that got no point
    diagnosed : wrong answers that were named right
    equivalent : mutants listed as equivalent
    seeds : with which each right answer was graded
    complaints : what is not as it should be, a sentence each
    """

    assignment: str
    exercise: str
    right: int
    right_kept: int
    wrong: int
    wrong_caught: int
    mutants: int
    mutants_caught: int
    diagnosed: int
    equivalent: int
    seeds: int
    complaints: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """For ``course evidence --json``."""
        return asdict(self)


def prove_all(
    course: Course,
    names: Iterable[str],
    seeds: int,
    workers: int,
    done: Callable[[Evidence], None] = lambda evidence: None,
) -> list[Evidence]:
    """The evidence of all exercises of some assignments.

    Parameters
    ----------
    seeds : with how many each right answer is graded
    workers : processes
    done : called after each exercise

    Raises
    ------
    CourseError
        where an exercise has no catalogue
    """
    work = [(name, exercise) for name in names for exercise in _exercises(course, name)]
    for name, exercise in work:
        if not _catalogue(course, name, exercise).is_file():
            raise CourseError(f"catalogue/{name}/{exercise}.py: missing: write answers")
    found = []
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver")) as pool:
        for evidence in pool.map(partial(_prove, course.root, seeds), *zip(*work, strict=True)):
            done(evidence)
            found.append(evidence)
    return found


def _prove(root: Path, seeds: int, name: str, exercise: str) -> Evidence:
    with Examiner(hide=[root], limits=LIMITS) as examiner:
        return prove(Course(root), name, exercise, seeds, examiner)


def prove(course: Course, name: str, exercise: str, seeds: int, examiner: Examiner) -> Evidence:
    """Grade all answers to one exercise.

    Parameters
    ----------
    seeds : with how many each right answer is graded; wrong ones and mutants are graded once
    """
    notebook = course.notebook("source", name)
    assignment = Assignment.from_notebook(notebook)
    mistakes = catalogued_mistakes(course, name)
    diagnosing = Assignment.from_notebook(notebook, mistakes=mistakes)
    answers = read_answers(_catalogue(course, name, exercise))
    grade = partial(_grade, examiner, assignment, exercise)
    right = [answer for answer in answers if answer.kind == "right"]
    wrong = [answer for answer in answers if answer.kind == "wrong"]
    complaints = []

    kept = 0
    for answer in right:
        verdicts = grade(answer.code, range(SEED, SEED + seeds))
        lost = [verdict for verdict in verdicts if verdict.verdict != "passed"]
        kept += not lost
        complaints += [f"right answer lost: {answer.name}: {v.diagnosis}" for v in lost[:1]]

    caught = named = 0
    for answer in wrong:  # with one seed, so that what each mistake gives is computed once
        [verdict] = _grade(examiner, diagnosing, exercise, answer.code, [SEED])
        caught += verdict.score == 0
        named += verdict.explanation == answer.explanation
        if verdict.score:
            complaints.append(f"wrong answer passed: {answer.name}")

    [blank] = grade(assignment.by_grade_id[exercise].source, [SEED])
    if blank.verdict != "not_attempted":
        complaints.append(f"the blank exercise is {blank.verdict}, not not_attempted")

    survivors, listed, number_of_mutants = _mutants(assignment, exercise, answers, grade)
    complaints += survivors
    if len(right) < LEAST_RIGHT or len(wrong) < LEAST_WRONG:
        complaints.append(f"fewer than {LEAST_RIGHT} right or {LEAST_WRONG} wrong answers")
    return Evidence(
        name, exercise, len(right), kept, len(wrong), caught,
        number_of_mutants, number_of_mutants - len(survivors), named, listed, seeds,
        tuple(complaints),
    )  # fmt: skip


def _mutants(
    assignment: Assignment,
    exercise: str,
    answers: Sequence[Answer],
    grade: Callable[[str, Iterable[int]], list[Verdict]],
) -> tuple[list[str], int, int]:
    """Complaints about survivors, and the numbers of equivalent and of other mutants."""
    listed = {answer.name for answer in answers if answer.kind == "equivalent"}
    complaints, number = [], 0
    for count, mutant in enumerate(mutants(assignment.solutions[exercise])):
        [verdict] = grade(mutant.code, [SEED + count])
        if mutant.name in listed:
            listed.remove(mutant.name)
            if not verdict.score:
                complaints.append(f"listed as equivalent, but caught: {mutant.name}")
            continue
        number += 1
        if verdict.score:
            complaints.append(f"mutant survived: {mutant.name}")
    complaints += [f"listed as equivalent, but no mutant: {name}" for name in sorted(listed)]
    return complaints, sum(a.kind == "equivalent" for a in answers), number


def _grade(
    examiner: Examiner, assignment: Assignment, exercise: str, code: str, seeds: Iterable[int]
) -> list[Verdict]:
    """Grade a notebook that is solved but for one exercise, whose answer is `code`."""
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
    for start in range(0, len(seeds), SITTING):
        few = seeds[start : start + SITTING]
        verdicts += examiner.repeat(assignment, submission, f"test_{exercise}", few)
    return verdicts


def _exercises(course: Course, name: str) -> list[str]:
    return list(Assignment.from_notebook(course.notebook("source", name)).solutions)


def _catalogue(course: Course, name: str, exercise: str) -> Path:
    return course.root / "catalogue" / name / f"{exercise}.py"
