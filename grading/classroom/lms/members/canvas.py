"""Canvas, "Download Submissions": ``{name}_{LATE_}{user}_{attachment}_{file}``, one folder."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from grading.classroom.collecting.roster import Person, Roster
from grading.classroom.lms.members.piece import Piece

__all__ = ["read"]

REST = re.compile(
    r"(?P<late>LATE_)?(?:(?P<user>\d+)|anon_(?P<anon>[0-9A-Za-z]+))_"
    r"(?:\d+_(?P<file>.+)|(?P<entry>text|link)\.html)",
    re.DOTALL,
)
NUMBER = re.compile(r"_(\d+)_")


@dataclass(frozen=True)
class _Reading:
    """One way to read a name: several are possible where names hold numbers."""

    prefix: str
    late: bool
    user: str
    anonymous: bool
    file: str


def read(members: dict[str, object], roster: Roster) -> list[Piece]:
    """The files whose names are Canvas's; those of other names are left out."""
    prefixes = {group: _cleaned(group) for group in roster.groups}
    found = []
    for member in members:
        readings = list(_readings(member.rpartition("/")[2]))
        if readings:
            found.append(_piece(member, readings, roster, prefixes))
    return found


def _readings(name: str) -> Iterator[_Reading]:
    """All ways to read a name, that with the shortest prefix first; none when it is another's."""
    seen = set()
    for start in (0, *(n + 1 for n, c in enumerate(name) if c == "_")):
        match = REST.fullmatch(name, start)
        # Only an anonymous file has nothing before its number, and it has never anything.
        if match is None or (start == 0) != bool(match["anon"]):
            continue
        file = match["file"] or f"{match['entry']}.html"
        user = match["user"] or match["anon"]
        if (user, file) not in seen:  # LATE_ can be read as part of the prefix, too
            seen.add((user, file))
            yield _Reading(name[: max(start - 1, 0)], bool(match["late"]), user, start == 0, file)


def _piece(
    member: str, readings: list[_Reading], roster: Roster, prefixes: dict[str, str]
) -> Piece:
    reading, group, why = readings[0], "", ""
    if reading.anonymous:
        ids = ({"anonymous": reading.user},)
        return Piece(member, reading.file, ids, "", f"anon_{reading.user}", reading.late)
    known = [r for r in readings if roster.find(canvas=r.user)]
    named = [r for r in known if r.prefix == _prefix(roster.find(canvas=r.user))]
    groups = [(r, g) for r in readings for g, prefix in prefixes.items() if r.prefix == prefix]
    # Who hands in for a group is in it; of several with one name, in one of another set.
    own = [(r, g) for r, g in groups if _may_be_in(roster.find(canvas=r.user), g)]
    if len(named) == 1:
        [reading] = named
    elif groups and not own:
        why = f"handed in for {groups[0][1]} by user {groups[0][0].user}, who is not in it"
    elif len(groups) == 1:
        [(reading, group)] = groups
    elif groups or (known and known != [reading]):
        users = " or ".join(r.user for r in readings[:3])
        why = f"its name can be read as that of user {users}: look in Canvas whose it is"
    ids = ({"canvas": reading.user},)
    return Piece(member, reading.file, ids, group, reading.prefix, reading.late, why_not=why)


def _may_be_in(person: Person | None, group: str) -> bool:
    return person is None or group in person.groups


def _prefix(person: Person | None) -> str | None:
    return _cleaned(f"{person.last_name}, {person.first_name}") if person else None


def _cleaned(name: str) -> str:
    """What Canvas makes of a name: letters, marks, digits and connectors, in small letters."""
    text = unicodedata.normalize("NFC", name).lower()
    kept = "".join(c for c in text if unicodedata.category(c)[0] in "LM" or _joins(c))
    return NUMBER.sub(r"\1", kept)


def _joins(character: str) -> bool:
    return unicodedata.category(character) in ("Nd", "Nl", "No", "Pc")
