"""The figures of a report: SVG with a text alternative, in the colours of the page around it."""

import io
import re
from datetime import UTC, datetime
from html import escape
from typing import Any

import matplotlib as mpl
import matplotlib.dates as dates
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from grading.classroom.report.data import Assignment
from grading.classroom.report.statistics import Numbers
from grading.classroom.report.wording import points

__all__ = ["distribution", "times"]

# Matplotlib writes these colours; in the SVG the page's own variables take their places.
INK, BAR, LATE, LINE = "#010101", "#020202", "#030303", "#040404"
COLOURS = {
    INK: "var(--ink)",
    BAR: "var(--bar)",
    LATE: "var(--late)",
    LINE: "var(--line)",
}
STYLE: dict[Any, Any] = {
    "timezone": "UTC",
    "svg.fonttype": "none",
    "svg.hashsalt": "report",
    "font.family": "sans-serif",
    "font.size": 9.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "axes.axisbelow": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
    "grid.color": LINE,
}
SIZE = (5.2, 2.5)  # inches
MOST_BARS = 25
MOST_DAYS = 60  # from the middle: one wrong clock shall not press all the others together
CENTURIES = -25_000, 400_000  # days from 1970 between which Matplotlib can draw with some room
HEAD = re.compile(r"^.*?(?=<svg )|<metadata>.*?</metadata>", re.DOTALL)
NAMED = re.compile(r'(?<=\bid=")|(?<=href="#)|(?<=url\(#)')


def distribution(assignment: Assignment, found: Numbers) -> tuple[str, list[tuple[str, int]]]:
    """How many have how many points.

    Returns
    -------
    str
        The SVG.
    list of (str, int)
        The same as text: a range of points, and how many have them.
    """
    totals = [one.points for one in assignment.submissions]
    low, most = np.floor(min(0.0, *totals)), max(assignment.points, *totals)
    width = max(1, int(np.ceil((most - low + 1) / MOST_BARS)))
    edges = np.arange(low, most + width + 1e-9, width)
    counts, _ = np.histogram(totals, edges)
    with mpl.rc_context(STYLE):
        figure, axes = _axes("points", "students")
        axes.bar(edges[:-1] + (width - 1) / 2, counts, 0.86 * width, color=BAR)
        axes.axvline(found.total.median, color=INK, linestyle=(0, (4, 3)), linewidth=1.2)
        _label(axes, f"median {points(found.total.median)}", found.total.median)
        axes.set_xlim(edges[0] - 0.7, edges[-2] + width - 0.3)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
        axes.grid(axis="y", linewidth=0.6)
        described = (
            f"Histogram of the points of {found.total.n} submissions, "
            f"median {points(found.total.median)} of {points(assignment.points)}."
        )
        svg = _svg(figure, "distribution", "Points of the class", described)
    whole = width == 1 and all(total == round(total) for total in totals)
    ranges = [
        points(low) if whole else f"{points(low)} to under {points(low + width)}"
        for low in edges[:-1]
    ]
    return svg, list(zip(ranges, map(int, counts), strict=True))


def times(assignment: Assignment) -> tuple[str, int]:
    """Time of hand-in against points.

    Returns
    -------
    str
        The SVG; "" where no time is known.
    int
        How many stand at its edge, because their time is too far away from the others'.
    """
    known = [(_number(one.time), one) for one in assignment.submissions if one.time is not None]
    if not known:
        return "", 0
    middle = float(np.clip(np.median([when for when, _ in known]), *CENTURIES))
    first, last = middle - MOST_DAYS, middle + MOST_DAYS
    outside = sum(not first <= when <= last for when, _ in known)
    with mpl.rc_context(STYLE):
        figure, axes = _axes("handed in (UTC)", "points")
        for late, colour, marker in ((False, BAR, "o"), (True, LATE, "^")):
            those = [(when, one.points) for when, one in known if bool(one.late) is late]
            across = np.clip([when for when, _ in those], first, last)
            up = [earned for _, earned in those]
            axes.scatter(across, up, 22, color=colour, marker=marker, alpha=0.75)
        low, high = (edge(0.0, assignment.points, *axes.dataLim.intervaly) for edge in (min, max))
        axes.set_ylim(low - 0.05 * (high - low), high + 0.07 * (high - low))
        axes.grid(linewidth=0.6)
        if assignment.due and first <= (due := _number(assignment.due)) <= last:
            axes.axvline(due, color=INK, linestyle=(0, (4, 3)), linewidth=1.2)
            _label(axes, "due", due)
        if np.ptp(axes.dataLim.intervalx) == 0:  # all at once: an axis needs an extent
            axes.set_xlim(axes.dataLim.x0 - 0.5, axes.dataLim.x0 + 0.5)
        locator = dates.AutoDateLocator(minticks=3, maxticks=7)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
        many = sum(bool(one.late) for _, one in known)
        described = f"{len(known)} submissions by time and points; {many} were late."
        return _svg(figure, "times", "Time of hand-in and points", described), outside


def _axes(across: str, up: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.tick_params(length=0)
    return figure, axes


def _label(axes: Axes, text: str, x: float) -> None:
    """A word above a line."""
    axes.annotate(
        text, (x, 1), (0, 4), xycoords=("data", "axes fraction"), textcoords="offset points",
        ha="center",
    )  # fmt: skip


def _number(time: datetime) -> float:
    """A time of the gradebook on an axis of days."""
    return float(dates.date2num(time.replace(tzinfo=UTC)))


def _svg(figure: Figure, name: str, title: str, described: str) -> str:
    """The figure as an element for a page: its ids are its own, its colours the page's."""
    file = io.StringIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    text = HEAD.sub("", file.getvalue(), count=2)
    text = NAMED.sub(f"{name}-", text)
    for written, variable in COLOURS.items():
        text = text.replace(written, variable)
    label = (
        f'<title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-desc">{escape(described)}</desc>'
    )
    opening, rest = text.split(">", 1)
    opening = re.sub(r' (width|height)="[^"]*"', "", opening)
    role = f'role="img" aria-labelledby="{name}-title {name}-desc"'
    return f"{opening} {role}>{label}{rest}".strip()
