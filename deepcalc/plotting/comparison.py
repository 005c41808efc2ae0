"""The figure beside a failed check: the student's curve against the measured one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from deepcalc.numeric import relative_error
from deepcalc.plotting.style import axes, describe, label, line, number, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["plot_disagreement"]


@styled
def plot_disagreement(
    x: np.ndarray, yours: np.ndarray, measured: np.ndarray, name: str, ax: Axes | None = None
) -> Axes:
    """A student's derivative over the finite differences, with the place where they differ most.

    Parameters
    ----------
    x, yours, measured : arrays, shape (n,)
        Places, the values of the student's function there, and the measured slopes.
    name : str
        Name of the student's function.
    """
    ax = axes(ax)
    ax.plot(x, measured, **line("muted"), label="finite differences")
    ax.plot(x, yours, **line("derivative"), label=name)
    wrong = relative_error(yours, measured) > 1e-5
    distance = np.where(np.isfinite(yours), np.abs(yours - measured), np.inf)
    told = "The two curves agree in this range."
    if (wrong & np.isfinite(yours)).any():
        worst = int(np.argmax(np.where(wrong & np.isfinite(yours), distance, -1.0)))
        gap = sorted((measured[worst], yours[worst]))
        ax.plot([x[worst]] * 2, gap, **line("path"))
        place = (x[worst], sum(gap) / 2)
        side = -9 if x[worst] > x.mean() else 9
        label(ax, f"largest gap, at x = {number(x[worst])}", place, "path", offset=(side, 0))
        told = (
            f"They differ most at x = {number(x[worst])}: {name} gives {number(yours[worst])}, "
            f"finite differences {number(measured[worst])}."
        )
    ax.set(xlabel="$x$", ylabel="slope")
    ax.legend()
    describe(ax, f"{name} (dashed) against the finite differences (dotted). {told}")
    return ax
