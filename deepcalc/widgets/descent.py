"""Widgets of notebook 04: the learning rate and its limit, and a race of three optimisers.

No optimiser stands here: the reader's functions run.  Until they are written, the path of plain
steps comes from its closed form, and the limit of the rate is found by bisection.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.plotting.descent_paths import losses_along, or_closed_form
from deepcalc.plotting.style import COLOURS, label, line, number, point
from deepcalc.widgets.base import Interactive, interactive, slider, yours
from deepcalc.widgets.descent_race import optimiser_race

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["learning_rate_explorer", "optimiser_race"]

STEPS = 30
FLOOR, TOP = 1e-8, 1e4  # of the loss axis
MINIMUM, START = np.array([1.0, -0.5]), np.array([-1.5, 1.5])


def learning_rate_explorer(
    descent: Callable | None = None,
    limit: Callable | None = None,
    rate: float = 0.1,
    curvature: float = 2.0,
) -> Interactive:
    """Turn the learning rate up to the limit and beyond, on a bowl round or stretched.

    Parameters
    ----------
    descent : the student's ``gradient_descent(grad, w0, lr, steps)``
    limit : the student's ``max_stable_learning_rate(A)``
    rate : float
        Where the slider of the learning rate starts.
    curvature : float
        Where the slider of the second curvature starts; the first one is 2.
    """
    largest, whose_limit = yours(
        limit, _bisected_limit, (np.diag([2.0, 3.0]),), "limit", "a limit found by bisection"
    )

    def scene(figure: Figure) -> Callable[..., str]:
        grid = figure.add_gridspec(2, 2, height_ratios=(1, 0.16), width_ratios=(1.1, 1))
        places = (grid[0, 0], grid[0, 1], grid[1, :])
        left, right, strip = (figure.add_subplot(place) for place in places)
        left.set(xlim=(-2.6, 4.4), ylim=(-3, 2.6), aspect="equal", xlabel="$w_1$", ylabel="$w_2$")
        left.grid(False)
        right.set(yscale="log", xlim=(-0.8, STEPS + 0.8), ylim=(FLOOR / 2, TOP))
        right.set(xlabel="step", ylabel="loss $L$")
        strip.set(xlim=(0, 1.25), ylim=(0, 1), yticks=[], xlabel="learning rate $\\eta$")
        strip.grid(False)
        (levels,) = left.plot([], [], color="#5d7f9e", linewidth=0.8, animated=True)
        left.plot(*MINIMUM, **point("muted", marker="+", markersize=11, markeredgewidth=2))
        (path_line,) = left.plot([], [], **line("path", animated=True))
        left.plot(*START, **point("path", markerfacecolor="white", markeredgecolor="#1b1f24"))
        (loss_line,) = right.plot([], [], **line("path", animated=True))
        beyond = strip.axvspan(0, 1.25, facecolor="#f3d9cd", edgecolor=COLOURS["derivative"],
                               hatch="//", linewidth=0, animated=True)  # fmt: skip
        bound = strip.axvline(1, **line("derivative", linestyle="-", animated=True))
        card = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "none"}
        told = label(strip, "", (1, 0.5), "derivative", (9, 0), animated=True, bbox=card)
        (here,) = strip.plot([], [], **point("path", markersize=10, animated=True))
        titles = [ax.set_title("path", animated=True) for ax in (left, right)]

        def update(rate: float, curvature: float, step: int) -> str:
            lam = np.array([2.0, curvature])
            loss = lambda w: 0.5 * lam @ (w - MINIMUM) ** 2
            path, whose = or_closed_form(descent, lambda w: lam * (w - MINIMUM), START, rate, STEPS)
            path = path[: step + 1]
            losses = losses_along(loss, path)
            top = float(largest(np.diag(lam)))
            levels.set_data(*_ellipses(lam))
            path_line.set_data(*np.clip(path, -50, 50).T)
            heights = np.clip(np.nan_to_num(losses, nan=TOP), FLOOR, 1e9)
            loss_line.set_data(range(len(path)), heights)
            beyond.set_x(top)
            beyond.set_width(max(1.25 - top, 0))
            bound.set_xdata([top, top])
            told.xy = (top, 0.5)
            told.set_text(f"limit {number(top, 3)}")
            here.set_data([rate], [0.5])
            factors = np.round(1 - rate * lam, 9) + 0.0  # no 1e−16 where it is 0
            verdict = _verdict(factors)
            titles[0].set_text(f"η = {number(rate)}: {verdict}")
            titles[1].set_text(f"loss after {step} steps: {number(losses[-1])}")
            return (
                f"η = {number(rate)}, curvatures {number(lam[0])} and {number(lam[1])}, predicted "
                f"limit {number(top, 3)}; factors per step {number(factors[0])} along w1 and "
                f"{number(factors[1])} along w2: {verdict}; loss after {step} steps = "
                f"{number(losses[-1])}; {whose}, {whose_limit}."
            )

        return update

    return interactive(
        scene,
        {
            "rate": slider("Learning rate η", rate, 0.01, 1.2, 0.01, help="how long the steps are"),
            "curvature": slider(
                "Curvature λ₂", curvature, 0.5, 10.0, 0.5, help="along w2; it is 2 along w1"
            ),
            "step": slider("Step", STEPS, 0, STEPS, 1, help="how many are drawn", play=200),
        },
        about="""Left, a bowl's level lines with the steps of gradient descent so far; right, the
        loss by step; below, an axis of learning rates, hatched beyond the limit.""",
        size=(7.2, 4.2),
    )


def _bisected_limit(A: np.ndarray) -> float:
    """The rate up to which repeated steps shrink, found by trying: 50 halvings of an interval."""
    shrinks = lambda rate: np.abs(np.linalg.eigvalsh(np.eye(len(A)) - rate * A)).max() < 1
    low, high = 0.0, 1.0
    while shrinks(high):
        low, high = high, 2 * high
    for _ in range(50):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if shrinks(middle) else (low, middle)
    return low


def _ellipses(lam: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Level lines of a bowl with the curvatures `lam`, as one line with gaps."""
    angle = np.append(np.linspace(0, 2 * np.pi, 73), np.nan)
    radii = np.sqrt(2 * np.array([0.1, 0.5, 1.5, 3.5, 7.0, 12.0, 20.0, 32.0, 48.0]))
    w1 = MINIMUM[0] + np.outer(radii, np.cos(angle)) / np.sqrt(lam[0])
    w2 = MINIMUM[1] + np.outer(radii, np.sin(angle)) / np.sqrt(lam[1])
    return w1.ravel(), w2.ravel()


def _verdict(factors: np.ndarray) -> str:
    size = np.abs(factors).max()
    if size > 1:
        return "flies off"
    if size == 1:
        return "jumps to and fro for ever"
    if size == 0:
        return "lands in one step"
    return "overshoots, but settles" if factors.min() < 0 else "settles"
