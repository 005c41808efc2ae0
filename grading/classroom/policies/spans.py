"""Spans of time as people give them, "2 days", and the times that lie so much later."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

__all__ = ["SPANS", "Span", "aware", "naive", "read_span"]

SPANS = "such as 15 min, 36 hours, 2 days or 1 week"
UNITS = {
    "minute": timedelta(minutes=1), "hour": timedelta(hours=1),
    "day": timedelta(days=1), "week": timedelta(weeks=1),
}  # fmt: skip
SHORT = {"min": "minute", "mins": "minute", "h": "hour"}
SPAN = re.compile(r"\+? ?(\d{1,6}) ?([a-z]+)", re.ASCII | re.IGNORECASE)
MOST = timedelta(days=3660)


@dataclass(frozen=True)
class Span:
    """A span: days as a calendar has them, and what a clock measures.

    Parameters
    ----------
    days : each from one time to the same time on the next day, clocks changed or not
    clock : less than a day is measured, 36 hours as well
    """

    days: int = 0
    clock: timedelta = timedelta()

    def __bool__(self) -> bool:
        return bool(self.days or self.clock)

    def __str__(self) -> str:
        minutes = int(self.clock.total_seconds() // 60)
        hours, minutes = (0, minutes) if minutes % 60 else (minutes // 60, 0)
        parts = [(self.days, "day"), (hours, "hour"), (minutes, "minute")]
        return " ".join(f"{n} {unit}{'s' * (n != 1)}" for n, unit in parts if n) or "0 days"

    def after(self, start: datetime) -> datetime:
        """The time so much later than `start`, which has a zone.

        An hour that the clocks skip or repeat ends as late as it can.
        """
        day, folds = start + timedelta(days=self.days), (0, 1) if self.days else (start.fold,)
        late = max(day.replace(fold=fold).astimezone(UTC) for fold in folds)
        return (late + self.clock).astimezone(start.tzinfo)


def read_span(text: str) -> Span:
    """The span that `text` says, with or without a plus before it.

    Raises
    ------
    ValueError
        When it says none.
    """
    found = SPAN.fullmatch(" ".join(text.split()))
    name = found[2].lower() if found else ""
    unit = SHORT.get(name, name.removesuffix("s"))
    if found is None or unit not in UNITS or int(found[1]) * UNITS[unit] > MOST:
        raise ValueError(f"no span of time is known here as “{text}”: write one {SPANS}")
    amount = int(found[1]) * UNITS[unit]
    return Span(amount.days) if unit in ("day", "week") else Span(0, amount)


def naive(time: datetime) -> datetime:
    """A time with a zone as nbgrader keeps it: in UTC, and without one."""
    return time.astimezone(UTC).replace(tzinfo=None)


def aware(time: datetime) -> datetime:
    """A time of nbgrader's, with its zone."""
    return time.replace(tzinfo=UTC)
