"""What the checks know of each exercise, as data for `deepcalc`: inputs, right values, mistakes.

The hidden part of a test states the contract; here it is drawn once, with a seed of the exercise's
own, and every catalogued mistake is tried on it for the mark that it leaves.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import traceback
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from nbformat import NotebookNode

import deepcalc
from deepcalc import checking
from deepcalc.checking._cases import Case
from deepcalc.checking._contracts import Contract, Told, read, written
from deepcalc.checking._explaining import quiet
from deepcalc.checking._outcomes import fingerprint, outcomes
from deepcalc.checking._patterns import OneOf
from deepcalc.checking._plain import to_plain
from grading.authoring.catalogue import Answer, read_answers
from grading.authoring.source import Source
from grading.paths import Course, CourseError
from grading.sealed.examiner.assignment import Assignment, SourceCell

__all__ = ["FOLDER", "Solved", "contract_texts", "marks"]

FOLDER = "deepcalc/checking/contracts"
STATED = re.compile(r"\bcheck\.(sitting|elementwise|choice)\(")  # tests that need data
AMONG = re.compile(r'check\.choice\(.*?among="(\w+)"', re.DOTALL)
SAME = 1e-9  # up to this what another machine draws is what is on disk
ANY = 2.0  # no two numbers differ by more, relative to the larger one
MISTAKES = ("wrong", "lookup")  # the kinds of answer that leave a mark
HINT = re.compile(r"<summary>(Hint(?: (\d+))?: [^<]+)</summary>")


class Solved:
    """An assignment's cells with their solutions, run in this process.

    Parameters
    ----------
    assignment : the instructor's version
    source : the script that it was made of, for messages
    """

    def __init__(self, assignment: Assignment, source: Source | None = None) -> None:
        self.assignment, self.source = assignment, source
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        for cell in self.assignment.cells:
            if cell.kind in ("given", "solution"):
                run_quietly(_compiled(cell), self._namespace)

    def contract(self, exercise: str) -> Contract | None:
        """The contract that the exercise's test states, drawn with a seed of its own."""
        record: dict[str, Contract] = {}
        for test in self.assignment.tests:
            if test.exercise != exercise:
                continue
            given = {"np": np, "dc": deepcalc, "check": checking}
            given |= {name: self._namespace[name] for name in test.names}
            seed = zlib.crc32(exercise.encode())
            try:
                with checking.session(seed, exercise=exercise, record=record), quiet(), silence():
                    test.run(given)
            except checking.CheckFailed as failure:
                where = self._where(test.grade_id, failure)
                raise CourseError(f"{where}: the solution fails its own test: {failure}") from None
            except Exception as error:
                where = self._where(test.grade_id, error)
                raise CourseError(
                    f"{where}: the contract of {exercise} cannot be drawn "
                    f"({type(error).__name__}: {error}): correct it"
                ) from None
        return record.get(exercise)

    def keeps(self, contract: Contract) -> bool:
        """Whether the solution keeps a contract."""
        function = self._namespace[contract.exercise]
        with quiet(), silence():
            return all(outcome.right for outcome in outcomes(function, contract))

    def _where(self, grade_id: str, error: BaseException) -> str:
        """File and line of the test cell in which an exception was raised."""
        if self.source is None:
            return grade_id
        line = next(n for n, cell in self.source if cell.id == grade_id)
        for frame, number in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename == f"<{grade_id}>":
                return f"{self.source.shown}:{line + number}"
        return f"{self.source.shown}:{line}"

    def with_answer(self, exercise: str, code: str) -> Any:
        """What `code` defines as `exercise`, in a notebook in which all else is solved.

        None where it defines nothing, or raises.
        """
        namespace = dict(self._namespace)
        namespace.pop(exercise, None)
        with contextlib.suppress(Exception):
            run_quietly(compile(code, f"<{exercise}>", "exec"), namespace)
        return namespace.get(exercise)


def contract_texts(
    course: Course, name: str, notebook: NotebookNode, source: Source
) -> Iterator[tuple[Path, str]]:
    """Path and text of the data that belong to each exercise of an assignment.

    What is on disk is kept as long as it says the same up to rounding, which differs between
    machines: the build gives the same bytes on each.
    """
    assignment = Assignment.from_notebook(notebook, name)
    asked = [test.exercise for test in assignment.tests if STATED.search(test.source)]
    if not asked:
        return
    solved = Solved(assignment, source)
    for exercise in asked:
        path = course.root / FOLDER / f"{exercise}.json"
        catalogue = course.root / "catalogue" / name / f"{exercise}.py"
        answers = read_answers(catalogue) if catalogue.is_file() else []
        contract = solved.contract(exercise) or _prediction(exercise, solved, answers)
        if contract is None:
            continue
        contract = replace(contract, beside=tuple(asked))
        try:
            contract = read(written(contract))  # as the checks will know it
        except TypeError as error:
            raise CourseError(f"{source.shown}: test_{exercise}: {error}") from None
        before = _read(path)
        if before is not None and _alike(before, contract) and solved.keeps(before):
            contract = replace(contract, cases=before.cases)  # to the last digit as on disk
        if contract.cases:
            hints = _hints(notebook, exercise)
            contract = replace(contract, made_of=_digest(solved, contract, answers, hints))
            if before is not None and before.made_of == contract.made_of:
                found = before.mistakes
            else:
                found = marks(solved, contract, answers, hints, course.show(catalogue))
            contract = replace(contract, mistakes=found)
        yield path, written(contract)


def _digest(
    solved: Solved, contract: Contract, answers: list[Answer], hints: dict[str, str]
) -> str:
    """Of all that the marks are made of, the checks' own code aside.

    A few mistakes return little but rounding errors, and leave another mark on another processor:
    marks are made anew only where their reasons changed.
    """
    cells = [cell.solved for cell in solved.assignment.cells if cell.kind in ("given", "solution")]
    told = [(a.kind, a.code, a.explanation, a.hint) for a in answers if a.kind in MISTAKES]
    parts = (written(replace(contract, mistakes={}, made_of="")), cells, told, hints)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:20]


def marks(
    solved: Solved, contract: Contract, answers: list[Answer], hints: dict[str, str], shown: str
) -> dict[str, tuple[Told, ...]]:
    """By fingerprint, what is said of the catalogued mistakes that leave it.

    Parameters
    ----------
    solved, contract : of the exercise
    answers : the catalogued ones
    hints : number → title
    shown : the catalogue's file, for messages

    Raises
    ------
    CourseError
        for an answer that points to a hint that is not there
    """
    found: dict[str, tuple[Told, ...]] = {}
    right = fingerprint([], contract.terms)
    for answer in answers:
        if answer.kind not in MISTAKES:
            continue
        if answer.hint and answer.hint not in hints:
            raise CourseError(
                f"{shown}:{answer.line}: {answer.name!r} points to hint {answer.hint}, which the "
                f"exercise does not have: write one of {', '.join(hints) or 'none'}"
            )
        function = solved.with_answer(contract.exercise, answer.code)
        if not callable(function):
            continue
        with quiet(), silence():
            mark = fingerprint(outcomes(function, contract), contract.terms)
        if mark != right:
            told = Told(answer.explanation, hints.get(answer.hint, ""))
            found[mark] = tuple(dict.fromkeys([*found.get(mark, ()), told]))
    return found


def _prediction(exercise: str, solved: Solved, answers: list[Answer]) -> Contract | None:
    """The letters of a prediction: an answer to the catalogue for each, with its sentence."""
    [test] = [test for test in solved.assignment.tests if test.exercise == exercise]
    if not (among := AMONG.search(test.source)):
        return None
    right = solved.with_answer(exercise, solved.assignment.solutions[exercise])()
    letters: dict[str, str] = {}
    for answer in answers:
        letter = None
        if answer.code:
            function = solved.with_answer(exercise, answer.code)
            with contextlib.suppress(Exception), silence():
                letter = function()
        if isinstance(letter, str) and letter in [*among[1]] and answer.explanation:
            letters.setdefault(letter, answer.explanation)
    case = Case((), OneOf(tuple(among[1])))
    return Contract(exercise, (case,), letters=dict(sorted(letters.items())), right=right)


def _hints(notebook: NotebookNode, exercise: str) -> dict[str, str]:
    """The hints above an exercise: number ("1" for the only one) → title."""
    above: dict[str, str] = {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "### Exercise" in cell.source:
            above = {number or "1": title for title, number in HINT.findall(cell.source)}
        elif cell.metadata.get("nbgrader", {}).get("grade_id") == exercise:
            return above
    return {}


def _read(path: Path) -> Contract | None:
    try:
        return read(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _alike(a: Contract, b: Contract) -> bool:
    """Whether two drawings are the same but for rounding."""
    if a.terms != b.terms or len(a.cases) != len(b.cases):
        return False
    return all(
        _same(_inputs(one), _inputs(other), SAME)
        # What is right far out may hang on an input's last digit; `Solved.keeps` looks at it.
        and _same(to_plain(one.expected), to_plain(other.expected), ANY)
        for one, other in zip(a.cases, b.cases, strict=True)
    )


def _inputs(case: Case) -> Any:
    parts = (case.args, dict(case.kwargs), case.then, dict(case.strata))
    return [to_plain(part) for part in parts]


def _same(a: Any, b: Any, rtol: float) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key], rtol) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_same(*pair, rtol) for pair in zip(a, b, strict=True))
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-13 + rtol * max(abs(a), abs(b))
    return type(a) is type(b) and a == b


def _compiled(cell: SourceCell) -> Any:
    return compile(cell.solved, f"<{cell.grade_id or 'given'}>", "exec")


@contextlib.contextmanager
def silence() -> Iterator[None]:
    """Nothing is printed, and nobody is warned."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def run_quietly(code: Any, namespace: dict[str, Any]) -> None:
    """Run the course's own code."""
    with silence():
        exec(code, namespace)
