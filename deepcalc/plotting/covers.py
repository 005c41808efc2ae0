"""The picture at the beginning of each notebook: what it is about, without a word of mathematics
that is yet to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.plotting.chain_graphs import draw_graph
from deepcalc.plotting.chain_rule import NETWORK
from deepcalc.plotting.descent_paths import closed_form, draw_levels, draw_path
from deepcalc.plotting.style import COLOURS, describe, figure_of, line, panels, styled
from deepcalc.plotting.xor import GRID, draw_map, draw_points
from deepcalc.plotting.xor_networks import EPOCHS, EVERY, descend, outputs, start

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["plot_cover"]

SIZE = (7.2, 2.15)
STAGES = (0, 200, 300, EPOCHS)  # of training
Draw = Callable[[], "Figure"]


@styled
def plot_cover(notebook: str) -> Figure:
    """What a notebook is about, in three panels or one.

    Parameters
    ----------
    notebook : str
        Its name, such as ``"01_derivatives"``.

    Raises
    ------
    ValueError
        For a notebook that has no cover.
    """
    if notebook not in COVERS:
        raise ValueError(f"{notebook!r} has no cover; these have: {', '.join(COVERS)}")
    return COVERS[notebook]()


def _derivatives() -> Figure:
    """Secants of a curve, ever shorter, become the tangent."""
    figure, grid = panels(1, 3, size=SIZE, sharex=True, sharey=True)
    z = np.linspace(-5, 5, 301)
    at, f = 0.8, lambda x: 1 / (1 + np.exp(-x))
    for ax, step in zip(grid, (3.2, 1.6, 0.0), strict=True):
        slope = (f(at + step) - f(at)) / step if step else f(at) * (1 - f(at))
        ax.plot(z, f(z), **line("function"))
        ax.plot(z, f(at) + slope * (z - at), **line("derivative"))
        ends = np.array([at, at + step] if step else [at])
        ax.plot(ends, f(ends), "o", color=COLOURS["path"], markersize=6, zorder=4)
        ax.set(title=f"slope {slope:.3f}", ylim=(-0.3, 1.4))
        ax.set_axis_off()
    describe(
        figure,
        """An S-shaped curve three times, with a straight line through two points of it. From panel
        to panel the points come closer; in the last one they are one, and the line is the
        tangent.""",
    )
    return figure


def _chain_rule() -> Figure:
    """A small network with all of its numbers, and the slopes that flow back.

    The numbers are not those of the notebook's exercises, which it would answer.
    """
    return figure_of(draw_graph(NETWORK, {"x": 1.5, "w1": -0.8, "w2": 2.0, "y": 1.0}, 2.75, True))


def _gradients() -> Figure:
    """Arrows of steepest ascent on three surfaces."""
    figure, grid = panels(1, 3, size=SIZE)
    surfaces: Mapping[str, tuple[Callable, Callable]] = {
        "a bowl": (lambda w: w[0] ** 2 + w[1] ** 2, lambda w: 2 * w),
        "a saddle": (lambda w: w[0] ** 2 - w[1] ** 2, lambda w: np.array([2 * w[0], -2 * w[1]])),
        "hills and hollows": (
            lambda w: np.sin(2 * w[0]) + np.cos(2 * w[1]),
            lambda w: np.array([2 * np.cos(2 * w[0]), -2 * np.sin(2 * w[1])]),
        ),
    }
    at = np.array(np.meshgrid(np.linspace(-1.5, 1.5, 6), np.linspace(-1.0, 1.0, 4)))
    for ax, (name, (height, grad)) in zip(grid, surfaces.items(), strict=True):
        draw_levels(ax, height, ((-2.0, 2.0), (-1.4, 1.4)), 9)
        arrows = grad(at)
        ax.quiver(
            *at, *(0.45 * arrows / np.hypot(*arrows).max()), color=COLOURS["gradient"],
            scale=1, scale_units="xy", angles="xy", width=0.012, pivot="mid", zorder=3,
        )  # fmt: skip
        ax.set(title=name)
        ax.set_axis_off()
    describe(
        figure,
        """Level lines of a bowl, a saddle, and hills and hollows, with arrows that point
        uphill, at right angles to the lines, and are longer where it is steeper.""",
    )
    return figure


def _gradient_descent() -> Figure:
    """The same descent with steps that are too small, just right, and too large."""
    figure, grid = panels(1, 3, size=SIZE, sharex=True, sharey=True)
    curvatures, lowest = np.array([2.0, 8.0]), np.array([1.0, -0.5])
    loss = lambda w: 0.5 * np.sum(curvatures * (w - lowest) ** 2)
    grad = lambda w: curvatures * (w - lowest)
    runs = {"too small": (0.02, 12), "just right": (0.16, 12), "too large": (0.26, 5)}
    for ax, (name, (rate, steps)) in zip(grid, runs.items(), strict=True):
        draw_levels(ax, loss, ((-2.2, 4.2), (-3.0, 2.0)), 9)
        draw_path(ax, closed_form(grad, [-1.5, 0.6], rate, steps))
        ax.set(title=f"steps {name}")
        ax.set_axis_off()
    describe(
        figure,
        """Level lines of a bowl three times, with steps that go downhill. Small ones have not
        arrived, better ones reach the lowest point, and too large ones end farther away than they
        began.""",
    )
    return figure


def _backprop_xor() -> Figure:
    """What a network answers on XOR while it learns."""
    figure, grid = panels(1, 4, size=SIZE, sharex=True, sharey=True)
    path, _ = descend(start(4, 1), epochs=EPOCHS)
    everywhere = np.stack(np.meshgrid(GRID, GRID), axis=-1).reshape(-1, 2)
    for ax, epoch in zip(grid, STAGES, strict=True):
        draw_map(ax, outputs(path[epoch // EVERY], everywhere).reshape(len(GRID), -1))
        draw_points(ax)
        ax.set(title=f"epoch {epoch}")
        ax.set_axis_off()
    describe(
        figure,
        """The plane of two inputs with the four points of XOR, four times during training. At
        first the network answers about one half everywhere; then a bent border grows, and in the
        end every point lies on the right side.""",
    )
    return figure


COVERS: Mapping[str, Draw] = {
    "01_derivatives": _derivatives,
    "02_chain_rule": _chain_rule,
    "03_gradients": _gradients,
    "04_gradient_descent": _gradient_descent,
    "05_backprop_xor": _backprop_xor,
}
