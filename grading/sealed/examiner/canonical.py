"""The canonical notebook: the instructor's cells with the student's answers in their places.

From a submission come only the texts of solution cells and of cells that the student added.
Everything else in it (metadata, outputs, tests, changes to the instructor's cells) has no effect.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .assignment import Assignment, SourceCell, cell_text, defined_names, normal

__all__ = ["Canonical", "Cell", "UnreadableSubmission", "rebuild"]

MOST_BYTES = 32 << 20
MOST_CELLS = 2000
MOST_CODE = 2 << 20  # bytes, of all cells together


class UnreadableSubmission(Exception):
    """The submitted file is no notebook that can be graded; the text says why."""


@dataclass(frozen=True)
class Cell:
    """A cell for the student process.

    Parameters
    ----------
    kind : "given", "solution" or "added"
    grade_id : of a solution cell, else ""
    """

    source: str
    kind: str
    grade_id: str = ""


@dataclass(frozen=True)
class Canonical:
    """What is run for a submission.

    Parameters
    ----------
    cells : in the order in which they run
    answered : grade_ids of the solution cells that were found
    notes : what an instructor may want to look at
    """

    cells: list[Cell]
    answered: frozenset[str]
    notes: list[str] = field(default_factory=list)


def rebuild(assignment: Assignment, submission: bytes | str | Mapping[str, Any]) -> Canonical:
    """The canonical notebook of a submission.

    Solution cells are known by their grade_id, else by their cell id, else by the functions and
    classes that they define.  Parts of a split cell, and cells with the same grade_id, run in the
    order of the submission; an added cell runs after the known cell that it stands behind.

    Raises
    ------
    UnreadableSubmission
    """
    submitted = [cell for cell in _cells(submission) if normal(cell.text)]
    notes: list[str] = []
    known = _recognise(assignment, submitted, notes)
    place = {id(cell): at for at, cell in enumerate(assignment.cells)}
    here = -1
    answers: dict[int, list[Cell]] = {}
    added: dict[int, list[Cell]] = {}
    for cell, source in zip(submitted, known, strict=True):
        if source is None:
            added.setdefault(here, []).append(Cell(cell.text, "added"))
            continue
        here = place[id(source)]
        if source.kind == "solution":
            answers.setdefault(here, []).append(Cell(cell.text, "solution", source.grade_id))
        elif source.kind == "given" and normal(cell.text) != normal(source.source):
            notes.append(f"A changed cell of the notebook is ignored: {_beginning(cell.text)}")
    cells = list(added.get(-1, []))
    for at, source in enumerate(assignment.cells):
        if source.kind == "given":
            cells.append(Cell(source.source, "given"))
        cells += answers.get(at, []) + added.get(at, [])
    found = frozenset(cell.grade_id for cell in cells if cell.grade_id)
    for source in assignment.cells:
        if source.kind == "solution" and source.grade_id not in found:
            notes.append(f"No cell was recognised as {source.grade_id}.")
    return Canonical(cells, found, notes)


@dataclass
class _Submitted:
    text: str
    grade_id: str
    cell_id: str


def _cells(submission: bytes | str | Mapping[str, Any]) -> list[_Submitted]:
    """The code cells of a submission, however odd the file."""
    notebook = submission
    if isinstance(submission, bytes | str):
        if len(submission) > MOST_BYTES:
            raise UnreadableSubmission(f"the file is larger than {MOST_BYTES >> 20} MB")
        try:
            notebook = json.loads(submission)
        except (ValueError, RecursionError) as error:
            why = _beginning(error)
            raise UnreadableSubmission(f"the file is not a notebook ({why})") from None
    cells = notebook.get("cells") if isinstance(notebook, Mapping) else None
    if not isinstance(cells, list):
        raise UnreadableSubmission("the file is not a notebook of format 4 (it has no cells)")
    cells = [c for c in cells if isinstance(c, Mapping) and c.get("cell_type") == "code"]
    if len(cells) > MOST_CELLS:
        raise UnreadableSubmission(f"the notebook has more than {MOST_CELLS} cells")
    found = [_submitted(cell) for cell in cells]
    if sum(len(cell.text.encode()) for cell in found) > MOST_CODE:
        raise UnreadableSubmission("the notebook has too much code")
    return found


def _submitted(cell: Mapping[str, Any]) -> _Submitted:
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    nbgrader = metadata.get("nbgrader")
    nbgrader = nbgrader if isinstance(nbgrader, Mapping) else {}
    # Colab keeps the id in the metadata.
    ids = [nbgrader.get("grade_id"), cell.get("id") or metadata.get("id")]
    grade_id, cell_id = (value if isinstance(value, str) else "" for value in ids)
    # Half a surrogate pair, which JSON can say, is no character.
    text = cell_text(cell).encode("utf-8", "replace").decode()
    return _Submitted(text, grade_id, cell_id)


def _recognise(
    assignment: Assignment, submitted: list[_Submitted], notes: list[str]
) -> list[SourceCell | None]:
    """For each submitted cell the instructor's cell that it is, or None for an added one."""
    known: list[SourceCell | None] = []
    for cell in submitted:
        source = (
            assignment.by_grade_id.get(cell.grade_id)
            or assignment.by_cell_id.get(cell.cell_id)
            or assignment.by_text.get(normal(cell.text))
        )
        known.append(source)
    taken = {source.grade_id for source in known if source is not None}
    claims: dict[str, list[int]] = {}
    for at, cell in enumerate(submitted):
        if known[at] is None:
            names = defined_names(cell.text) & assignment.by_name.keys()
            owners = {assignment.by_name[name].grade_id for name in names} - taken
            for owner in sorted(owners):
                claims.setdefault(owner, []).append(at)
    claimed = Counter(at for places in claims.values() for at in places)
    for owner, places in claims.items():
        if len(places) > 1:
            notes.append(f"{len(places)} cells define {owner}; the last one counts.")
        # A cell that answers two exercises stays where it stands.
        alone = [at for at in places if claimed[at] == 1]
        for at in alone:
            known[at] = assignment.by_grade_id[owner]
    marked = Counter(s.grade_id for s in known if s is not None and s.kind == "solution")
    for grade_id, count in marked.items():
        if count > 1 and grade_id not in claims:
            notes.append(f"{count} cells are marked as {grade_id}; all of them run, in order.")
    return known


def _beginning(text: object) -> str:
    line = (str(text).strip().splitlines() or [""])[0]
    return line if len(line) <= 60 else line[:59] + "…"
