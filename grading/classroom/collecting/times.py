"""The time that a ``timestamp.txt`` or a deadline says: read as it is written, or not at all.

A time that is guessed wrongly makes somebody late, so what can be read in two ways is refused.
"""

import re
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from grading.text import shown

__all__ = ["names_zone", "utc_time", "zoned_time"]

EXAMPLE = "2026-03-02 18:30 +0200"
# Not from `calendar`, which speaks the language of the system.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Hours ahead of UTC.
OFFSETS = {
    "Z": 0, "UTC": 0, "UT": 0, "GMT": 0,
    "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "NST": -3.5, "NDT": -2.5, "EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "HDT": -9,
    "WAT": 1, "CAT": 2, "SAST": 2, "EAT": 3, "IDT": 3, "PKT": 5, "WIB": 7, "WITA": 8, "WIT": 9,
    "HKT": 8, "KST": 9, "JST": 9, "CHST": 10,
    "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
UNCLEAR = {
    "ADT": "-0300 or +0400",
    "AMT": "-0400 or +0400",
    "AST": "-0400 or +0300",
    "BST": "+0100 or +0600",
    "CDT": "-0500 or -0400",
    "CST": "-0600, -0500 or +0800",
    "ECT": "-0500 or -0400",
    "GST": "+0400 or -0200",
    "IST": "+0530, +0100 or +0200",
    "SST": "-1100 or +0800",
    "WST": "+0800 or +1300",
}

CLOCK = (
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?: ?(?P<half>[AP])\.?M\b\.?)?"
    r"(?: ?(?P<zone>[+-](?:0\d|1[0-4])(?::?[0-5]\d)?|[A-Z][A-Z\d_+/-]*))?"
)
WEEKDAY = r"(?:(?P<weekday>[A-Z]+),? )?"
FORMS = [
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)[T ]{CLOCK}",
        rf"{WEEKDAY}(?P<day>\d\d?) (?P<month>[A-Z]+)\.?,? (?P<year>\d{{4}}),? {CLOCK}",
        rf"{WEEKDAY}(?P<month>[A-Z]+)\.? (?P<day>\d\d?),? (?P<year>\d{{4}}),? {CLOCK}",
        # Blackboard's
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"-(?P<hour>\d\d)-(?P<minute>\d\d)-(?P<second>\d\d)",
    )
]
NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(?:\d{4}|\d\d)(?!\d)", re.ASCII)
PLACE = re.compile(
    r"[A-Z][A-Za-z]*(?:/[A-Z][A-Za-z\d_+-]*)+"
)  # a path: no dots, no right/ or posix/


class _Refused(Exception):
    """The text is no time; the message says why."""


def utc_time(text: str) -> tuple[datetime | None, str]:
    """The time that a ``timestamp.txt`` says.

    Parameters
    ----------
    text : of the file

    Returns
    -------
    datetime or None
        In UTC and without a zone, as nbgrader stores it; None where no time can be taken from it.
    str
        A sentence for the instructor; "" when there is nothing to say.
    """
    lines = text.removeprefix("\ufeff").strip().splitlines()
    text = " ".join("".join(lines[:1]).split())
    try:
        if len(lines) > 1:
            raise _Refused("it has several lines")
        if not text:
            return None, ""
        local, zone = _local(text)
        if not zone:
            return local, f"timestamp.txt names no time zone: {local} was taken as UTC."
        try:
            return local - _offset(local, zone), ""
        except OverflowError:
            raise _Refused(f"there is no such time as {_quoted(text)}") from None
    except _Refused as why:
        return None, f"No time was taken from timestamp.txt: {why}."


def zoned_time(text: str) -> datetime:
    """The time that a person sets, with the zone in which it was written.

    Raises
    ------
    ValueError
        With the reason, when none can be taken from `text`, or it names no zone.
    """
    text = " ".join(text.split())
    try:
        local, zone = _local(text)
        if not zone:
            raise _Refused(f"{_quoted(text)} names no time zone: write as in {EXAMPLE}")
        if not 2000 <= local.year < 3000:
            raise _Refused(f"{_quoted(text)} is in another millennium: write as in {EXAMPLE}")
        offset = _offset(local, zone)
    except _Refused as why:
        raise ValueError(str(why)) from None
    place = ZoneInfo(zone) if PLACE.fullmatch(zone) else timezone(offset, zone)
    return local.replace(tzinfo=place)


def names_zone(text: str) -> bool:
    """Whether a time says in which zone it is, or is none that could."""
    try:
        return bool(_local(" ".join(text.split()))[1])
    except _Refused:
        return True


def _local(text: str) -> tuple[datetime, str]:
    """The time on the clock that the writer saw, and the zone's name, "" without one."""
    matches = (form.fullmatch(text) for form in FORMS)
    found = next((match.groupdict() for match in matches if match), None)
    if found is None:
        order = NUMBERS.match(text)
        if order and int(order[1]) <= 12 and int(order[3]) <= 12:
            raise _Refused(
                f"day and month cannot be told apart in {_quoted(text)}: write as in {EXAMPLE}"
            )
        raise _no_form(text)
    named, half = not found["month"].isdecimal(), found.get("half")
    month = _number(MONTHS, found["month"], text) + 1 if named else int(found["month"])
    hour = int(found["hour"])
    # No hour of the day is out of the range from 1 to 12 where AM or PM is said.
    if half:
        hour = hour % 12 + 12 * (half in "pP") if 1 <= hour <= 12 else 24
    small = int((found.get("fraction") or "0").ljust(6, "0")[:6])
    numbers = int(found["year"]), month, int(found["day"]), hour, int(found["minute"])
    try:
        local = datetime(*numbers, int(found["second"] or 0), small)
    except ValueError:
        raise _Refused(f"there is no such time as {_quoted(text)}") from None
    if found.get("weekday"):
        said, true = DAYS[_number(DAYS, found["weekday"], text)], DAYS[local.weekday()]
        if said != true:
            raise _Refused(f"{local.date()} is a {true}, not a {said}")
    return local, found.get("zone") or ""


def _offset(local: datetime, zone: str) -> timedelta:
    """How far the clocks of `zone` were ahead of UTC when they showed `local`."""
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return -offset if zone[0] == "-" else offset
    if zone.upper() in OFFSETS:
        return timedelta(hours=OFFSETS[zone.upper()])
    if zone.upper() in UNCLEAR:
        meanings = UNCLEAR[zone.upper()]
        raise _Refused(f"{zone.upper()} can mean {meanings}: write the offset, as in {EXAMPLE}")
    unknown = f"no time zone is known as {shown(zone, 60)}: write the offset, as in {EXAMPLE}"
    if not PLACE.fullmatch(zone):
        raise _Refused(unknown)
    try:
        place = ZoneInfo(zone)
    except (LookupError, OSError, ValueError):  # a folder's name, such as America/Argentina
        raise _Refused(unknown) from None
    both = [local.replace(tzinfo=place, fold=fold) for fold in (0, 1)]
    before, after = (time.utcoffset() or timedelta() for time in both)
    if before < after:
        raise _Refused(f"the clocks of {zone} skipped {local}: write the offset")
    if before > after:
        raise _Refused(f"{local} came twice in {zone}: write the offset, as in {EXAMPLE}")
    return before


def _number(names: tuple[str, ...], name: str, text: str) -> int:
    """Which of `names` it is, written out or as three letters."""
    for number, known in enumerate(names):
        if name.lower() in (known.lower(), known[:3].lower()):
            return number
    raise _no_form(text)


def _no_form(text: str) -> _Refused:
    return _Refused(f"{_quoted(text)} has no form that is known here: write as in {EXAMPLE}")


def _quoted(text: str) -> str:
    return f"“{shown(text, 60)}”"
