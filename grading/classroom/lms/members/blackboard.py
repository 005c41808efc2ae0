"""Blackboard, "Assignment File Download": ``{assignment}_{user}_attempt_{time}_{file}``.

The receipt of an attempt, ``{assignment}_{user}_attempt_{time}.txt``, says whose it is and how its
files were called; where there is one, it is believed and not the names.
"""

import re
from collections.abc import Callable, Collection

from grading.classroom.collecting.roster import Roster
from grading.classroom.lms.members.piece import Piece

__all__ = ["read"]

# To its first time: the rest is named by the student.
ATTEMPT = re.compile(
    r"(?P<before>.+?)_(?P<word>[^\W\d_]+)_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)",
    re.DOTALL,
)
NAMED = re.compile(r"^Name:[ \t]*(?P<name>.*?)[ \t]*\((?P<user>[^()\n]+)\)[ \t]*$", re.MULTILINE)
FILES = re.compile(
    r"^[ \t]*Original filename:[ \t]*(?P<original>.*?)[ \t]*\r?\n"
    r"[ \t]*Filename:[ \t]*(?P<stored>.*?)[ \t]*$",
    re.MULTILINE,
)


def read(members: dict[str, object], roster: Roster, text: Callable[[str], str]) -> list[Piece]:
    """The files whose names are Blackboard's, receipts included; others are left out.

    Parameters
    ----------
    text : gives the text of a member
    """
    found = {m: match for m in members if (match := ATTEMPT.fullmatch(m.rpartition("/")[2]))}
    receipts: dict[str, tuple[str, str]] = {}  # user and name, by what stands before the file
    originals: dict[tuple[str, str], str] = {}  # by that and the name as it is stored
    for member, match in found.items():
        if match["file"] is None and (receipt := NAMED.search(said := text(member))):
            receipts[_key(match)] = receipt["user"], receipt["name"]
            for each in FILES.finditer(said):
                originals.setdefault((_key(match), each["stored"]), each["original"])
    titles = {
        before.removesuffix(f"_{told[0]}")
        for match in found.values()
        if (told := receipts.get(_key(match)))
        and (before := match["before"]).endswith(f"_{told[0]}")
    }
    titles = titles or _titles({match["before"] for match in found.values()}, roster)
    pieces = []
    for member, match in found.items():
        user, who = receipts.get(_key(match), ("", ""))
        user, why = (user, "") if user else _user(match["before"], titles, roster)
        stored = _key(match), member.rpartition("/")[2]
        file = originals.get(stored, match["file"] or "")
        ids = ({"login": user},)
        day, clock = match["when"][:10], match["when"][11:].replace("-", ":")
        pieces.append(Piece(member, file, ids, "", who or user, when=f"{day} {clock}", why_not=why))
    return pieces


def _key(match: re.Match[str]) -> str:
    return f"{match['before']}_{match['when']}"


def _titles(befores: Collection[str], roster: Roster) -> set[str]:
    """The assignment's title where no receipt tells it: what all names begin with.

    Of several such beginnings, that which leaves most people of the class.
    """
    parts = [before.split("_") for before in befores]
    people: dict[str, int] = {}
    for end in range(1, min(map(len, parts), default=0)):
        if len({tuple(each[:end]) for each in parts}) == 1:
            rests = ["_".join(each[end:]) for each in parts]
            title = "_".join(parts[0][:end])
            people[title] = sum(roster.find(login=rest) is not None for rest in rests)
    most = max(people.values(), default=0)
    best = {title for title, count in people.items() if count == most}
    return best if len(best) == 1 and most > 1 else set()


def _user(before: str, titles: Collection[str], roster: Roster) -> tuple[str, str]:
    """The user name at the end of ``{assignment}_{user}``, which can have a low line in it.

    Parameters
    ----------
    titles : the assignment's; empty where nothing tells it

    Returns
    -------
    str, str
        The name, and why it is not certain; "" where it is.
    """
    after = [before.removeprefix(f"{t}_") for t in titles if before.startswith(f"{t}_")]
    if len(after) == 1:
        return after[0], ""
    parts = before.split("_")
    ends = ["_".join(parts[n:]) for n in range(1, len(parts))]
    known = [end for end in ends if roster.find(login=end)]
    if len(known) > 1:
        return known[0], f"its name can be read as of the user {' or '.join(known)}"
    return (known or parts[-1:])[0], ""
