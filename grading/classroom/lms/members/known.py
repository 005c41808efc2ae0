"""Which LMS an archive is from, and what the names of its files say."""

from collections.abc import Callable

from grading.classroom.collecting.roster import Roster
from grading.classroom.lms.archive import Archive
from grading.classroom.lms.members import (
    blackboard,
    brightspace,
    canvas,
    gradescope,
    ilias,
    moodle,
    plain,
)
from grading.classroom.lms.members.piece import Piece
from grading.paths import CourseError

__all__ = ["LMS", "OWN", "read"]

MOST_TEXT = 1 << 20  # characters of a receipt
# Files that an LMS adds for itself, and that nobody handed in.
OWN = ("index.html", gradescope.METADATA, "submissions.csv", "manifest.csv")

Reader = Callable[[Archive, Roster, str], list[Piece]]
LMS: dict[str, Reader] = {
    "gradescope": lambda a, r, name: gradescope.read(a.members, _text(a, 64 * MOST_TEXT)),
    "moodle": lambda a, r, name: moodle.read(a.members, r, name),
    "brightspace": lambda a, r, name: brightspace.read(a.members, r),
    "blackboard": lambda a, r, name: blackboard.read(a.members, r, _text(a, MOST_TEXT)),
    "canvas": lambda a, r, name: canvas.read(a.members, r),
    "ilias": lambda a, r, name: ilias.read(a.members, r),
    "folders": lambda a, r, name: plain.folders(a.members, r),
}


def read(
    archive: Archive, roster: Roster, assignment: str, lms: str = ""
) -> tuple[str, list[Piece]]:
    """The LMS that packed an archive, and its files.

    Parameters
    ----------
    assignment : that was handed in; "" where the archive's files say so
    lms : one of `LMS`; "" for that which explains most of the names

    Raises
    ------
    CourseError
        When no LMS names files like this.
    """
    best: tuple[str, list[Piece]] = "", []
    for name in [lms] if lms else LMS:
        pieces = LMS[name](archive, roster, assignment)
        if len(pieces) > len(best[1]):
            best = name, pieces
    if not best[0]:
        raise CourseError(
            f"{archive.name}: no file in it is named as an LMS names it, or lies in a folder with "
            f"a person's id: say whose each file is with --map FILE.csv"
        )
    return best


def _text(archive: Archive, most: int) -> Callable[[str], str]:
    return lambda member: archive.read(member)[:most].decode("utf-8-sig", errors="replace")
