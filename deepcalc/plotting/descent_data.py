"""Figures of notebook 04 about learning from data: the noise of mini-batches, a classifier.

Offered by `deepcalc.plotting.descent`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import gradient
from deepcalc.plotting.descent_paths import attempt
from deepcalc.plotting.style import (
    CLASS_MAP,
    classes,
    describe,
    label,
    line,
    number,
    panels,
    point,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_classifier", "plot_gradient_noise"]


@styled
def plot_gradient_noise(
    loss: Callable[[np.ndarray, np.ndarray], float],
    n: int,
    w: Any,
    sizes: Sequence[int],
    rng: np.random.Generator,
    draws: int = 150,
) -> Figure:
    """Gradients of random mini-batches around the gradient of all the data, by differences.

    Parameters
    ----------
    loss : function of (w, rows): the loss at w over those rows of the data
    n : int
        Number of rows.
    w : array, shape (2,)
    sizes : sequence of int
        Batch sizes, one panel each.
    rng : np.random.Generator
    draws : int
        Number of mini-batches in a panel.
    """
    figure, grid = panels(1, len(sizes), size=(7.2, 2.9), sharex=True, sharey=True)
    w = np.asarray(w, dtype=float)
    full = gradient(lambda v: loss(v, np.arange(n)), w)
    told = []
    for ax, size in zip(grid, sizes, strict=True):
        picks = [rng.choice(n, size, replace=False) for _ in range(draws)]
        cloud = np.array([gradient(lambda v, rows=rows: loss(v, rows), w) for rows in picks])
        spread = float(np.sqrt(((cloud - full) ** 2).sum(axis=1).mean()))
        ax.plot(*cloud.T, **point("muted", marker="o", markersize=3, alpha=0.6))
        ax.annotate(
            "",
            full,
            (0, 0),
            arrowprops={"arrowstyle": "-|>", "color": "#8a2c8f", "linewidth": 2.2, "shrinkA": 0,
                        "shrinkB": 0},
            zorder=7,
        )  # fmt: skip
        ax.plot(0, 0, **point("path", markersize=5))
        rows = "1 row" if size == 1 else f"{size} rows"
        ax.set(title=f"{rows}: spread {number(spread)}", xlabel="$\\partial L/\\partial w_1$")
        told.append(f"{rows}: spread {number(spread)}")
    grid[0].set_ylabel("$\\partial L/\\partial w_2$")
    described = "; ".join(told)
    describe(
        figure,
        f"""Gradients of {draws} random mini-batches as dots around the gradient of all {n} rows,
        an arrow to ({number(full[0])}, {number(full[1])}). The larger the batch, the tighter the
        cloud. {described}.""",
    )
    return figure


@styled
def plot_classifier(
    X: np.ndarray,
    y: np.ndarray,
    run: Callable[[], Any],
    loss: Callable[[np.ndarray], float],
) -> Figure:
    """Two classes with the probability that a trained line gives them, and the loss by step.

    Parameters
    ----------
    X : array, shape (n, 3)
        Two inputs and a column of ones.
    y : array, shape (n,), of 0. and 1.
    run : function without arguments that trains and returns the path of w, shape (steps + 1, 3)
        While it does not work yet, only the data are drawn, and the picture says so.
    loss : function of w
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.6), width_ratios=(1.1, 1))
    path, reason = attempt(run)
    reach = 1.1 * np.abs(X[:, :2]).max()
    told = f"no line yet ({reason})"
    if path is not None:
        w, losses = path[-1], np.array([float(loss(v)) for v in path])
        a, b = np.meshgrid(*[np.linspace(-reach, reach, 121)] * 2)
        probability = 0.5 * (1 + np.tanh((w[0] * a + w[1] * b + w[2]) / 2))
        left.contourf(a, b, probability, levels=np.linspace(0, 1, 21), cmap=CLASS_MAP)
        styles = {"colors": "#1b1f24", "linewidths": (1, 2, 1), "linestyles": ("--", "-", "--")}
        left.contour(a, b, probability, levels=(0.1, 0.5, 0.9), **styles)
        for p, name in ((0.1, "0.1"), (0.5, "½"), (0.9, "0.9")):
            _name_line(left, w, np.log(p / (1 - p)), name, 0.88 * reach)
        right.plot(losses, **line("path", marker=""))
        for k in (0, len(losses) - 1):
            right.plot(k, losses[k], **point("path"))
            label(right, number(losses[k]), (k, losses[k]), "path", (8, 4) if k == 0 else (-4, 8))
        hits = int((((X @ w) > 0) == (y == 1)).sum())
        told = f"{hits} of {len(y)} are on the right side"
        right.set_ylim(0, 1.12 * losses.max())
    else:
        right.set(xticks=[], yticks=[])
        right.text(
            0.5, 0.5, "no training yet", ha="center", transform=right.transAxes, color="#464c53"
        )
    for k in (0, 1):
        left.plot(*X[y == k, :2].T, **classes(k, markersize=6), label=f"$y$ = {k}")
    left.legend(loc="upper right", frameon=True, framealpha=0.9, handletextpad=0.2)
    left.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal")
    left.set(xlabel="$x_1$", ylabel="$x_2$", title=told)
    left.grid(False)
    right.set(xlabel="step", ylabel="cross-entropy", title="The loss by step")
    fall = ""
    if path is not None:
        fall = f"The loss goes from {number(losses[0])} to {number(losses[-1])}."
    describe(
        figure,
        f"""Points of two classes (circles for 0, triangles for 1) with the probability of class 1
        as shading and a straight line where it is one half: {told}. {fall}""",
    )
    return figure


def _name_line(ax: Axes, w: np.ndarray, z: float, name: str, reach: float) -> None:
    """Write `name` where the line w1 x1 + w2 x2 + b = z leaves the window at its upper end."""
    along = np.array([-w[1], w[0]]) / max(np.hypot(w[0], w[1]), 1e-12)
    along = along if along[1] > 0 else -along
    foot = (z - w[2]) * w[:2] / max(w[0] ** 2 + w[1] ** 2, 1e-12)
    spots = foot + np.linspace(0, 3 * reach, 301)[:, None] * along
    inside = spots[(np.abs(spots) <= reach).all(axis=1)]
    if len(inside):
        box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
        spot = inside[-1]
        ax.text(spot[0], spot[1], name, fontsize=9, ha="center", va="center", bbox=box, zorder=7)
