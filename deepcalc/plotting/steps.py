"""Figure of notebook 01 about the error of finite differences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.plotting.style import axes, describe, label, line, number, point, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_step_errors"]

Function = Callable[[Any], Any]


@styled
def plot_step_errors(
    methods: Mapping[str, Callable[[Function, float, float], float]],
    f: Function,
    exact: float,
    x: float,
    steps: Sequence[float] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """The error of a difference quotient against its step h, both on logarithmic axes.

    Parameters
    ----------
    methods : dict
        From a name ("forward", "central") to a function (f, x, h) -> slope.  At most three.
    f : function of a number
    exact : float
        The true slope of f at x.
    x : float
    steps : sequence of float, optional
        From 1e-16 to 1, four to each power of ten, if not given.
    """
    ax = axes(ax, size=(7.2, 4.0))
    steps = np.logspace(-16, 0, 65) if steps is None else np.asarray(steps, dtype=float)
    told, shapes, floor = [], [], 1e-17
    roles = ("function", "derivative", "secondary")
    for (name, method), role in zip(methods.items(), roles, strict=False):
        errors = np.array([abs(float(method(f, x, h)) - exact) for h in steps])
        best = int(np.argmin(errors))
        style = line(role, linewidth=1.6, marker={"function": "o"}.get(role, "D"), markersize=3.5)
        ax.loglog(steps, np.maximum(errors, floor), **style)
        ax.plot(steps[best], max(errors[best], floor), **point(role, markersize=9))
        where = (steps[best], max(errors[best], floor))
        text = f"{name}: best $h$ ≈ {number(steps[best], 1)}"
        if role == "function":  # inside the V, clear of the other curves
            leader = {"arrowstyle": "-", "color": "#9aa1a9", "shrinkB": 6}
            label(ax, text, where, role, (0, 95), arrowprops=leader)
        else:
            label(ax, text, where, role, (0, -9))
        shapes.append(min(errors[0], errors[-1]) > 10 * errors[best])
        told.append(
            f"{name} differences are best at h = {number(steps[best])}, with an error of "
            f"{number(errors[best])}"
        )
    ax.margins(y=0.14)
    box = {"transform": ax.transAxes, "color": "#464c53", "va": "top"}
    ax.text(0.02, 0.97, "← too small: rounding error", ha="left", **box)
    ax.text(0.98, 0.97, "too large: truncation error →", ha="right", **box)
    ax.set_ylim(top=max(ax.get_ylim()[1], 1e1))
    ax.set(xlabel="step $h$", ylabel="error, |approximation − exact|")
    shape = "each curve is a V: from" if all(shapes) else "from"
    describe(
        ax,
        f"""Error of the slope at x = {number(x)} against the step h, on logarithmic axes; {shape}
        right to left the error first shrinks with h (truncation), then grows again (rounding).
        {"; ".join(told)}.""",
    )
    return ax
