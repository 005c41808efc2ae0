"""Bugs to plant in a gradient, for the bug injector of notebook 05.

A bug gets the right slopes of each example's squared error, wherever they come from, and spoils
them as a mistake in a backward pass would.  What it needs to know about the network it measures.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from deepcalc.data import xor_data
from deepcalc.plotting.xor_networks import outputs

__all__ = ["BUGS", "NO_BUG"]

Bug = Callable[[np.ndarray, np.ndarray], np.ndarray]

NO_BUG = "none"


def _scaled(part: Callable[[int], slice], factor: float) -> Bug:
    """One part of the gradient is too large or too small throughout."""

    def bug(weights: np.ndarray, each: np.ndarray) -> np.ndarray:
        gradient = each.mean(axis=0)
        gradient[part(_units(weights))] *= factor
        return gradient

    return bug


def _no_output_slope(weights: np.ndarray, each: np.ndarray) -> np.ndarray:
    return (each / _reaction(weights)[:, -1:]).mean(axis=0)


def _no_hidden_slope(weights: np.ndarray, each: np.ndarray) -> np.ndarray:
    h, reaction = _units(weights), _reaction(weights)
    missing = reaction[:, 2 * h : 3 * h] / (reaction[:, -1:] * weights[3 * h : -1])  # (n, h)
    spoiled = each.copy()
    spoiled[:, : 3 * h] /= np.tile(missing, 3)
    return spoiled.mean(axis=0)


def _wrong_order(weights: np.ndarray, each: np.ndarray) -> np.ndarray:
    h, gradient = _units(weights), each.mean(axis=0)
    gradient[: 2 * h] = gradient[: 2 * h].reshape(2, h).T.ravel()
    return gradient


def _last_example(weights: np.ndarray, each: np.ndarray) -> np.ndarray:
    return each[-1] / len(each)


BUGS: dict[str, Bug] = {
    NO_BUG: lambda weights, each: each.mean(axis=0),
    "a factor 2 is lost": _scaled(lambda h: slice(None), 0.5),
    "b2 has the wrong sign": _scaled(lambda h: slice(-1, None), -1.0),
    "b2 is forgotten": _scaled(lambda h: slice(-1, None), 0.0),
    "b1: mean instead of sum": _scaled(lambda h: slice(2 * h, 3 * h), 0.25),
    "the output's slope is left out": _no_output_slope,
    "the hidden slopes are left out": _no_hidden_slope,
    "W1 is filled in the wrong order": _wrong_order,
    "only the last example counts": _last_example,
}


def _units(weights: np.ndarray) -> int:
    return (len(weights) - 1) // 4


def _reaction(weights: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """Measured slope of the answer to each example along each weight, shape (n, 4h + 1)."""
    X, _ = xor_data()
    shifts = step * np.eye(len(weights))
    return (outputs(weights + shifts, X) - outputs(weights - shifts, X)).T / (2 * step)
