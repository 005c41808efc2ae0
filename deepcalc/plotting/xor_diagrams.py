"""Diagrams of notebook 05: the network with its shapes, the two passes, a node that is shared."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch

from deepcalc.numeric import derivative
from deepcalc.plotting.style import COLOURS, axes, describe, number, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["arrow", "box", "plot_layers", "plot_shared_node", "plot_two_passes", "sheet"]

Place = tuple[float, float]
BOX = {"boxstyle": "round,pad=0.35", "facecolor": "white", "linewidth": 1.4}


@styled
def plot_layers(sizes: Sequence[int] = (2, 4, 1), ax: Axes | None = None) -> Axes:
    """A network of three layers as circles and lines, with the shape of each array.

    Parameters
    ----------
    sizes : number of inputs, of hidden units and of outputs
    """
    n_in, n_hidden, n_out = sizes
    ax = sheet(ax, (7.2, 3.5))
    across = (1.2, 3.6, 6.0)
    names = (
        [f"$x_{k + 1}$" for k in range(n_in)],
        [f"$h_{k + 1}$" for k in range(n_hidden)],
        ["$\\hat y$"] if n_out == 1 else [f"$\\hat y_{k + 1}$" for k in range(n_out)],
    )
    places = [
        [(x, 1.95 - 0.56 * (k - (n - 1) / 2)) for k in range(n)]
        for x, n in zip(across, sizes, strict=True)
    ]
    for left, right in pairwise(places):
        for a in left:
            for b in right:
                ax.plot(*zip(a, b, strict=True), color="#9aa1a9", linewidth=1.0, zorder=1)
    for column, words in zip(places, names, strict=True):
        for at, word in zip(column, words, strict=True):
            ax.plot(*at, "o", markersize=26, color="white", markeredgecolor=COLOURS["function"])
            ax.text(*at, word, ha="center", va="center", fontsize=11)
    heads = ("inputs", "hidden units", "output")
    shapes = (f"$X$: (n, {n_in})", f"$z_1, a_1$: (n, {n_hidden})", f"$z_2, \\hat y$: (n, {n_out})")
    for x, head, shape in zip(across, heads, shapes, strict=True):
        ax.text(x, 3.3, head, ha="center", va="top", weight="bold")
        ax.text(x, 0.3, shape, ha="center", va="center", color=COLOURS["function"])
    weights = (f"$W_1$: ({n_in}, {n_hidden})\n$b_1$: ({n_hidden},)",
               f"$W_2$: ({n_hidden}, {n_out})\n$b_2$: ({n_out},)")  # fmt: skip
    for x, text in zip((2.4, 4.8), weights, strict=True):
        ax.text(x, 0.3, text, ha="center", va="center", color=COLOURS["derivative"])
    count = (n_in + 1) * n_hidden + (n_hidden + 1) * n_out
    describe(
        ax,
        f"""A network of {n_in} inputs, {n_hidden} hidden units and {n_out} output. Each input is
        joined to each hidden unit, and each hidden unit to the output. Shapes: X (n, {n_in}),
        W1 ({n_in}, {n_hidden}), b1 ({n_hidden},), z1 and a1 (n, {n_hidden}), W2 ({n_hidden},
        {n_out}), b2 ({n_out},), z2 and y hat (n, {n_out}); {count} weights and biases.""",
    )
    return ax


@styled
def plot_two_passes(ax: Axes | None = None) -> Axes:
    """The forward pass from left to right, and below it the backward pass with what it reuses."""
    ax = sheet(ax, (7.2, 3.7))
    across = (0.5, 1.74, 2.98, 4.22, 5.46, 6.7)
    top, low, bottom = 2.95, 1.55, 0.35
    values = ("$X$", "$z_1$", "$a_1$", "$z_2$", "$\\hat y$", "$L$")
    for x, text in zip(across, values, strict=True):
        box(ax, (x, top), text, "function")
    back = ("$dz_1$", "$da_1$", "$dz_2$", "$d\\hat y$")
    for x, text in zip(across[1:5], back, strict=True):
        box(ax, (x, low), text, "gradient")
    for k, text in enumerate(("$W_1, b_1$", "$\\sigma$", "$W_2, b_2$", "$\\sigma$", "$y$")):
        arrow(ax, (across[k], top), (across[k + 1], top), text, "function", 0.1)
    for k, text in ((4, "$\\hat y$"), (3, "$W_2$"), (2, "$a_1$")):
        arrow(ax, (across[k], low), (across[k - 1], low), text, "gradient", 0.1)
    arrow(ax, (across[5], top), (across[4], low), "$\\hat y, y$", "gradient", 0.0, side=0.14)
    for k, text, used in ((1, "$dW_1, db_1$", "$X$"), (3, "$dW_2, db_2$", "$a_1$")):
        box(ax, (across[k], bottom), text, "derivative")
        arrow(ax, (across[k], low), (across[k], bottom), used, "derivative", 0.0, side=0.12)
    ax.text(0.1, top + 0.55, "forward: compute and save", color=COLOURS["function"], weight="bold")
    ax.text(0.1, low + 0.42, "backward: reuse", color=COLOURS["gradient"], weight="bold")
    describe(
        ax,
        """Upper row, left to right: X, z1, a1, z2, y hat, L, the forward pass. Below it, right to
        left: d y hat, d z2, d a1, d z1, the backward pass. Each step back names the saved value
        that it reuses: d y hat uses y hat and y; d z2 uses y hat; d a1 uses W2; d z1 uses a1. From
        d z2 and the saved a1 come dW2 and db2; from d z1 and the saved X come dW1 and db1.""",
    )
    return ax


@styled
def plot_shared_node(a: float = 2.0, b: float = -3.0, ax: Axes | None = None) -> Axes:
    """The graph of c = a·b + a, in which a is used twice, with values and slopes.

    Parameters
    ----------
    a, b : float
    """
    ax = sheet(ax, (7.2, 2.7))
    places = {"b": (1.0, 0.55), "a": (1.0, 1.95), "p": (3.6, 0.55), "c": (6.2, 1.25)}
    data = {"a": a, "b": b, "p": a * b, "c": a * b + a}
    slopes = {
        "a": derivative(lambda v: v * b + v, a),
        "b": derivative(lambda v: a * v + a, b),
        "p": derivative(lambda v: v + a, a * b),
        "c": 1.0,
    }
    titles = {"a": "$a$", "b": "$b$", "p": "$p = a \\cdot b$", "c": "$c = p + a$"}
    edges = {("a", "p"): b, ("b", "p"): a, ("a", "c"): 1.0, ("p", "c"): 1.0}
    for (start, end), slope in edges.items():
        side = 0.15 if (start, end) == ("a", "p") else 0.0
        text = f"slope {number(slope, 0)}"
        arrow(ax, places[start], places[end], text, "muted", 0.12, side=side, gap=36)
    for name, at in places.items():
        box(ax, at, f"{titles[name]}\ndata {number(data[name], 0)}", "function")
        ax.text(at[0], at[1] - 0.42, f"grad {number(slopes[name], 0)}", ha="center", va="top",
                color=COLOURS["gradient"])  # fmt: skip
    routes = f"1 + {number(b, 0)}" if b >= 0 else f"1 − {number(-b, 0)}"
    describe(
        ax,
        f"""The graph of c = a·b + a at a = {number(a, 0)}, b = {number(b, 0)}. Two routes lead
        from a to c: directly, with the slope 1, and through p = a·b, with the slope b. So the
        gradient of a is {routes} = {number(slopes["a"], 0)}; that of b is
        {number(slopes["b"], 0)}.""",
    )
    return ax


def sheet(ax: Axes | None, size: tuple[float, float]) -> Axes:
    """Axes without axes, on which one unit is one inch."""
    ax = axes(ax, size=size, narrow=False)
    ax.set(xlim=(0, size[0]), ylim=(0, size[1]))
    ax.set_axis_off()
    return ax


def box(ax: Axes, at: Place, text: str, role: str) -> None:
    """A word in a box."""
    style = {**BOX, "edgecolor": COLOURS[role]}
    ax.text(*at, text, ha="center", va="center", fontsize=11, bbox=style, zorder=4)


def arrow(
    ax: Axes,
    start: Place,
    end: Place,
    text: str,
    role: str,
    up: float,
    side: float = 0.0,
    gap: float = 20,
    dashed: bool = False,
) -> None:
    """Arrow between two boxes, with a word above it, or beside it."""
    ax.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>", color=COLOURS[role], linewidth=1.4,
                                 mutation_scale=11, shrinkA=gap, shrinkB=gap, zorder=2,
                                 linestyle="--" if dashed else "-"))  # fmt: skip
    middle = ((start[0] + end[0]) / 2 + side, (start[1] + end[1]) / 2 + up)
    ax.text(*middle, text, ha="left" if side else "center", va="center" if side else "bottom",
            fontsize=10, color=COLOURS[role], zorder=3)  # fmt: skip
