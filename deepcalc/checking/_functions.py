"""Functions that are plain data: they show as what they are, and travel as text."""

from __future__ import annotations

import inspect
import re
from functools import lru_cache
from types import CodeType
from typing import Any

import numpy as np

from ._repeat import repeat

__all__ = ["Function", "function"]

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Function:
    """A function given by its text; `function` makes one.

    Attributes
    ----------
    text : "argument: expression"
    constants : what else the expression names
    __name__ : how a message shows it
    """

    def __init__(self, text: str, shown: str, constants: dict[str, Any]) -> None:
        self.text, self.constants = text, constants
        self._call = eval(_compiled(text), {"np": np, "repeat": repeat, **constants})
        self.__name__ = shown or _pretty(text)
        self.__signature__ = _signature(text)

    def __call__(self, *args: Any) -> Any:
        return self._call(*args)

    def __eq__(self, other: object) -> bool:
        """Functions of the same text are the same, also where they have travelled apart."""
        if not isinstance(other, Function):
            return NotImplemented
        same_text = (self.text, self.__name__) == (other.text, other.__name__)
        return same_text and repr(self.constants) == repr(other.constants)

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return self.__name__


def function(text: str, shown: str = "", **constants: Any) -> Function:
    """A function to hand to an exercise.

    Parameters
    ----------
    text : what stands after ``lambda``, for example "t: t**3" or "w: A @ w - b"; it may use ``np``,
        and `repeat` for many steps
    shown : how a message shows it; by default the expression, with powers set high
    constants : plain values that the expression names

    Examples
    --------
    >>> cube = function("t: t**3")
    >>> cube, cube(2.0)
    (t³, 8.0)
    """
    return Function(text, shown, constants)


@lru_cache(maxsize=512)
def _compiled(text: str) -> CodeType:
    return compile(f"lambda {text}", "<function>", "eval")


@lru_cache(maxsize=512)
def _signature(text: str) -> inspect.Signature:
    return inspect.signature(eval(_compiled(text), {}))


@lru_cache(maxsize=512)
def _pretty(text: str) -> str:
    expression = text.partition(":")[2].strip().replace("np.", "")
    return re.sub(r"\*\*(\d+)", lambda power: power[1].translate(SUPERSCRIPTS), expression)
