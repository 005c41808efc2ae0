"""A step that is repeated many times, carried out in the student's process with one message."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deepcalc import checking

from .proxies import Handle, give_operators

__all__ = ["Traced", "repeat"]


class Traced:
    """Stands for the argument of a step, and writes down what is done with it.

    Parameters
    ----------
    program : grows by an operator's name and its operands with each operation; an operand that is
        a list of one number is what came of the operation of that number, [0] the argument
    """

    __array_ufunc__ = None
    __iter__ = None

    def __init__(self, program: list) -> None:
        self.program, self.place = program, len(program)

    def __bool__(self) -> bool:
        raise TypeError("a step that is repeated cannot depend on the value")


def _operator(name: str, reflected: bool) -> Callable:
    def method(self: Traced, *others: Any) -> Traced:
        operands = [*others, self] if reflected else [self, *others]
        spelled = [[o.place] if isinstance(o, Traced) else o for o in operands]
        self.program.append([name, spelled])
        return Traced(self.program)

    return method


give_operators(Traced, _operator)


@checking.repeat.register
def repeat(start: Handle, step: Callable[[Any], Any], times: int) -> Any:
    """What `checking.repeat` does for an object of a student's process."""
    program: list = []
    result = step(Traced(program))
    if not isinstance(result, Traced):
        raise TypeError("a step that is repeated returns what it made of its argument")
    return start._peer.ask("repeat", times, [start, program, result.place])
