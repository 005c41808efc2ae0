"""Figures of notebook 04 about the learning rate: parabolas, and stretched bowls.

Offered by `deepcalc.plotting.descent`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.plotting.descent_paths import (
    STYLES,
    Gradient,
    Loss,
    draw_levels,
    draw_path,
    losses_along,
    note,
    or_closed_form,
)
from deepcalc.plotting.style import COLOURS, describe, label, line, number, panels, point, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["plot_rates", "plot_stretched"]


@styled
def plot_rates(
    loss: Loss,
    grad: Gradient,
    start: float,
    rates: Sequence[float],
    steps: int = 5,
    descent: Callable | None = None,
    window: tuple[float, float] = (-4.4, 6.4),
) -> Figure:
    """The same descent on a parabola with several learning rates, one panel each.

    Parameters
    ----------
    loss, grad : loss of an array of shape (1,), and its gradient
    start : float
    rates : sequence of float, an even number of them
    steps : int
    descent : the student's ``descent(grad, start, rate, steps)``; the closed form stands in
    window : (left, right) end of the w axis
    """
    rows = -(-len(rates) // 2)
    figure, grid = panels(rows, 2, size=(7.2, 2.5 * rows), sharex=True, sharey=True)
    told, whose = [], ""
    for ax, rate in zip(grid.flat, rates, strict=True):
        path, whose = or_closed_form(descent, grad, [start], rate, steps)
        losses = losses_along(loss, path)
        verdict = _verdict(losses)
        _curve(ax, loss, window)
        ax.plot(path[:, 0], losses, **line("path", linewidth=1.1))
        ax.plot(path[0, 0], losses[0], **point("path", markerfacecolor="white", markersize=9,
                                               markeredgecolor=COLOURS["path"]))  # fmt: skip
        _numbered(ax, path[:, 0], losses)
        ax.set_title(f"$\\eta$ = {number(rate)}: {verdict}")
        told.append(f"at {number(rate)} it {verdict}, w = {', '.join(map(number, path[:4, 0]))}, …")
    for ax in grid[-1]:
        ax.set_xlabel("$w$")
    for ax in grid[:, 0]:
        ax.set_ylabel("loss $L(w)$")
    note(figure, whose)
    described = "; ".join(told)
    describe(
        figure,
        f"""Gradient descent on a parabola from w = {number(start)} with {len(rates)} learning
        rates, the points numbered by step: {described}.""",
    )
    return figure


@styled
def plot_stretched(
    curvatures: Sequence[tuple[float, float]],
    start: tuple[float, float] = (1.8, 1.0),
    steps: int = 40,
    descent: Callable | None = None,
) -> Figure:
    """Bowls from round to stretched, each with the path of its best fixed learning rate.

    Parameters
    ----------
    curvatures : sequence of three pairs
        Curvatures of each bowl along w1 and w2.  The first two bowls are drawn with their paths,
        the losses of all are compared.
    start : array, shape (2,)
    steps : int
    descent : the student's ``descent(grad, start, rate, steps)``; the closed form stands in
    """
    figure, (*maps, right) = panels(1, 3, size=(7.2, 3.0), width_ratios=(1, 1, 1.1))
    told, whose = [], ""
    for k, pair in enumerate(curvatures):
        lam = np.array(pair, dtype=float)
        condition = lam.max() / lam.min()
        loss, grad = (lambda w, lam=lam: 0.5 * lam @ w**2), (lambda w, lam=lam: lam * w)
        path, whose = or_closed_form(descent, grad, start, 2 / lam.sum(), steps)
        losses = losses_along(loss, path)
        if k < len(maps):
            draw_levels(maps[k], loss, ((-2.1, 2.1), (-2.1, 2.1)), count=10)
            draw_path(maps[k], path)
            maps[k].set_title(f"$\\kappa$ = {condition:g}")
        style = {**STYLES[k], "markevery": 5, "markersize": 4.5}
        right.semilogy(np.maximum(losses, 1e-9), **style)
        at = (min(25, 3 + 13 * k), 12 - 10 * (k == 0))
        height = max(losses[at[0]], 1e-9)
        role = ("path", "secondary", "gradient")[k]
        label(right, f"$\\kappa$ = {condition:g}", (at[0], height), role, (0.1, 7))
        told.append(
            f"with condition number {condition:g} it {_verdict(losses)}{_swings(path)} "
            f"and ends with loss {_short(losses[-1])}"
        )
    right.set(xlabel="step", title="The loss by step", ylim=(3e-10, 1e3))
    note(figure, whose)
    described = "; ".join(told)
    describe(
        figure,
        f"""{steps} steps of gradient descent with the best fixed rate on bowls of growing
        condition number: {described}.""",
    )
    return figure


def _verdict(losses: np.ndarray) -> str:
    if not np.isfinite(losses[-1]) or losses[-1] > 1.001 * losses[0]:
        return "flies off"
    if losses[-1] > 0.999 * losses[0]:
        return "jumps to and fro for ever"
    return "lands in one step" if losses[1] < 1e-12 else "creeps towards the minimum"


def _swings(path: np.ndarray) -> str:
    """Along which axis the path goes to and fro: every one of its first steps crosses 0."""
    crossed = (path[1:6] * path[:5] < 0).all(axis=0)
    return "".join(f", to and fro along w{k + 1}," for k in np.flatnonzero(crossed))


def _curve(ax: Axes, loss: Loss, window: tuple[float, float]) -> None:
    w = np.linspace(*window, 201)
    heights = losses_along(loss, w[:, None])
    ax.plot(w, heights, **line("function"))
    ax.set(xlim=window, ylim=(-0.17 * heights.max(), heights.max()))


def _numbered(ax: Axes, places: np.ndarray, heights: np.ndarray) -> None:
    """Number the points by step, those of one place together."""
    together: dict[tuple[float, float], list[int]] = {}
    for k, spot in enumerate(zip(np.round(places, 6), np.round(heights, 6), strict=True)):
        together.setdefault(spot, []).append(k)
    low, high = ax.get_xlim()
    for (w, height), steps in together.items():
        if steps[0] > 0 and abs(w - places[steps[0] - 1]) < 0.35:
            continue  # too close to be told apart
        text = ", ".join(map(str, steps[:3])) + (" …" if len(steps) > 3 else "")
        if low < w < high and height < ax.get_ylim()[1]:
            flat = height < 0.02 * ax.get_ylim()[1]
            outward = -7 if w < (low + high) / 2 else 7
            near_edge = min(w - low, high - w) < 0.08 * (high - low)
            side = (0, -6) if flat else (-outward if near_edge else outward, -5)
            label(ax, text, (w, height), "path", side)


def _short(value: float) -> str:
    return "below 1e−12" if value < 1e-12 else number(value)
