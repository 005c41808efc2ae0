"""Widgets of notebook 01: the secant becomes the tangent, and the best step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import complex_step, derivative
from deepcalc.plotting.style import in_narrow, label, line, number, point
from deepcalc.widgets.base import Interactive, choice, interactive, log_slider, slider, yours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["error_against_step", "secant_to_tangent"]

Function = Callable[[Any], Any]
Method = Callable[[Function, float, float], float]


def secant_to_tangent(
    f: Function | None = None,
    df: Function | None = None,
    name: str = "x²",
    low: float = -2.0,
    high: float = 3.0,
    x0: float = 1.0,
    h: float = 1.0,
) -> Interactive:
    """Slide h towards 0 and watch the secant line turn into the tangent.

    Parameters
    ----------
    f : function acting elementwise; x², if not given
    df : the student's derivative of `f`, used for the tangent once it works
    name : str
        What the function is called.
    low, high : float
        Range of x0 and ends of the x axis.
    x0, h : float
        Where the two sliders start.
    """
    f = np.square if f is None else f
    middle = 0.5 * (low + high)
    slope, whose = yours(df, lambda x: derivative(f, x), trial=(middle + 0.1,))

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        x = np.linspace(low, high, 401)
        y = f(x)
        room = 0.15 * np.ptp(y)
        ax.plot(x, y, **line("function"))
        ax.set(xlabel="$x$", ylabel="$f(x)$", xlim=(low, high), title=f"$f(x)$ = {name}")
        ax.set_ylim(y.min() - 2 * room, y.max() + room)
        (secant,) = ax.plot([], [], **line("secondary", animated=True))
        (tangent,) = ax.plot([], [], **line("derivative", animated=True))
        (second,) = ax.plot([], [], **point("secondary", animated=True))
        (first,) = ax.plot([], [], **point("path", animated=True))
        corner = {"xycoords": "axes fraction", "animated": True}
        told = label(ax, "", (0.03, 0.97), "secondary", (0.1, -0.1), **corner)
        exact = label(ax, "", (0.03, 0.88), "derivative", (0.1, -0.1), **corner)

        def update(x0: float, h: float) -> str:
            y0, y1 = float(f(x0)), float(f(x0 + h))
            through, touching = (y1 - y0) / h, float(slope(x0))
            secant.set_data(x, y0 + through * (x - x0))
            tangent.set_data(x, y0 + touching * (x - x0))
            first.set_data([x0], [y0])
            second.set_data([x0 + h], [y1])
            told.set_text(f"secant: slope {number(through, 3)}")
            exact.set_text(f"tangent: slope {number(touching, 3)}")
            return (
                f"x0 = {number(x0)}, h = {number(h, 3)}, secant slope = {number(through, 3)}, "
                f"f′(x0) = {number(touching, 3)}, "
                f"difference = {number(through - touching, 3)}; {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "x0": slider("Point x0", x0, low, high, 0.05, help="where the tangent touches"),
            "h": log_slider(
                "Step h", h, -3, 0.4, 0.02, "from x0 to the second point", play=60, falling=True
            ),
        },
        about=f"""The curve of f(x) = {name}, the secant line through x0 and x0 + h, and the tangent
        at x0.""",
    )


def error_against_step(
    forward: Method | None = None, central: Method | None = None, x: float = 1.0
) -> Interactive:
    """Explore the error of two difference quotients against their step, on logarithmic axes.

    Parameters
    ----------
    forward, central : functions (f, x, h) -> slope
        The student's; secant slopes stand in until they work.
    x : float
        Where the slider of the point starts.
    """
    functions: dict[str, Function] = {
        "sin x": np.sin,
        "exp x": np.exp,
        "x²": lambda x: x * x,
        "1 / (1 + x²)": lambda x: 1 / (1 + x * x),
    }
    trial = (np.sin, 1.0, 1e-3)
    words = {"name": "function", "stand_in": "slopes of secant lines"}
    ahead, whose_f = yours(forward, lambda f, x, h: _secant(f, x, x + h), trial, **words)
    around, whose_c = yours(central, lambda f, x, h: _secant(f, x - h, x + h), trial, **words)
    whose = f"forward: {whose_f}; central: {whose_c}"
    if whose_f == whose_c:
        whose = whose_f
    methods = {"forward": ahead, "central": around}
    roles = {"forward": "function", "central": "derivative"}
    steps = np.logspace(-15, 0, 46)
    floor = 1e-17

    def scene(figure: Figure) -> Callable[..., str]:
        ax = figure.subplots()
        ax.set(xscale="log", yscale="log", xlim=(3e-16, 3), ylim=(floor / 3, 1e4))
        ax.set(xlabel="step $h$", ylabel="error, |approximation − exact|")
        corner: dict[str, Any] = {"transform": ax.transAxes, "color": "#464c53", "va": "top"}
        left = ax.text(0.02, 0.97, "← too small: rounding error", ha="left", **corner)
        right = ax.text(0.98, 0.97, "too large: truncation error →", ha="right", **corner)
        in_narrow(left, "← rounding")
        in_narrow(right, "truncation →")
        moving: dict[str, Any] = {}
        for k, (name, role) in enumerate(roles.items()):
            marks = {"marker": "oD"[k], "markersize": 3.5, "linewidth": 1.5, "animated": True}
            moving[name] = (
                ax.plot([], [], **line(role, **marks, label=name))[0],
                ax.plot([], [], **point(role, animated=True, markersize=9))[0],
            )
        ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
        at = ax.axvline(1, ymax=0.9, **line("muted", animated=True))

        def update(function: str, x: float, h: float) -> str:
            f = functions[function]
            exact = complex_step(f, x)
            at.set_xdata([h, h])
            told = []
            for name, method in methods.items():
                curve, mark = moving[name]
                errors = [abs(float(method(f, x, step)) - exact) for step in steps]
                here = abs(float(method(f, x, h)) - exact)
                curve.set_data(steps, np.maximum(errors, floor))
                mark.set_data([h], [max(here, floor)])
                # Over three neighbours: a single error may be small by mere luck of rounding.
                smooth = np.convolve(np.log(np.maximum(errors, floor)), np.ones(3) / 3, "valid")
                best = steps[1 + int(np.argmin(smooth))]
                told.append(f"{name} error = {number(here)} (best near h = {number(best, 1)})")
            return f"f = {function}, x = {number(x)}, h = {number(h)}: {', '.join(told)}; {whose}."

        return update

    return interactive(
        scene,
        {
            "function": choice("Function", list(functions), help="the function to differentiate"),
            "x": slider("Point x", x, -3, 3, 0.05, help="where the slope is wanted"),
            "h": log_slider("Step h", 1e-3, -15, 0, 0.25, help="of the two difference quotients"),
        },
        about="""Error of forward and central differences against the step h, on logarithmic axes,
        with a mark on each curve at the chosen h.""",
        size=(7.2, 4.0),
    )


def _secant(f: Function, a: float, b: float) -> float:
    return (float(f(b)) - float(f(a))) / (b - a)
