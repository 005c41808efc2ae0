"""What a wrong answer looks like, told from the numbers alone.

Nothing here knows an exercise: a sign, a factor, a transpose or an order is recognised by
comparing the answer with the expected one, so that no near-solution has to be kept where a
student could read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

__all__ = ["likely_causes"]

Suspects = Mapping[str, Any]


def likely_causes(actual: Any, expected: Any, suspects: Suspects | None = None) -> list[str]:
    """Sentences about how `actual` relates to `expected`, the likeliest first.

    Parameters
    ----------
    actual, expected : two numbers or arrays that differ in shape or value
    suspects : quantities by name (numbers, or arrays of the result's shape) that a typical mistake
        leaves out or has once too often
    """
    try:
        a, e = np.asarray(actual, dtype=float), np.asarray(expected, dtype=float)
    except (TypeError, ValueError):
        return []
    if not a.size or not np.isfinite(e).all():
        return []
    if a.shape != e.shape:
        return _of_shapes(a, e)
    if not np.isfinite(a).all():
        return []
    causes = _of_factors(a, e, suspects or {}) or _of_order(a, e)
    return causes or _of_places(actual, a, e)


def _close(a: Any, e: Any) -> bool:
    a, e = np.asarray(a), np.asarray(e)
    # The absolute part is relative to the largest number, so that tiny results are told apart too.
    return a.shape == e.shape and bool(np.allclose(a, e, rtol=1e-5, atol=1e-9 * np.abs(e).max()))


def _of_shapes(a: np.ndarray, e: np.ndarray) -> list[str]:
    if a.T.shape == e.shape and _close(a.T, e):
        return ["The numbers are right, but transposed: rows and columns are exchanged."]
    if a.size == e.size and _close(a.ravel(), e.ravel()):
        return ["The numbers are right, only the shape differs."]
    if a.size == 1 and e.size > 1:
        total, mean = e.sum(), e.mean()
        if _close(a.ravel()[0], total):
            return ["This is the sum of the expected numbers: one number too few is kept apart."]
        if _close(a.ravel()[0], mean):
            return ["This is the mean of the expected numbers."]
        return ["Your result is a single number, one for each entry is asked for."]
    if a.ndim == e.ndim + 1:
        for axis in range(a.ndim):
            if _close(a.sum(axis), e):
                return [f"Summed over axis {axis} your result would be right."]
    if sorted(a.shape) == sorted(e.shape):
        return ["The shape is the transpose of the expected one."]
    if a.size and e.ndim and a.ndim > e.ndim:
        return ["Your result has an axis too many; did a (n, 1) and a (n,) array get broadcast?"]
    return []


def _of_factors(a: np.ndarray, e: np.ndarray, suspects: Suspects) -> list[str]:
    if not e.any():
        return []
    if not a.any():
        return ["Your result is zero everywhere." if a.ndim else "Your result is zero."]
    if _close(a, -e):
        return ["The size is right, the sign is wrong."]
    told = [_of_suspect(a, e, name, np.asarray(f, dtype=float)) for name, f in suspects.items()]
    if any(told):  # all that fit: one factor may be another's inverse, as 4 and 1/4 are
        return list(filter(None, told))
    if np.ptp(a) == 0 != np.ptp(e):
        return ["All entries of your result are equal, the expected ones are not."]
    big = np.abs(e) > 1e-9 * np.abs(e).max()
    several = np.count_nonzero(big) > 1  # from a single number a factor is a guess
    with np.errstate(over="ignore"):
        ratio = float(np.median(a[big] / e[big])) if big.any() else 0.0
    if ratio and not np.isclose(ratio, 1.0, rtol=1e-4) and _close(a, ratio * e):
        for number, word in ((2.0, "twice"), (0.5, "half")):
            if np.isclose(abs(ratio), number, rtol=1e-5):
                sign = ", with the opposite sign" if ratio < 0 else ""
                off = "a factor 2 or ½ is off." if several else "is a factor 2 or ½ off?"
                return [f"Your result is {word} the expected one{sign}: {off}"]
        if several:
            return [f"Your result is {ratio:.6g} times the expected one throughout."]
    return []


def _of_suspect(a: np.ndarray, e: np.ndarray, name: str, factor: np.ndarray) -> str:
    with np.errstate(all="ignore"):
        if not _broadcasts(factor, e) or not np.isfinite(factor).all() or np.all(factor == 1):
            return ""
        for sign, words in ((1, ""), (-1, ", and the sign is wrong")):
            if _close(sign * a * factor, e):
                return f"A factor is missing{words}: {name}."
            if _close(sign * a, e * factor):
                return f"A factor is there once too often{words}: {name}."
    return ""


def _broadcasts(factor: np.ndarray, e: np.ndarray) -> bool:
    try:
        return np.broadcast_shapes(factor.shape, e.shape) == e.shape
    except ValueError:
        return False


def _of_order(a: np.ndarray, e: np.ndarray) -> list[str]:
    if a.ndim == 2 and a.shape[0] == a.shape[1] and _close(a.T, e):
        return ["The matrix is transposed: rows and columns are exchanged."]
    if a.ndim and len(a) > 1 and _close(a[::-1], e):
        return ["The numbers are right, but in reverse order."]
    if a.ndim and len(a) > 2 and (_close(a[1:], e[:-1]) or _close(a[:-1], e[1:])):
        return ["The numbers are right, but shifted by one place."]
    if a.size > 1 and _close(np.abs(a), np.abs(e)):
        return ["Every size is right; some signs are wrong."]
    if a.size > 2 and (e - a).std() <= 1e-6 * np.abs(e).max() < np.abs(e - a).min():
        return ["Your result is off by the same amount everywhere."]
    return []


def _of_places(actual: Any, a: np.ndarray, e: np.ndarray) -> list[str]:
    if np.asarray(actual).dtype.kind in "iu" and _close(a, np.trunc(e)):
        return ["Your result holds whole numbers only: an integer array cuts decimals off."]
    wrong = ~np.isclose(a, e, rtol=1e-6, atol=1e-9 * np.abs(e).max())
    if a.ndim and 0 < wrong.sum() < a.size:
        places = [str(tuple(map(int, place))) for place in np.argwhere(wrong)[:3]]
        places = [place.replace(",)", ")") for place in places]
        more = " …" if wrong.sum() > 3 else ""
        are = "is" if wrong.sum() == 1 else "are"
        return [
            f"{wrong.sum()} of {a.size} entries {are} wrong, at {', '.join(places)}{more}; "
            f"the {'other is' if a.size - wrong.sum() == 1 else 'others are'} right."
        ]
    return []
