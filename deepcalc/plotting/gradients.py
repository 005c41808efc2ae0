"""Figures of notebook 03: slices of a surface, level curves, bowls with arrows downhill.

All slopes are measured by finite differences; no formula of a gradient stands here.  The figures
about layers and Jacobians are in `deepcalc.plotting.jacobians` and offered here as well.

A function of two variables takes one array whose first axis has the two entries: a place of shape
(2,) or a whole grid of places of shape (2, rows, columns).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patheffects import withStroke

from deepcalc.numeric import derivative
from deepcalc.numeric import gradient as measured_gradient
from deepcalc.plotting.jacobians import plot_layer_shapes, plot_map, plot_softmax_jacobian
from deepcalc.plotting.style import (
    COLOURS,
    LEVEL_MAP,
    axes,
    describe,
    in_narrow,
    label,
    line,
    line_through,
    number,
    panels,
    point,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "plot_bowl",
    "plot_gradient_field",
    "plot_layer_shapes",
    "plot_map",
    "plot_slices",
    "plot_softmax_jacobian",
]

PALE = LinearSegmentedColormap.from_list("deepcalc_pale", LEVEL_MAP(np.linspace(0.45, 1, 9)))
"""The lighter half of the level colours, on which purple arrows stand out."""

Surface = Callable[[np.ndarray], Any]
Place = tuple[float, float]


@styled
def plot_slices(f: Surface, at: Place, reach: float = 1.0) -> Figure:
    """A surface with two paths across it, and each path seen from its side.

    Parameters
    ----------
    f : function of an array [x, y], also of a grid of shape (2, rows, columns)
    at : (x, y), where the two paths cross
    reach : float
        How far the paths go to each side.
    """
    figure, (first, along_x, along_y) = panels(1, 3, size=(7.2, 3.1), width_ratios=(1.7, 1, 1))
    place = first.get_subplotspec()
    first.remove()
    ax = figure.add_subplot(place, projection="3d")
    x0, y0 = at
    z0 = float(f(np.array(at)))
    x, y = np.linspace(x0 - reach, x0 + reach, 81), np.linspace(y0 - reach, y0 + reach, 81)
    _surface(ax, f, x, y, alpha=0.45)
    ax.plot(x, y0 + 0 * x, f(np.stack([x, y0 + 0 * x])), **line("function", zorder=9))
    ax.plot(x0 + 0 * y, y, f(np.stack([x0 + 0 * y, y])), **line("secondary", zorder=9))
    ax.plot([x0], [y0], [z0], **point("path", zorder=10))
    ax.set(xlabel="$x$", ylabel="$y$", zlabel="$f$", title="two paths")

    told = []
    slices = (
        (along_x, x, "x", x0, lambda t: f(np.stack([t, y0 + 0 * t])), f"y = {y0:g}", "function"),
        (along_y, y, "y", y0, lambda t: f(np.stack([x0 + 0 * t, t])), f"x = {x0:g}", "secondary"),
    )
    for panel, t, name, t0, cut, fixed, role in slices:
        slope = derivative(cut, t0)
        # Solid: the dashes of the tangent cover a straight path.
        panel.plot(t, cut(t), **line(role, linestyle="-"))
        line_through(panel, (t0, z0), slope, (t[0], t[-1]), "derivative")
        panel.plot(t0, z0, **point("path"))
        label(panel, f"slope {number(slope)}", (0.05, 0.95), "derivative", (0.1, -0.1),
              xycoords="axes fraction")  # fmt: skip
        panel.set(title=f"along ${name}$, with ${fixed}$", xlabel=f"${name}$")
        told.append(f"along {name}, with {fixed}, it is {number(slope)}")
    limits = [panel.get_ylim() for panel in (along_x, along_y)]
    for panel in (along_x, along_y):
        panel.set_ylim(min(low for low, _ in limits), max(high for _, high in limits))
        panel.set_ylabel("$f$", rotation=0)
    describe(
        figure,
        f"""A surface above the x-y plane with two paths that cross at ({number(x0)}, {number(y0)}),
        where its height is {number(z0)}; beside it each path from the side with its tangent.
        The slope at the crossing depends on the path: {"; ".join(told)}.""",
    )
    return figure


@styled
def plot_gradient_field(
    f: Surface,
    low: Place = (0.25, 0.25),
    high: Place = (2.75, 2.75),
    name: str = "f",
    ax: Axes | None = None,
) -> Axes:
    """Level curves of a function with its gradient as arrows, which stand at right angles on them.

    Parameters
    ----------
    f : function of an array [x, y], also of a grid of shape (2, rows, columns)
    low, high : (x, y), the corners of the map
    name : str
        The function as mathematics, for the title.
    """
    ax = axes(ax, size=(7.2, 4.6), aspect="equal")
    x, y = np.linspace(low[0], high[0], 121), np.linspace(low[1], high[1], 121)
    grid = np.stack(np.meshgrid(x, y))
    heights = f(grid)
    drawn = _levels(ax, grid, heights, 12)  # at equal steps: where the curves crowd, f is steep
    spots: list[np.ndarray] = []
    for curve in drawn.allsegs:  # arrows start on the level curves, evenly along each
        for segment in curve:
            steps = np.hypot(*np.diff(segment, axis=0).T).cumsum()
            marks = np.arange(0.3, steps[-1] - 0.1, 0.6)
            spots += [segment[np.searchsorted(steps, mark)] for mark in marks]
    starts = np.array(spots)
    arrows = np.array([measured_gradient(f, start) for start in starts])
    longest = np.hypot(*arrows.T).max()
    ends = starts + arrows * 0.5 / longest
    inside = ((ends > low) & (ends < high)).all(axis=1)
    starts, arrows = starts[inside], arrows[inside]
    _arrows(ax, starts, arrows * 0.5 / longest)
    ax.set(xlabel="$x$", ylabel="$y$", xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    ax.set_title(f"level curves of ${name}$, and its gradient")
    describe(
        ax,
        f"""Level curves of a function of x and y with {len(starts)} arrows along its gradient.
        Every arrow stands at right angles on its level curve and points to higher values; the
        arrows are longest, up to {number(longest)}, where the curves lie closest together.""",
    )
    return ax


@styled
def plot_bowl(
    loss: Surface,
    probe: Place,
    title: str = "",
    minimum: Place = (0.0, 0.0),
    reach: Place = (4.8, 3.6),
) -> Figure:
    """A loss of two weights in space, beside its level curves with arrows downhill.

    Parameters
    ----------
    loss : function of an array [w1, w2], also of a grid of shape (2, rows, columns)
    probe : (w1, w2), the place from which the way to the minimum is drawn
    title : str
    minimum : (w1, w2), the lowest point
    reach : (right, up), how far the map goes from the minimum
    """
    figure, (first, ax) = panels(1, 2, size=(7.2, 3.3), width_ratios=(1, 1.3))
    place = first.get_subplotspec()
    first.remove()
    space = figure.add_subplot(place, projection="3d")
    x, y = (m + np.linspace(-r, r, 81) for m, r in zip(minimum, reach, strict=True))
    _surface(space, loss, x, y, alpha=0.85)
    space.plot(*[[v] for v in minimum], [float(loss(np.array(minimum)))], **point("secondary"))
    space.set(xlabel="$w_1$", ylabel="$w_2$", zlabel="$L$", title=title)

    grid = np.stack(np.meshgrid(x, y))
    heights = loss(grid)
    here = float(loss(np.array(probe)))
    _levels(ax, grid, heights, here * np.array([0.1, 0.4, 1.0, 2.0, 4.0, 8.0]))
    starts, arrows = _ring(loss, np.array(minimum), np.array(probe))
    _arrows(ax, starts, arrows * 1.3 / np.hypot(*arrows.T).max())
    ax.plot(*zip(probe, minimum, strict=True), color=COLOURS["path"], lw=1.4, ls=(0, (4, 2)))
    ax.plot(*minimum, **point("secondary", markersize=8))
    ax.plot(*probe, **point("path"))
    ax.set(xlabel="$w_1$", ylabel="$w_2$", title="from above, with $-\\nabla L$", aspect="equal")
    ax.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]))
    downhill = -measured_gradient(loss, np.array(probe))
    off = round(angle(downhill, np.subtract(minimum, probe)), 1)
    describe(
        figure,
        f"""{title or "A loss"}: left a surface over the weights w1 and w2 with its minimum at
        ({number(minimum[0])}, {number(minimum[1])}), right its level curves with arrows along
        minus the gradient. From ({number(probe[0])}, {number(probe[1])}) the arrow goes along
        ({number(downhill[0])}, {number(downhill[1])}), {number(off, 1)} degrees off the dashed
        line to the minimum.""",
    )
    return figure


def angle(a: Any, b: Any) -> float:
    """Angle between two vectors of the plane, in degrees; 0 if one of them is zero."""
    (a1, a2), (b1, b2) = a, b
    return float(np.degrees(np.arctan2(abs(a1 * b2 - a2 * b1), a1 * b1 + a2 * b2)))


def _ring(loss: Surface, centre: np.ndarray, probe: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Twelve places evenly along the level curve through `probe`, and minus the gradient there."""
    turns = np.arctan2(*(probe - centre)[::-1]) + np.linspace(0, 2 * np.pi, 721)
    rays = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    near, far = np.zeros(721), np.full(721, 50.0)
    for _ in range(50):  # bisection: along each ray the loss only grows
        middle = (near + far) / 2
        inside = loss((centre + middle[:, None] * rays).T) < loss(probe)
        near, far = np.where(inside, middle, near), np.where(inside, far, middle)
    curve = centre + near[:, None] * rays
    walked = np.append(0.0, np.hypot(*np.diff(curve, axis=0).T).cumsum())
    starts = curve[np.searchsorted(walked, walked[-1] * np.arange(12) / 12)]
    return starts, np.array([-measured_gradient(loss, start) for start in starts])


def _surface(ax: Any, f: Surface, x: np.ndarray, y: np.ndarray, alpha: float) -> None:
    from matplotlib.ticker import MaxNLocator

    grid = np.stack(np.meshgrid(x, y))
    ax.plot_surface(*grid, f(grid), cmap=LEVEL_MAP, rcount=33, ccount=33, linewidth=0.2,
                    edgecolor="#8fa5b8", alpha=alpha)  # fmt: skip
    ax.set_box_aspect((1, 1, 0.8), zoom=0.95)
    ax.view_init(elev=24, azim=-60)
    ax.tick_params(labelsize=9, pad=-1)
    for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
        axis.set_major_locator(MaxNLocator(4))
        axis.labelpad = -3


def _levels(ax: Axes, grid: np.ndarray, heights: np.ndarray, levels: Any) -> Any:
    ax.grid(False)
    ax.contourf(*grid, heights, levels=24, cmap=PALE)
    drawn = ax.contour(*grid, heights, levels=levels, colors="#34506b", linewidths=0.9)
    closed = [
        level
        for level, curve in zip(drawn.levels, drawn.allsegs, strict=True)
        if all(len(segment) and np.allclose(segment[0], segment[-1]) for segment in curve)
    ]  # where there are any, the others would be labelled at the edge, and cut off
    for k, text in enumerate(ax.clabel(drawn, closed or [*drawn.levels], fontsize=9, fmt="%.4g")):
        halo = withStroke(linewidth=2.5, foreground=PALE(0.5))
        text.set(zorder=6, path_effects=[halo])  # readable also where an arrow passes
        if k % 2:
            in_narrow(text, "")
    return drawn


def _arrows(ax: Axes, starts: np.ndarray, arrows: np.ndarray) -> None:
    ax.quiver(*starts.T, *arrows.T, color=COLOURS["gradient"], angles="xy", scale_units="xy",
              scale=1, width=0.007, zorder=4)  # fmt: skip
