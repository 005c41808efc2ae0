"""What stands in the place of an expected value, and the exception that says what differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

__all__ = ["Mismatch", "Pattern"]


class Mismatch(Exception):
    """Two values differ: of which kind, where in a container, and which parts to show."""

    def __init__(self, kind: str, cause: str, path: str, actual: Any, expected: Any) -> None:
        super().__init__(cause)
        self.kind, self.cause, self.path = kind, cause, path
        self.actual, self.expected = actual, expected


class Pattern:
    """Base of all patterns."""

    __slots__ = ()

    def compare(self, actual: Any, path: str, compare: Callable) -> None:
        """Raise `Mismatch` unless `actual` fits; `compare` compares plain values."""
        try:
            compare(actual, self.model(), 0.0, np.inf, path)
        except Mismatch as mismatch:
            mismatch.expected = self
            raise
        if complaint := self.complaint(actual):
            raise Mismatch("value", complaint, path, actual, self)

    def model(self) -> Any:
        """A value of the kind and the shape that is expected; its numbers stand for any."""
        raise NotImplementedError

    def complaint(self, actual: Any) -> str | None:
        """What is wrong with an answer of the right kind and shape, in a sentence, or None."""
        raise NotImplementedError

    def describe(self) -> str:
        """The expectation in words."""
        raise NotImplementedError
