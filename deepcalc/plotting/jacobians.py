"""Figures of notebook 03 about functions with many outputs: a map, a layer's shapes, a softmax.

Jacobians are measured by finite differences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import jacobian
from deepcalc.plotting.style import (
    CLASS_MAP,
    COLOURS,
    describe,
    label,
    number,
    panels,
    point,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_layer_shapes", "plot_map", "plot_softmax_jacobian"]


@styled
def plot_map(
    f: Callable[[np.ndarray], np.ndarray],
    at: tuple[float, float],
    names: tuple[str, str] = ("x", "y"),
    reach: float = 1.0,
) -> Figure:
    """A grid of inputs and where a function takes it, with the Jacobian's columns as arrows.

    Parameters
    ----------
    f : function of an array of shape (2,) that returns an array of shape (2,)
    at : the input at which the Jacobian is measured
    names : the symbols of the two inputs
    reach : float
        How far the grid goes to each side.
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.7))
    start = np.array(at, dtype=float)
    columns = jacobian(f, start).T
    offsets = np.linspace(-reach, reach, 9)
    fine = np.linspace(-reach, reach, 41)
    for offset in offsets:
        for path in (np.stack([fine, 0 * fine + offset]), np.stack([0 * fine + offset, fine])):
            path = start[:, None] + path
            thin = {"color": "#a9b0b8", "linewidth": 0.8}
            left.plot(*path, **thin)
            right.plot(*np.transpose([f(place) for place in path.T]), **thin)
    square = 0.25 * np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    left.fill(*(start + square).T, color=COLOURS["gradient"], alpha=0.3, zorder=3)
    right.fill(*(f(start) + square @ columns).T, color=COLOURS["gradient"], alpha=0.3, zorder=3)
    roles = ("function", "derivative")
    for k, role in enumerate(roles):
        _arrow(left, start, np.eye(2)[k], role)
        _arrow(right, f(start), columns[k], role)
        label(left, f"one unit of ${names[k]}$", tuple(start + np.eye(2)[k]), role,
              ((-2, -10), (6, 0.1))[k])  # fmt: skip
        told = ", ".join(number(v) for v in columns[k])
        label(right, f"column {k}:\n({told})", tuple(f(start) + columns[k]), role,
              ((6, 0), (-20, 8))[k], ha="left")  # fmt: skip
    left.plot(*start, **point("path"))
    right.plot(*f(start), **point("path"))
    right.margins(0.25, 0.12)
    left.set(title="inputs", xlabel=f"${names[0]}$", ylabel=f"${names[1]}$", aspect="equal")
    right.set(title="outputs", xlabel="first output", ylabel="second output", aspect="equal")
    for ax in (left, right):
        ax.grid(False)
    texts = " and ".join(f"({', '.join(number(v) for v in column)})" for column in columns)
    describe(
        figure,
        f"""Left a square grid of inputs around ({number(at[0])}, {number(at[1])}) with one arrow
        along each input; right the same grid where the function takes it, with bent lines. The two
        arrows become the columns of the Jacobian, {texts}, and a small square next to the point
        becomes nearly the parallelogram that they span.""",
    )
    return figure


@styled
def plot_layer_shapes(n: int, p: int, q: int) -> Figure:
    """The matrices of Z = X W + b as blocks of cells, and below each its gradient.

    Parameters
    ----------
    n, p, q : int
        Examples in the batch, inputs and outputs of the layer.
    """
    figure, ax = panels(size=(7.2, 4.0), narrow=False)
    shapes = [(n, q), (n, p), (p, q), (1, q)]
    words = [f"({n}, {q})", f"({n}, {p})", f"({p}, {q})", f"({q},)"]
    gap = 1.9
    lefts = np.cumsum([0.0] + [width + gap for _, width in shapes[:-1]])
    upper, lower = 0.0, -(max(n, p) + 2.1)
    rows = (
        (upper, ("$Z$", "$X$", "$W$", "$b$"), "function", "#d6e6f3"),
        (lower, ("$G$", "$dX$", "$dW$", "$db$"), "gradient", "#eddbee"),
    )
    for top, names, role, fill in rows:
        for left, (height, width), name, word in zip(lefts, shapes, names, words, strict=True):
            _cells(ax, left, top, height, width, COLOURS[role], fill)
            where = (left + width / 2, top)
            label(ax, f"{name}  {word}", where, role, (0, 4), ha="center", fontsize=11)
    for left, (_, width), sign in zip(lefts, shapes, ("=", "@", "+"), strict=False):
        ax.text(left + width + gap / 2, upper - 0.5, sign, ha="center", va="center", fontsize=16)
    label(ax, "forward", (-0.7, -n / 2), "function", (-0.1, 0), fontsize=11)
    label(ax, "backward", (-0.7, lower - n / 2), "gradient", (-0.1, 0), fontsize=11)
    ax.set(aspect="equal", xlim=(-3.6, lefts[-1] + q + 0.9), ylim=(lower - max(n, p) - 0.2, 1.1))
    ax.axis("off")
    told = "; ".join(
        f"{name} and its gradient {word}"
        for name, word in zip(("Z", "X", "W", "b"), words, strict=True)
    )
    describe(
        figure,
        f"""Blocks of cells for Z = X @ W + b with {n} examples, {p} inputs and {q} outputs, and
        below each block its gradient in the same shape: {told}.""",
    )
    return figure


@styled
def plot_softmax_jacobian(
    softmax: Callable[[np.ndarray], np.ndarray], z: Sequence[float]
) -> Figure:
    """Probabilities for some logits, and the Jacobian of the softmax as a table of numbers.

    Parameters
    ----------
    softmax : function of an array of logits
    z : the logits
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.4))
    logits = np.array(z, dtype=float)
    s, J = softmax(logits), jacobian(softmax, logits)
    n = len(logits)
    left.bar(range(n), s, color=COLOURS["function"], width=0.6)
    for i, value in enumerate(s):
        label(left, number(value, 3), (i, value), "function", (0, 3))
    left.set(
        title="probabilities", xlabel="class $i$", ylabel="$s_i$", ylim=(0, 1.08 * s.max() + 0.05)
    )
    left.set_xticks(range(n), [f"{i}\n$z$ = {value:g}" for i, value in enumerate(logits)])
    left.grid(axis="x", visible=False)
    reach = np.abs(J).max() * 1.3
    right.imshow(J, cmap=CLASS_MAP, vmin=-reach, vmax=reach)
    for (i, j), value in np.ndenumerate(J):
        right.text(j, i, number(value, 3), ha="center", va="center", fontsize=12)
    right.set_xticks(range(n), [f"$z_{j}$" for j in range(n)])
    right.set_yticks(range(n), [f"$s_{i}$" for i in range(n)])
    right.set(title="Jacobian: slope of $s_i$ along $z_j$", xlabel="logit", ylabel="probability")
    right.grid(False)
    rows = "; ".join(", ".join(number(v, 3) for v in row) for row in J)
    describe(
        figure,
        f"""Left the softmax probabilities {", ".join(number(v, 3) for v in s)} of the logits
        {", ".join(number(v, 1) for v in logits)}; right their Jacobian, row by row: {rows}. The
        diagonal is positive, all else negative, and each column adds up to zero.""",
    )
    return figure


def _arrow(ax: Axes, start: Any, step: Any, role: str) -> None:
    ax.quiver(*start, *step, color=COLOURS[role], angles="xy", scale_units="xy", scale=1,
              width=0.012, zorder=4)  # fmt: skip


def _cells(
    ax: Axes, left: float, top: float, rows: int, columns: int, edge: str, fill: str
) -> None:
    from matplotlib.patches import Rectangle

    for i, j in np.ndindex(rows, columns):
        corner = (left + j, top - i - 1)
        ax.add_patch(Rectangle(corner, 1, 1, facecolor=fill, edgecolor=edge, linewidth=1.2))
