"""From a result and what was expected to the full message of a failed check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from ._calling import input_in_words
from ._describing import differing
from ._failure import CheckFailed
from ._pattern import Mismatch
from ._values import difference

__all__ = ["ATOL", "RTOL", "judge", "of_mismatch"]

RTOL, ATOL = 1e-6, 1e-9


def judge(
    result: Any,
    expected: Any,
    name: str,
    names: Sequence[str],
    rtol: float,
    atol: float,
    call: tuple[Callable, tuple, Mapping[str, Any] | None] | None = None,
    via: str = "",
    **about: Any,
) -> None:
    """Raise the full message if the result of `call` is not as expected.

    Without a limit to `atol` the numbers in `expected` stand for any, and are not shown.
    """
    mismatch = difference(result, expected, rtol, atol)
    if mismatch:
        if call is not None:
            function, args, kwargs = call
            about["given"] = input_in_words(function, args, kwargs or {}, via)
        raise of_mismatch(mismatch, name, names, bool(np.isinf(atol)), result, **about)


def of_mismatch(
    mismatch: Mismatch,
    name: str,
    names: Sequence[str],
    any_numbers: bool,
    result: Any,
    **about: Any,
) -> CheckFailed:
    """The full message for a result that differs from what was expected.

    The hint is about numbers and their arrangement, and is dropped where another kind of value came
    back.

    Parameters
    ----------
    any_numbers : whether the expected numbers stand for any
    """
    if mismatch.kind in ("type", "dtype"):
        about["hint"] = ""
    part = _part(mismatch.path, names)
    label = f"{part} = " if part else ""
    indent = "\n" + " " * len(label)
    yours, expected = differing(mismatch.actual, mismatch.expected, any_numbers)
    return CheckFailed(
        mismatch.kind,
        name,
        yours=label + yours.replace("\n", indent),
        expected=label + expected.replace("\n", indent),
        facts=[mismatch.cause] if mismatch.cause else [],
        actual=result,
        **about,
    )


def _part(path: str, names: Sequence[str]) -> str:
    """The part of a result by its name: "[1]" with the names (dX, dW) is dW."""
    for index, name in enumerate(names):
        if path.startswith(f"[{index}]"):
            return name + path[len(f"[{index}]") :]
    return f"result{path}" if path else ""
