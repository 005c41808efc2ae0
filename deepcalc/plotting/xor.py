"""Figures of notebook 05: the plane of XOR, the hidden plane, training runs and their starts.

The reader's functions draw them once they are written.  Until then measured slopes stand in (see
`xor_networks`); no gradient formula stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc._students import yours
from deepcalc.data import xor_data
from deepcalc.plotting.style import (
    CLASS_COLOURS,
    CLASS_MAP,
    classes,
    describe,
    label,
    line,
    number,
    panels,
    styled,
)
from deepcalc.plotting.xor_diagrams import plot_layers, plot_shared_node, plot_two_passes
from deepcalc.plotting.xor_networks import (
    EPOCHS,
    EVERY,
    RATE,
    chunked,
    descend,
    named,
    outputs,
    start,
)
from deepcalc.plotting.xor_optimisers import plot_optimisers
from deepcalc.plotting.xor_orders import plot_backward_order
from deepcalc.plotting.xor_runs import runs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "plot_backward_order",
    "plot_hidden_plane",
    "plot_layers",
    "plot_optimisers",
    "plot_seeds",
    "plot_shared_node",
    "plot_starts",
    "plot_training",
    "plot_two_passes",
    "plot_xor_lines",
]

GRID = np.linspace(-0.35, 1.35, 61)
FLOOR = 5e-4  # of the loss axis


@styled
def plot_xor_lines() -> Figure:
    """The four points of XOR and three straight lines, each of which gets one point wrong."""
    X, y = xor_data()
    lines = {  # weights of the inputs, and bias: the line says 1 where the sum is positive
        "$x_1 + x_2 = 0.5$": (1.0, 1.0, -0.5),
        "$x_1 + x_2 = 1.5$": (-1.0, -1.0, 1.5),
        "$x_2 = x_1 + 0.5$": (-1.0, 1.0, -0.5),
    }
    figure, grid = panels(1, 3, size=(7.2, 2.9), sharex=True, sharey=True)
    told = []
    for ax, (title, (w1, w2, b)) in zip(grid, lines.items(), strict=True):
        score = w1 * GRID[None, :] + w2 * GRID[:, None] + b
        ax.contourf(GRID, GRID, score, levels=[0, 9], colors=["#fbdcc8"], zorder=0)
        ax.contour(GRID, GRID, score, levels=[0], colors=["#1b1f24"], linewidths=1.6)
        draw_points(ax)
        wrong = X[(X @ [w1, w2] + b > 0) != (y[:, 0] == 1)]
        ax.plot(*wrong.T, "o", markersize=19, markerfacecolor="none", color="#1b1f24", mew=1.6)
        label(ax, "wrong", tuple(wrong[0]), "path", (0, -12 if wrong[0, 1] else 12))
        ax.set_title(title)
        plain = title.replace("$", "").replace("_", "")
        told.append(f"{plain} misses ({wrong[0, 0]:g}, {wrong[0, 1]:g})")
    grid[0].set_ylabel("$x_2$")
    listed = "; ".join(told)
    describe(
        figure,
        f"""The points (0, 0) and (1, 1) of class 0, circles, and (0, 1) and (1, 0) of class 1,
        triangles, three times, with a line that says 1 on its shaded side. {listed}.""",
    )
    return figure


@styled
def plot_hidden_plane(
    hidden: tuple[Callable, Callable] | None = None, answer: Callable | None = None
) -> Figure:
    """The four points where they are, and where two hidden units put them.

    Parameters
    ----------
    hidden : two functions (x1, x2) -> number between 0 and 1, elementwise
        Soft versions of "at least one" and "both", if not given.
    answer : function (h1, h2) -> number between 0 and 1, elementwise
        A soft "the first, but not the second", if not given.
    """
    soft = lambda score: 0.5 + 0.5 * np.tanh(5 * score)
    hidden = hidden or (lambda a, b: soft(a + b - 0.5), lambda a, b: soft(a + b - 1.5))
    answer = answer or (lambda a, b: soft(a - 2 * b - 0.5))
    X, _ = xor_data()
    figure, (left, right) = panels(1, 2, size=(7.2, 3.6))
    across, up = np.meshgrid(GRID, GRID)
    draw_map(left, answer(*(unit(across, up) for unit in hidden)))
    draw_map(right, answer(across, up))
    moved = np.array([[float(unit(*x)) for unit in hidden] for x in X])
    draw_points(left)
    draw_points(right, moved)
    for at, x in zip(moved, X, strict=True):
        place = (8, 10) if x[0] == x[1] else (12, (9, -9)[int(x[0])])
        label(right, f"({x[0]:g}, {x[1]:g})", tuple(at), "path", place)
    left.set_title("The inputs: no straight line")
    right.set(title="The hidden units: one line is enough", xlabel="$h_1$", ylabel="$h_2$")
    listed = ", ".join(
        f"({x[0]:g}, {x[1]:g}) to ({number(at[0])}, {number(at[1])})"
        for x, at in zip(X, moved, strict=True)
    )
    describe(
        figure,
        f"""Left, the plane of the inputs, where the answer 1 is a band between two lines. Right,
        the plane of the two hidden units, where one straight line separates the classes. The
        units move {listed}.""",
    )
    return figure


@styled
def plot_training(
    train: Callable | None = None, forward: Callable | None = None, seed: int = 1, hidden: int = 4
) -> Figure:
    """A training run on XOR: the loss on a logarithmic axis, and what the network has learned.

    Parameters
    ----------
    train : the student's ``train(params, X, y, lr, epochs)``
    forward : the student's ``forward(params, X)``
    seed : int
        Of the weights to start from.
    hidden : int
        Number of hidden units.
    """
    path, losses, whose = trained(train, start(hidden, seed))
    answers, whose_forward = answering(forward, path[-1])
    figure, (left, right) = panels(1, 2, size=(7.2, 3.5), width_ratios=(1.25, 1))
    left.semilogy(losses, **line("function"))
    flat_part = np.flatnonzero(np.abs(losses - 0.25) < 0.005)
    if len(flat_part) > 50:
        left.axvspan(flat_part[0], flat_part[-1], facecolor="#eef0f2", edgecolor="#c3c8cd",
                     hatch="///", linewidth=0)  # fmt: skip
        at = (flat_part.mean(), 0.045)
        left.annotate("plateau", at, ha="center", color="#464c53", backgroundcolor="white")
    left.set(xlabel="epoch", ylabel="loss $L$", ylim=(FLOOR, 1), xlim=(0, len(losses)))
    last = (len(losses) - 1, max(losses[-1], FLOOR))
    label(left, f"{number(losses[-1], 4)} at the end", last, "function", (-2, -8))
    draw_map(right, answers(path[-1], _grid_points()).reshape(len(GRID), -1))
    draw_points(right)
    told = draw_answers(right, answers(path[-1], xor_data()[0]))
    left.set_title(f"{len(losses)} epochs, rate {RATE:g}")
    right.set_title("the trained network")
    whose = whose if whose == whose_forward else f"{whose}; {whose_forward}"
    figure.supxlabel(whose[0].upper() + whose[1:], fontsize=9.5, color="#464c53")
    describe(
        figure,
        f"""Left, the loss by epoch on a logarithmic axis: it starts at {number(losses[0], 3)},
        is {number(losses[len(losses) // 4], 3)} after a quarter of the run and
        {number(losses[-1], 4)} at the end. Right, the network's answer over the input plane; at
        the four examples it is {told}. This run is {whose}.""",
    )
    return figure


@styled
def plot_starts(epochs: int = 1000) -> Figure:
    """The loss from three starts: all weights 0, all weights 0.5, and random ones.

    Parameters
    ----------
    epochs : int
    """
    kinds = ("all weights 0", "all weights 0.5", "random, spread 0.5")
    first = np.array([start(4, 1, kind) for kind in kinds])
    path, losses = descend(first, epochs=epochs, every=epochs)
    figure, ax = panels(1, 1, size=(7.2, 3.4))
    told = []
    for k, role in enumerate(("derivative", "secondary", "function")):
        ax.semilogy(losses[:, k], **line(role))
        place = (epochs - 1, max(losses[-1, k], FLOOR))
        text = f"{kinds[k].split(',')[0]}: {losses[-1, k]:.4f}"
        label(ax, text, place, role, (-4, (7, -7, 28)[k]))
        spread = float(np.ptp(named(path[-1, k])["W1"], axis=1).max())
        told.append(f"{text}, with hidden units that differ by up to {number(spread)}")
    ax.set(xlabel="epoch", ylabel="loss $L$", ylim=(FLOOR, 1), xlim=(0, epochs))
    listed = "; ".join(told)
    describe(ax, f"Loss by epoch from three starts, logarithmic. At the end: {listed}.")
    return figure


@styled
def plot_seeds() -> Figure:
    """The loss of networks with two and with four hidden units from 100 random starts each."""
    figure, grid = panels(1, 2, size=(7.2, 3.5), sharex=True, sharey=True)
    told = []
    for ax, word in zip(grid, ("two", "four"), strict=True):
        losses = runs()[word]
        epochs = EVERY * np.arange(losses.shape[1])
        solved = losses[:, -1] < 0.01
        ax.semilogy(epochs, losses[solved].T, color=CLASS_COLOURS[0], linewidth=0.6, alpha=0.6)
        if not solved.all():
            stuck = {"color": CLASS_COLOURS[1], "linewidth": 1.3, "linestyle": (0, (5, 1.6))}
            ax.semilogy(epochs, losses[~solved].T, **stuck)
        ax.axhline(0.01, color="#1b1f24", linewidth=0.8)
        ax.set_title(f"{word.capitalize()} hidden units: {solved.sum()} of {len(solved)} solved")
        ax.set_xlabel("epoch")
        far = np.sum(losses[~solved, -1] > 0.2)
        told.append(
            f"with {word} hidden units {solved.sum()} of {len(solved)} runs end below 0.01, and "
            f"{far} end above 0.2"
        )
    grid[0].set(ylabel="loss $L$", ylim=(FLOOR, 1))
    label(grid[0], "solved", (0, 0.01), "path", (0.1, -4))
    describe(
        figure,
        f"""Loss by epoch, logarithmic, of 100 runs from random starts in each panel; runs that
        solve XOR are thin and solid, others dashed: {"; ".join(told)}.""",
    )
    return figure


def trained(
    train: Callable | None, weights: np.ndarray, epochs: int = EPOCHS, every: int = EVERY
) -> tuple[np.ndarray, np.ndarray, str]:
    """Path, losses and the words for whose they are, of a run with the student's `train`."""
    _, whose = yours(
        None if train is None else lambda *args: chunked(train, *args),
        lambda *args: np.concatenate([part.ravel() for part in descend(*args)]),
        (weights, RATE, 20, 10),
        "train",
        "measured slopes",
    )
    if train is None or whose != "using your train":
        return (*descend(weights, epochs=epochs, every=every), whose)
    both = chunked(train, weights, RATE, epochs, every)
    return both[:-epochs].reshape(-1, weights.size), both[-epochs:], whose


def answering(forward: Callable | None, weights: np.ndarray) -> tuple[Callable, str]:
    """The network's answers as a function (weights, X) -> (n,), and whose they are."""
    return yours(
        None if forward is None else lambda w, X: np.ravel(forward(named(w), X)[0]),
        outputs,
        (weights, xor_data()[0]),
        "forward",
        "our own network",
    )


def draw_map(ax: Axes, answer: np.ndarray, **changes: Any) -> Any:
    """The answer over the input plane in colour, with the line where it is ½; returns the image."""
    ends = (GRID[0], GRID[-1], GRID[0], GRID[-1])
    image = ax.imshow(answer, extent=ends, origin="lower", cmap=CLASS_MAP, vmin=0, vmax=1,
                      interpolation="bilinear", zorder=0, **changes)  # fmt: skip
    if not changes:
        lines = ax.contour(GRID, GRID, answer, levels=[0.5], colors=["#1b1f24"], linewidths=1.6)
        lines.set_zorder(1)
    ax.grid(False)
    ax.set(xlim=ends[:2], ylim=ends[2:], xticks=[0, 1], yticks=[0, 1], aspect="equal")
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    return image


def draw_points(ax: Axes, places: np.ndarray | None = None) -> None:
    """The four examples, circles for 0 and triangles for 1."""
    X, y = xor_data()
    places = X if places is None else places
    for which in (0, 1):
        ax.plot(*places[y[:, 0] == which].T, **classes(which))
    ax.set(xlim=GRID[[0, -1]], ylim=GRID[[0, -1]], aspect="equal")
    ax.set(xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$")


def draw_answers(ax: Axes, answers: np.ndarray) -> str:
    """Write the answer beside each example, and return them as text."""
    X, _ = xor_data()
    for x, answer in zip(X, answers, strict=True):
        label(ax, number(answer), tuple(x), "path", (0, 8 if x[1] else -8))
    return ", ".join(
        f"{number(a)} at ({x[0]:g}, {x[1]:g})" for x, a in zip(X, answers, strict=True)
    )


def _grid_points() -> np.ndarray:
    across, up = np.meshgrid(GRID, GRID)
    return np.column_stack([across.ravel(), up.ravel()])
