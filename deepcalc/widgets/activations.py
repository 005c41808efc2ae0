"""Widget of notebook 01 about activations and their slopes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from deepcalc.numeric import derivative
from deepcalc.plotting.style import broken, label, line, number, point
from deepcalc.widgets.base import Interactive, choice, interactive, slider, yours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["activation_explorer"]

Function = Callable[[Any], Any]


def activation_explorer(
    derivatives: Mapping[str, Function] | None = None, z: float = 1.0
) -> Interactive:
    """Slide along sigmoid, tanh or ReLU and read the local slope.

    Parameters
    ----------
    derivatives : dict, optional
        The student's derivatives under "sigmoid", "tanh" and "ReLU"; finite differences stand
        in for those that are missing or do not work yet.
    z : float
        Where the slider starts.
    """
    functions: dict[str, Function] = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),  # the textbook's formula; |z| stays small
        "tanh": np.tanh,
        "ReLU": lambda z: np.maximum(z, 0.0),
    }
    given = derivatives or {}
    unknown = sorted(set(given) - set(functions))
    if unknown:
        raise ValueError(f"derivatives: {unknown[0]!r} is none of {', '.join(functions)}")
    slopes = {
        name: yours(given.get(name), lambda z, f=f: derivative(f, z), trial=(0.7,))
        for name, f in functions.items()
    }
    grid = np.linspace(-6, 6, 400)  # an even number: never exactly at ReLU's kink

    def scene(figure: Figure) -> Callable[..., str]:
        left, right = figure.subplots(1, 2)
        left.set(xlabel="$z$", ylabel="$g(z)$", xlim=(-6, 6), ylim=(-1.3, 2.3))
        right.set(xlabel="$z$", ylabel="$g\\,'(z)$", xlim=(-6, 6), ylim=(-0.08, 1.15))
        right.set_title("its slope")
        (curve,) = left.plot([], [], **line("function", animated=True))
        (slope_curve,) = right.plot([], [], **line("derivative", animated=True))
        (tangent,) = left.plot([], [], **line("derivative", animated=True))
        (on_curve,) = left.plot([], [], **point("path", animated=True))
        (on_slope,) = right.plot([], [], **point("path", animated=True))
        corner = {"xycoords": "axes fraction", "animated": True}
        tag = label(right, "", (0.03, 0.97), "derivative", (0.1, -0.1), **corner)
        title = left.set_title("activation", animated=True)

        def update(activation: str, z: float) -> str:
            ends = (-1.3, 6.6) if activation == "ReLU" else (-1.3, 2.3)
            if left.get_ylim() != ends:  # new limits cost a full redraw
                left.set_ylim(*ends)
            f, (df, whose) = functions[activation], slopes[activation]
            title.set_text(activation)
            curve.set_data(grid, f(grid))
            slope_curve.set_data(*broken(grid, np.array([float(df(v)) for v in grid])))
            value, slope = float(f(z)), float(df(z))
            reach = np.array([-2.0, 2.0])
            tangent.set_data(z + reach, value + slope * reach)
            on_curve.set_data([z], [value])
            on_slope.set_data([z], [slope])
            tag.set_text(f"slope {number(slope, 3)}")
            remains = "" if abs(slope) >= 0.05 else " (nearly flat: saturated)"
            if activation == "ReLU" and slope == 0:
                remains = " (flat: no signal passes)"
            return (
                f"{activation}: z = {number(z)}, g(z) = {number(value, 3)}, "
                f"slope g′(z) = {number(slope, 3)}{remains}; {whose}."
            )

        return update

    return interactive(
        scene,
        {
            "activation": choice("Activation", list(functions), help="the function to look at"),
            "z": slider("Input z", z, -6, 6, 0.1, help="where the slope is measured"),
        },
        about="""Left an activation function with its tangent at z, right its slope for every z with
        a mark at the chosen one.""",
    )
