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
    width = max(1, int(np.ceil((assignment.points + 1) / MOST_BARS)))
    most = max(assignment.points, *totals)
    edges = np.arange(0, most + width + 1e-9, width)
    counts, _ = np.histogram(totals, edges)
    with mpl.rc_context(STYLE):
        figure, axes = _axes("points", "students")
        axes.bar(edges[:-1] + (width - 1) / 2, counts, 0.86 * width, color=BAR)
        axes.axvline(found.total.median, color=INK, linestyle=(0, (4, 3)), linewidth=1.2)
        label = f"median {points(found.total.median)}"
        axes.annotate(
            label, (found.total.median, 1), (4, 4), xycoords=("data", "axes fraction"),
            textcoords="offset points", ha="center",
        )  # fmt: skip
        axes.set_xlim(-0.7, edges[-2] + width - 0.3)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
        axes.grid(axis="y", linewidth=0.6)
        described = (
            f"Histogram of the points of {found.total.n} submissions, "
            f"median {points(found.total.median)} of {points(assignment.points)}."
        )
        svg = _svg(figure, "distribution", "Points of the class", described)
    ranges = [
        points(low) if width == 1 else f"{points(low)} to under {points(low + width)}"
        for low in edges[:-1]
    ]
    return svg, list(zip(ranges, map(int, counts), strict=True))


def times(assignment: Assignment) -> str:
    """Time of hand-in against points, as SVG; "" where no time is known."""
    known = [one for one in assignment.submissions if one.time is not None]
    if not known:
        return ""
    with mpl.rc_context(STYLE):
        figure, axes = _axes("handed in (UTC)", "points")
        for late, colour, marker in ((False, BAR, "o"), (True, LATE, "^")):
            those = [one for one in known if bool(one.late) is late]
            when = [_number(one.time) for one in those if one.time]
            axes.scatter(
                when, [one.points for one in those], 22, color=colour, marker=marker, alpha=0.5
            )
        axes.set_ylim(-0.05 * assignment.points, 1.07 * assignment.points)
        axes.grid(linewidth=0.6)
        if assignment.due:
            axes.axvline(_number(assignment.due), color=INK, linestyle=(0, (4, 3)), linewidth=1.2)
            axes.annotate(
                "due", (_number(assignment.due), 1), (0, 4), xycoords=("data", "axes fraction"),
                textcoords="offset points", ha="center",
            )  # fmt: skip
        if np.ptp(axes.dataLim.intervalx) == 0:  # all at once: an axis needs an extent
            axes.set_xlim(axes.dataLim.x0 - 0.5, axes.dataLim.x0 + 0.5)
        locator = dates.AutoDateLocator(minticks=3, maxticks=7)
        axes.xaxis.set_major_locator(locator)
        axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator))
        many = sum(bool(one.late) for one in known)
        described = f"{len(known)} submissions by time and points; {many} were late."
        return _svg(figure, "times", "Time of hand-in and points", described)


def _axes(across: str, up: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_xlabel(across)
    axes.set_ylabel(up)
    axes.tick_params(length=0)
    return figure, axes


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
