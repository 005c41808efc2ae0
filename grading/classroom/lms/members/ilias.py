"""ILIAS, a download of all submissions: ``{last}_{first}_{login}_{number}/{file}``."""

import re

from grading.classroom.collecting.roster import Roster
from grading.classroom.lms.members.piece import Piece

__all__ = ["read"]

NAME = re.compile(
    r"(?:[^/]+/)*?(?:(?P<team>[^/_]+ \d+)/)?"
    r"(?P<folder>[^/_]*_[^/]*_(?P<number>\d+))/(?P<file>[^/]+)",
    re.DOTALL,
)
LATE = re.compile(r"(?:Late Submission|Verspaetete Abgabe|Verspätete Abgabe) - ")


def read(members: dict[str, object], roster: Roster) -> list[Piece]:
    """The files whose names are ILIAS's; those of other names are left out."""
    return [
        _piece(member, match, roster)
        for member in members
        if (match := NAME.fullmatch(member)) and match["folder"].count("_") >= 3
    ]


def _piece(member: str, match: re.Match[str], roster: Roster) -> Piece:
    login, why = _login(match["folder"].rpartition("_")[0], roster)
    file = LATE.sub("", match["file"], count=1)
    late = file != match["file"]
    group = match["team"] if match["team"] in roster.groups else ""
    return Piece(member, file, ({"login": login},), group, match["folder"], late, why_not=why)


def _login(before: str, roster: Roster) -> tuple[str, str]:
    """The login at the end of ``{last}_{first}_{login}``, which can have a low line in it."""
    parts = before.split("_")
    whole, *others = ("_".join(parts[n:]) for n in range(2, len(parts)))
    # The end of a login can be somebody else's, but for people whose names have low lines, too.
    shorter = [end for end in others if (p := roster.find(login=end)) and "_" in p.name]
    known = [whole] * (roster.find(login=whole) is not None) + shorter
    if len(known) > 1:
        return known[0], f"its folder can be read as of the login {' or '.join(known)}"
    return (known or [whole])[0], ""
