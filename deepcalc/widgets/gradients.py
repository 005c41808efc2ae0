"""Widgets of notebook 03: a dial of directions, a probe with its gradient, a bowl to stretch.

Where the student's function is not written yet, slopes are measured by finite differences.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.numeric import gradient as measured_gradient
from deepcalc.plotting.gradients import PALE, angle
from deepcalc.plotting.style import COLOURS, label, line, number, point
from deepcalc.widgets.base import Interactive, choice, interactive, slider, yours

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["direction_dial", "gradient_probe", "stretch_the_bowl"]

Surface = Callable[[np.ndarray], Any]

SURFACES: dict[str, Surface] = {
    "x²y": lambda p: p[0] ** 2 * p[1],
    "round bowl, x² + y²": lambda p: p[0] ** 2 + p[1] ** 2,
    "long valley, x² + 9y²": lambda p: p[0] ** 2 + 9 * p[1] ** 2,
    "saddle, x² − y²": lambda p: p[0] ** 2 - p[1] ** 2,
    "hills, cos 2x + cos 2y": lambda p: np.cos(2 * p[0]) + np.cos(2 * p[1]),
}


def direction_dial(
    f: Surface | None = None,
    at: tuple[float, float] = (1.0, 2.0),
    directional: Callable | None = None,
    degrees: int = 60,
) -> Interactive:
    """Turn the direction of a walk and read the slope along it.

    Parameters
    ----------
    f : function of an array [x, y], also of a grid of shape (2, rows, columns); x²y, if not given
    at : (x, y), where the walk starts
    directional : function (gradient, direction) -> slope
        The student's; differences along the walk stand in until it works.
    degrees : int
        Where the dial starts.
    """
    f = SURFACES["x²y"] if f is None else f
    start = np.array(at, dtype=float)
    up = measured_gradient(f, start)
    norm, uphill = float(np.hypot(*up)), float(np.degrees(np.arctan2(up[1], up[0])) % 360)

    def walked(_: np.ndarray, direction: np.ndarray) -> float:
        unit = direction / np.hypot(*direction)
        return derivative(lambda t: float(f(start + t * unit)), 0.0)

    slope, whose = yours(directional, walked, trial=(up, np.array([1.0, 1.0])), name="function")

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2, width_ratios=(1, 1.15))
        right.set_box_aspect(1 / 1.15)  # as high as the map
        reach = 1.0
        x, y = (np.linspace(c - reach, c + reach, 81) for c in start)
        _background(left, f, x, y, float(f(start)))
        left.set(xlabel="$x$", ylabel="$y$", title="direction of the walk")
        left.locator_params(nbins=4)
        _arrow(left, start, 0.8 * up / norm, "gradient")
        label(left, "gradient", tuple(start + 0.8 * up / norm), "gradient", (0, 6))
        walk = _arrow(left, start, [0.6, 0.0], "derivative", animated=True)
        name = label(left, "walk", (0, 0), "derivative", (0.1, 0), animated=True, ha="center")
        left.plot(*start, **point("path"))

        turns = np.arange(0, 361, 4)
        slopes = [walked(up, np.array([np.cos(t), np.sin(t)])) for t in np.radians(turns)]
        right.axhline(0, color="#646b73", linewidth=0.8)
        right.plot(turns, slopes, **line("function"))
        right.axvline(uphill, **line("gradient", linewidth=1.4, linestyle=(0, (1, 1.6))))
        label(right, "along the gradient", (uphill, -1.22 * norm), "gradient", (4, 4))
        right.set(
            xlabel="angle of the direction, in degrees", ylabel="slope", title="slope of the walk"
        )
        right.set(xlim=(0, 360), ylim=(-1.25 * norm, 1.25 * norm), xticks=range(0, 361, 90))
        (mark,) = right.plot(
            [], [], **point("derivative", animated=True, markersize=9, clip_on=False)
        )
        tag = label(right, "", (0.97, 0.97), "derivative", (-0.1, -0.1), animated=True,
                    xycoords="axes fraction")  # fmt: skip

        def update(degrees: int) -> str:
            unit = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
            steepness = float(slope(up, unit))
            walk.set_UVC(*(0.5 * unit))
            name.xy = tuple(start + 0.62 * unit)
            mark.set_data([degrees], [steepness])
            tag.set_text(f"slope {number(_clean(steepness))}")
            return (
                f"direction {degrees}° = ({number(_clean(unit[0]))}, {number(_clean(unit[1]))}), "
                f"gradient = ({number(up[0])}, {number(up[1])}) with norm {number(norm, 3)}, "
                f"angle between them = {angle(up, unit):.0f}°, "
                f"slope = {number(_clean(steepness), 3)}; {whose}."
            )

        return update

    return interactive(
        scene,
        {"degrees": slider("Direction", degrees, 0, 360, 2, help="in degrees from the x axis")},
        about=f"""Left a map with level curves, an arrow along the gradient at ({number(at[0])},
        {number(at[1])}) and one along the walk; right the slope of the walk against its angle, a
        cosine curve that is highest along the gradient.""",
    )


def gradient_probe(gradient: Callable | None = None) -> Interactive:
    """Move a probe over a landscape and see its gradient stand on the level curve.

    Parameters
    ----------
    gradient : function (f, x) -> gradient
        The student's; measured slopes stand in until it works.
    """
    from contourpy import contour_generator
    from matplotlib.collections import LineCollection

    trial = (SURFACES["saddle, x² − y²"], np.array([0.5, 0.25]))
    slopes, whose = yours(gradient, measured_gradient, trial, name="numerical_gradient")
    side = np.linspace(-2.2, 2.2, 111)
    grid = np.stack(np.meshgrid(side, side))
    curves = {}
    for name, f in SURFACES.items():
        heights = f(grid)
        levels = np.quantile(heights, np.linspace(0.06, 0.94, 10))
        tracer: Any = contour_generator(side, side, heights)
        shades = PALE((heights - heights.min()) / np.ptp(heights), bytes=True)
        curves[name] = (shades, tracer, [segment for v in levels for segment in tracer.lines(v)])

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        ax.set(xlabel="$x$", ylabel="$y$", aspect="equal")
        ax.set(xticks=range(-2, 3), yticks=range(-2, 3))
        ax.grid(False)
        shade = ax.imshow(curves["x²y"][0], extent=(-2.2, 2.2, -2.2, 2.2), origin="lower",
                          interpolation="nearest", zorder=0)  # fmt: skip
        thin = LineCollection([], colors="#34506b", linewidths=0.8, zorder=1)
        here = LineCollection([], colors=COLOURS["path"], linewidths=1.8, linestyles="--",
                              animated=True, zorder=2)  # fmt: skip
        ax.add_collection(thin)
        ax.add_collection(here)
        arrow = _arrow(ax, [0, 0], [1, 0], "gradient", animated=True)
        (probe,) = ax.plot([], [], **point("path", animated=True))
        title = ax.set_title("landscape")

        def update(landscape: str, x: float, y: float) -> str:
            f, (shades, tracer, lines) = SURFACES[landscape], curves[landscape]
            place = np.array([x, y])
            up = np.asarray(slopes(f, place.copy()), dtype=float)
            norm, height = float(np.hypot(*up)), float(f(place))
            if title.get_text() != landscape:  # another map costs a full redraw
                title.set_text(landscape)
                shade.set_data(shades)
                thin.set_segments(lines)
            here.set_segments(tracer.lines(height))
            arrow.set_offsets(place)
            arrow.set_UVC(*(0.6 * up / (norm + 1)))  # never longer than 0.6: it stays on the map
            probe.set_data([x], [y])
            flat = " (flat: no direction is uphill)" if norm < 1e-6 else ""
            return (
                f"{landscape}: at ({number(x)}, {number(y)}) the height is {number(height)}, "
                f"gradient = ({number(_clean(up[0]))}, {number(_clean(up[1]))}), "
                f"norm = {number(_clean(norm))}{flat}; {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "landscape": choice("Landscape", list(SURFACES), help="the function to look at"),
            "x": slider("Probe x", 1.0, -1.6, 1.6, 0.05, help="to the right"),
            "y": slider("Probe y", 0.5, -1.6, 1.6, 0.05, help="upwards"),
        },
        about="""A map with level curves, bluer where it is lower, a probe with an arrow along its
        gradient, and dashed the level curve through the probe; they meet at right angles.""",
        size=(7.2, 4.4),
    )


def stretch_the_bowl(gradient: Callable | None = None) -> Interactive:
    """Stretch and tilt a bowl, and see how far −∇L is off the way to its minimum.

    Parameters
    ----------
    gradient : function (A, b, x) -> gradient of ½ xᵀ A x − bᵀ x
        The student's; measured slopes stand in until it works.
    """

    def measured(A: np.ndarray, b: np.ndarray, x: np.ndarray) -> Any:
        return measured_gradient(lambda v: 0.5 * v @ A @ v - b @ v, x)

    trial = (np.diag([1.0, 3.0]), np.zeros(2), np.array([1.0, 2.0]))
    slopes, whose = yours(gradient, measured, trial, name="quadratic_gradient")
    around = np.linspace(0, 2 * np.pi, 181)
    circle = np.stack([np.cos(around), np.sin(around)])
    radii = (0.5, 1.0, 1.5, 2.0, 2.5)

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        ax.set(xlabel="$w_1$", ylabel="$w_2$", xlim=(-4, 4), ylim=(-2.7, 2.7), aspect="equal")
        rings = [ax.plot([], [], color="#34506b", lw=0.9, animated=True)[0] for _ in radii]
        (way,) = ax.plot([], [], color=COLOURS["path"], lw=1.4, ls=(0, (4, 2)), animated=True)
        others = _arrow(
            ax, np.zeros((8, 2)), np.ones((8, 2)), "gradient", width=0.02, animated=True
        )
        arrow = _arrow(ax, [0, 0], [1, 0], "gradient", animated=True)
        (start,) = ax.plot([], [], **point("path", animated=True))
        ax.plot(0, 0, **point("secondary", markersize=9))
        title = ax.set_title("off the way", animated=True)

        def update(stretch: float, tilt: int, place: int) -> str:
            turn, spot = np.radians(tilt), np.radians(place)
            axes = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
            A = axes @ np.diag([1.0, stretch]) @ axes.T
            shape = axes @ (circle / np.sqrt([[1.0], [stretch]]))
            for ring, radius in zip(rings, radii, strict=True):
                ring.set_data(*(radius * shape))
            at = 2.0 * axes @ np.array([np.cos(spot), np.sin(spot) / np.sqrt(stretch)])
            down = -np.asarray(slopes(A, np.zeros(2), at), dtype=float)
            feet = shape[:, 11:180:22].T * 2.5
            flows = np.array([-np.asarray(slopes(A, np.zeros(2), p), dtype=float) for p in feet])
            others.set_offsets(feet)
            others.set_UVC(*(0.4 * flows / np.hypot(*flows.T)[:, None]).T)
            arrow.set_offsets(at)
            arrow.set_UVC(*(0.8 * down / max(np.hypot(*down), 1e-12)))
            start.set_data([at[0]], [at[1]])
            way.set_data([at[0], 0], [at[1], 0])
            off = angle(down, -at)
            title.set_text(f"$-\\nabla L$ is {off:.0f}° off the way to the minimum")
            return (
                f"curvatures 1 and {number(stretch, 1)}, tilted by {number(tilt, 0)}°; at "
                f"({number(at[0])}, {number(at[1])}) −∇L = ({number(_clean(down[0]))}, "
                f"{number(_clean(down[1]))}), {number(_clean(off), 1)}° off the way to the "
                f"minimum; {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "stretch": slider("Stretch", 4.0, 1, 25, 0.5, help="one curvature over the other"),
            "tilt": slider("Tilt", 0, -90, 90, 5, help="of the long axis, in degrees"),
            "place": slider("Place", 40, 0, 360, 5, help="along the level curve, in degrees"),
        },
        about="""Level curves of a bowl with its minimum at (0, 0), a square; from a point on one of
        them an arrow goes along minus the gradient, and a dashed line to the minimum. All arrows
        have the same length: only their directions matter here.""",
        size=(7.2, 4.6),
    )


def _background(ax: Axes, f: Surface, x: np.ndarray, y: np.ndarray, here: float) -> None:
    from matplotlib.ticker import MaxNLocator

    grid = np.stack(np.meshgrid(x, y))
    heights = f(grid)
    ax.grid(False)
    ax.contourf(*grid, heights, levels=24, cmap=PALE)
    levels = np.union1d(MaxNLocator(6).tick_values(heights.min(), heights.max()), here)
    levels = levels[(levels > heights.min()) & (levels < heights.max())]  # no line at the edge
    curves = ax.contour(*grid, heights, levels=levels, colors="#34506b", linewidths=0.9)
    ax.clabel(curves, fontsize=9, fmt="%.3g")
    ax.set(xlim=(x[0], x[-1]), ylim=(y[0], y[-1]), aspect="equal")


def _arrow(ax: Axes, start: Any, step: Any, role: str, width: float = 0.035, **changes: Any) -> Any:
    return ax.quiver(*np.transpose(start), *np.transpose(step), color=COLOURS[role], angles="xy",
                     scale_units="xy", scale=1, units="inches", width=width, zorder=4,
                     **changes)  # fmt: skip


def _clean(value: float) -> float:
    """A measured number without the noise of its measurement."""
    return 0.0 if abs(value) < 1e-6 else float(value)
