"""Figures of notebook 01 about the rules for sums, constant factors and mirror images.

All numbers are measured on the functions given; no formula of a derivative stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.plotting.style import (
    COLOURS,
    axes,
    describe,
    in_narrow,
    label,
    line,
    line_through,
    number,
    panels,
    point,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_mirror", "plot_sum_rule"]

Function = Callable[[Any], Any]


@styled
def plot_sum_rule(
    f: Function, g: Function, x0: float, h: float, c: float, ends: tuple[float, float]
) -> Figure:
    """Two curves stacked, and one curve stretched: what becomes of their rises over one step.

    Parameters
    ----------
    f, g : positive functions acting elementwise on arrays
    x0, h : float
        Where the step begins, and its width.
    c : float
        The factor by which f is stretched in the right panel.
    ends : (low, high)
        Ends of the x axis.
    """
    figure, (left, right) = panels(1, 2, sharex=True)
    x = np.linspace(*ends, 201)
    left.fill_between(x, f(x), color="#dce8f3")
    left.fill_between(x, f(x), f(x) + g(x), color="#d6ebe6")
    rise_f, rise_g = (float(k(x0 + h) - k(x0)) for k in (f, g))
    for ax, upper, name, rise, title in (
        (left, lambda t: f(t) + g(t), "$f + g$", f"{number(rise_f)} + {number(rise_g)}",
         "One curve on top of another"),
        (right, lambda t: c * f(t), f"${c:g}\\,f$", f"{c:g} · {number(rise_f)}",
         "One curve, stretched"),
    ):  # fmt: skip
        for curve, role, text, up in (
            (f, "function", "$f$", number(rise_f)),
            (upper, "secondary", name, rise),
        ):
            ax.plot(x, curve(x), **line(role))
            label(ax, text, (x0 / 2, float(curve(x0 / 2))), role, (-4, 8))
            _step(ax, curve, x0, h, up)
        ax.set(title=title, xlabel="$x$", ylim=(0, None))
    left.set_ylabel("height")
    describe(
        figure,
        f"""Left: the curve f, and g stacked on top of it. From x = {number(x0)} to
        {number(x0 + h)} f rises by {number(rise_f)}, g by {number(rise_g)}, and the sum by both
        together, {number(rise_f + rise_g)}. Right: f and {c:g} times f. Over the same step the
        stretched curve rises {c:g} times as much as f, by {number(c * rise_f)}.""",
    )
    return figure


@styled
def plot_mirror(
    f: Function,
    x0: float,
    reach: float = 2.0,
    names: tuple[str, str] = ("e^{z}", "e^{-z}"),
    ax: Axes | None = None,
) -> Axes:
    """A curve f(x) and its mirror image f(−x), with tangents at mirrored places.

    Parameters
    ----------
    f : function acting elementwise on arrays
    x0 : float
        Where the tangent of f touches; that of the mirror image touches at −x0.
    reach : float
        Ends of the x axis, to both sides.
    names : (str, str)
        What the curve and its mirror image are called.
    """
    ax = axes(ax, size=(7.2, 3.2))
    x = np.linspace(-reach, reach, 401)
    y0, slope = float(f(x0)), float(derivative(f, x0))
    ax.plot(x, f(x), **line("function"))
    ax.plot(x, f(-x), **line("secondary"))
    for side, what in zip((1, -1), names, strict=True):
        at = side * x0
        ends = (at - 0.55, at + 0.55)
        line_through(ax, (at, y0), side * slope, ends, "derivative")
        ax.plot(at, y0, **point("path"))
        words = f"slope {number(side * slope)}"
        written = label(ax, words, (at, y0), "derivative", (side * 12, -6))
        in_narrow(written, words.replace(" ", "\n"))
        role = "function" if side > 0 else "secondary"
        label(ax, f"${what}$", (side * 0.9 * reach, float(f(0.9 * reach))), role, (-side * 10, 0))
    ax.axvline(0, color=COLOURS["muted"], linewidth=0.8)
    ax.set(xlabel="$z$", ylabel="value")
    told = [name.replace("{", "").replace("}", "").replace("-", "−") for name in names]
    describe(
        ax,
        f"""The curve {told[0]} and its mirror image {told[1]}, left and right exchanged. At
        z = {number(x0)} the curve has the slope {number(slope)}; at z = {number(-x0)} its image has
        the same height and the slope {number(-slope)}.""",
    )
    return ax


def _step(ax: Axes, f: Function, x0: float, h: float, rise: str) -> None:
    """Draw one step to the right and up along a curve, with its rise."""
    y0, y1 = float(f(x0)), float(f(x0 + h))
    ax.plot([x0, x0 + h, x0 + h], [y0, y0, y1], **line("derivative", linewidth=1.6))
    ax.plot([x0, x0 + h], [y0, y1], **point("path", markersize=5))
    label(ax, f"up {rise}", (x0 + h, (y0 + y1) / 2), "derivative", (6, -4))
