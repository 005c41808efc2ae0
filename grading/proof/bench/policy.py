"""What a new deadline and a waived exercise cost, once all is graded."""

from __future__ import annotations

import time

from grading.classroom.policies import deadlines, exercises
from grading.classroom.policies.proposal import propose
from grading.classroom.versions import Versions
from grading.paths import Course

__all__ = ["settling"]


def settling(course: Course, names: list[str]) -> float:
    """Seconds for each submission, until a policy that changes all grades is shown and counts."""
    dates = [f'{name},,2026-03-02 18:00 UTC,,"10% per day",,' for name in names]
    table = "\n".join([",".join(deadlines.COLUMNS), "*,,,,,2,", *dates]).encode()
    start = time.perf_counter()
    proposal = propose(course, deadlines.FILE, lambda _: table)
    proposal.accept()
    first = {name: Versions.of(course, name).exercises[0] for name in names}
    waived = [f"{name},{exercise},waived,," for name, exercise in first.items()]
    table = "\n".join([",".join(exercises.COLUMNS), *waived]).encode()
    propose(course, exercises.FILE, lambda _: table).accept()
    seconds = time.perf_counter() - start
    for file in (deadlines.FILE, exercises.FILE):
        (course.root / file).unlink()
    return seconds / 2 / max(len(proposal.changes), 1)
