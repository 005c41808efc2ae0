"""For each mistake an answer that shows it: the shortest one, cut to what a slide can hold."""

import ast
import json
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.classroom.collecting.submitted import read_file
from grading.classroom.report.data import Assignment, Exercise
from grading.classroom.report.outcomes import NAMED, OTHER
from grading.classroom.report.people import words
from grading.text import plain

__all__ = ["Discreet", "Examples", "find_examples", "sources"]

Examples = dict[tuple[str, str], str]  # (grade_id, sentence) -> code

MOST_BYTES = 64 << 20  # of a graded notebook
MOST_PARSED = 4000  # characters of an answer
MOST_LINES, MOST_LINE = 14, 100
MARK = "# YOUR CODE HERE"  # in what is handed out
DOCSTRING = re.compile(r'^[ \t]*("""|\'\'\').*?\1[ \t]*\n', re.DOTALL | re.MULTILINE)
LONG = 5  # characters; shorter names are looked for as whole words only


@dataclass(frozen=True)
class Discreet:
    """Makes code anonymous, or gives it up.

    Parameters
    ----------
    telling : what tells who somebody is, in small letters
    handed_out : the student version's text, which tells nothing
    """

    telling: frozenset[str]
    handed_out: str

    def __call__(self, code: str) -> str:
        """The code without comments, docstrings and texts of the student's own; "" if in doubt."""
        if len(code) > MOST_PARSED:
            return ""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about the student's spelling
                tree = ast.parse(code)
            code = ast.unparse(_Silent(self.handed_out).visit(tree))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ""
        return "" if self._tells(code.casefold()) else code

    def _tells(self, code: str) -> bool:
        known = self.handed_out.casefold()
        inside = (text for text in self.telling if len(text) >= LONG and text in code)
        return bool((words(code) - words(known)) & self.telling) or any(
            text not in known for text in inside
        )


def find_examples(
    assignment: Assignment,
    autograded: Path,
    discreet: Callable[[str], str] | None = None,
    step: Callable[[], object] = lambda: None,
) -> Examples:
    """The shortest answer for each mistake; whose it is, is not said.

    Parameters
    ----------
    discreet : what is shown of an answer, "" for nothing; as it is when None
    step : called once for each submission
    """
    found: dict[tuple[str, str], set[str]] = {}
    for submission in assignment.submissions:
        wrong = [
            (exercise, answer.outcome)
            for exercise, answer in zip(assignment.exercises, submission.answers, strict=True)
            if answer is not None and answer.outcome.kind in (NAMED, OTHER)
        ]
        path = autograded / submission.student / assignment.name / f"{assignment.name}.ipynb"
        code = sources(path) if wrong else {}
        for exercise, outcome in wrong:
            if text := _answer(code, exercise):
                found.setdefault((exercise.grade_id, outcome.text), set()).add(text)
        step()
    shown = {mistake: _first(texts, discreet) for mistake, texts in found.items()}
    return {mistake: code for mistake, code in shown.items() if code}


def sources(path: Path) -> dict[str, str]:
    """The student's text of each solution cell of a graded notebook, by grade_id."""
    try:
        data = read_file(path, MOST_BYTES)
        if data is None or len(data) > MOST_BYTES:
            return {}
        cells: list[dict[str, Any]] = json.loads(data)["cells"]
        own = ((cell["metadata"].get("nbgrader", {}), cell["source"]) for cell in cells)
        return {
            about["grade_id"]: source if isinstance(source, str) else "".join(source)
            for about, source in own
            if about.get("solution")
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}  # a report can do without an example


def _answer(code: dict[str, str], exercise: Exercise) -> str:
    return code.get(exercise.answer_id, "").strip("\n").rstrip()


def _first(texts: set[str], discreet: Callable[[str], str] | None) -> str:
    """The shortest of which anything can be shown, shortened."""
    for text in sorted(texts, key=lambda text: (len(text), text)):
        if code := discreet(text) if discreet else _own_lines(text):
            lines = [plain(line, MOST_LINE) for line in plain(code).split("\n")]
            return "\n".join(lines[:MOST_LINES] + ["…"] * (len(lines) > MOST_LINES))
    return ""


def _own_lines(code: str) -> str:
    """An answer without docstrings, which were handed out, and without what marks its place."""
    lines = DOCSTRING.sub("", code).split("\n")
    return "\n".join(line for line in lines if line.strip() != MARK).strip("\n")


class _Silent(ast.NodeTransformer):
    """Takes docstrings away, and all texts that were not handed out."""

    def __init__(self, handed_out: str) -> None:
        self.handed_out = handed_out

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """See `ast`; a text that stands alone is a comment."""
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str | bytes):
            return None
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """See `ast`."""
        if isinstance(node.value, str) and node.value not in self.handed_out:
            return ast.copy_location(ast.Constant("…"), node)
        if isinstance(node.value, bytes):
            return ast.copy_location(ast.Constant(b""), node)
        return node
