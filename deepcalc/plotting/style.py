"""The look that all figures of the course share.

How to write a figure
---------------------
A figure is a function ``plot_<what>(…, ax=None)`` in the module of its topic.  It draws, says in
words what it drew, and returns the axes (or the figure, when there are several axes)::

    @styled
    def plot_parabola(slope=2.0, ax=None):
        \"\"\"One sentence: what the figure shows. …NumPy docstring…\"\"\"
        ax = axes(ax)                                       # or: figure, grid = panels(1, 2)
        x = np.linspace(-2, 2, 401)
        ax.plot(x, x**2, **line("function"))
        label(ax, "$f(x) = x^2$", (1.5, 2.25), "function")   # a direct label, not only a legend
        ax.set(xlabel="$x$", ylabel="$f(x)$")
        describe(ax, f"The parabola x squared; at x = 1 its slope is {number(slope)}.")
        return ax

and a notebook shows it, as the last line of a cell tagged ``demo``::

    dc.plotting.show(dc.plotting.plot_parabola())

Rules
-----
* Colour by *role*, with `line`, `point`, `label`, `COLOURS`: a function is blue and solid, its
  derivative vermilion and dashed, a gradient purple, a path of an optimiser black with dots.
  Class 0 is a blue circle, class 1 an orange triangle (`classes`).  Colour is never the only cue:
  the role also sets the line style or the marker, and curves carry direct labels.
* Never `plt.show`, never pyplot, never a change of the global ``rcParams``: `styled` sets the style
  while the function draws, and `axes` and `panels` make figures that nobody displays by accident.
* Every figure is shown on three kinds of page (`screens` has the style sheets).
  *Light*: as it is drawn, on white; each colour used for text has a contrast of 4.5 to 1 or more.
  *Dark*: the page turns the same picture, so that no second one is needed and a change of theme
  needs no kernel: white becomes JupyterLab's dark page, each colour keeps its hue and its distance
  from the page, and text its contrast.  A colour map is turned as a whole: what was nearest to the
  page still is.  So let no text speak of light and dark, or of black and white: say "shaded",
  "coloured", or name the mark's form.
  *Narrow*, below 600 pixels: the panels stand in one column, 360 pixels wide, arranged and drawn
  anew (`narrow`), so that text keeps its size.  It costs one more picture in a static figure, none
  in a widget, which draws what the page asks for.  Words that are too wide there get shorter ones
  by ``in_narrow(text, "…")``; a diagram that cannot be narrower is made with ``narrow=False``, is
  shown no smaller than text of 10 pixels needs, and scrolls sideways.  Where only the PNG is taken,
  as on GitHub, the wide layout on white stands alone.
* The tests draw every public figure and widget; one that needs arguments gets an example call in
  ``tests/deepcalc/conftest.py``.
* Sizes: ``WIDTH`` (7.2 inches) by about half of it; one inch is 100 pixels on the page, so text of
  10 points reads like the notebook's own.  Images are drawn twice as fine as that.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from deepcalc.plotting.narrow import in_narrow, stacks
from deepcalc.plotting.palette import (
    CLASS_COLOURS,
    CLASS_MAP,
    COLOURS,
    DPI,
    HEIGHT,
    LEVEL_MAP,
    LINES,
    MARKERS,
    PAGE_DPI,
    RC,
    WIDTH,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Annotation

__all__ = [
    "CLASS_COLOURS",
    "CLASS_MAP",
    "COLOURS",
    "DPI",
    "HEIGHT",
    "LEVEL_MAP",
    "PAGE_DPI",
    "WIDTH",
    "alt_text",
    "axes",
    "broken",
    "classes",
    "context",
    "describe",
    "figure_of",
    "in_narrow",
    "label",
    "line",
    "line_through",
    "number",
    "panels",
    "point",
    "styled",
]

Given = ParamSpec("Given")
Drawn = TypeVar("Drawn")


@contextmanager
def context() -> Iterator[None]:
    """Draw in the course's style inside a ``with`` block; nothing global is changed."""
    with mpl.rc_context(RC):
        yield


def styled(function: Callable[Given, Drawn]) -> Callable[Given, Drawn]:
    """Decorate a drawing function so that it draws in the course's style."""

    @functools.wraps(function)
    def wrapper(*args: Given.args, **kwargs: Given.kwargs) -> Drawn:
        with context():
            return function(*args, **kwargs)

    return wrapper


def panels(
    rows: int = 1,
    columns: int = 1,
    size: tuple[float, float] | None = None,
    narrow: bool = True,
    **subplots: Any,
) -> tuple[Figure, Any]:
    """Make a figure with a grid of axes, without pyplot.

    Parameters
    ----------
    rows, columns : int
        Shape of the grid.
    size : (width, height) in inches, optional
        One column is as wide as the page; a row is 3.6 in (one row) or 2.5 in (several) high.
    narrow : bool
        Whether a narrow page may set the panels below each other.
    **subplots
        Passed on to ``Figure.subplots`` (``sharex``, ``width_ratios``, ``subplot_kw``…).

    Returns
    -------
    figure, grid
        The figure, and one Axes or an array of them.
    """
    size = size or (WIDTH, HEIGHT if rows == 1 else 2.5 * rows)
    with context():
        figure = Figure(figsize=size, dpi=DPI, layout="constrained")
        FigureCanvasAgg(figure)
        stacks(figure, narrow)
        return figure, figure.subplots(rows, columns, **subplots)


def axes(
    ax: Axes | None = None,
    size: tuple[float, float] = (WIDTH, HEIGHT),
    narrow: bool = True,
    **kwargs: Any,
) -> Axes:
    """Return `ax`, or the axes of a new figure if there is none yet.

    ``narrow`` is that of `panels`; ``**kwargs`` go to ``add_subplot`` (``projection="3d"``,
    ``aspect="equal"``…).
    """
    if ax is not None:
        return ax
    return panels(size=size, narrow=narrow, subplot_kw=kwargs or None)[1]


def line(role: str = "function", **changes: Any) -> dict[str, Any]:
    """Keyword arguments of ``ax.plot`` for a line that plays `role`."""
    return {"color": COLOURS[role], **LINES[role], **changes}


def point(role: str = "function", **changes: Any) -> dict[str, Any]:
    """Keyword arguments of ``ax.plot`` for single points that play `role`."""
    defaults = {"marker": MARKERS[role], "markersize": 7, "linestyle": "none", "zorder": 5}
    edge = {} if role == "muted" else {"markeredgecolor": "white", "markeredgewidth": 1.2}
    return {"color": COLOURS[role], **defaults, **edge, **changes}


def classes(which: int, **changes: Any) -> dict[str, Any]:
    """Keyword arguments of ``ax.plot`` for points of class 0 (circles) or 1 (triangles)."""
    style = {"marker": "o^"[which], "markersize": (8, 9)[which], "color": CLASS_COLOURS[which]}
    edge = {"markeredgecolor": "white", "markeredgewidth": 1.2}
    return {**style, **edge, "linestyle": "none", "zorder": 5, **changes}


def line_through(
    ax: Axes,
    at: tuple[float, float],
    slope: float,
    ends: tuple[float, float],
    role: str = "derivative",
    **changes: Any,
) -> None:
    """Draw the straight line of a slope through the point `at`, between two values of x."""
    x = np.array(ends, dtype=float)
    ax.plot(x, at[1] + slope * (x - at[0]), **line(role, **changes))


def broken(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Cut a line where it jumps by much of its range, so that no false slope is drawn."""
    jumps = np.flatnonzero(np.abs(np.diff(y)) > 0.4 * max(np.ptp(y), 1e-12)) + 1
    return np.insert(x, jumps, np.nan), np.insert(y, jumps, np.nan)


def label(
    ax: Axes,
    text: str,
    at: tuple[float, float],
    role: str = "path",
    offset: tuple[float, float] = (6, 6),
    **changes: Any,
) -> Annotation:
    """Write `text` in the colour of `role` beside the point `at`.

    Parameters
    ----------
    at : (x, y)
        In data coordinates.
    offset : (right, up)
        Distance from the point, in typographic points.  A negative first number also sets the
        text to the left of the point, a negative second one below it, and 0 centres it.
    """
    side = {-1: "right", 0: "center", 1: "left"}[int(np.sign(offset[0]))]
    height = {-1: "top", 0: "center", 1: "bottom"}[int(np.sign(offset[1]))]
    settings: dict[str, Any] = {
        "color": COLOURS[role],
        "ha": side,
        "va": height,
        "zorder": 6,
        "path_effects": [withStroke(linewidth=3, foreground="white")],
    }
    return ax.annotate(
        text, at, xytext=offset, textcoords="offset points", **{**settings, **changes}
    )


def number(value: float, digits: int = 2) -> str:
    """Write a number for people: ``−0.50``, ``0.00`` (never −0.00), ``1.2e−07`` when tiny or huge.

    The minus is the real sign U+2212, which screen readers speak and fonts draw well.
    """
    value = float(value)
    if not np.isfinite(value):
        text = {"inf": "∞", "-inf": "-∞"}.get(str(value), "undefined")
    elif value != 0 and not 10.0**-digits <= abs(value) < 1e6:
        text = f"{value:.{max(digits - 1, 0)}e}"
    else:
        text = f"{value + 0.0:.{digits}f}"
    return text.replace("-", "−")


def describe(target: Axes | Figure, text: str) -> None:
    """Store the text alternative of a figure or of one of its axes.

    It says what the figure shows, with its numbers, in one to three sentences, to somebody who
    cannot see it: not "a plot of f", but what one is meant to notice.
    """
    target._deepcalc_alt = " ".join(text.split())  # type: ignore[union-attr]  # our own


def alt_text(target: Axes | Figure) -> str:
    """Return the text alternative: the figure's own, else that of its axes, one after another.

    Without any it is put together from the titles and the axes' labels.
    """
    figure = figure_of(target)
    if own := getattr(figure, "_deepcalc_alt", ""):
        return own
    told = [text for ax in figure.axes if (text := getattr(ax, "_deepcalc_alt", ""))]
    return " ".join(told or [_outline(ax) for ax in figure.axes] or ["An empty figure."])


def figure_of(target: Axes | Figure) -> Figure:
    """Return the figure that was meant: itself, or the one that the axes belong to."""
    if isinstance(target, Figure):
        return target
    figure = getattr(target, "figure", None)
    if isinstance(figure, Figure):
        return figure
    raise TypeError(
        f"a figure or axes are needed, as plot functions return them, not {type(target).__name__}"
    )


def _outline(ax: Axes) -> str:
    title = ax.get_title() or ax.get_title(loc="left") or "A plot"
    against = f" of {ax.get_ylabel()} against {ax.get_xlabel()}" if ax.get_xlabel() else ""
    return f"{title}{against}.".replace("$", "")
