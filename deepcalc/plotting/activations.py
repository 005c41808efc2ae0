"""Figures of notebook 01 about activations: their slopes, where they go flat, and ReLU's kink.

Derivatives are drawn from the functions given, or by finite differences; no formula of a
derivative stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.plotting.style import (
    axes,
    broken,
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

__all__ = [
    "plot_activations",
    "plot_dead_unit",
    "plot_kink",
    "plot_saturation",
    "plot_vanishing",
]

Function = Callable[[Any], Any]


@styled
def plot_activations(
    functions: Mapping[str, Function | tuple[Function, Function]],
    low: float = -6.0,
    high: float = 6.0,
) -> Figure:
    """Activation functions in the upper row, their derivatives below.

    Parameters
    ----------
    functions : dict
        From a name ("sigmoid") to the function, or to the pair (function, derivative).  Without
        a derivative, finite differences are drawn.
    low, high : float
        Ends of the z axis.
    """
    count = len(functions)
    figure, grid = panels(2, count, size=(7.2, 4.8), sharex=True, squeeze=False)
    z = np.linspace(low, high, 600)  # an even number: never exactly at a kink at 0
    told = []
    for k, (name, given) in enumerate(functions.items()):
        f, df = given if isinstance(given, tuple) else (given, None)
        slope = derivative(f, z) if df is None else np.asarray(df(z), dtype=float)
        upper, lower = grid[:, k]
        upper.plot(z, f(z), **line("function"))
        lower.plot(*broken(z, slope), **line("derivative"))
        lower.set_ylim(-0.08, max(1.0, 1.05 * slope.max()) + 0.12)
        steep = z[slope > 0.999 * slope.max()]
        where = (
            "around z = 0"
            if abs(steep.mean()) < 0.5
            else f"from z = {number(steep[0].round(1))} on"
        )
        upper.set_title(name)
        in_narrow(lower.set_title(""), f"slope of {name}")
        lower.set_xlabel("$z$")
        values = f"{number(f(z).min())} to {number(f(z).max())}"
        told.append(f"{name}: values {values}, steepest {where}")
    grid[0, 0].set_ylabel("activation $g(z)$")
    grid[1, 0].set_ylabel("derivative $g\\,'(z)$")
    described = "; ".join(told)
    describe(
        figure,
        f"""Activation functions above their derivatives, z from {number(low)} to {number(high)}.
        {described}.""",
    )
    return figure


@styled
def plot_saturation(
    activation: Function,
    flat: float = 0.05,
    low: float = -8.0,
    high: float = 8.0,
    name: str = "sigmoid",
    ax: Axes | None = None,
) -> Axes:
    """Where an activation is saturated: its slope, with the flat parts shaded.

    Parameters
    ----------
    activation : function acting elementwise on arrays
    flat : float
        A slope below this counts as saturated.
    low, high : float
        Ends of the z axis.
    name : str
    """
    ax = axes(ax, size=(7.2, 3.0))
    z = np.linspace(low, high, 801)
    slope = derivative(activation, z)
    ax.plot(z, activation(z), **line("function"))
    ax.plot(z, slope, **line("derivative"))
    steep = z[slope >= flat]
    for a, b in ((low, steep[0]), (steep[-1], high)):
        ax.axvspan(a, b, facecolor="#eef0f2", edgecolor="#c3c8cd", hatch="///", linewidth=0)
        middle = ((a + b) / 2, 0.5)
        ax.annotate(
            "saturated", middle, ha="center", va="center", color="#464c53", backgroundcolor="white"
        )
    label(ax, f"{name} $g(z)$", (1.2, float(activation(np.asarray(1.2)))), "function", (-12, 0))
    at = int(np.argmax(slope))
    label(ax, "its slope", (z[at], slope[at]), "derivative", (12, 10))
    ax.set(xlabel="$z$", ylabel="value or slope", xlim=(low, high))
    describe(
        ax,
        f"""The {name} and its slope. The curve is steepest at z = {number(z[at])}; its slope is
        below {number(flat)} for z under {number(steep[0])} and over {number(steep[-1])}: there the
        {name} is saturated and a change of z changes almost nothing.""",
    )
    return ax


@styled
def plot_vanishing(
    largest_slopes: Mapping[str, float], layers: int = 20, ax: Axes | None = None
) -> Axes:
    """The largest possible product of slopes through a number of layers, on a logarithmic axis.

    Parameters
    ----------
    largest_slopes : dict
        From an activation's name to its largest slope, such as ``{"sigmoid": 0.25}``.
    layers : int
    """
    ax = axes(ax)
    depth = np.arange(layers + 1)
    names: dict[float, list[str]] = {}
    for name, slope in largest_slopes.items():  # equal slopes share a line
        names.setdefault(float(slope), []).append(name)
    roles = ("derivative", "function", "secondary", "gradient")
    told = []
    for k, ((slope, together), role) in enumerate(zip(names.items(), roles, strict=False)):
        product = slope**depth
        name = " and ".join(together)
        shape = {"derivative": "D", "function": "o", "secondary": "s", "gradient": "^"}[role]
        ax.semilogy(depth, product, **line(role, marker=shape, markersize=4.5, linewidth=1.6))
        text = f"{name}: {number(slope)} per layer"
        at = int((0.45, 0.1, 0.6, 0.3)[k % 4] * layers)
        label(ax, text, (at, product[at]), role, (6, 8) if k < 2 else (0, -8))
        told.append(f"{name}, {number(slope)} per layer: {number(product[-1])}")
    if min(map(float, largest_slopes.values())) >= 0.5:
        ax.set_ylim(bottom=1e-3)
    ax.margins(y=0.12)
    ax.locator_params("x", integer=True)
    ax.set(xlabel="number of layers", ylabel="product of the slopes, at most")
    described = "; ".join(told)
    describe(
        ax,
        f"""The largest possible product of the activations' slopes against the number of layers,
        on a logarithmic axis. After {layers} layers: {described}.""",
    )
    return ax


@styled
def plot_kink(
    slopes: Sequence[float] = (0.0, 0.25, 0.5, 0.75, 1.0), ax: Axes | None = None
) -> Axes:
    """The kink of ReLU with lines through it that stay below the curve: its subgradients.

    Parameters
    ----------
    slopes : sequence of float
        Slopes of the lines, from 0 to 1.
    """
    ax = axes(ax)
    z = np.linspace(-2, 2, 401)
    styles = [(0, (1, 1.5)), (0, (6, 1.5, 1.2, 1.5)), (0, (5, 2))]
    for k, slope in enumerate(slopes):
        line_through(
            ax, (0, 0), slope, (-2, 2), "derivative", linewidth=1.5, linestyle=styles[k % 3]
        )
        label(ax, number(slope), (-2, -2 * slope), "derivative", (-5, 0), annotation_clip=False)
    ax.plot(z, np.maximum(z, 0), **line("function", linewidth=3))
    ax.plot(0, 0, **point("path"))
    label(ax, "ReLU: max(0, z)", (1.4, 1.4), "function", (-8, 8))
    note = label(ax, "at the kink, every slope\nfrom 0 to 1 will do", (0, 0), "path", (12, -14))
    in_narrow(note, "at the kink,\nevery slope\nfrom 0 to 1\nwill do")
    ax.tick_params(axis="y", labelleft=True)
    ax.set(xlabel="$z$", ylabel="$a$", xlim=(-2.8, 2.1))
    listed = ", ".join(number(slope) for slope in slopes)
    describe(
        ax,
        f"""ReLU is 0 for negative z and z for positive z, with a kink at 0. Lines of the slopes
        {listed} through the kink all stay on or below the curve: each is a subgradient.""",
    )
    return ax


@styled
def plot_dead_unit(alive: Any, dead: Any) -> Figure:
    """Two ReLU units and their inputs: one that can learn and one that cannot.

    Parameters
    ----------
    alive, dead : arrays, shape (n,)
        The values z of the two units for n examples, before ReLU.
    """
    figure, grid = panels(1, 2, size=(7.2, 3.2), sharex=True, sharey=True)
    alive, dead = np.ravel(alive), np.ravel(dead)
    reach = 1.25 * max(np.abs(alive).max(), np.abs(dead).max())
    z = np.linspace(-reach, reach, 401)
    told = []
    for ax, values, word in zip(grid, (alive, dead), ("Alive", "Dead"), strict=True):
        on = values > 0
        ax.plot(z, np.maximum(z, 0), **line("function"))
        ax.plot(values[on], values[on], **point("secondary"))
        ax.plot(
            values[~on], 0 * values[~on], **point("derivative", marker="X", markeredgewidth=0.6)
        )
        count = f"{on.sum()} of {values.size}"
        ax.set(title=f"{word}: slope 1 for {count} examples", xlabel="$z$")
        told.append(f"the slope is 1 for {count} examples of the {word.lower()} unit")
    if (alive > 0).any():
        top = alive.max()
        label(grid[0], "slope 1", (top, top), "secondary", (-10, 0))
    label(grid[1], "slope 0: no signal", (dead.mean(), 0), "derivative", (0, 12))
    grid[0].set_ylabel("$a = $ReLU$(z)$")
    described = " and ".join(told)
    describe(figure, f"Two ReLU units with the values z of their examples marked: {described}.")
    return figure
