"""The surfaces of the optimiser race."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from deepcalc.plotting.descent_paths import level_lines

__all__ = ["SURFACES", "Surface", "flow"]


@dataclass(frozen=True, eq=False)
class Surface:
    """A loss of two weights, seen in the window of the race.

    Attributes
    ----------
    loss, grad : functions of an array of shape (2,); `loss` also takes (2, …) elementwise
    start : array, shape (2,)
    minima : array, shape (m, 2)
    lowest : the loss at the minima
    """

    loss: Callable[[np.ndarray], Any]
    grad: Callable[[np.ndarray], np.ndarray]
    start: np.ndarray
    minima: np.ndarray
    lowest: float = 0.0

    @cache  # noqa: B019 - the few surfaces live as long as the module
    def levels(self) -> tuple[np.ndarray, np.ndarray]:
        """Level lines, closer together where the surface is flat."""
        w1, w2 = np.linspace(-2, 2, 121), np.linspace(-1.5, 2, 106)
        heights = self.loss(np.stack(np.meshgrid(w1, w2)))
        top = heights.max() - self.lowest
        return level_lines(w1, w2, heights, self.lowest + top * np.linspace(0.03, 1, 14) ** 2)


def _valley_grad(w: np.ndarray) -> np.ndarray:
    bend = w[1] - w[0] ** 2
    return np.array([-2 * (1 - w[0]) - 20 * w[0] * bend, 10 * bend])


def _dent_grad(w: np.ndarray) -> np.ndarray:
    return 2 * w * np.exp(-(w[0] ** 2 + w[1] ** 2))


SURFACES: dict[str, Surface] = {
    "stretched bowl": Surface(
        lambda w: 0.5 * (w[0] ** 2 + 25 * w[1] ** 2),
        lambda w: np.array([w[0], 25 * w[1]]),
        np.array([-1.8, 0.9]),
        np.array([[0.0, 0.0]]),
    ),
    "curved valley": Surface(
        lambda w: (1 - w[0]) ** 2 + 5 * (w[1] - w[0] ** 2) ** 2,
        _valley_grad,
        np.array([-1.3, 1.0]),
        np.array([[1.0, 1.0]]),
    ),
    "saddle": Surface(
        lambda w: w[0] ** 2 - w[1] ** 2 + 0.5 * w[1] ** 4,
        lambda w: np.array([2 * w[0], -2 * w[1] + 2 * w[1] ** 3]),
        np.array([-1.6, 0.001]),
        np.array([[0.0, -1.0], [0.0, 1.0]]),
        lowest=-0.5,
    ),
    "plateau": Surface(
        lambda w: 1 - np.exp(-(w[0] ** 2 + w[1] ** 2)),
        _dent_grad,
        np.array([-1.7, 1.1]),
        np.array([[0.0, 0.0]]),
    ),
}
"""By name; each has its start and its minima inside the window from (−2, −1.5) to (2, 2)."""


@cache
def flow(name: str) -> np.ndarray:
    """The path that infinitely small steps take from a surface's start, shape (k, 2).

    The direction of steepest descent, followed with a fixed arc length by the classical method of
    Runge and Kutta, until the surface is flat.
    """
    surface, h = SURFACES[name], 0.01

    def direction(w: np.ndarray) -> np.ndarray:
        g = surface.grad(w)
        return -g / max(float(np.hypot(*g)), 1e-12)

    w, path = surface.start, [surface.start]
    for _ in range(600):
        k1 = direction(w)
        k2 = direction(w + h / 2 * k1)
        k3 = direction(w + h / 2 * k2)
        k4 = direction(w + h * k3)
        w = w + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        path.append(w)
        if np.hypot(*(surface.minima - w).T).min() < h:
            break
    return np.array(path)
