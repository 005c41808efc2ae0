"""The race of three optimisers, the second widget of notebook 04.

Offered by `deepcalc.widgets.descent`.  No optimiser stands here: the functions passed in run; one
that is not written yet does not start.  The dotted path of infinitely small steps is always there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.plotting.descent_paths import STYLES, attempt, losses_along
from deepcalc.plotting.style import line, number, point
from deepcalc.widgets.base import Interactive, choice, interactive, log_slider, slider
from deepcalc.widgets.descent_surfaces import SURFACES, flow

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["optimiser_race"]


def optimiser_race(
    plain: Callable | None = None,
    momentum: Callable | None = None,
    adam: Callable | None = None,
    steps: int = 100,
) -> Interactive:
    """Race plain steps, momentum and Adam on a surface of one's choice.

    Parameters
    ----------
    plain : the student's ``gradient_descent(grad, w0, lr, steps)``
    momentum : the student's ``momentum_descent(grad, w0, lr, beta, steps)``
    adam : the student's ``adam_descent(grad, w0, lr, steps)``
    steps : int
        Length of the race.
    """
    names = ("plain", "momentum", "Adam")
    kept: dict[tuple, tuple[np.ndarray | None, str]] = {}

    def run(name: str, surface: str, *rates: float) -> tuple[np.ndarray | None, str]:
        """The path of one optimiser, kept until its own controls change."""
        key = (name, surface, *rates)
        if key not in kept:
            if len(kept) > 300:
                kept.clear()
            grad, start = SURFACES[surface].grad, SURFACES[surface].start.copy()
            calls = {
                "plain": lambda: _of(plain)(grad, start, rates[0], steps),
                "momentum": lambda: _of(momentum)(grad, start, rates[0], rates[1], steps),
                "Adam": lambda: _of(adam)(grad, start, rates[0], steps),
            }
            kept[key] = attempt(calls[name])
        return kept[key]

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        left.set(xlim=(-2, 2), ylim=(-1.5, 2), aspect="equal", xlabel="$w_1$", ylabel="$w_2$")
        left.grid(False)
        right.set(xlim=(0, steps), yscale="log", ylim=(1e-8, 1e2))
        right.set(xlabel="step", ylabel="loss above the minimum")
        (levels,) = left.plot([], [], color="#5d7f9e", linewidth=0.8, animated=True)
        (small,) = left.plot([], [], **line("muted", linewidth=2, animated=True))
        (goal,) = left.plot([], [], **point("muted", marker="+", markersize=11,
                                            markeredgewidth=2, animated=True))  # fmt: skip
        titles = [left.set_title("path", animated=True), right.set_title("loss", animated=True)]
        lines, heads, curves = [], [], []
        for k, name in enumerate(names):
            thin = {**STYLES[k], "animated": True, "marker": ""}
            colour = {"color": STYLES[k]["color"], "marker": STYLES[k]["marker"], "zorder": 8}
            lines += left.plot([], [], **thin)
            heads += left.plot([], [], linestyle="none", markersize=9, markeredgecolor="white",
                               animated=True, **colour)  # fmt: skip
            marks = {"marker": colour["marker"], "markersize": 5, "markevery": 10, "label": name}
            curves += right.plot([], [], **{**STYLES[k], **marks, "animated": True})
        right.set_box_aspect(1.25 * 3.5 / 4)  # as high as the map
        legend = figure.legend(
            handles=curves, loc="outside upper center", ncols=3, handlelength=2.6
        )

        def update(surface: str, rate: float, beta: float, adam_rate: float, step: int) -> str:
            on = SURFACES[surface]
            levels.set_data(*on.levels())
            small.set_data(*flow(surface).T)
            goal.set_data(*on.minima.T)
            titles[0].set_text(surface)
            titles[1].set_text(f"after {step} steps")
            rates = ((rate,), (rate, beta), (adam_rate,))
            told = []
            for k, name in enumerate(names):
                path, reason = run(name, surface, *rates[k])
                if path is None or path.shape != (steps + 1, 2):
                    path = np.full((steps + 1, 2), np.nan)
                    reason = reason or "returns another shape"
                path = path[: step + 1]
                height = losses_along(on.loss, path) - on.lowest
                lines[k].set_data(*np.clip(path, -50, 50).T)
                heads[k].set_data(*np.clip(path[-1:], -50, 50).T)
                curves[k].set_data(range(len(path)), np.clip(height, 1e-9, 1e9))
                told.append(f"{name} {reason or number(max(height[-1], 0))}")
                named = f"{name}: no path" if reason else name
                if legend.texts[k].get_text() != named:  # costs a full redraw, but is rare
                    legend.texts[k].set_text(named)
            return (
                f"{surface}, η = {number(rate, 3)}, β = {number(beta)}, η of Adam = "
                f"{number(adam_rate, 3)}; loss above the minimum after {step} steps: "
                f"{', '.join(told)}; dotted: infinitely small steps."
            )

        return update

    return interactive(
        scene,
        {
            "surface": choice("Surface", list(SURFACES), help="the loss to descend"),
            "step": slider("Step", steps, 0, steps, 1, help="how far the race has run", play=100),
            "rate": log_slider("Rate η", 0.02, -3, 0, 0.05, help="of plain steps and momentum"),
            "beta": slider("Momentum β", 0.9, 0.0, 0.98, 0.02, help="how much velocity is kept"),
            "adam_rate": log_slider("Rate of Adam", 0.1, -3, 0, 0.05, help="of Adam alone"),
        },
        about="""Left, level lines of a loss with the paths of plain steps (circle), momentum
        (square) and Adam (triangle) and a dotted path of infinitely small steps; right, the loss
        by step.""",
        size=(7.2, 4.0),
    )


def _of(function: Callable | None) -> Callable:
    if function is None:
        raise NotImplementedError
    return function
