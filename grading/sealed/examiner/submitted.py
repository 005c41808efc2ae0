"""The cells of a submitted file, and which of the instructor's each of them is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .assignment import Assignment, SourceCell, cell_text, defined_names, normal

__all__ = [
    "MOST_BYTES", "Submitted", "UnreadableSubmission", "all_cells", "beginning", "code_cells",
    "recognise",
]  # fmt: skip

MOST_BYTES = 128 << 20
KINDS = ("code", "markdown")
MOST_CELLS = 2000  # of code
MOST_CODE = 2 << 20  # bytes, of all cells together


class UnreadableSubmission(Exception):
    """The submitted file is no notebook that can be graded; the text says why."""


@dataclass
class Submitted:
    """A cell as it was handed in; "" where there is no id.

    Parameters
    ----------
    kind : "code" or "markdown"
    """

    text: str
    grade_id: str
    cell_id: str
    kind: str = "code"


def code_cells(submission: bytes | str | Mapping[str, Any]) -> list[Submitted]:
    """The code cells of a submission.

    Raises
    ------
    UnreadableSubmission
    """
    return [cell for cell in all_cells(submission) if cell.kind == "code"]


def all_cells(submission: bytes | str | Mapping[str, Any]) -> list[Submitted]:
    """The cells of a submission, code and Markdown, however odd the file.

    Raises
    ------
    UnreadableSubmission
    """
    notebook = submission
    if isinstance(submission, bytes | str):
        if len(submission) > MOST_BYTES:
            raise UnreadableSubmission(f"the file is larger than {MOST_BYTES >> 20} MB")
        try:
            notebook = json.loads(submission)
        except (ValueError, RecursionError) as error:
            why = beginning(error)
            raise UnreadableSubmission(f"the file is not a notebook ({why})") from None
    cells = notebook.get("cells") if isinstance(notebook, Mapping) else None
    if not isinstance(cells, list):
        if isinstance(notebook, Mapping) and notebook.get("nbformat") == 3:
            raise UnreadableSubmission(
                "the notebook is of format 3, which is too old: open it in Jupyter, save it, and "
                "hand it in again"
            )
        raise UnreadableSubmission("the file is not a notebook of format 4 (it has no cells)")
    cells = [c for c in cells if isinstance(c, Mapping) and c.get("cell_type") in KINDS]
    if sum(cell["cell_type"] == "code" for cell in cells) > MOST_CELLS:
        raise UnreadableSubmission(f"the notebook has more than {MOST_CELLS} cells")
    found = [_submitted(cell) for cell in cells]
    if sum(len(cell.text.encode()) for cell in found if cell.kind == "code") > MOST_CODE:
        raise UnreadableSubmission("the notebook has too much code")
    return found


def _submitted(cell: Mapping[str, Any]) -> Submitted:
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, Mapping) else {}
    nbgrader = metadata.get("nbgrader")
    nbgrader = nbgrader if isinstance(nbgrader, Mapping) else {}
    # Colab keeps the id in the metadata.
    ids = [nbgrader.get("grade_id"), cell.get("id") or metadata.get("id")]
    grade_id, cell_id = (value if isinstance(value, str) else "" for value in ids)
    # Half a surrogate pair, which JSON can say, is no character.
    text = cell_text(cell).encode("utf-8", "replace").decode()
    return Submitted(text, grade_id, cell_id, cell["cell_type"])


def recognise(
    assignment: Assignment, submitted: list[Submitted], notes: list[str]
) -> list[SourceCell | None]:
    """For each submitted cell the instructor's cell that it is, or None for an added one.

    They are known by their grade_id, else by their cell id, else by their text, else by the
    functions and classes that they define.  What is ambiguous goes into `notes`.
    """
    known: list[SourceCell | None] = []
    for cell in submitted:
        source = (
            assignment.by_grade_id.get(cell.grade_id)
            or assignment.by_cell_id.get(cell.cell_id)
            or assignment.by_text.get(normal(cell.text))
        )
        if source and source.kind == "by_hand":  # its text says nothing
            same = cell.grade_id == source.grade_id or cell.cell_id == source.cell_id
            source = source if same else None
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
            notes.append(f"{len(places)} cells define {owner}; all of them run, in order.")
        # A cell that answers two exercises stays where it stands.
        alone = [at for at in places if claimed[at] == 1]
        for at in alone:
            known[at] = assignment.by_grade_id[owner]
    marked = Counter(s.grade_id for s in known if s is not None and s.kind == "solution")
    for grade_id, count in marked.items():
        if count > 1 and grade_id not in claims:
            notes.append(f"{count} cells are marked as {grade_id}; all of them run, in order.")
    return known


def beginning(text: object) -> str:
    """The first line of a text, for a note."""
    line = (str(text).strip().splitlines() or [""])[0]
    return line if len(line) <= 60 else line[:59] + "…"
