"""Derivatives without calculus: the numbers that every formula in the course is checked against.

Central differences need two evaluations a number and have an error of order h² from the Taylor
series plus one of order ε/h from rounding; ``h = 1e-5 · max(1, |x|)`` nearly balances the two for
functions that change over lengths of about max(1, |x|) (Nocedal and Wright, *Numerical
Optimization*, 2nd ed., section 8.1).  Give one that oscillates faster a smaller ``step``.
The complex step has no subtraction and so no rounding error to speak of (Squire and Trapp, *Using
complex variables to estimate derivatives of real functions*, SIAM Review 40, 1998).
"""

from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["complex_step", "derivative", "gradient", "jacobian", "relative_error"]

STEP = 1e-5


def derivative(f: Callable, x: Any, step: float = STEP) -> Any:
    """Slope of a function of one variable, at one point or elementwise at many.

    Parameters
    ----------
    f : function of a number, or acting elementwise on an array
    x : number or array, any shape
    step : relative step; the actual one is ``step * max(1, |x|)``

    Returns
    -------
    float, or array with the shape of `x`
    """
    x = np.asarray(x, dtype=float)
    forward, backward = _neighbours(x, step)
    if x.ndim == 0:
        forward, backward = float(forward), float(backward)
    slope = (np.asarray(f(forward)) - np.asarray(f(backward))) / (forward - backward)
    return float(slope) if x.ndim == 0 else slope


def complex_step(f: Callable, x: Any, step: float = 1e-30) -> Any:
    """Slope of a function that accepts complex numbers, to machine precision: Im f(x + ih) / h.

    Parameters
    ----------
    f : analytic function, elementwise (no ``abs``, ``max`` or comparison inside)
    x : number or array, any shape
    step : the imaginary step h itself; nothing is subtracted, so it may be as small as it likes

    Returns
    -------
    float, or array with the shape of `x`
    """
    x = np.asarray(x, dtype=float)
    slope = np.imag(f(x + 1j * step)) / step
    return float(slope) if x.ndim == 0 else slope


def gradient(f: Callable, x: Any, step: float = STEP) -> Any:
    """Gradient of a scalar function of an array, or of a dict of arrays.

    Parameters
    ----------
    f : function of `x` that returns one number
    x : number, array of any shape, or dict of arrays (a network's parameters)
    step : relative step, as in `derivative`, for each entry by its own size

    Returns
    -------
    array of the shape of `x`; for a dict, a dict of arrays with the same keys

    Raises
    ------
    ValueError
        if f returns more than one number
    """
    if isinstance(x, dict):
        return {
            key: gradient(lambda value, key=key: f({**x, key: value}), entry, step)
            for key, entry in x.items()
        }
    slopes = jacobian(f, x, step)
    if slopes.shape != np.shape(x):
        output = slopes.shape[: slopes.ndim - np.ndim(x)]
        raise ValueError(f"a gradient needs one number from f; its result has the shape {output}")
    return slopes


def jacobian(f: Callable, x: Any, step: float = STEP) -> np.ndarray:
    """All partial derivatives of a function from arrays to arrays.

    Parameters
    ----------
    f : function of `x` that returns a number or an array of any shape
    x : array of any shape; never changed
    step : relative step, as in `derivative`, for each entry by its own size

    Returns
    -------
    array of shape ``f(x).shape + x.shape``: entry [i, j] is the slope of output i along input j
    """
    x = np.asarray(x, dtype=float)
    columns = []
    for index in np.ndindex(x.shape):
        forward, backward = x.copy(), x.copy()
        forward[index], backward[index] = _neighbours(x[index], step)
        width = forward[index] - backward[index]
        change = np.asarray(f(forward), dtype=float) - np.asarray(f(backward), dtype=float)
        columns.append(change / width)
    output_shape = columns[0].shape if columns else np.shape(f(x))
    return np.stack(columns, axis=-1).reshape(output_shape + x.shape)


def relative_error(a: Any, b: Any) -> Any:
    """Elementwise distance of two results, relative to the larger: |a − b| / max(|a|, |b|).

    Equal numbers have the error 0, also two zeros; a pair with a NaN or an infinity that is not
    equal has the error infinity, so that it can never pass for agreement.
    """
    a, b = np.broadcast_arrays(np.asarray(a, dtype=float), np.asarray(b, dtype=float))
    finite = np.isfinite(a) & np.isfinite(b)
    size = np.maximum(np.abs(a), np.abs(b))
    safe = np.where(finite & (size > 0), size, 1.0)
    with np.errstate(invalid="ignore", over="ignore"):
        error = np.abs(np.where(finite, a, 0.0) / safe - np.where(finite, b, 0.0) / safe)
    error = np.where(finite, error, np.where(a == b, 0.0, np.inf))
    return float(error) if error.ndim == 0 else error


def _neighbours(x: Any, step: float) -> tuple[Any, Any]:
    """The two points at which f is evaluated, one scaled step to each side."""
    h = step * np.maximum(1.0, np.abs(x))
    return x + h, x - h
