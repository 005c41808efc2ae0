"""Right answers that everybody may come to: the worked solution's, and the catalogue's."""

from __future__ import annotations

import re

from grading.classroom.collecting.submitted import read_file
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment

__all__ = ["right_answers"]

CELL = re.compile(r"^# %% (\w+):[^\n]*\n(.*?)(?=^# %% |\Z)", re.MULTILINE | re.DOTALL)
MOST = 1 << 20  # bytes of a file


def right_answers(course: Course, assignment: Assignment) -> dict[str, list[str]]:
    """Texts by exercise; the worked solution alone where there is no catalogue."""
    found = {}
    for exercise, solved in assignment.solutions.items():
        path = course.root / "catalogue" / assignment.name / f"{exercise}.py"
        text = (read_file(path, MOST) or b"").decode(errors="replace")
        right = [code for kind, code in CELL.findall(text) if kind == "right"]
        found[exercise] = [solved, *right]
    return found
