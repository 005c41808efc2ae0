"""Answers that a person grades, found in a submission: by their ids, else by where they stand.

Such an answer has no name by which it could be known.  Where its id is lost, it is what stands
between the cells that were handed out before and after it.  What could be the answer to several,
or not be one, is shown to the person at each of them, with a note: nothing is lost, and nothing is
decided here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .assignment import Assignment, Piece, SourceCell, normal
from .submitted import Submitted

__all__ = ["Written", "named", "written"]


@dataclass(frozen=True)
class Written:
    """What a student wrote for a person to grade.

    Parameters
    ----------
    text : None where no cell of the submission is the answer
    cells : their numbers among all cells of the submission
    blank : whether it is as it was handed out
    """

    text: str | None
    cells: tuple[int, ...] = ()
    blank: bool = False

    @property
    def digest(self) -> str:
        """The same as long as nobody has to read it again."""
        if self.text is None:
            return ""
        return hashlib.sha256(normal(self.text).encode()).hexdigest()


def named(assignment: Assignment, cells: Sequence[Submitted]) -> dict[int, Piece]:
    """Which submitted cells are answers for a person by their ids, by number."""
    ids = {piece.grade_id: piece for piece in assignment.by_hand}
    found = {at: ids.get(cell.grade_id) or ids.get(cell.cell_id) for at, cell in enumerate(cells)}
    return {at: piece for at, piece in found.items() if piece is not None}


def written(
    assignment: Assignment,
    cells: Sequence[Submitted],
    sources: Mapping[int, SourceCell | None],
    notes: list[str],
) -> dict[str, Written]:
    """What there is for a person to grade, by grade_id.

    Parameters
    ----------
    cells : all of the submission
    sources : of its code cells, by number, the instructor's cell that each is
    notes : what is ambiguous goes here
    """
    answers = named(assignment, cells)
    found: dict[str, list[int]] = {piece.grade_id: [] for piece in assignment.by_hand}
    for at, piece in answers.items():
        found[piece.grade_id].append(at)
    places = _places(assignment, cells, sources) | {at: p.place for at, p in answers.items()}
    lost = {name for name, numbers in found.items() if not numbers}
    for before, after, loose in _gaps(places, cells, len(assignment.pieces)):
        here = assignment.pieces[max(before, 0) : after]
        asked = [piece for piece in here if piece.by_hand]
        missing = [piece for piece in asked if piece.grade_id in lost]
        code = [at for at in loose if cells[at].kind == "code"]
        if not (len(loose) == len(missing) == 1 and missing[0].code):
            loose = [at for at in loose if at not in code]  # it runs, and is shown where it stands
        for piece in missing or asked[-1:]:
            found[piece.grade_id] = sorted([*found[piece.grade_id], *loose])
        sure = len(loose) == len(missing) == 1 and len(here) <= 2 and (not code or code == loose)
        if missing and loose and not sure:
            names = " and ".join(piece.grade_id for piece in missing)
            notes.append(f"No id says which cell answers {names}: what stands there is shown.")
    for name, numbers in found.items():
        if not numbers:
            notes.append(f"No cell answers {name}: look at what was handed in.")
    return {
        piece.grade_id: _written(piece, [(at, cells[at].text) for at in found[piece.grade_id]])
        for piece in assignment.by_hand
    }


def _written(piece: Piece, parts: list[tuple[int, str]]) -> Written:
    if not parts:
        return Written(None)
    numbers = tuple(at for at, _ in parts)
    own = [text for _, text in parts if normal(text) != normal(piece.text)]
    return Written("\n\n".join(own) if own else piece.text, numbers, blank=not own)


def _places(
    assignment: Assignment, cells: Sequence[Submitted], sources: Mapping[int, SourceCell | None]
) -> dict[int, int]:
    """The places of the pieces that submitted cells are known to be, by number."""
    pieces = [piece for piece in assignment.pieces if not piece.by_hand]
    ids = {(p.code, p.cell_id): p.place for p in pieces if p.cell_id}
    many = Counter(normal(piece.text) for piece in pieces if not piece.code)
    texts = {normal(p.text): p.place for p in pieces if not p.code and many[normal(p.text)] == 1}
    code = [piece.place for piece in assignment.pieces if piece.code]
    numbers = {id(source): place for source, place in zip(assignment.cells, code, strict=True)}
    found: dict[int, int | None] = {}
    for at, cell in enumerate(cells):
        if cell.kind == "code":
            source = sources.get(at)
            found[at] = None if source is None else numbers[id(source)]
        else:
            found[at] = ids.get((False, cell.cell_id), texts.get(normal(cell.text)))
    return {at: place for at, place in found.items() if place is not None}


def _gaps(
    places: Mapping[int, int], cells: Sequence[Submitted], end: int
) -> Iterator[tuple[int, int, list[int]]]:
    """The pieces before and after each run of cells that are not known, and their numbers."""
    before = -1
    loose: list[int] = []
    for at, cell in enumerate(cells):
        if at in places:
            yield before, places[at], loose
            before, loose = places[at], []
        elif normal(cell.text):
            loose.append(at)
    yield before, end, loose
