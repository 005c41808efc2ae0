"""What no LMS packed: a folder for each person, or a table that says whose each file is."""

from grading.classroom.collecting.roster import IDS, Roster
from grading.classroom.lms.members.piece import Piece
from grading.classroom.lms.sheets import Sheet
from grading.paths import CourseError

__all__ = ["folders", "mapped"]


def folders(members: dict[str, object], roster: Roster) -> list[Piece]:
    """The files in folders named by an id of a person, wherever these folders are.

    All of them are as deep as the outermost one: those further down were handed in.

    Google Classroom's files, and others without an id in their names, are in none: see `mapped`.
    """
    found: dict[int, list[Piece]] = {}
    for member in members:
        parts = member.split("/")
        for depth, part in enumerate(parts[:-1]):
            ids = {kind: part for kind in ("student", *IDS) if roster.find(**{kind: part})}
            if ids:
                piece = Piece(member, "/".join(parts[depth + 1 :]), (ids,), who=part)
                found.setdefault(depth, []).append(piece)
                break
    return found[min(found)] if found else []


def mapped(members: dict[str, object], table: Sheet) -> list[Piece]:
    """The files that a table names, in a column ``file``, each with an id of a person.

    Raises
    ------
    CourseError
        When the table has no such columns, or names a file that is not there.
    """
    file = table.column("file")
    kinds = {kind: n for kind in ("student", *IDS) if (n := table.column(kind)) is not None}
    if file is None or not kinds:
        raise CourseError(f"{table.name}: needs the columns file and student (or login, email)")
    pieces = []
    for line, row in enumerate(table.rows[1:], 2):
        if row.blank:
            continue
        if row[file] not in members:
            raise CourseError(f"{table.name}, line {line}: {row[file]} is not in the archive")
        ids = {kind: row[n].strip() for kind, n in kinds.items() if row[n].strip()}
        base = row[file].rpartition("/")[2]
        pieces.append(Piece(row[file], base, (ids,), who=" ".join(ids.values())))
    return pieces
