"""Figures of notebook 04: paths of gradient descent, learning rates, stretched bowls, saddles.

The reader's functions draw the paths; no optimiser stands here (see `descent_paths`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.plotting.descent_data import plot_classifier, plot_gradient_noise
from deepcalc.plotting.descent_directions import plot_turning, plot_ways_back
from deepcalc.plotting.descent_paths import (
    STYLES,
    Gradient,
    Loss,
    Window,
    draw_levels,
    draw_losses,
    draw_path,
    losses_along,
    note,
    or_closed_form,
    run_all,
)
from deepcalc.plotting.descent_rates import plot_rates, plot_stretched
from deepcalc.plotting.style import (
    LEVEL_MAP,
    describe,
    label,
    line,
    number,
    panels,
    point,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "plot_classifier",
    "plot_critical_points",
    "plot_descent",
    "plot_gradient_noise",
    "plot_paths",
    "plot_rates",
    "plot_stretched",
    "plot_turning",
    "plot_ways_back",
]

FRAME: Window = ((-2.2, 3.0), (-2.2, 2.2))


@styled
def plot_descent(
    loss: Loss,
    grad: Gradient,
    start: Any,
    rate: float,
    steps: int,
    descent: Callable | None = None,
    window: Window = FRAME,
) -> Figure:
    """A descent on a bowl: its path on the level lines, and the loss by step.

    Parameters
    ----------
    loss, grad : quadratic loss of an array of shape (2,), and its gradient
    start : array, shape (2,)
    rate, steps : learning rate, and number of steps
    descent : the student's ``descent(grad, start, rate, steps)``; the closed form stands in
    window : ((left, right), (bottom, top)) of the level lines
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.5), width_ratios=(1.1, 1))
    path, whose = or_closed_form(descent, grad, start, rate, steps)
    losses = losses_along(loss, path)
    draw_levels(left, loss, window)
    draw_path(left, path)
    label(left, "start", path[0], "path", (10, 4))
    arrived = np.linalg.norm(grad(path[-1])) < 0.01 * np.linalg.norm(grad(path[0]))
    label(left, "minimum" if arrived else f"step {steps}", path[-1], "path", (8, -6))
    left.set_title(f"The path, $\\eta$ = {number(rate)}")
    draw_losses(right, {"": losses})
    note(figure, whose)
    describe(
        figure,
        f"""Left, level lines of a bowl with the path of {steps} steps of gradient descent at the
        learning rate {number(rate)}: from {_place(path[0])} to {_place(path[-1])}{_walk(path)}.
        Right, the loss by step on a logarithmic axis: from {number(losses[0])} to
        {number(losses[-1])}{_course(losses)}.""",
    )
    return figure


@styled
def plot_paths(
    loss: Loss,
    runs: Mapping[str, Callable[[], Any]],
    window: Window,
    log: bool = True,
) -> Figure:
    """Up to three paths on one surface, and their losses by step.

    Parameters
    ----------
    loss : loss of an array of shape (2,)
    runs : dict
        From a name to a function without arguments that returns a path of shape (steps + 1, 2),
        for example ``lambda: gradient_descent(grad, start, 0.1, 30)``.  A run whose function is
        not written yet is left out, and the picture says so.
    window : ((left, right), (bottom, top)) of the level lines
    log : bool
        Whether the axis of the loss is logarithmic.
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.5))
    paths, missing = run_all(runs)
    draw_levels(left, loss, window)
    losses = {name: losses_along(loss, path) for name, path in paths.items()}
    for name, path in paths.items():
        draw_path(left, path, list(runs).index(name))
        style = {**STYLES[list(runs).index(name)], "markevery": max(1, len(path) // 15)}
        shown = np.maximum(losses[name], 1e-16) if log else losses[name]
        right.plot(shown, **style, label=name)
    if log and paths:
        right.set_yscale("log")
    right.set(xlabel="step", ylabel="loss $L$")
    left.set_title("The paths")
    right.set_title("The loss by step")
    if paths:
        handles = right.get_legend_handles_labels()
        figure.legend(*handles, loc="outside upper center", ncols=len(paths))
    else:
        right.set(xticks=[], yticks=[])
        right.text(0.5, 0.5, "no path yet", ha="center", transform=right.transAxes, color="#464c53")
    note(figure, missing or "using your functions")
    told = [f"{name}: from {number(v[0])} to {number(v[-1])} in {len(v) - 1} steps"
            for name, v in losses.items()]  # fmt: skip
    described = "; ".join([*told, *([missing] if missing else [])])
    describe(
        figure,
        f"Paths of descents on the level lines of a loss, and the loss by step. {described}.",
    )
    return figure


@styled
def plot_critical_points() -> Figure:
    """Three surfaces with a flat place at the origin: a minimum, a maximum and a saddle."""
    figure, grid = panels(1, 3, size=(7.2, 2.6), subplot_kw={"projection": "3d"})
    w1, w2 = np.meshgrid(np.linspace(-1, 1, 31), np.linspace(-1, 1, 31))
    cases = {"minimum": (1, 1), "maximum": (-1, -1), "saddle": (1, -1)}
    for ax, (name, (a, b)) in zip(grid, cases.items(), strict=True):
        heights = a * w1**2 + b * w2**2
        ax.plot_surface(w1, w2, heights, cmap=LEVEL_MAP, linewidth=0.3, edgecolor="#5d7f9e",
                        alpha=0.85, rstride=3, cstride=3)  # fmt: skip
        t = np.linspace(-1, 1, 41)
        ax.plot(t, 0 * t, a * t**2, **line("path", marker="", linewidth=2.2, zorder=10))
        ax.plot(0 * t, t, b * t**2, **line("derivative", zorder=10))
        ax.plot([0], [0], [0], **point("path", zorder=12))
        signs = ", ".join("+" if v > 0 else "−" for v in (a, b))
        ax.set_title(f"{name}: {signs}", loc="center", y=1.0)
        ax.set(xlabel="$w_1$", ylabel="$w_2$", xticks=[], yticks=[], zticks=[])
        ax.xaxis.labelpad = ax.yaxis.labelpad = -12
        ax.view_init(elev=28, azim=-52)
        ax.set_box_aspect((1, 1, 0.85), zoom=0.92)
    describe(
        figure,
        """Three surfaces, each flat at the origin, with the curve along w1 solid and the curve
        along w2 dashed. Minimum: both bend up (curvatures +, +). Maximum: both bend down (−, −).
        Saddle: along w1 it bends up, along w2 down (+, −).""",
    )
    return figure


def _walk(path: np.ndarray) -> str:
    """What the path does between its ends, as far as it can be measured."""
    moves = np.diff(path, axis=0)
    lengths, whole = np.linalg.norm(moves, axis=1), path[-1] - path[0]
    aside = np.abs(moves[:, 0] * whole[1] - moves[:, 1] * whole[0])
    words = []
    if (aside <= 1e-6 * lengths * np.linalg.norm(whole)).all() and (moves @ whole > 0).all():
        words.append("straight")
    if (np.diff(lengths) < 0).all():
        words.append("with steps that become shorter")
    elif (np.diff(lengths) > 0).all():
        words.append("with steps that become longer")
    return "".join(f", {word}" for word in words)


def _course(losses: np.ndarray) -> str:
    """Whether the loss is multiplied by the same factor in each step."""
    with np.errstate(all="ignore"):
        factors = losses[1:] / losses[:-1]
    return " along a straight line" if np.ptp(factors) < 1e-3 else ""


def _place(w: np.ndarray) -> str:
    return "(" + ", ".join(map(number, w)) + ")"
