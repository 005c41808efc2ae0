"""Points as people read them: decimal fractions, added without what floats lose."""

from collections.abc import Iterable
from fractions import Fraction

__all__ = ["exact", "summed"]


def exact(number: float) -> Fraction:
    """The decimal fraction that a person reads in `number`."""
    return Fraction(repr(float(number)))


def summed(numbers: Iterable[float]) -> float:
    """The sum that a person finds: of 0.1 and 0.2, 0.3."""
    return float(sum(map(exact, numbers), Fraction()))
