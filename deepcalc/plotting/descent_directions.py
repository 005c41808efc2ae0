"""Figures of notebook 04 about the directions of a bowl: its curvature, and where arrows point.

Offered by `deepcalc.plotting.descent`.  The lowest point of every bowl here is 0; slopes and
curvatures are measured by differences.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from deepcalc.numeric import gradient as measured_gradient
from deepcalc.plotting.descent_paths import Loss, level_lines, note, on_grid
from deepcalc.plotting.style import (
    COLOURS,
    axes,
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

__all__ = ["plot_turning", "plot_ways_back"]

STEP = 0.01  # of second differences: on a bowl they are exact but for rounding


@styled
def plot_ways_back(loss: Loss, count: int = 16, ax: Axes | None = None) -> Axes:
    """A bowl from above, with arrows along minus the gradient from places on a circle.

    Parameters
    ----------
    loss : loss of an array of shape (2,), with its minimum at 0
    count : int
        How many arrows, evenly around.
    """
    ax = axes(ax, size=(7.2, 3.9))
    w1, w2, heights = on_grid(loss, ((-2.0, 2.0), (-1.4, 1.4)))
    levels = 0.12 * heights.max() * np.array([0.1, 0.4, 1.0, 2.0])
    ax.plot(*level_lines(w1, w2, heights, levels), color="#5d7f9e", linewidth=0.8)
    ax.set(xlim=(-2.0, 2.0), ylim=(-1.4, 1.4), xlabel="$w_1$", ylabel="$w_2$", aspect="equal")
    ax.grid(False)
    turns = np.linspace(0, 360, 181)
    ax.plot(*_unit(turns), **line("muted"))
    angles = 360 * np.arange(count) / count
    starts = _unit(angles).T  # (count, 2)
    arrows = np.array([-measured_gradient(loss, start) for start in starts])
    arrows *= 0.6 / np.hypot(*arrows.T).max()
    ax.quiver(*starts.T, *arrows.T, color=COLOURS["gradient"], angles="xy", scale_units="xy",
              scale=1, width=0.006, zorder=4)  # fmt: skip
    ax.plot(*starts.T, **point("path", markersize=5))
    ax.plot(0, 0, **point("secondary", markersize=9))
    label(ax, "minimum", (0, 0), "secondary", (0, -8))
    for degrees in (0, 90, 180, 270):
        right, up = np.rint(8 * _unit(degrees))
        label(ax, f"{degrees}°", tuple(_unit(degrees)), "path", (right, up))
    missed = zip(angles, _missed(loss, angles), strict=True)
    told = ", ".join(f"{a:g}° by {m:.0f}" for a, m in missed if a < 180)
    describe(
        ax,
        f"""Level lines of a bowl and {count} arrows along minus the gradient, from places on a
        circle around the minimum. By how many degrees each one misses the way to the minimum, by
        the direction of its place: {told}; on the other half it is the same again.""",
    )
    return ax


@styled
def plot_turning(loss: Loss, curvature: Callable[[float], float] | None = None) -> Figure:
    """What changes as a direction turns: the curvature along it, and where the arrow points.

    Parameters
    ----------
    loss : loss of an array of shape (2,), with its minimum at 0
    curvature : the student's ``curvature(degrees)``; second differences stand in
    """
    figure, (left, right) = panels(1, 2, size=(7.2, 3.2))
    degrees = np.arange(0, 181, 3)
    bends, whose = _bends(loss, curvature, degrees)
    missed = _missed(loss, degrees)
    left.plot(degrees, bends, **line("function"))
    left.set(title="curvature along the direction", ylabel="curvature")
    right.plot(degrees, missed, **line("gradient"))
    right.set(title="$-\\nabla L$ misses the minimum", ylabel="by … degrees")
    for ax, values in ((left, bends), (right, missed)):
        ax.set(xlabel="direction, in degrees", xlim=(0, 180), xticks=range(0, 181, 45))
        ax.set_ylim(bottom=min(0, 1.1 * values.min()))
    note(figure, whose)
    hits = [f"{d}° (curvature {number(b)})" for d, b, m in zip(degrees, bends, missed, strict=True)
            if m < 0.01]  # fmt: skip
    describe(
        figure,
        f"""Against the direction from 0 to 180 degrees: left, the curvature of a bowl along it,
        from {number(bends.min())} at {degrees[bends.argmin()]}° to {number(bends.max())} at
        {degrees[bends.argmax()]}°. Right, by how many degrees minus the gradient misses the
        minimum: up to {number(missed.max(), 1)}, and 0 at {" and ".join(hits) or "no direction"}.
        """,
    )
    return figure


def _unit(degrees: float | np.ndarray) -> np.ndarray:
    """Arrows of length 1, shape (2,) or (2, n)."""
    return np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])


def _missed(loss: Loss, degrees: np.ndarray) -> np.ndarray:
    """Angle between minus the gradient and the way back to 0, in degrees."""
    back = -_unit(degrees).T
    downhill = np.array([-measured_gradient(loss, -u) for u in back])
    aside = np.abs(downhill[:, 0] * back[:, 1] - downhill[:, 1] * back[:, 0])
    return np.degrees(np.arctan2(aside, (downhill * back).sum(axis=1)))


def _bends(
    loss: Loss, curvature: Callable[[float], float] | None, degrees: np.ndarray
) -> tuple[np.ndarray, str]:
    """The curvature along each direction, and words on whose it is."""
    reason = "not written yet"
    try:
        if curvature is not None:
            told = np.array([float(curvature(float(d))) for d in degrees])
            if np.isfinite(told).all():
                return told, "using your function"
            reason = "not finite"
    except NotImplementedError:
        pass
    except Exception as error:  # any mistake of a beginner: the picture must go on
        reason = f"raised {type(error).__name__}"
    steps = STEP * _unit(degrees).T
    bends = [(loss(s) - 2 * loss(0 * s) + loss(-s)) / STEP**2 for s in steps]
    return np.array(bends), f"using second differences (yours: {reason})"
