"""The parts of the wire format that msgpack has no word for, and its limits."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from struct import Struct
from typing import Any, NamedTuple

import numpy as np
from numpy.random import Generator

from .aliases import Alias
from .arrays import LIMITS, Uncrossable, WireError, index
from .generators import generator_from, state_of

__all__ = [
    "SIMPLE",
    "Ref",
    "build",
    "check_depth",
    "is_named_ufunc",
    "plain",
]

(
    TUPLE,
    ARRAY,
    VIEW,
    SCALAR,
    COMPLEX,
    INTEGER,
    SET,
    FROZENSET,
    RANGE,
    SLICE,
    REF,
    ALIAS,
    UFUNC,
    GENERATOR,
    OWN,
    FUNCTION,
    PACKED,
) = range(1, 18)

OWN_NUMBER = Struct(">I")


class Ref(NamedTuple):
    """An object that stays where it is.

    Parameters
    ----------
    mine : whether it lives on the sender's side
    number : its number in the table of that side
    kind : "function", "class" or "object"; "" where it is the receiver's own
    name : of the function or class
    parameters : name, kind and whether there is a default, of each parameter; for messages only
    """

    mine: bool
    number: int
    kind: str = ""
    name: str = ""
    parameters: list | None = None

    @classmethod
    def checked(cls, body: Any) -> Ref:
        """A reference from the wire."""
        ref = cls(*body)
        if ref.mine is not True or ref.kind not in ("function", "class", "object"):
            raise WireError("a malformed reference")
        if type(ref.name) is not str or len(ref.name) > LIMITS.name:
            raise WireError("a malformed reference")
        index(ref.number)
        return ref


def _integer(value: int) -> bytes:
    size = value.bit_length() // 8 + 1
    if size > LIMITS.integer:
        raise Uncrossable("a whole number with too many digits")
    return value.to_bytes(size, "big", signed=True)


# Type → (code, what is packed for it).
SIMPLE: dict[type, tuple[int, Callable[[Any], Any]]] = {
    complex: (COMPLEX, lambda z: [z.real, z.imag]),
    int: (INTEGER, _integer),  # those beyond 64 bits; msgpack packs the others itself
    set: (SET, list),
    frozenset: (FROZENSET, list),
    range: (RANGE, lambda r: [r.start, r.stop, r.step]),
    slice: (SLICE, lambda s: [s.start, s.stop, s.step]),
    Generator: (GENERATOR, state_of),
    Alias: (ALIAS, lambda alias: alias.number),
}


def plain(value: Any) -> Any:
    """An instance of a subclass of a plain type as that type; anything else as it is.

    A container that can be called is taken for a function.

    The base's own methods are used: what the subclass says of itself does not count.
    """
    if not isinstance(value, PLAIN) or callable(value):
        return value
    if isinstance(value, np.ndarray):
        return np.ndarray.view(value, np.ndarray)
    if isinstance(value, np.generic) and not isinstance(value, str | bytes):
        return value
    for base, method in BASES.items():
        if isinstance(value, base):
            return method(value)
    return value


BASES: dict[type, Callable] = {
    int: int.__int__,
    float: float.__float__,
    complex: complex.__complex__,
    str: str.__str__,
    bytes: lambda value: bytes.__getitem__(value, slice(None)),
    bytearray: lambda value: bytes(value),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    list: lambda value: list(list.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
    set: lambda value: set(set.__iter__(value)),
    frozenset: lambda value: frozenset(frozenset.__iter__(value)),
    deque: lambda value: list(deque.__iter__(value)),
    array: np.array,
}
PLAIN = (np.ndarray, np.generic, *BASES)


def is_named_ufunc(value: Any) -> bool:
    """Whether `value` is one of NumPy's own, such as ``np.sin``, which both sides have."""
    return type(value) is np.ufunc and getattr(np, value.__name__, None) is value


def build(code: int, body: Any) -> Any:
    """The value of an extension type whose content is known to be plain."""
    if code == INTEGER:
        if len(body) > LIMITS.integer:
            raise WireError("a whole number with too many digits")
        return int.from_bytes(body, "big", signed=True)
    if code == UFUNC:
        ufunc = getattr(np, body) if body.isidentifier() else None
        if type(ufunc) is not np.ufunc:
            raise WireError("an unknown ufunc")
        return ufunc
    if code == GENERATOR:
        return generator_from(body)
    makers: dict[int, Callable[[Any], Any]] = {
        TUPLE: tuple, SET: set, FROZENSET: frozenset, COMPLEX: _complex, RANGE: _range,
        SLICE: _slice,
    }  # fmt: skip
    return makers[code](body)


def _complex(body: list) -> complex:
    real, imag = body
    return complex(float.__float__(real), float.__float__(imag))


def _range(body: list) -> range:
    made = range(*map(int.__int__, body))
    if len(made) > LIMITS.range:  # a few bytes that NumPy would make a list of
        raise WireError("a range too long")
    return made


def _slice(body: list) -> slice:
    start, stop, step = body
    return slice(start, stop, step)


def check_depth(value: Any, limit: int, complaint: Exception, depth: int = 0) -> None:
    """Raise `complaint` where containers are nested more deeply than `limit`."""
    if depth > limit:
        raise complaint
    for item in value.values() if type(value) is dict else value:
        kind = type(item)
        if kind is list or kind is tuple or kind is dict:
            check_depth(item, limit, complaint, depth + 1)
