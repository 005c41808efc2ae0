"""From a result and what was expected to the full message of a failed check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from ._causes import Suspects, likely_causes
from ._failure import CheckFailed
from ._session import current
from ._values import Mismatch, compare, describe, describe_call, describe_kind

__all__ = ["ATOL", "RTOL", "judge"]

RTOL, ATOL = 1e-6, 1e-9


def judge(
    result: Any,
    expected: Any,
    name: str,
    names: Sequence[str],
    rtol: float,
    atol: float,
    suspects: Suspects | None,
    call: tuple[Callable, tuple, Mapping[str, Any] | None] | None = None,
    **about: Any,
) -> None:
    """Raise the full message if the result of `call` is not as expected.

    Without a limit to `atol` the numbers in `expected` stand for any, and are not shown.  The hint
    is about numbers and their arrangement, and is dropped where another kind of value came back.
    """
    try:
        compare(result, expected, rtol, atol)
    except Mismatch as mismatch:
        if current().failures:
            yours = describe(result) if result is None else ""
            raise CheckFailed(mismatch.kind, name, yours=yours, actual=result) from None
        causes = [mismatch.cause] if mismatch.cause else []
        if mismatch.kind in ("value", "shape"):
            causes += likely_causes(mismatch.actual, mismatch.expected, suspects)
        if call is not None:
            function, args, kwargs = call
            about["given"] = describe_call(function, args, dict(kwargs or {}))
        if mismatch.kind in ("type", "dtype"):
            about["hint"] = ""
        part = _part(mismatch.path, names)
        label = f"{part} = " if part else ""
        indent = "\n" + " " * len(label)
        describe_wanted = describe_kind if np.isinf(atol) else describe
        raise CheckFailed(
            mismatch.kind,
            name,
            yours=label + describe(mismatch.actual).replace("\n", indent),
            expected=label + describe_wanted(mismatch.expected).replace("\n", indent),
            causes=causes,
            seed=current().last_seed,
            actual=result,
            **about,
        ) from None


def _part(path: str, names: Sequence[str]) -> str:
    """The part of a result by its name: "[1]" with the names (dX, dW) is dW."""
    for index, name in enumerate(names):
        if path.startswith(f"[{index}]"):
            return name + path[len(f"[{index}]") :]
    return f"result{path}" if path else ""
