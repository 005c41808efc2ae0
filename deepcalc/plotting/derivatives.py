"""Figures of notebook 01: slopes, secants and tangents.

Derivatives are drawn from the functions given, or by finite differences; no formula of a
derivative stands here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.plotting.style import (
    axes,
    broken,
    describe,
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

__all__ = [
    "plot_gallery",
    "plot_neuron",
    "plot_secants",
    "plot_tangent",
]

Function = Callable[[Any], Any]


@styled
def plot_neuron(
    activation: Function, x: float = 2.0, b: float = -1.0, w0: float = 0.8, name: str = "g"
) -> Figure:
    """A neuron's output against its weight: a line without activation, a curve with one.

    Parameters
    ----------
    activation : function acting elementwise, such as ``np.tanh``
    x, b : float
        Input and bias of the neuron z = x·w + b.
    w0 : float
        Weight at which the slopes are drawn.
    name : str
        Symbol of the activation, as in g(z).
    """
    figure, (left, right) = panels(1, 2, sharex=True)
    w = np.linspace(w0 - 3, w0 + 3, 401)
    z0 = x * w0 + b

    left.plot(w, x * w + b, **line("function"))
    left.plot(w0, z0, **point("path"))
    run = 1.0
    left.plot([w0, w0 + run, w0 + run], [z0, z0, z0 + x * run], **line("derivative"))
    label(left, f"{number(run)} right", (w0 + run, z0), "derivative", (0, -6))
    label(left, f"{number(x * run)} up", (w0 + run, z0 + x * run / 2), "derivative", (6, -4))
    left.set(title=f"Linear: the slope is {number(x)} everywhere", xlabel="$w$")
    left.set_ylabel("$z = x\\,w + b$")

    slope = derivative(lambda v: activation(x * v + b), w0)
    a0 = float(activation(np.asarray(z0)))
    right.plot(w, activation(x * w + b), **line("function"))
    bottom, top = right.get_ylim()
    line_through(right, (w0, a0), slope, (w0 - 1.3, w0 + 1.3), "derivative")
    right.plot(w0, a0, **point("path"))
    margin = 0.12 * (top - bottom)
    right.set_ylim(bottom - margin, top + margin)
    label(right, f"slope {number(slope)} here", (w0, a0), "derivative", (10, -12))
    right.set(title="Curved: the slope depends on $w$", xlabel="$w$", ylabel=f"$a = {name}(z)$")
    describe(
        figure,
        f"""Two graphs of a neuron's output against its weight w, for the input x = {number(x)} and
        the bias b = {number(b)}. Left, without activation: a straight line of slope {number(x)}.
        Right, with the activation {name}: a curve, steep in one place and
        flatter in others, with its tangent at w = {number(w0)}, of slope {number(slope)}.""",
    )
    return figure


@styled
def plot_tangent(
    f: Function,
    df: Function | None,
    x0: float,
    low: float | None = None,
    high: float | None = None,
    name: str = "f",
    ax: Axes | None = None,
) -> Axes:
    """A curve and its tangent at one point.

    Parameters
    ----------
    f : function acting elementwise on arrays
    df : its derivative; None for finite differences
    x0 : float
        Where the tangent touches.
    low, high : float, optional
        Ends of the x axis; two units to either side of `x0`, if not given.
    name : str
        Symbol of the function, as in f(x).
    """
    ax = axes(ax)
    low, high = x0 - 2 if low is None else low, x0 + 2 if high is None else high
    y0, slope = float(f(x0)), float(derivative(f, x0) if df is None else df(x0))
    _curve(ax, f, low, high)
    line_through(ax, (x0, y0), slope, (low, high), "derivative")
    ax.plot(x0, y0, **point("path"))
    label(ax, f"slope {number(slope)}", (x0, y0), "derivative", (12, -8) if slope >= 0 else (12, 8))
    ax.set(xlabel="$x$", ylabel=f"${name}(x)$")
    describe(
        ax,
        f"""The curve {_plain(name)}(x) for x from {number(low)} to {number(high)} and its
        tangent, which touches it at x = {number(x0)}, {_plain(name)}(x) = {number(y0)}, with the
        slope {number(slope)}.
        Close to that point the two can hardly be told apart.""",
    )
    return ax


@styled
def plot_secants(
    f: Function,
    x0: float = 1.0,
    steps: Sequence[float] = (1.5, 0.75, 0.25),
    low: float | None = None,
    high: float | None = None,
    name: str = "f",
    ax: Axes | None = None,
) -> Axes:
    """Secant lines through x0 and x0 + h that turn into the tangent as h shrinks.

    Parameters
    ----------
    f : function acting elementwise on arrays
    x0 : float
        The point that all lines share.
    steps : sequence of float
        The values of h, from the widest to the narrowest.
    low, high : float, optional
        Ends of the x axis; they follow from `x0` and `steps`, if not given.
    name : str
        Symbol of the function.
    """
    ax = axes(ax)
    low = x0 - 1.5 if low is None else low
    high = x0 + 1.25 * max(steps) if high is None else high
    y0 = float(f(x0))
    _curve(ax, f, low, high)
    bottom, top = ax.get_ylim()
    told = []
    styles = [(0, (1, 1.5)), (0, (6, 1.5, 1.2, 1.5)), (0, (9, 2))]
    for k, h in enumerate(steps):
        slope = (float(f(x0 + h)) - y0) / h
        line_through(
            ax, (x0, y0), slope, (low, high), "secondary", linewidth=1.5, linestyle=styles[k % 3]
        )
        ax.plot(x0 + h, f(x0 + h), **point("secondary"))
        text = f"h = {number(h)}: slope {number(slope)}"
        label(ax, text, (x0 + h, float(f(x0 + h))), "secondary", (-8, 6))
        told.append(text)
    slope = derivative(f, x0)
    line_through(ax, (x0, y0), slope, (low, high), "derivative")
    ax.plot(x0, y0, **point("path"))
    label(ax, f"tangent: slope {number(slope)}", (x0, y0), "derivative", (10, -10))
    room = 0.12 * (top - bottom)
    ax.set(xlabel="$x$", ylabel=f"${name}(x)$", ylim=(bottom - room, top + room))
    describe(
        ax,
        f"""The curve {_plain(name)}(x) with lines through the point at x0 = {number(x0)} and the
        points at x0 + h. {"; ".join(told)}. The lines turn towards the tangent at x0, which has
        the slope {number(slope)}.""",
    )
    return ax


@styled
def plot_gallery(functions: Mapping[str, tuple[Function, float, float]]) -> Figure:
    """A grid of functions, each with its slope at every point.

    Parameters
    ----------
    functions : dict
        From a title such as ``"$x^2$: squared error"`` to (function, low, high), the function and
        the ends of its x axis.
    """
    columns = min(3, len(functions))
    rows = -(-len(functions) // columns)
    figure, grid = panels(rows, columns, size=(7.2, 2.4 * rows + 0.3), squeeze=False)
    told = []
    for ax, (title, (f, low, high)) in zip(grid.flat, functions.items(), strict=False):
        x = np.linspace(low, high, 400)
        y, slope = f(x), derivative(f, x)
        ax.plot(x, y, **line("function", label="the function $f$"))
        ax.plot(*broken(x, slope), **line("derivative", label="its slope $f\\,'$"))
        ax.axhline(0, color="#9aa1a9", linewidth=0.8, zorder=1)
        ax.set(title=title, xlabel="$x$")
        told.append(
            f"{_plain(title)}: values from {y.min():.2f} to {y.max():.2f}, slopes from "
            f"{slope.min():.2f} to {slope.max():.2f}"
        )
    for ax in grid.flat[len(functions) :]:
        ax.set_axis_off()
    figure.legend(*grid.flat[0].get_legend_handles_labels(), loc="outside upper center", ncols=2)
    described = "; ".join(told)
    describe(
        figure,
        "Each graph has a function (solid) and its slope (dashed). "
        + re.sub(r"-(?=\d)", "−", f"{described}."),
    )
    return figure


def _curve(ax: Axes, f: Function, low: float, high: float, **changes: Any) -> None:
    x = np.linspace(low, high, 401)
    ax.plot(x, f(x), **line("function", **changes))


def _plain(text: str) -> str:
    """Spell out simple mathematics for the text alternative."""
    return text.translate(str.maketrans("", "", "${}\\")).replace("^2", " squared")
