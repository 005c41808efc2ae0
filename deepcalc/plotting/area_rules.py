"""Figures of notebook 01 about products and quotients: rectangles whose sides grow.

All numbers are measured on the functions given; no formula of a derivative stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from deepcalc.plotting.style import (
    COLOURS,
    axes,
    describe,
    in_narrow,
    label,
    number,
    panels,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_product_rule", "plot_quotient_rule"]

Function = Callable[[Any], Any]
HATCH = {"function": "", "derivative": "//", "secondary": "\\\\", "path": "xx"}
FILL = {"function": "#dce8f3", "derivative": "#f8ded2", "secondary": "#d6ebe6", "path": "#ffffff"}


@styled
def plot_product_rule(
    u: Function, v: Function, x0: float, steps: Sequence[float] = (0.5, 0.1)
) -> Figure:
    """A rectangle with the sides u and v that grow: two strips and a corner.

    Parameters
    ----------
    u, v : positive growing functions of a number, the width and the height
    x0 : float
        Where the growth begins.
    steps : sequence of float
        How far x moves on, a panel for each.
    """
    figure, grid = panels(1, len(steps), size=(7.2, 3.0), sharex=True, sharey=True, squeeze=False)
    width, height = float(u(x0)), float(v(x0))
    told = []
    for k, (ax, h) in enumerate(zip(grid.flat, steps, strict=True)):
        du, dv = float(u(x0 + h)) - width, float(v(x0 + h)) - height
        _box(ax, (0, 0), width, height, "function", "$u\\,v$")
        _box(ax, (width, 0), du, height, "derivative", "$v\\,\\Delta u$" if k == 0 else "")
        _box(ax, (0, height), width, dv, "secondary", "$u\\,\\Delta v$" if k == 0 else "")
        _box(ax, (width, height), du, dv, "path", "$\\Delta u\\,\\Delta v$" if k == 0 else "")
        ax.set(title=f"step $h$ = {number(h)}", xlabel="width $u$", aspect="equal")
        ax.autoscale_view()
        told.append(
            f"""for the step {number(h)} a strip of {number(height * du)} at the side, one of
            {number(width * dv)} on top and a corner of {number(du * dv)}"""
        )
    grid[0, 0].set_ylabel("height $v$")
    described = "; ".join(told)
    describe(
        figure,
        f"""A rectangle of width u = {number(width)} and height v = {number(height)} whose sides
        both grow. The added areas are, {described}.""",
    )
    return figure


@styled
def plot_quotient_rule(
    f: Function, g: Function, x0: float, h: float, ax: Axes | None = None
) -> Axes:
    """A rectangle of area f with the side g: as g grows, the other side f / g gives way.

    Parameters
    ----------
    f, g : positive functions of a number, the area and the width
    x0, h : float
        Where the step begins, and its width; g must grow and f / g must shrink over it.
    """
    ax = axes(ax, size=(7.2, 2.8))
    wide, wider = float(g(x0)), float(g(x0 + h))
    high, lower = float(f(x0)) / wide, float(f(x0 + h)) / wider
    _box(ax, (0, 0), wide, lower, "function", "stays")
    _box(ax, (0, lower), wide, high - lower, "derivative", "lost on top")
    _box(ax, (wide, 0), wider - wide, lower, "secondary", "won at\nthe side", "won\nat the\nside")
    ax.autoscale_view()
    ax.set(xlabel="width $g$", ylabel="height $q = f / g$", ylim=(0, 1.1 * high))
    lost, won = wide * (high - lower), lower * (wider - wide)
    area, later = number(f(x0)), number(f(x0 + h))
    grows = f"while the area stays {area}" if area == later else f"and the area to {later}"
    describe(
        ax,
        f"""A rectangle of area f = {area} and width g = {number(wide)}, so of the height
        {number(high)}. The width grows to {number(wider)}, {grows}: the
        height falls to {number(lower)}. A strip of {number(lost)} is lost on top and one of
        {number(won)} is won at the side.""",
    )
    return ax


def _box(
    ax: Axes,
    at: tuple[float, float],
    width: float,
    height: float,
    role: str,
    text: str,
    narrow: str = "",
) -> None:
    """Draw one part of an area, with its name in the middle."""
    look: dict[str, Any] = {
        "facecolor": FILL[role],
        "edgecolor": COLOURS[role],
        "hatch": HATCH[role],
    }
    ax.add_patch(Rectangle(at, width, height, linewidth=1.4, zorder=2, **look))
    if text:
        middle = (at[0] + width / 2, at[1] + height / 2)
        card = {"boxstyle": "round,pad=0.25", "facecolor": "white", "edgecolor": "none"}
        written = label(ax, text, middle, role, (0, 0), bbox=card)
        if narrow:
            in_narrow(written, narrow)
