"""Brightspace, a download of submissions: ``{n}-{n} - {name} - Jan 31, 2024 1230 PM/{file}``."""

import re

from grading.classroom.collecting.roster import Roster
from grading.classroom.lms.members.piece import Piece

__all__ = ["read"]

# The outermost folder that is named so, to its first time: the rest is named by the student.
NAME = re.compile(
    r"(?:.*?/)??\d+-\d+ ?- (?P<people>[^/]+?) ?- "
    r"(?P<when>(?:[^\W\d_]{3,}\.? \d{1,2},|\d{1,2}\.? [^\W\d_]{3,}\.?,?) \d{4} \d{3,4}(?: [AP]M)?)"
    r"(?: ?- (?P<flat>[^/]+)|/(?P<file>.+))",
    re.DOTALL,
)
ORGANISATION = re.compile(r"(?P<name>.+?) (?P<id>\d{5,})")
CLOCK = re.compile(r"(\d{1,2})(\d\d)((?: [AP]M)?)$")


def read(members: dict[str, object], roster: Roster) -> list[Piece]:
    """The files whose names are Brightspace's; those of other names are left out.

    A folder says a name and, on some sites, the organisation's id.  The name alone counts only
    where exactly one person of the class has it.
    """
    return [
        _piece(member, match, roster) for member in members if (match := NAME.fullmatch(member))
    ]


def _piece(member: str, match: re.Match[str], roster: Roster) -> Piece:
    before, _, after = match["people"].partition(" - ")
    who, extra = (after, before) if after else (before, "")
    known = ORGANISATION.fullmatch(who)
    number = known["id"] if known else extra if extra.isdecimal() else ""
    why, ids = "", {"sis": number} if number else {}
    if not number:
        named = [p for p in roster.people.values() if p.name.casefold() == who.casefold()]
        if len(named) == 1:
            ids = {"student": named[0].student}
        else:
            people = ", ".join(p.student for p in named)
            why = f"{len(named)} people have this name ({people})" if named else "not in the class"
    group = extra if extra in roster.groups else ""
    # 1230 PM is half past twelve, and 926 AM has no leading zero.
    when = CLOCK.sub(r"\1:\2\3", match["when"])
    file = match["file"] or match["flat"]
    return Piece(member, file, (ids,), group, who, when=when, why_not=why)
