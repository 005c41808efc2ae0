"""Widgets of notebook 05: scrub through a training run, vary the network and its start.

The reader's functions run once they are written.  Until then a run with measured slopes, or one
made beforehand, stands in (see `deepcalc.plotting.xor_networks`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.data import xor_data
from deepcalc.plotting.style import label, line, number, point
from deepcalc.plotting.xor import FLOOR, GRID, answering, draw_map, draw_points, trained
from deepcalc.plotting.xor_networks import EPOCHS, RATE, STARTS, chunked, start
from deepcalc.plotting.xor_runs import BRISK, SEEDS, UNITS, runs
from deepcalc.widgets.base import Interactive, choice, interactive, slider
from deepcalc.widgets.xor_bugs import bug_injector

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["bug_injector", "start_explorer", "training_scrubber"]


def training_scrubber(
    train: Callable | None = None, forward: Callable | None = None, seed: int = 1
) -> Interactive:
    """Slide through a training run, and watch the loss and the decision boundary.

    Parameters
    ----------
    train : the student's ``train(params, X, y, lr, epochs)``
    forward : the student's ``forward(params, X)``
    seed : int
        Of the weights to start from; four hidden units.
    """
    path, losses, whose = trained(train, start(4, seed), every=10)
    answers, whose_forward = answering(forward, path[-1])
    X, _ = xor_data()

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        left.set_box_aspect(1 / 1.25)  # as high as the plane
        left.semilogy(losses, **line("function"))
        _loss_axis(left)
        (here,) = left.plot([], [], **point("path", markersize=9, animated=True))
        title = left.set_title("loss", animated=True)
        plane = Plane(right)

        def update(epoch: int) -> str:
            weights = path[epoch // 10]
            given = answers(weights, X)
            now = float(np.mean(np.square(given - np.ravel(xor_data()[1]))))
            here.set_data([epoch], [max(now, FLOOR)])
            title.set_text(f"epoch {epoch}: loss {number(now, 4)}")
            plane.move(weights, answers)
            return (
                f"Epoch {epoch}, loss = {number(now, 4)}, answers {_listed(given)}; "
                f"{_joined(whose, whose_forward)}."
            )

        return update

    return interactive(
        scene,
        {"epoch": slider("Epoch", 0, 0, EPOCHS, 10, help="steps of training so far", play=150)},
        about=f"""Left, the loss by epoch on a logarithmic axis, with a mark at the chosen epoch;
        right, the answer over the input plane with the line where it is ½, and, dotted, the line
        of each hidden unit. Learning rate {number(RATE, 0)}.""",
        size=(7.2, 3.4),
    )


def start_explorer(train: Callable | None = None, forward: Callable | None = None) -> Interactive:
    """Choose the number of hidden units and the start, and see what training makes of them.

    Parameters
    ----------
    train : the student's ``train(params, X, y, lr, epochs)``
    forward : the student's ``forward(params, X)``
    """
    rate, epochs, every = BRISK
    whose = trained(train, start(2, 0), epochs=every, every=every)[2]
    answers, whose_forward = answering(forward, start(2, 0))
    mine = train if whose == "using your train" else None
    told = whose.replace("measured slopes", "runs made beforehand")
    X, y = xor_data()

    @cache
    def run(units: int, kind: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        if mine is not None:
            both = chunked(mine, start(units, seed, kind), rate, epochs, epochs)
            return both[4 * units + 1 : 8 * units + 2], np.arange(epochs), both[-epochs:]
        at = (units - UNITS[0], list(STARTS).index(kind), seed)
        weights = runs()["weights"][at][: 4 * units + 1]
        return weights, every * np.arange(epochs // every + 1), runs()["losses"][at]

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        left.set_box_aspect(1 / 1.25)  # as high as the plane
        _loss_axis(left, epochs)
        left.axhline(0.01, color="#1b1f24", linewidth=0.8)
        label(left, "solved: below 0.01", (epochs, 0.01), "path", (-4, 4), animated=True)
        (curve,) = left.plot([], [], **line("function", animated=True))
        title = left.set_title("loss", animated=True)
        plane = Plane(right)

        def update(units: int, kind: str, seed: int) -> str:
            weights, steps, losses = run(units, kind, seed)
            curve.set_data(steps, np.maximum(losses, FLOOR / 2))
            given = answers(weights, X)
            final = float(np.mean(np.square(given - y[:, 0])))
            verdict = "solved" if final < 0.01 else "not solved"
            title.set_text(f"{verdict}: loss {number(final, 4)}")
            plane.move(weights, answers)
            which = f", seed {seed}" if kind.startswith("random") else ""
            lines = _different_lines(weights, units)
            return (
                f"Hidden units: {units}, start: {kind}{which}; after {epochs} epochs loss = "
                f"{number(final, 4)}, {verdict}; different hidden units: {lines} of {units}; "
                f"{_joined(told, whose_forward)}."
            )

        return update

    return interactive(
        scene,
        {
            "units": slider("Hidden units", 2, UNITS[0], UNITS[-1], 1, help="width of the network"),
            "kind": choice("Start", list(STARTS), help="the weights before training"),
            "seed": slider("Seed", 0, SEEDS[0], SEEDS[-1], 1, help="which random start"),
        },
        about=f"""Left, the loss of a training run of {epochs} epochs on a logarithmic axis; right,
        the answer of the trained network over the input plane, with the line where it is ½, and,
        dotted, the line of each hidden unit.""",
        size=(7.2, 3.4),
    )


class Plane:
    """The input plane with an answer that moves: its colours, the line at ½, and hidden units."""

    def __init__(self, ax: Axes, most: int = 6) -> None:
        self.image = draw_map(ax, np.full((len(GRID),) * 2, 0.5), animated=True)
        dotted = line("muted", animated=True, zorder=2, color="#1b1f24")
        self.units = [ax.plot([], [], **dotted)[0] for _ in range(most)]
        (self.boundary,) = ax.plot([], [], color="#1b1f24", linewidth=1.8, zorder=3, animated=True)
        draw_points(ax)
        for points in ax.lines[-2:]:
            points.set_animated(True)
        ax.set(title="answer: blue 0, orange 1", ylabel="$x_2$")

    def move(self, weights: np.ndarray, answers: Callable[..., Any]) -> None:
        """Show another network."""
        from contourpy import contour_generator

        across, up = np.meshgrid(GRID, GRID)
        answer = answers(weights, np.column_stack([across.ravel(), up.ravel()])).reshape(up.shape)
        self.image.set_data(answer)
        tracer: Any = contour_generator(GRID, GRID, answer)
        pieces = tracer.lines(0.5) if np.ptp(answer) > 1e-9 else []
        gap = np.full((1, 2), np.nan)
        joined = [part for piece in pieces for part in (piece, gap)]
        self.boundary.set_data(*(np.concatenate(joined) if joined else np.empty((0, 2))).T)
        h = (len(weights) - 1) // 4
        w1, w2, b = weights[: 3 * h].reshape(3, h)
        for k, artist in enumerate(self.units):
            size = np.hypot(w1[k], w2[k]) if k < h else 0.0
            if size < 1e-9:
                artist.set_data([], [])
                continue
            foot = -b[k] * np.array([w1[k], w2[k]]) / size**2
            along = 5 * np.array([-w2[k], w1[k]]) / size
            artist.set_data(*np.column_stack([foot - along, foot + along]))


def _loss_axis(ax: Axes, epochs: int = EPOCHS) -> None:
    ax.set(yscale="log", xlabel="epoch", ylabel="loss $L$", ylim=(FLOOR, 1))
    ax.set_xlim(-0.02 * epochs, 1.02 * epochs)


def _different_lines(weights: np.ndarray, units: int) -> int:
    """How many hidden units differ from one another."""
    columns = weights[: 3 * units].reshape(3, units).T.round(6)
    return len(np.unique(columns, axis=0))


def _listed(given: np.ndarray) -> str:
    X, _ = xor_data()
    return ", ".join(f"({x[0]:g}, {x[1]:g}): {number(a)}" for x, a in zip(X, given, strict=True))


def _joined(*parts: str) -> str:
    return "; ".join(dict.fromkeys(parts))
