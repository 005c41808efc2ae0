"""Graphs of boxes and arrows with their numbers, for the figures and widgets of notebook 02.

Slopes and gradients are measured by wiggling a node; no formula of a derivative stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.patches import FancyBboxPatch

from deepcalc.numeric import derivative
from deepcalc.plotting.style import COLOURS, axes, describe, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = [
    "BOX",
    "FAN_OUT",
    "NETWORK",
    "Graph",
    "Node",
    "draw_boxes",
    "draw_graph",
    "ends",
    "key",
    "measure",
    "short",
    "spot",
    "text_at",
    "values_of",
]


@dataclass(frozen=True)
class Node:
    """One box of a graph: where it stands (in inches), what it says, and how it is computed.

    Parameters
    ----------
    at : (x, y)
    title : str
    inputs : names of the nodes that it takes, none for a source
    rule : function of their values
    """

    at: tuple[float, float]
    title: str
    inputs: tuple[str, ...] = ()
    rule: Callable[..., float] | None = None


BOX = (1.03, 0.82)
Graph = Mapping[str, Node]

NETWORK: Graph = {
    "x": Node((0.56, 2.0), "x"),
    "w1": Node((2.09, 0.5), "w₁"),
    "w2": Node((5.11, 0.5), "w₂"),
    "y": Node((6.62, 0.5), "y"),
    "z1": Node((2.09, 2.0), "z₁ = w₁ · x", ("x", "w1"), lambda a, b: a * b),
    "a1": Node((3.6, 2.0), "a₁ = σ(z₁)", ("z1",), lambda z: 1 / (1 + np.exp(-z))),
    "z2": Node((5.11, 2.0), "z₂ = w₂ · a₁", ("a1", "w2"), lambda a, b: a * b),
    "loss": Node((6.62, 2.0), "L = (z₂ − y)²", ("z2", "y"), lambda a, b: (a - b) ** 2),
}
FAN_OUT: Graph = {
    "x": Node((0.56, 1.3), "x"),
    "u": Node((2.3, 1.3), "u = 2x", ("x",), lambda x: 2 * x),
    "p": Node((4.4, 2.1), "p = u²", ("u",), lambda u: u * u),
    "q": Node((4.4, 0.5), "q = 5u", ("u",), lambda u: 5 * u),
    "y": Node((6.4, 1.3), "y = p + q", ("p", "q"), lambda p, q: p + q),
}


def values_of(graph: Graph, pinned: Mapping[str, float]) -> dict[str, float]:
    """Values of all nodes, those of `pinned` held where they are."""
    values = dict(pinned)
    for name, node in graph.items():
        if name not in values and node.rule:
            values[name] = float(node.rule(*(values[i] for i in node.inputs)))
    return values


def measure(graph: Graph, sources: Mapping[str, float]) -> tuple[dict, dict, dict]:
    """Return (values, slopes, gradients) of a graph whose last node is its output.

    ``slopes[a, b]`` is the local slope of node b against its input a, ``gradients[a]`` the slope
    of the output against node a, both measured by wiggling a.
    """
    values = values_of(graph, sources)
    output = list(graph)[-1]
    slopes, gradients = {}, {}
    for b, node in graph.items():
        for a in node.inputs:
            held = {i: values[i] for i in node.inputs}
            slopes[a, b] = derivative(
                lambda v, a=a, node=node, held=held: node.rule(*{**held, a: v}.values()), values[a]
            )
        slope = derivative(lambda v, b=b: values_of(graph, {**sources, b: v})[output], values[b])
        gradients[b] = slope if abs(slope) > 1e-9 else 0.0  # less is rounding
    return values, slopes, gradients


def ends(graph: Graph, a: str, b: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the arrow from node a to node b leaves the one box and meets the other."""
    (x0, y0), (x1, y1) = graph[a].at, graph[b].at
    if x0 == x1:
        return (x0, y0 + BOX[1] / 2), (x1, y1 - BOX[1] / 2)
    return (x0 + BOX[0] / 2, y0), (x1 - BOX[0] / 2, y1)


def spot(graph: Graph, a: str, b: str) -> dict[str, Any]:
    """Where the local slope of an edge is written, as arguments of ``ax.text``."""
    (x0, y0), (x1, y1) = ends(graph, a, b)
    place: dict[str, Any] = {"x": (x0 + x1) / 2, "y": (y0 + y1) / 2, "color": COLOURS["derivative"]}
    if x0 == x1:
        return {**place, "x": x0 + 0.07, "ha": "left", "va": "center", "fontsize": 9.5}
    if y0 == y1:
        return {**place, "y": y0 - 0.07, "ha": "center", "va": "top", "fontsize": 9}
    upper, rising = max(y0, y1) > graph["u"].at[1], y1 > y0
    return {
        **place,
        "y": place["y"] + (0.05 if upper else -0.05),
        "ha": "right" if upper == rising else "left",
        "va": "bottom" if upper else "top",
        "fontsize": 9.5,
    }


def short(slope: float) -> str:
    """A local slope in about five characters: the gap between two boxes is narrow."""
    digits = 2 if slope <= -0.01 or slope >= 10 else 3
    return f"{slope + 0.0:.{digits}f}".replace("-", "−")


def draw_boxes(ax: Axes, graph: Graph, height: float) -> None:
    """Draw what never changes: boxes, their titles, and the arrows of the forward pass."""
    ax.set(xlim=(0, 7.2), ylim=(0, height))
    ax.set_axis_off()
    for name, node in graph.items():
        x, y = node.at[0] - BOX[0] / 2, node.at[1] - BOX[1] / 2
        edge = COLOURS["path"] if node.inputs else COLOURS["muted"]
        fill = "#ffffff" if node.inputs else "#dde2e7"
        style = "round,pad=0,rounding_size=0.08"
        ax.add_patch(FancyBboxPatch((x, y), *BOX, style, facecolor=fill, edgecolor=edge))
        ax.text(node.at[0], node.at[1] + 0.25, node.title, ha="center", va="center", fontsize=9.5)
        for a in node.inputs:
            start, stop = ends(graph, a, name)
            arrow = {"arrowstyle": "-|>", "color": COLOURS["muted"], "shrinkA": 0, "shrinkB": 0}
            ax.annotate("", stop, start, arrowprops=arrow)


def key(ax: Axes, height: float, backward: bool = True) -> None:
    """Say above a graph what its three kinds of numbers mean."""
    entries = [("→  value (forward)", "function")]
    if backward:
        entries += [
            ("local slope (on the arrow)", "derivative"),
            ("←  gradient (backward)", "gradient"),
        ]
    for (text, role), x in zip(entries, (0.05, 2.0, 4.4), strict=False):
        ax.text(x, height - 0.05, text, color=COLOURS[role], va="top")


def text_at(ax: Axes, node: Node, role: str, **changes: Any) -> Any:
    """An empty text inside a box: the value in its middle, the gradient at its foot."""
    drop = {"function": 0.02, "gradient": -0.23}[role]
    at = (node.at[0], node.at[1] + drop)
    return ax.text(*at, "", color=COLOURS[role], ha="center", va="center", **changes)


def draw_graph(graph: Graph, sources: Mapping[str, float], height: float, backward: bool) -> Axes:
    """Draw a graph with all its values, and with its slopes and gradients if `backward`."""
    ax = axes(size=(7.2, height), narrow=False)
    values, slopes, gradients = measure(graph, sources)
    draw_boxes(ax, graph, height)
    key(ax, height, backward)
    for name, node in graph.items():
        text_at(ax, node, "function").set_text(f"→ {number(values[name], 3)}")
        if backward:
            text_at(ax, node, "gradient").set_text(f"← {number(gradients[name], 3)}")
    for edge, slope in slopes.items() if backward else ():
        ax.text(s=short(slope), **spot(graph, *edge))
    told = [f"{node.title}: value {number(values[name], 3)}" for name, node in graph.items()]
    if backward:
        shown = [f"{name} {number(slope, 3)}" for name, slope in gradients.items()]
        told.append(f"gradients, from the output back: {', '.join(reversed(shown))}")
    described = "; ".join(told)
    describe(ax, f"A graph of boxes joined by arrows, data flowing to the right. {described}.")
    return ax
