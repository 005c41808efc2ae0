"""Figures of notebooks 02 and 03 that follow one nudge: through a chain, and through a layer.

Where a nudge arrives is computed with the functions that are given; no formula of a derivative
stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from deepcalc.numeric import derivative
from deepcalc.plotting.style import COLOURS, axes, describe, label, number, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_nudge", "plot_weight_nudge"]

Function = Callable[[Any], Any]


@styled
def plot_nudge(
    inner: Function,
    outer: Function,
    x0: float = 1.0,
    nudge: float = 0.1,
    names: Sequence[str] = ("f", "g"),
    ax: Axes | None = None,
) -> Axes:
    """Three number lines on one scale: how long a step of x is as a step of u, and of y.

    Parameters
    ----------
    inner, outer : functions of a number; `inner` acts first, and all steps go upwards
    x0, nudge : float
        The place, and how far x steps from it.
    names : two str
        What the two are, such as ``("3x + 2", "u²")``.
    """
    ax = axes(ax, size=(7.2, 3.0), narrow=False)
    u0 = float(inner(x0))
    u1 = float(inner(x0 + nudge))
    y0, y1 = float(outer(u0)), float(outer(u1))
    steps = [nudge, u1 - u0, y1 - y0]
    values = [("x", x0, x0 + nudge), ("u", u0, u1), ("y", y0, y1)]
    slopes = [derivative(inner, x0), derivative(outer, u0)]
    heights = [0.6, -0.5, -1.6]  # of the three lines
    roles = ["function", "secondary", "path"]
    whole = max(steps)
    told = []
    for (name, start, end), step, height, role in zip(values, steps, heights, roles, strict=True):
        ax.plot([0, step], [height, height], color=COLOURS[role], linewidth=7,
                solid_capstyle="butt", zorder=3)  # fmt: skip
        ax.plot(0, height, marker="|", markersize=16, markeredgewidth=1.5, color=COLOURS["path"])
        label(ax, f"${name}$ = {start:g}", (0, height), role, (-8, 0), fontsize=11)
        text = f"$\\Delta {name}$ = {number(step)},  to {number(end)}"
        below = {"ha": "right"} if step > 0.6 * whole else {}
        offset = (0.1, -8) if below else (8, 0)
        label(ax, text, (step, height), role, offset, fontsize=11, **below)
        told.append(f"{name} goes from {start:g} by {number(step)} to {number(end)}")
    for k, (slope, name) in enumerate(zip(slopes, names, strict=True)):
        top, foot = heights[k] - 0.1, heights[k + 1] + 0.1
        predicted = slope * steps[k]
        for a, b in [(0.0, 0.0), (steps[k], predicted)]:
            ax.plot([a, b], [top, foot], color=COLOURS["derivative"], linestyle=(0, (5, 1.6)),
                    linewidth=1.3, zorder=2)  # fmt: skip
        middle = ((steps[k] + predicted) / 2, (top + foot) / 2)
        spoken = f"{name}: times its slope, {number(slope, 0)}"
        label(ax, spoken, middle, "derivative", (14, 4), fontsize=10.5)
        told.append(f"the slope of {name} is {number(slope, 0)}")
    ax.set(xlim=(-0.17 * whole, 1.04 * whole), ylim=(-2.15, 0.95))
    ax.set_axis_off()
    described = "; ".join(told)
    describe(ax, f"A step on three number lines, drawn to one scale. {described}.")
    return ax


@styled
def plot_weight_nudge(row: int = 0, column: int = 1, size: int = 2, ax: Axes | None = None) -> Axes:
    """Z = X W for small square matrices: one weight, and the entries that its nudge touches.

    Parameters
    ----------
    row, column : int
        The weight that is nudged, counted from 0.
    size : int
        How many rows and columns the matrices have.
    """
    ax = axes(ax, size=(7.2, 2.9), narrow=False)
    lit = {
        "z": lambda i, j: j == column,
        "x": lambda i, j: j == row,
        "w": lambda i, j: (i, j) == (row, column),
    }
    roles = {"z": "path", "x": "function", "w": "gradient"}
    fills = {"z": "#dde2e7", "x": "#d6e6f3", "w": "#eddbee"}
    wide, tall = 1.25, 0.9
    gap = size * wide + 1.1
    for k, name in enumerate("zxw"):
        for i in range(size):
            for j in range(size):
                on = lit[name](i, j)
                corner = (k * gap + j * wide, -(i + 1) * tall)
                ax.add_patch(
                    Rectangle(corner, wide, tall, facecolor=fills[name] if on else "white",
                              edgecolor=COLOURS[roles[name] if on else "muted"],
                              linewidth=2.4 if on else 0.8, zorder=3 if on else 2)
                )  # fmt: skip
                ax.text(corner[0] + wide / 2, corner[1] + tall / 2, f"${name}_{{{i}{j}}}$",
                        ha="center", va="center", fontsize=15 if on else 13, zorder=4,
                        color=COLOURS[roles[name] if on else "muted"])  # fmt: skip
        middle = (k * gap + size * wide / 2, 0.0)
        label(ax, f"${name.upper()}$", middle, roles[name], (0, 5), fontsize=13)
    for k, sign in enumerate(("=", "@")):
        ax.text((k + 1) * gap - 0.55, -size * tall / 2, sign, ha="center", va="center", fontsize=17)
    captions = ("2. it moves these", "3. as far as these say", "1. a nudge of this weight")
    for k, (name, caption) in enumerate(zip("zxw", captions, strict=True)):
        middle = (k * gap + size * wide / 2, -size * tall)
        label(ax, caption, middle, roles[name], (0, -7), fontsize=10.5)
    ax.set(xlim=(-0.35, 3 * gap - 0.75), ylim=(-size * tall - 0.75, 0.6))
    ax.set_axis_off()
    moved = " and ".join(f"z{k}{column}" for k in range(size))
    factors = " and ".join(f"x{k}{row}" for k in range(size))
    describe(
        ax,
        f"""The tables of Z = X @ W, {size} by {size}, each entry with its row and column. Marked
        are the weight w{row}{column}, the column of Z that it moves, {moved}, and the column of X
        that says how much, {factors}.""",
    )
    return ax
