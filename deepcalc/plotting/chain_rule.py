"""Figures of notebook 02: chains of functions, graphs with their numbers, and depth.

Slopes and gradients are finite differences of the graph that is drawn; no formula of a derivative
stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.plotting.chain_graphs import FAN_OUT, NETWORK, draw_graph
from deepcalc.plotting.style import (
    COLOURS,
    axes,
    describe,
    figure_of,
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

__all__ = ["plot_composition", "plot_depth", "plot_fan_out", "plot_modes", "plot_network"]

Function = Callable[[Any], Any]


@styled
def plot_network(
    x: float = 2.0, w1: float = 0.5, w2: float = 3.0, y: float = 1.0, backward: bool = False
) -> Axes:
    """The graph of the mini network with the value of each node, and its gradient if `backward`."""
    return draw_graph(NETWORK, {"x": x, "w1": w1, "w2": w2, "y": y}, 2.75, backward)


@styled
def plot_fan_out(x: float = 1.0) -> Axes:
    """The graph of y = u² + 5u with u = 2x: two paths lead from u to y, two gradients come back."""
    return draw_graph(FAN_OUT, {"x": x}, 2.95, True)


@styled
def plot_composition(
    inner: Function, outer: Function, x0: float, names: Sequence[str] = ("f", "g")
) -> Figure:
    """Two functions and their composition, each with the tangent where the data pass.

    Parameters
    ----------
    inner, outer : functions acting elementwise; `inner` acts first
    x0 : float
        The input.
    names : two str
        What the two are, such as ``("3x + 2", "u²")``.
    """
    figure, grid = panels(1, 3, size=(7.2, 3.1))
    u0 = float(inner(x0))
    both = lambda x: outer(inner(x))
    reach = 1.0
    spread = abs(float(inner(x0 + reach)) - u0) or 1.0
    told = []
    stages = [
        (inner, x0, reach, "x", "u", f"first: u = {names[0]}"),
        (outer, u0, spread, "u", "y", f"then: y = {names[1]}"),
        (both, x0, reach, "x", "y", "both: y against x"),
    ]
    for ax, (f, at, width, low_name, up_name, title) in zip(grid, stages, strict=True):
        t = np.linspace(at - width, at + width, 201)
        slope, height = derivative(f, at), float(f(at))
        ax.plot(t, f(t), **line("function"))
        room = 0.1 * np.ptp(f(t))
        ax.set_ylim(f(t).min() - 2 * room, f(t).max() + 2 * room)
        line_through(ax, (at, height), slope, (t[0], t[-1]))
        ax.plot(at, height, **point("path"))
        if whole := abs(slope - round(slope)) < 1e-6:  # but for the rounding of a difference
            slope = round(slope)
        spoken = f"slope {number(slope, 0 if whole else 2)}"
        label(ax, spoken, (0.96, 0.05), "derivative", (-0.1, 0.1), xycoords="axes fraction")
        ax.set(title=title, xlabel=f"${low_name}$", ylabel=f"${up_name}$")
        told.append(
            f"{title}, slope {number(slope)} at {low_name} = {number(at)}, "
            f"where {up_name} = {number(height)}"
        )
    described = "; ".join(told)
    describe(figure, f"Three curves, each with its tangent where the data pass. {described}.")
    return figure


@styled
def plot_modes(weights: int = 5, chosen: int = 1) -> Figure:
    """What one pass tells: forward mode the slope of one weight, reverse mode those of all.

    Parameters
    ----------
    weights : int
        How many weights are drawn.
    chosen : int
        The one that the forward pass asks about, counted from 0.
    """
    figure, grid = panels(1, 2, size=(7.2, 2.9))
    heights = np.linspace(weights - 1, 0, weights)
    middle = (weights - 1) / 2
    nodes = [(0.0, h, f"$w_{{{k + 1}}}$") for k, h in enumerate(heights)]
    nodes += [(1.6, middle, "$s$"), (2.8, middle, "$L$")]
    for ax, forward in zip(grid, (True, False), strict=True):
        role = "derivative" if forward else "gradient"
        ax.set(xlim=(-0.35, 3.2), ylim=(-0.7, weights - 0.3))
        ax.set_axis_off()
        edges = [(k, weights) for k in range(weights)] + [(weights, weights + 1)]
        for a, b in edges:
            lit = not forward or a in (chosen, weights)
            start, stop = (nodes[a], nodes[b]) if forward else (nodes[b], nodes[a])
            look = {"color": COLOURS[role], "linewidth": 2.2} if lit else {"color": "#b4bac0"}
            dashes = {"linestyle": "-"} if lit else {"linestyle": ":"}
            arrow = {"arrowstyle": "-|>", "shrinkA": 15, "shrinkB": 15, **look, **dashes}
            ax.annotate("", stop[:2], start[:2], arrowprops=arrow)
        for k, (x, y, text) in enumerate(nodes):
            lit = not forward or k in (chosen, weights, weights + 1)
            edge = COLOURS[role] if lit else "#b4bac0"
            face = {"markerfacecolor": "white", "markeredgecolor": edge, "linestyle": "none"}
            ax.plot(x, y, marker="o", markersize=23, markeredgewidth=2 if lit else 1, **face)
            ax.text(x, y, text, ha="center", va="center")
    grid[0].set_title(f"forward: slope of one weight, $w_{{{chosen + 1}}}$")
    grid[1].set_title("reverse: slopes of all the weights")
    describe(
        figure,
        f"""Two graphs of {weights} weights that meet in a sum s, which leads to the loss L. Left,
        forward mode: arrows run from weight {chosen + 1} alone through s to L; the other weights
        are left out. Right, reverse mode: arrows run from L back through s to all {weights}
        weights.""",
    )
    return figure


@styled
def plot_depth(slopes: Mapping[str, float], layers: int = 50, ax: Axes | None = None) -> Axes:
    """The gradient at each layer of chains whose layers all have one slope, on a logarithmic axis.

    Parameters
    ----------
    slopes : dict
        From a name to the slope that each layer of that chain has.  At most three.
    layers : int
    """
    ax = axes(ax)
    at = np.arange(layers)
    roles = {"derivative": "D", "function": "o", "secondary": "s"}
    told = []
    for (name, slope), (role, shape) in zip(slopes.items(), roles.items(), strict=False):
        gradient = float(slope) ** (layers - at)
        ax.semilogy(at, gradient, **line(role, marker=shape, markersize=4, linewidth=1.5))
        text = f"{name}: {number(gradient[0], 3 if gradient[0] < 1 else 0)} at the input"
        label(ax, text, (at[0], gradient[0]), role, (10, 5 if gradient[0] >= 1 else -5))
        told.append(f"{name}: {number(gradient[0], 4)}")
    ax.axhline(1, color="#9aa1a9", linewidth=0.8, zorder=1)
    arrow = ax.annotate("the gradient travels this way", (0.62, 0.93), (0.98, 0.93),
                xycoords="axes fraction", textcoords="axes fraction", ha="right", va="center",
                color=COLOURS["gradient"],
                arrowprops={"arrowstyle": "-|>", "color": COLOURS["gradient"]})  # fmt: skip
    in_narrow(arrow, "")
    ax.margins(y=0.2)
    ax.set(xlabel="layer, from the input (0) to the output", ylabel="gradient at the layer")
    in_narrow(ax.xaxis.label, "layer (0 is at the input)")
    described = "; ".join(told)
    describe(
        figure_of(ax),
        f"""Gradient at each of {layers} layers, on a logarithmic axis: straight lines that part
        from each other on the way from the output back to the input. At the input: {described}.""",
    )
    return ax
