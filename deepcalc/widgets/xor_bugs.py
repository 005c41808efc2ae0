"""Widget of notebook 05: plant a bug in the gradient and see whether the check finds it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.data import xor_data
from deepcalc.numeric import relative_error
from deepcalc.plotting.style import COLOURS, label, line, number, point
from deepcalc.plotting.xor_bugs import BUGS, NO_BUG
from deepcalc.plotting.xor_networks import EPOCHS, EVERY, flat, named, slopes
from deepcalc.plotting.xor_runs import SEEDS, runs
from deepcalc.widgets.base import Interactive, choice, interactive, slider, yours

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import Locator

__all__ = ["bug_injector"]

PARTS = {"$W_1$": (0, 8), "$b_1$": (8, 12), "$W_2$": (12, 16), "$b_2$": (16, 17)}
PASS = 1e-6
FLOOR = 1e-12


def bug_injector(backward: Callable | None = None, forward: Callable | None = None) -> Interactive:
    """Choose a bug, and compare the spoiled gradient with the measured one, and the training.

    Parameters
    ----------
    backward : the student's ``backward(params, cache, y)``
    forward : the student's ``forward(params, X)``, which makes the cache
    """
    X, y = xor_data()

    def own(backward: Callable, forward: Callable, weights: np.ndarray) -> np.ndarray:
        params = named(weights)
        parts = [(X[i : i + 1], y[i : i + 1]) for i in range(len(X))]
        return np.array([flat(backward(params, forward(params, x)[1], t)) for x, t in parts])

    written = partial(own, backward, forward) if backward and forward else None
    stand_in = lambda weights: slopes(weights, X, y)
    each, whose = yours(written, stand_in, (_weights(0),), "backward", "measured slopes")

    def scene(figure: Figure) -> Callable[..., str]:
        grid = figure.add_gridspec(2, 2, width_ratios=(1.7, 1))
        upper, lower = figure.add_subplot(grid[0, 0]), figure.add_subplot(grid[1, 0])
        side = figure.add_subplot(grid[:, 1])
        where = np.arange(17)
        for ax in (upper, lower):
            _split(ax)
        upper.set(ylabel="gradient")
        upper.set_yscale("symlog", linthresh=0.01, linscale=0.6)
        upper.set(yticks=[-1, -0.1, 0, 0.1, 1], ylim=(-2, 2))
        upper.yaxis.set_minor_locator(_no_ticks())
        lower.set(ylabel="relative error", yscale="log", ylim=(FLOOR, 10))
        lower.axhline(PASS, color=COLOURS["path"], linewidth=0.9)
        label(lower, "passes below $10^{-6}$", (0, PASS), "path", (0.1, -4))
        ring = {"markersize": 10, "markerfacecolor": "none", "markeredgewidth": 1.4}
        (told,) = upper.plot([], [], **point("gradient", markersize=6.5, animated=True))
        (measured,) = upper.plot(
            [], [], **point("path", markeredgecolor="#1b1f24", animated=True, **ring)
        )
        (good,) = lower.plot([], [], **point("secondary", markersize=5.5, animated=True))
        (bad,) = lower.plot([], [], **point("derivative", marker="X", animated=True))
        title = upper.set_title("gradient", animated=True)
        epochs = EVERY * np.arange(EPOCHS // EVERY + 1)
        side.set(yscale="log", xlabel="epoch", ylim=(1e-3, 1), xlim=(-12, EPOCHS + 12))
        side.set_title("loss in training")
        side.plot(epochs, runs()["bugs"][0], **line("muted"))
        (curve,) = side.plot([], [], **line("function", animated=True))
        label(side, "dotted: no bug", (0, 1.3e-3), "muted", (2, 0.1))

        def update(bug: str, seed: int) -> str:
            weights = _weights(seed)
            reference = slopes(weights, X, y).mean(axis=0)
            spoiled = BUGS[bug](weights, each(weights))
            errors = relative_error(spoiled, reference)
            wrong = errors >= PASS
            told.set_data(where, np.clip(spoiled, -1.9, 1.9))
            measured.set_data(where, reference)
            shown = np.clip(errors, 2 * FLOOR, 5)
            good.set_data(where[~wrong], shown[~wrong])
            bad.set_data(where[wrong], shown[wrong])
            title.set_text(f"{wrong.sum()} of 17 entries fail the check")
            losses = runs()["bugs"][list(BUGS).index(bug)]
            curve.set_data(epochs, losses)
            largest = "infinite" if np.isinf(errors).any() else number(errors.max())
            planted = "No bug planted" if bug == NO_BUG else f"Bug planted: {bug}"
            return (
                f"{planted}; at the weights of seed {seed}, largest relative error = {largest}, "
                f"{wrong.sum()} of 17 entries fail; "
                f"with it, loss = {number(losses[-1], 4)} after {EPOCHS} epochs "
                f"(a run made beforehand); {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "bug": choice("Bug", list(BUGS), help="what is wrong in the backward pass"),
            "seed": slider("Seed", 0, SEEDS[0], SEEDS[-1], 1, help="at which weights to compare"),
        },
        about="""Above, the 17 entries of the gradient: rings are measured by differences, triangles
        come from the backward pass with the bug. Below, the relative error of each, with the limit
        at 1e−6. Right, the loss when training with the bug.""",
        size=(7.2, 4.2),
    )


def _weights(seed: int) -> np.ndarray:
    """Weights and biases at which nothing is zero by chance."""
    return np.random.default_rng(seed).normal(size=17)


def _split(ax: Axes) -> None:
    """Mark which entries belong to which parameter."""
    ax.set(xlim=(-0.7, 16.7), xticks=[(a + b - 1) / 2 for a, b in PARTS.values()])
    ax.set_xticklabels(list(PARTS))
    ax.tick_params(axis="x", length=0)
    ax.grid(False, axis="x")
    for _, end in list(PARTS.values())[:-1]:
        ax.axvline(end - 0.5, color="#c3c8cd", linewidth=0.9)


def _no_ticks() -> Locator:
    from matplotlib.ticker import NullLocator

    return NullLocator()
