"""A contract tried on a function: what became of each case, and the mark that a mistake leaves."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from ._answers import Reply, answers
from ._cases import Case
from ._contracts import Contract, Terms
from ._failure import ExerciseError
from ._values import FLOATS, difference
from ._ways import Used

__all__ = ["RIGHT", "Outcome", "fingerprint", "outcomes"]

RIGHT = "right"
DIGITS = 6  # of a number in a fingerprint, after the first one


class Outcome(NamedTuple):
    """What became of one case.

    Parameters
    ----------
    kind : "right", or one of the kinds of a `CheckFailed`
    result : what came back
    error : what was raised, or None
    detail : which warning, or which arguments changed
    """

    case: Case
    kind: str
    result: Any = None
    error: BaseException | None = None
    detail: str = ""

    @property
    def right(self) -> bool:
        """Whether all is as it should be."""
        return self.kind == RIGHT


def outcomes(function: Callable, contract: Contract) -> list[Outcome]:
    """Try a function on all cases of a contract, and on what the laws make of them.

    Nothing is raised, whatever the function does.
    """
    terms = contract.terms
    used = Used(terms.via, function) if terms.via else function
    replies = answers(used, contract.requests)
    kinds = contract.expected.judge(replies.results, terms.rtol, terms.atol)
    if all(kind == RIGHT for kind in kinds) and not replies.more:  # no result will be looked at
        return [Outcome(case, RIGHT, case.expected) for case in contract.tried]
    return [
        _judged(case, reply, terms, kind)
        for case, reply, kind in zip(contract.tried, replies, kinds, strict=True)
    ]


def _judged(case: Case, reply: Reply, terms: Terms, kind: str) -> Outcome:
    """What became of a case.

    Parameters
    ----------
    kind : how the result compares with what is expected; "" where that is still to be seen
    """
    result = reply.result
    if reply.error is not None:
        kind = "not_attempted" if _type_name(reply.error) == "NotImplementedError" else "error"
        return Outcome(case, kind, error=reply.error)
    if reply.changed:
        return Outcome(case, "mutated", result, detail=reply.changed)
    if not reply.kept:
        return Outcome(case, "changed_later", result)
    if terms.calm and reply.warned:
        return Outcome(case, "warned", result, detail=reply.warned[0])
    if not kind:
        mismatch = difference(result, case.expected, terms.rtol, terms.atol)
        kind = mismatch.kind if mismatch else RIGHT
    return Outcome(case, "shared" if reply.shared and kind == RIGHT else kind, result)


def _type_name(error: BaseException) -> str:
    return error.type_name if isinstance(error, ExerciseError) else type(error).__name__


def fingerprint(found: Sequence[Outcome], terms: Terms) -> str:
    """A mark of all that went wrong: which cases, how, and with which numbers, up to rounding.

    It tells one mistake from another, and nobody can read an answer from it.
    """
    digest = hashlib.sha256()
    for number, outcome in enumerate(found):
        if not outcome.right:
            said = _type_name(outcome.error) if outcome.error else outcome.detail
            parts = (number, outcome.kind, said, _rounded(outcome.result, terms.atol))
            digest.update(repr(parts).encode())
    return digest.hexdigest()[:20]


def _rounded(value: Any, atol: float) -> str:
    if type(value) in FLOATS:  # by far the most
        return _numbers((), [float(value)], atol)
    if isinstance(value, dict):
        items = (f"{key!r}: {_rounded(item, atol)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_rounded(item, atol) for item in value) + "]"
    if value is None or isinstance(value, str):
        return repr(value)
    try:
        numbers = np.asarray(value)
        if numbers.dtype.kind == "c":
            return _rounded(numbers.real, atol) + _rounded(numbers.imag, atol) + "j"
        return _numbers(numbers.shape, numbers.astype(float).ravel().tolist(), atol)
    except (TypeError, ValueError):
        return f"a {type(value).__name__}"


def _numbers(shape: tuple[int, ...], numbers: list[float], atol: float) -> str:
    size = max((abs(number) for number in numbers if math.isfinite(number)), default=0.0)
    step = max(10 * atol, 1e-13 * size) if atol else 0.0  # below it digits are noise
    return f"{shape}{[_digits(number, step) for number in numbers]}"


def _digits(number: float, step: float) -> str:
    number *= 1 + 3e-10  # so that a number with few digits lies at no boundary of rounding
    if step and abs(number) < 10**DIGITS * step:
        return str(round(number / step))
    return f"{number:.{DIGITS}e}"
