"""The picture of a failed derivative check: where the student's curve leaves the measured one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from deepcalc import numeric

__all__ = ["curve_picture"]


def curve_picture(
    function: Callable, leading: tuple, of: Callable, points: np.ndarray
) -> Callable[[], None]:
    """A function that draws the student's derivative over the finite differences of `of`.

    Parameters
    ----------
    function : the student's derivative
    leading : its arguments before x
    of : the function it belongs to
    points : the points that the check tried, shape (n,)
    """

    def draw() -> None:
        # Where the picture cannot be drawn, the message stands alone.
        try:
            _draw(function, leading, of, points)
        except Exception:
            return

    return draw


def _draw(function: Callable, leading: tuple, of: Callable, points: np.ndarray) -> None:
    from deepcalc import plotting

    margin = 0.15 * (np.ptp(points) or 1.0)
    x = np.linspace(points.min() - margin, points.max() + margin, 161)
    measured = numeric.derivative(of, x)
    with np.errstate(all="ignore"):
        yours = np.array([float(function(*leading, float(t))) for t in x])
    figure = plotting.plot_disagreement(x, yours, measured, name=function.__name__)
    plotting.show(figure)
