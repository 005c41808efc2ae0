"""What the grader knows of an assignment: its cells, who defines what, and the compiled tests."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

__all__ = [
    "Assignment", "Piece", "SourceCell", "Test", "cell_text", "defined_names", "normal",
    "without_solution",
]  # fmt: skip

MOST_PARSED = 50_000  # characters
SHOWN = {"demo", "practice"}  # tags of cells that no exercise needs
STUB = "# YOUR CODE HERE\nraise NotImplementedError()"
TEXT_STUB = "YOUR ANSWER HERE"
SOLUTION = re.compile(r"^([ \t]*)### BEGIN SOLUTION.*?### END SOLUTION[^\n]*", re.M | re.S)
HIDDEN = re.compile(r"^[ \t]*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS[^\n]*\n?", re.M | re.S)
DEFINITION = re.compile(r"^(?:async\s+)?(?:def|class)\s+([A-Za-z_]\w*)", re.M)


@dataclass(frozen=True)
class SourceCell:
    """A code cell of the instructor's notebook.

    Parameters
    ----------
    kind : "given", "solution", "test", "demo" for what is shown or practised without points, or
        "by_hand" for an answer that a person grades
    source : the instructor's text; of a solution cell, what the students got
    grade_id, cell_id : "" where there is none
    names : what a solution cell defines
    solved : the instructor's text with the solution; never crosses to a student's process
    """

    kind: str
    source: str
    grade_id: str
    cell_id: str
    names: frozenset[str]
    solved: str = field(default="", repr=False)


@dataclass(frozen=True)
class Piece:
    """Any cell of the instructor's notebook, as students got it.

    Parameters
    ----------
    place : its number among all cells
    code : whether it is a code cell
    by_hand : whether it is an answer that a person grades; then it has points
    """

    place: int
    code: bool
    text: str
    grade_id: str = ""
    cell_id: str = ""
    by_hand: bool = False
    points: float = 0.0


@dataclass(frozen=True)
class Test:
    """A graded test cell.

    Parameters
    ----------
    source : with the hidden tests
    visible, hidden : its first lines, which students see, and the rest
    names : the exercises' names that it uses
    """

    grade_id: str
    points: float
    source: str
    visible: CodeType
    hidden: CodeType
    names: frozenset[str]

    @property
    def exercise(self) -> str:
        """The grade_id of the solution cell that is tested."""
        return self.grade_id.removeprefix("test_")

    def run(self, given: dict[str, Any]) -> None:
        """Run all of it on the spot, with what it can name."""
        exec(self.visible, given)
        exec(self.hidden, given)


@dataclass(frozen=True)
class Assignment:
    """An assignment, read once and used for every submission.

    Parameters
    ----------
    name : for example "01_derivatives"
    cells : all code cells, in order
    tests : the graded test cells among them, in order
    pieces : all cells, in order
    """

    name: str
    cells: tuple[SourceCell, ...]
    tests: tuple[Test, ...]
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def from_notebook(cls, notebook: Mapping[str, Any] | Path, name: str = "") -> Assignment:
        """Read the instructor's version, with solutions and hidden tests.

        Parameters
        ----------
        notebook : the parsed JSON, or the path of the file
        name : by default the stem of the path
        """
        if isinstance(notebook, Path):
            parsed = json.loads(notebook.read_text(encoding="utf-8"))
            return cls.from_notebook(parsed, name or notebook.stem)
        code_cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
        cells = tuple(_source_cell(cell) for cell in code_cells)
        answers = frozenset().union(*(cell.names for cell in cells))
        tests = tuple(
            _test(cell, answers) for cell in code_cells if _nbgrader(cell).get("grade") is True
            and not _nbgrader(cell).get("solution")
        )  # fmt: skip
        pieces = tuple(_piece(at, cell) for at, cell in enumerate(notebook["cells"]))
        return cls(name, cells, tests, pieces)

    @cached_property
    def by_hand(self) -> tuple[Piece, ...]:
        """The answers that a person grades, in order."""
        return tuple(piece for piece in self.pieces if piece.by_hand)

    @property
    def max_score(self) -> float:
        """The points of all tests; what a person gives is not among them."""
        return sum(test.points for test in self.tests)

    @cached_property
    def solutions(self) -> dict[str, str]:
        """The instructor's text of the solution cells, by grade_id."""
        return {cell.grade_id: cell.solved for cell in self.cells if cell.kind == "solution"}

    @cached_property
    def by_name(self) -> dict[str, SourceCell]:
        """The solution cell that each name of an exercise belongs to."""
        return {name: cell for cell in self.cells for name in cell.names}

    @cached_property
    def by_grade_id(self) -> dict[str, SourceCell]:
        """The cells that nbgrader knows."""
        return {cell.grade_id: cell for cell in self.cells if cell.grade_id}

    @cached_property
    def by_cell_id(self) -> dict[str, SourceCell]:
        """The cells by their notebook ids."""
        return {cell.cell_id: cell for cell in self.cells if cell.cell_id}

    @cached_property
    def checks(self) -> dict[str, list[str]]:
        """The lines of each test cell that students got, by grade_id."""
        released = {c.grade_id: normal(_released(c)) for c in self.cells if c.kind == "test"}
        return {grade_id: text.splitlines() for grade_id, text in released.items() if text}

    @cached_property
    def by_text(self) -> dict[str, SourceCell]:
        """The cells by the text that students got."""
        return {normal(_released(cell)): cell for cell in self.cells}


def cell_text(cell: Mapping[str, Any]) -> str:
    """A cell's source, which the format allows to be a string or a list of lines."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        try:
            return "".join(source)
        except TypeError:  # not all of them are lines
            return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


@lru_cache(maxsize=1024)  # most cells are the same in most submissions
def normal(text: str) -> str:
    """Text without the differences that editors make: line ends and blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


@lru_cache(maxsize=1024)
def defined_names(source: str) -> frozenset[str]:
    """The public names that a cell defines at its top level.

    A cell with a syntax error, or with magics, or one that is so long that Python's parser would
    need gigabytes, still has its functions and classes recognised.
    """
    if len(source) > MOST_PARSED:
        return frozenset(DEFINITION.findall(source))
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset(DEFINITION.findall(source))
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            flat = [t for target in targets for t in ast.walk(target)]
            names |= {target.id for target in flat if isinstance(target, ast.Name)}
    return frozenset(name for name in names if not name.startswith("_"))


def _nbgrader(cell: Mapping[str, Any]) -> dict:
    return cell.get("metadata", {}).get("nbgrader", {})


def _source_cell(cell: Mapping[str, Any]) -> SourceCell:
    text = solved = cell_text(cell)
    names: frozenset[str]
    about = _nbgrader(cell)
    tags = cell.get("metadata", {}).get("tags", [])
    if _by_hand(cell):
        kind, names, text = "by_hand", frozenset(), _stubbed(cell)
    elif about.get("solution"):
        kind, names = "solution", defined_names(text)
        text = without_solution(text)
    elif about.get("grade"):
        kind, names = "test", frozenset()
    else:
        kind, names = ("demo" if SHOWN & set(tags) else "given"), frozenset()
        text = without_solution(text)
    return SourceCell(kind, text, about.get("grade_id", ""), cell.get("id", ""), names, solved)


def _by_hand(cell: Mapping[str, Any]) -> bool:
    about = _nbgrader(cell)
    return bool(about.get("grade") and about.get("solution"))


def _piece(at: int, cell: Mapping[str, Any]) -> Piece:
    about, code, by_hand = _nbgrader(cell), cell["cell_type"] == "code", _by_hand(cell)
    text = _stubbed(cell) if by_hand else without_solution(cell_text(cell))
    points = about.get("points", 0) if by_hand else 0
    return Piece(at, code, text, about.get("grade_id", ""), cell.get("id", ""), by_hand, points)


def _stubbed(cell: Mapping[str, Any]) -> str:
    """What students got of an answer that a person grades: all of it is a solution, or a part."""
    text, stub = cell_text(cell), STUB if cell["cell_type"] == "code" else TEXT_STUB
    found, count = SOLUTION.subn(lambda match: _stub(match[1], stub), text)
    return found if count else stub


def without_solution(text: str) -> str:
    """A cell's text as students get it: what is theirs to write is a stub."""
    return SOLUTION.sub(lambda found: _stub(found[1]), text)


def _stub(indent: str, stub: str = STUB) -> str:
    return "\n".join(indent + line for line in stub.splitlines())


def _released(cell: SourceCell) -> str:
    return HIDDEN.sub("", cell.source) if cell.kind == "test" else cell.source


def _test(cell: Mapping[str, Any], answers: frozenset[str]) -> Test:
    about, source = _nbgrader(cell), cell_text(cell)
    grade_id, points = about["grade_id"], about.get("points", 0)
    lines, seen = ast.parse(source).body, _released_lines(source)
    visible, hidden = (
        compile(ast.Module(part, []), f"<{grade_id}>", "exec", dont_inherit=True)
        for part in (
            [line for line in lines if line.lineno <= seen],
            [line for line in lines if line.lineno > seen],
        )
    )
    nodes = (node for line in lines for node in ast.walk(line) if isinstance(node, ast.Name))
    names = answers.intersection(node.id for node in nodes)
    return Test(grade_id, points, source, visible, hidden, names)


def _released_lines(source: str) -> int:
    """How many of a test's first lines students see."""
    hidden = HIDDEN.search(source)
    return len(source[: hidden.start() if hidden else None].splitlines())
