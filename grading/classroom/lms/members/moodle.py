"""Moodle, "Download all submissions": ``{name}_{number}_assignsubmission_file…``."""

import re
from collections import Counter

from grading.classroom.collecting.roster import Roster
from grading.classroom.lms.members.piece import Piece, words

__all__ = ["read"]

# The outermost folder that is named so: those in it, and the file, are named by the student.
NAME = re.compile(
    r"(?:.*?/)??(?P<who>[^_/]+?)(?:_(?P<number>\d+))?_assignsubmission_(?P<plugin>[a-z0-9]+?)"
    r"(?:_?/|_)(?P<file>.+)",
    re.DOTALL,
)
REMOVED = re.compile(r"""[&<>"'\\|:/`\x00-\x1f\x7f]""")  # from the names of people and groups


def read(members: dict[str, object], roster: Roster, assignment: str) -> list[Piece]:
    """The files whose names are Moodle's; those of other names are left out.

    The number is the participant's, which each assignment has its own of, and where teams hand in
    the group's: only the name tells them apart.
    """
    found = [(member, match) for member in members if (match := NAME.fullmatch(member))]
    whos = Counter(match["who"] for _, match in found)
    numbers = {match["number"] for _, match in found}
    groups: dict[str, list[str]] = {}
    for group in roster.groups:
        groups.setdefault(_cleaned(group), []).append(group)
    # With blind marking they all have one name, the word "Participant" of whatever language.
    one = len(whos) == 1 and not whos.keys() & groups.keys()
    blind = one and (len(numbers) > 1 or "Participant" in whos)
    return [
        _piece(member, match, roster, assignment, groups.get(match["who"], []), blind)
        for member, match in found
    ]


def _piece(
    member: str, match: re.Match[str], roster: Roster, assignment: str, groups: list[str],
    blind: bool,
) -> Piece:  # fmt: skip
    who, number, group, why = match["who"], match["number"] or "", "", ""
    person = roster.find(assignment, moodle=number)
    # Before 4.1 a team's name and a hyphen come before the person's.
    name = words(_cleaned(person.name)) if person else frozenset()
    fits = bool(name) and name <= words(who)
    if not (blind or fits):
        if len(groups) == 1:
            [group] = groups
        elif groups:
            why = f"several groups are called {who} there: rename one"
        elif not number:
            why = "handed in for a team, of which it does not say which"
        elif person is not None:
            named = f"{person.name} in the worksheet" if name else "without a name in the roster"
            why = f"participant {number} is {named}: a team's number?"
    ids = () if group else ({"moodle": number},)
    return Piece(member, match["file"], ids, group, who, why_not=why)


def _cleaned(name: str) -> str:
    """What Moodle makes of a name within a file's."""
    return REMOVED.sub("", name).replace("_", " ")
