"""A time is read as it is written, or not at all."""

import locale
import zoneinfo
from collections import defaultdict
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grading.classroom.collecting.times import DAYS, MONTHS, OFFSETS, UNCLEAR, utc_time

ZONES = sorted(z for z in zoneinfo.available_timezones() if "/" in z and z[0].isupper())


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-03-02T18:30:00Z", "2026-03-02 18:30:00"),
        ("2026-03-02T18:30Z", "2026-03-02 18:30:00"),
        ("2026-03-02 18:30:00 UTC", "2026-03-02 18:30:00"),
        ("2026-03-02 18:30:00.123456 UTC", "2026-03-02 18:30:00.123456"),
        ("2026-03-02T18:30:00.5+02:00", "2026-03-02 16:30:00.500000"),
        ("2026-03-02T18:30:00,123456789Z", "2026-03-02 18:30:00.123456"),
        ("2026-03-02 18:30 +0200", "2026-03-02 16:30:00"),
        ("2026-03-02 18:30+02", "2026-03-02 16:30:00"),
        ("2026-03-02 18:30 -03:30", "2026-03-02 22:00:00"),
        ("2026-03-02 18:30 CET", "2026-03-02 17:30:00"),
        ("2026-03-02 18:30 CEST", "2026-03-02 16:30:00"),
        ("2026-03-02 18:30 cest", "2026-03-02 16:30:00"),
        ("2026-03-02 18:30 GMT", "2026-03-02 18:30:00"),
        ("2026-03-02 18:30 EST", "2026-03-02 23:30:00"),
        ("2026-03-02 18:30 EDT", "2026-03-02 22:30:00"),
        ("2026-03-02 18:30 PST", "2026-03-03 02:30:00"),
        ("2026-03-03 08:30 JST", "2026-03-02 23:30:00"),
        ("2026-03-02 18:30 Europe/Berlin", "2026-03-02 17:30:00"),
        ("2026-07-02 18:30 Europe/Berlin", "2026-07-02 16:30:00"),
        ("2026-07-02 18:30 America/Argentina/Buenos_Aires", "2026-07-02 21:30:00"),
        ("2 March 2026 18:30 CET", "2026-03-02 17:30:00"),
        ("Mon, 02 Mar 2026 18:30:00 +0100", "2026-03-02 17:30:00"),
        ("Mar 2, 2026 6:30 PM EST", "2026-03-02 23:30:00"),
        ("Mar 2, 2026, 6:30 p.m. EST", "2026-03-02 23:30:00"),
        ("Mar 2, 2026 6:30\N{NARROW NO-BREAK SPACE}PM EST", "2026-03-02 23:30:00"),
        ("Wednesday, January 31, 2024 12:30:10 PM CET", "2024-01-31 11:30:10"),
        ("January 31, 2024 12:30 AM UTC", "2024-01-31 00:30:00"),
        ("\ufeff2026-03-02 18:30 UTC\r\n", "2026-03-02 18:30:00"),
        ("  2026-03-02 18:30 UTC\n\n", "2026-03-02 18:30:00"),
    ],
)
def test_time_with_a_zone_is_read_without_a_word(text, utc):
    assert utc_time(text) == (datetime.fromisoformat(utc), "")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-03-02-19-01-01", "2026-03-02 19:01:01"),
        ("2026-03-02 19:01:01.25", "2026-03-02 19:01:01.250000"),
        ("2 March 2026 6:30 PM", "2026-03-02 18:30:00"),
    ],
)
def test_time_without_a_zone_is_utc_and_said_to_be(text, utc):
    note = f"timestamp.txt names no time zone: {utc} was taken as UTC."
    assert utc_time(text) == (datetime.fromisoformat(utc), note)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-03-02 18:30 CST", "CST can mean -0600, -0500 or +0800: write the offset"),
        ("2026-03-02 18:30 IST", "IST can mean +0530, +0100 or +0200: write the offset"),
        ("2026-03-02 18:30 bst", "BST can mean +0100 or +0600: write the offset"),
        ("2026-03-02 18:30 AST", "AST can mean -0400 or +0300: write the offset"),
        ("2026-03-02 18:30 XYZ", "no time zone is known as XYZ"),
        ("2026-03-02 18:30 Europe/Atlantis", "no time zone is known as Europe/Atlantis"),
        ("2026-03-02 18:30 America/Argentina", "no time zone is known as America/Argentina"),
        ("2026-03-02 18:30 right/Europe/Berlin", "no time zone is known as right/Europe/Berlin"),
        ("2026-03-02 18:30 Europe/../Europe/Berlin", "“2026-03-02 18:30 Europe/../Europe/Berlin”"),
        ("2026-03-29 02:30 Europe/Berlin", "the clocks of Europe/Berlin skipped 2026-03-29 02:30"),
        ("2026-10-25 02:30 Europe/Berlin", "2026-10-25 02:30:00 came twice in Europe/Berlin"),
        ("Tuesday, March 2, 2026 18:30 CET", "2026-03-02 is a Monday, not a Tuesday"),
        ("Funday, March 2, 2026 18:30 CET", "“Funday, March 2, 2026 18:30 CET” has no form"),
        ("2 Mars 2026 18:30 CET", "“2 Mars 2026 18:30 CET” has no form"),
        ("03/02/2026", "day and month cannot be told apart"),
        ("03/02/2026 18:30 UTC", "day and month cannot be told apart"),
        ("2.3.2026 18:30 UTC", "day and month cannot be told apart"),
        ("02-03-26 18:30", "day and month cannot be told apart"),
        ("31.12.2026 18:30 UTC", "“31.12.2026 18:30 UTC” has no form that is known"),
        ("2026-02-30 18:30 UTC", "there is no such time as “2026-02-30 18:30 UTC”"),
        ("2026-03-02 24:30 UTC", "there is no such time as"),
        ("2026-03-02 18:30 PM UTC", "there is no such time as"),
        ("2026-03-02 0:30 PM UTC", "there is no such time as"),
        ("0001-01-01 00:30 +0200", "there is no such time as"),
        ("2026-03-02 18:30 +2000", "has no form that is known"),
        ("2026-03-02 18:30 UTC+2", "no time zone is known as UTC+2"),
        ("2026-03-02", "has no form that is known"),
        ("2026-03-02 18:30 UTC\n2026-03-03 18:30 UTC", "it has several lines"),
        ("2026-03-02 18:30 UTC…", "has no form that is known"),
        ("٢٠٢٦-٠٣-٠٢ 18:30 UTC", "has no form that is known"),
        ("yesterday evening", "“yesterday evening” has no form that is known"),
        ("\x1b[2Jnow\u202e", "“\ufffd[2Jnow\ufffd” has no form that is known"),
        ("9" * 300, "9…” has no form that is known"),
        ("1" * 48 + "h1111111111111", "has no form that is known"),
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_refused_with_a_reason(text, why):
    time, note = utc_time(text)
    assert time is None
    assert note.startswith("No time was taken from timestamp.txt: ") and why in note
    assert note.endswith(".") and note.isprintable() and len(note) < 250


@pytest.mark.parametrize("text", ["", " \r\n", "\ufeff"])
def test_nothing_is_no_time_and_nothing_to_tell(text):
    assert utc_time(text) == (None, "")


def iso(local, zone):
    return f"{local.isoformat()}{zone}"


def blank(local, zone):
    return f"{local.isoformat(' ')} {zone}"


def english(local, zone):
    day = f"{DAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]} {local.year:04}"
    return f"{day} {local.time().isoformat()} {zone}"


def american(local, zone):
    day = f"{MONTHS[local.month - 1][:3]} {local.day}, {local.year:04}"
    clock = f"{(local.hour + 11) % 12 + 1}{local.time().isoformat()[2:]}"
    return f"{day} {clock} {'PM' if local.hour >= 12 else 'AM'} {zone}"


@given(
    local=st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)),
    minutes=st.integers(-14 * 60 - 59, 14 * 60 + 59),
    colon=st.sampled_from(["", ":"]),
    form=st.sampled_from([iso, blank, english, american]),
)
def test_every_form_gives_the_instant_that_was_written(local, minutes, colon, form):
    offset = timedelta(minutes=minutes)
    sign, (hours, rest) = "-+"[minutes >= 0], divmod(abs(minutes), 60)
    read, note = utc_time(form(local, f"{sign}{hours:02}{colon}{rest:02}"))
    assert note == ""
    expected = local.replace(tzinfo=timezone(offset)).astimezone(UTC)
    assert read == expected.replace(tzinfo=None)


@given(
    utc=st.datetimes(datetime(1970, 1, 2), datetime(2037, 12, 30)),
    zone=st.sampled_from(ZONES),
    form=st.sampled_from([blank, english, american]),
)
def test_every_named_zone_gives_the_instant_or_says_that_there_are_two(utc, zone, form):
    local = utc.replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(zone))
    assume(local.utcoffset() % timedelta(seconds=1) == timedelta())
    read, note = utc_time(form(local.replace(tzinfo=None), zone))
    twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    assert (read is None) == twice
    assert ("came twice" in note) == twice
    assert twice or (read, note) == (utc, "")


@given(utc=st.datetimes(datetime(2, 1, 1)), name=st.sampled_from(sorted(OFFSETS)))
def test_every_abbreviation_gives_its_offset(utc, name):
    assume(utc < datetime(9999, 12, 30))
    local = utc + timedelta(hours=OFFSETS[name])
    assert utc_time(blank(local, name)) == (utc, "")


def test_abbreviations_are_those_of_one_offset():
    """What the time zone database says of 2026; PST is also Manila's, and read as America's."""
    offsets = defaultdict(set)
    for zone in map(zoneinfo.ZoneInfo, ZONES):
        for month in range(1, 13):
            time = datetime(2026, month, 15, tzinfo=UTC).astimezone(zone)
            offsets[time.tzname().upper()].add(time.utcoffset() / timedelta(hours=1))
    offsets["PST"] -= {8.0}
    assert not OFFSETS.keys() & UNCLEAR.keys()
    for name, found in offsets.items():
        assert name not in OFFSETS or found == {OFFSETS[name]}, name
        assert not name.isalpha() or name in OFFSETS or name in UNCLEAR, name


def test_months_are_english_whatever_the_locale():
    before = locale.setlocale(locale.LC_TIME)
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_TIME, name)
        except locale.Error:
            continue
        try:
            assert utc_time("2 March 2026 18:30 CET")[0] == datetime(2026, 3, 2, 17, 30)
        finally:
            locale.setlocale(locale.LC_TIME, before)
