"""The notebook as it was run: the student's own text of every code cell, in the student's order.

Nothing that a student typed is dropped, because it runs where nothing is trusted.  Only the tests
are the examiner's: each is asked where its cell stands.  Metadata and outputs have no effect, and
what was given and is missing is supplied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .assignment import Assignment, SourceCell, Test, defined_names, normal
from .names import WORD, bound_by, calls_change, changed_by, concern, read_by
from .submitted import Submitted, all_cells, beginning, recognise
from .written import Written, named, written

__all__ = ["Canonical", "Cell", "rebuild"]

UNUSED = ("demo", "by_hand")  # they run only where something else needs them
MOST_ASKED = 2  # of the places of one test, besides the end


@dataclass(frozen=True)
class Cell:
    """A cell for the student process.

    Parameters
    ----------
    kind : "given" for what is the instructor's; "solution", "by_hand", "changed" (a cell of the
        instructor's with the student's changes) or "added" for what is the student's
    grade_id : of an answer, else ""
    place : the number of the instructor's code cell that it is or stands behind, or -1
    """

    source: str
    kind: str
    grade_id: str = ""
    place: int = -1


@dataclass(frozen=True)
class Canonical:
    """What is run for a submission, and where in it each test is asked.

    Parameters
    ----------
    cells : in the order in which they run
    asked : grade_id of each test → after how many cells, in order
    answered : grade_ids of the solution cells that were found
    notes : what an instructor may want to look at
    written : what a person is to grade, by grade_id; nothing of it runs but code of which an
        answer uses what it defines
    """

    cells: list[Cell]
    asked: Mapping[str, list[int]]
    answered: frozenset[str]
    notes: list[str] = field(default_factory=list)
    written: Mapping[str, Written] = field(default_factory=dict)

    def own(self) -> Iterator[tuple[int, Cell]]:
        """The student's cells and their numbers."""
        return ((n, cell) for n, cell in enumerate(self.cells) if cell.kind != "given")

    def may_change(self, test: Test, after: int) -> bool:
        """Whether cells after the first ones can change what a test says."""
        codes = [cell.source for cell in self.cells]
        changed: set[str] = set()
        for cell in self.cells[after:]:
            names = changed_by(cell.source)
            if names is None:  # it may change anything
                return True
            # What a student sets may be looked at by any way of using it; what is given is known.
            changed |= names if cell.kind == "given" else set(map(_whole, names))
        changed |= set(map(_whole, calls_change(read_by(codes[after:]), codes)))
        using = [test.source, *(cell.source for _, cell in self.own())]
        return bool(changed) and concern(changed, test.names, codes, using)

    def defining(self, name: str) -> list[int]:
        """The numbers of the student's cells that define a name."""
        return [n for n, cell in self.own() if name in defined_names(cell.source)]


def rebuild(assignment: Assignment, submission: bytes | str | Mapping[str, Any]) -> Canonical:
    """A submission as it is run.

    Where a cell of the instructor's was changed, the instructor's text runs first, so that what was
    given is there, and then the student's.

    Raises
    ------
    UnreadableSubmission
    """
    notes: list[str] = []
    submitted, known, answers = _known(assignment, all_cells(submission), notes)
    numbers = {id(source): at for at, source in enumerate(assignment.cells)}
    places = [-1 if source is None else numbers[id(source)] for source in known]
    drawn = _needed_demos(assignment, submitted, places)
    supplied = _supplied(assignment, places, drawn)
    cells = supplied.pop(-1, [])
    asked: dict[str, list[int]] = {}
    here = -1
    for cell, source, place in zip(submitted, known, places, strict=True):
        here = place if source else here
        parts = list(_parts(assignment, cell, source, here, drawn))
        cells += [part for part in parts if isinstance(part, Cell)]
        for part in parts:
            if isinstance(part, str):
                asked.setdefault(part, []).append(len(cells))
        cells += supplied.pop(place, [])
    answered = frozenset(cell.grade_id for cell in cells if cell.grade_id)
    canonical = Canonical(cells, asked, answered, notes, answers)
    for test in assignment.tests:
        asked[test.grade_id] = asked.get(test.grade_id, [])[:MOST_ASKED] or [
            1 + max(map(partial(_last, assignment, canonical), test.names), default=len(cells) - 1)
        ]
    notes += _notes(assignment, canonical)
    return canonical


def _known(
    assignment: Assignment, cells: list[Submitted], notes: list[str]
) -> tuple[list[Submitted], list[SourceCell | None], dict[str, Written]]:
    """The cells with code, the instructor's cell that each is, and what a person is to grade."""
    texts = {at for at, piece in named(assignment, cells).items() if not piece.code}
    code = [
        at for at, cell in enumerate(cells)
        if cell.kind == "code" and at not in texts and normal(cell.text)
    ]  # fmt: skip
    submitted = [cells[at] for at in code]
    known = dict(zip(code, recognise(assignment, submitted, notes), strict=True))
    answers = written(assignment, cells, known, notes) if assignment.by_hand else {}
    for grade_id, answer in answers.items():
        known |= {at: assignment.by_grade_id[grade_id] for at in answer.cells if at in known}
    return submitted, [known[at] for at in code], answers


def _parts(
    assignment: Assignment,
    cell: Submitted,
    source: SourceCell | None,
    place: int,
    drawn: Mapping[int, bool],
) -> Iterator[Cell | str]:
    """What runs for a submitted cell, and the grade_ids of the tests that are asked behind it."""
    text, tests = _without_tests(assignment, cell.text)
    if source is None:
        yield Cell(text, "added", place=place)
    elif source.kind == "solution":
        yield Cell(text, "solution", source.grade_id, place)
    elif source.kind == "by_hand":
        if drawn[place]:
            yield Cell(text, "by_hand", source.grade_id, place)
    elif source.kind == "test":
        tests = list(dict.fromkeys([*tests, source.grade_id]))
        if normal(text):
            yield Cell(text, "changed", place=place)
    elif source.kind == "given" or drawn.get(place):
        yield Cell(source.source, "given", place=place)
        if normal(text) != normal(source.source):
            yield Cell(text, "changed", place=place)
    yield from tests


def _supplied(
    assignment: Assignment, places: list[int], drawn: Mapping[int, bool]
) -> dict[int, list[Cell]]:
    """What was given and is missing, by the place of the cell behind which it belongs."""
    supplied: dict[int, list[Cell]] = {}
    there, behind = set(places), -1
    for at, source in enumerate(assignment.cells):
        if at in there:
            behind = at
        elif source.kind == "given" or (source.kind == "demo" and drawn[at]):
            supplied.setdefault(behind, []).append(Cell(source.source, "given", place=at))
    return supplied


def _needed_demos(
    assignment: Assignment, submitted: list[Submitted], places: list[int]
) -> dict[int, bool]:
    """Which figures, widgets and answers for a person run: those that bind a name which the
    student's own code reads.
    """
    demos = {at: c.source for at, c in enumerate(assignment.cells) if c.kind in UNUSED}
    own: list[str] = []
    for cell, place in zip(submitted, places, strict=True):
        if place in demos:
            demos[place] = cell.text
        elif place < 0 or normal(cell.text) != normal(assignment.cells[place].source):
            own.append(_without_tests(assignment, cell.text)[0])
    used = set(assignment.by_name) | {word for text in own for word in WORD.findall(text)}
    needed = dict.fromkeys(demos, False)
    while True:
        fresh = []
        for at, text in demos.items():
            binds = bound_by(text)
            if needed[at] or not (binds is None or binds & used):
                continue
            if binds is None or binds & (assignment.by_name.keys() | read_by(own)):
                needed[at] = True
                fresh.append(text)
        if not fresh:
            return needed
        own += fresh
        used |= {word for text in fresh for word in WORD.findall(text)}


def _without_tests(assignment: Assignment, text: str) -> tuple[str, list[str]]:
    """A cell's text without the checks that were handed out, and which ones stood in it."""
    checks = {name: check for name, check in assignment.checks.items() if check[0] in text}
    if not checks:
        return text, []
    lines = text.splitlines()
    bare = [line.rstrip() for line in lines]
    tests = []
    for grade_id, check in checks.items():
        for at, line in enumerate(bare):
            if line == check[0] and bare[at : at + len(check)] == check:
                lines[at : at + len(check)] = bare[at : at + len(check)] = [""] * len(check)
                tests.append(grade_id)
                break
    return ("\n".join(lines) if tests else text), tests


def _whole(change: str) -> str:
    """The name of a change, also where it is one of its attributes that is set."""
    return change.partition(".")[0]


def _last(assignment: Assignment, canonical: Canonical, name: str) -> int:
    """The number of the last cell that belongs to a name, for a test without a place of its own."""
    owner = assignment.by_name[name].grade_id
    own = [n for n, cell in canonical.own() if cell.grade_id == owner]
    return max(own or canonical.defining(name), default=len(canonical.cells) - 1)


def _notes(assignment: Assignment, canonical: Canonical) -> Iterator[str]:
    """Which answers are not there, and which later cell writes over one."""
    for source in assignment.cells:
        if source.kind != "solution":
            continue
        own = [n for n, cell in canonical.own() if cell.grade_id == source.grade_id]
        if not own and not any(map(canonical.defining, source.names)):
            yield f"No cell defines {source.grade_id}."
        for number, cell in canonical.own():
            if own and number > own[-1] and not cell.grade_id:
                for name in sorted(source.names & defined_names(cell.source)):
                    yield f"A later cell defines {name} again: {beginning(cell.source)}"
