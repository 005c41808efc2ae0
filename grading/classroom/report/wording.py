"""The numbers of a report in sentences."""

from datetime import datetime

from grading.classroom.report.data import Assignment
from grading.classroom.report.outcomes import BLANK, UNKNOWN
from grading.classroom.report.statistics import FEW, Item, Numbers, Spread

__all__ = ["caution", "lost", "moment", "percent", "points", "punctuality", "signed", "spread"]


def points(number: float) -> str:
    """Points with one decimal at most."""
    return f"{round(number, 1):g}"


def percent(share: float | None) -> str:
    """A share as a whole percentage; "–" where there is none."""
    return "–" if share is None else f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def moment(time: datetime) -> str:
    """A time of the gradebook, which is UTC."""
    return f"{time:%Y-%m-%d %H:%M} UTC"


def caution(n: int) -> str:
    """A warning where there are few submissions, else ""."""
    if n >= FEW:
        return ""
    return f"The numbers are small: {_submissions(n)}. One student more would change them."


def spread(total: Spread, possible: float) -> str:
    """How the totals are spread."""
    if total.n == 1:
        return f"{points(total.mean)} of {points(possible)} points."
    return (
        f"{points(total.mean)} of {points(possible)} points on average; "
        f"half of the class has at least {points(total.median)}, and the middle half "
        f"{points(total.lower_quartile)} to {points(total.upper_quartile)}."
    )


def lost(item: Item) -> str:
    """What an exercise cost the class, and by which mistake most of all."""
    share = percent(item.lost / item.possible) if item.possible else "–"
    said = f"{points(item.lost)} of {points(item.possible)} points lost ({share})"
    if item.blank:
        said += f", {item.blank} of {item.n} did not attempt it"
    others = [count for count in item.counts if count.outcome.kind not in (BLANK, UNKNOWN)]
    most = item.mistake or max(others, key=lambda count: count.count, default=None)
    if most is None:
        return f"{said}."
    text = f"{most.outcome.text.rstrip('.')}."
    if most.count == 1 and len(others) > 1:
        return f"{said}; no mistake stands out, one of {len(others)} is: {text}"
    which = (
        "the most frequent mistake was"
        if item.mistake
        else "the most frequent mistake has no name and was"
    )
    return f"{said}; {which} made by {most.count} of {item.n}: {text}"


def signed(number: float) -> str:
    """A correlation with two digits and a minus that is one."""
    return f"{number:.2f}".replace("-", "−")


def punctuality(assignment: Assignment, found: Numbers) -> list[str]:
    """When it was handed in, and whether those who were late have fewer points."""
    n, when = len(assignment.submissions), found.punctuality
    if not when.known:
        return ["No time of hand-in is known."]
    said = [] if when.known == n else [f"The time is known for {when.known} of {n}."]
    if assignment.due is None:
        return [*said, "The gradebook has no due date."]
    said.append(f"Due {moment(assignment.due)}; {when.late} of {when.known} were late.")
    if when.median_late is not None and when.median_on_time is not None:
        median, others = points(when.median_late), points(when.median_on_time)
        said.append(f"The median of the late ones is {median} points, that of the others {others}.")
    return said


def _submissions(n: int) -> str:
    return f"{n} submission{'s' * (n != 1)}"
