"""What being late costs: "10% per day, at most 50%, nothing after 5 days", read and computed.

All is exact: shares and points are fractions, and what is taken off is rounded once, to a
hundredth of a point, a half of that in the student's favour.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_DOWN, Decimal
from fractions import Fraction

from grading.classroom.points import exact
from grading.classroom.policies.spans import Span, naive, read_span

__all__ = ["PENALTIES", "Amount", "Penalty", "read_penalty", "started_days"]

PENALTIES = "such as “10% per day, at most 50%”, “2 points per day, nothing after 3 days” or “none”"
AMOUNT = r"(?P<amount>\d{1,4}(?:\.\d{1,4})?) ?(?P<unit>%|points?)"
TAKEN = re.compile(rf"{AMOUNT}(?: (?:per|a|an|each) (?P<per>day|hour))?")
MOST = re.compile(rf"(?:at most|max\.?) {AMOUNT}")
END = re.compile(r"nothing(?: accepted)? after (?P<span>.+)")
HUNDREDTH = Decimal("0.01")
FAR = datetime(9000, 1, 1)  # a student may write any time, and days are counted beyond it


@dataclass(frozen=True)
class Amount:
    """Points, or a share of the points that were earned."""

    number: Fraction
    share: bool

    def of(self, score: Fraction) -> Fraction:
        """In points, of `score`."""
        return score * self.number / 100 if self.share else self.number


@dataclass(frozen=True)
class Penalty:
    """What is taken off.

    Parameters
    ----------
    taken : once, or for each unit of time that has begun
    per : "day", "hour" or "" for once
    most : never more than this; None for all
    end : nothing is accepted that comes later than so much after the due date; None for no end
    """

    taken: Amount = Amount(Fraction(0), False)
    per: str = ""
    most: Amount | None = None
    end: Span | None = None

    def of(self, score: float, due: datetime, stamp: datetime) -> float:
        """The points taken off `score`, of what was handed in at `stamp`, after `due`.

        Parameters
        ----------
        due : with its zone, in which its days are counted
        stamp : in UTC, without a zone

        Returns
        -------
        float
            Between 0 and the score, in hundredths.
        """
        whole = max(exact(score), Fraction(0))
        if self.end is not None and stamp > naive(self.end.after(due)):
            return float(whole)
        units = 1 if not self.per else _started_hours(due, stamp)
        if self.per == "day":
            units = started_days(due, stamp)
        points = units * self.taken.of(whole)
        if self.most is not None:
            points = min(points, self.most.of(whole))
        cents = Decimal(points.numerator) / Decimal(points.denominator)
        return min(float(cents.quantize(HUNDREDTH, ROUND_HALF_DOWN)), float(whole))


def started_days(due: datetime, stamp: datetime) -> int:
    """How many days after `due` have begun at `stamp`; the clock of its zone ends each of them."""
    stamp = min(stamp, FAR)
    days = max(0, (stamp - naive(due)) // timedelta(days=1) - 1)
    while stamp > naive(Span(days).after(due)):
        days += 1
    return days


def read_penalty(text: str) -> Penalty:
    """The penalty that `text` says.

    Raises
    ------
    ValueError
        When it says none.
    """
    words = " ".join(text.lower().split())
    if words == "none":
        return Penalty()
    taken, per, most, end = None, "", None, None
    for part in (part.strip() for part in re.split(r"[,;]", words)):
        if (found := TAKEN.fullmatch(part)) and taken is None:
            taken, per = _amount(found), found["per"] or ""
        elif (found := MOST.fullmatch(part)) and most is None:
            most = _amount(found)
        elif (found := END.fullmatch(part)) and end is None:
            end = read_span(found["span"])
        else:
            raise ValueError(
                f"“{part or text}” is no penalty that is known here: write one {PENALTIES}"
            )
    if taken is None and end is None:
        raise ValueError(f"“{text}” takes nothing off: write one {PENALTIES}")
    return Penalty(taken or Penalty().taken, per, most, end)


def _amount(found: re.Match[str]) -> Amount:
    share = found["unit"] == "%"
    number = Fraction(found["amount"])
    if share and number > 100:
        raise ValueError(f"{found['amount']}% is more than there is: write at most 100%")
    return Amount(number, share)


def _started_hours(due: datetime, stamp: datetime) -> int:
    return max(0, -((naive(due) - stamp) // timedelta(hours=1)))
